"""The version of idebur, on its own so that the build and the front door can read it without loading anything."""

__version__ = "0.1.0"
