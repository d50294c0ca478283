"""The ministry's directory (global address list): people found by name, with or without marks."""

from .model import DirectoryEntry, DirectoryGateway, FindPeople

__all__ = ["DirectoryEntry", "DirectoryGateway", "FindPeople"]
