"""An agreement, a body, a verdict or a finding as a fragment of HTML, as a notebook shows it."""

from __future__ import annotations

from idebur.exports.html.showing import Shown, show

__all__ = ["Shown", "show"]
