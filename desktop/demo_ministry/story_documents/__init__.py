"""The documents of the demo ministry's portal, written for this project: one TOML file each. Every number, name and text
in them is invented; real laws are only cited."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib import resources
from typing import Any

StoryDocument = dict[str, Any]


def story_documents() -> list[StoryDocument]:
    """All of them, oldest first, dates in ISO 8601: what the publisher takes."""
    documents = []
    for file in resources.files(__name__).iterdir():
        if file.name.endswith(".toml"):
            document = tomllib.loads(file.read_text(encoding="utf-8"))
            documents.append({name: _plain(value) for name, value in document.items()})
    return sorted(documents, key=lambda document: (str(document.get("issued", "")), str(document["number"])))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip("\n") if isinstance(value, str) else value
