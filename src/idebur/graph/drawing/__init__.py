"""Pictures of networks, drawn with matplotlib (the extra ``drawing``)."""

from __future__ import annotations

from idebur.graph.drawing.pictures import draw, draw_snapshots

__all__ = ["draw", "draw_snapshots"]
