"""An agreement told back in words, in Swedish or English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from idebur.exports.prose.verdicts import tell_membership
    from idebur.exports.prose.whole import WIDTH, tell, tell_element
else:

    def __getattr__(name: str) -> object:
        """Give each when it is asked for: a verdict is told without the whole of an agreement."""
        home = {"tell_membership": "verdicts", "WIDTH": "whole", "tell": "whole", "tell_element": "whole"}.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{home}"), name)


__all__ = ["WIDTH", "tell", "tell_element", "tell_membership"]
