"""YAML and CSV in and out, with the place of everything that was read."""

from __future__ import annotations

from idebur.files.dumping import dump, dumps
from idebur.files.loading import Reading, load, load_all, load_organisation, read, read_all, read_each

__all__ = ["Reading", "dump", "dumps", "load", "load_all", "load_organisation", "read", "read_all", "read_each"]
