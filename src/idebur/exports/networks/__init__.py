"""Graphs in the formats of other programs, one per module."""
