"""The three journeys, walked by the application itself: for a look without a display, and the same steps for tests."""

from .walk import walk

__all__ = ["walk"]
