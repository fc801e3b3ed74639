"""YAML and CSV in and out, with the place of everything that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idebur.files.loading import Reading, load, load_all, load_organisation, read, read_all, read_each

if TYPE_CHECKING:
    from idebur.files.dumping import dump, dumps
else:

    def __getattr__(name: str) -> object:
        """Give what writes when it is asked for: most who read write nothing."""
        if name not in ("dump", "dumps"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.dumping"), name)


__all__ = ["Reading", "dump", "dumps", "load", "load_all", "load_organisation", "read", "read_all", "read_each"]
