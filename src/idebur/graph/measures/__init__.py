"""Measures of networks: any networkx graph will do."""
