"""A graph as one HTML file that can be searched, filtered and asked for the reason of each relation, off line."""

from __future__ import annotations

from idebur.exports.page.pages import page, write_page

__all__ = ["page", "write_page"]
