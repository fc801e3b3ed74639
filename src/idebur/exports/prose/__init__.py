"""An agreement told back in words, in Swedish or English."""

from __future__ import annotations

from idebur.exports.prose.verdicts import tell_membership
from idebur.exports.prose.whole import WIDTH, tell, tell_element

__all__ = ["WIDTH", "tell", "tell_element", "tell_membership"]
