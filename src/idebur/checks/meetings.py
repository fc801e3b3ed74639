"""The meetings family of checks."""

from __future__ import annotations

from idebur.checks.subject import Check

__all__ = ["CHECKS"]

CHECKS: tuple[Check, ...] = ()
