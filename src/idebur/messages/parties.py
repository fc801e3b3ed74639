"""Findings."""

from __future__ import annotations

from idebur.messages import Entry

__all__ = ["ENTRIES"]

ENTRIES: tuple[Entry, ...] = ()
