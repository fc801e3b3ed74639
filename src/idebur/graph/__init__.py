"""The graph of who relates to whom, and the questions one asks of it."""
