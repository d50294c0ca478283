"""The players: python-vlc and PyAV, and nowhere else. Importing this loads neither."""

from .engine import VlcMediaEngine
from .player import PlayerSettings

__all__ = ["PlayerSettings", "VlcMediaEngine"]
