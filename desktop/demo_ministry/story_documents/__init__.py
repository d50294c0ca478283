"""The documents of the demo ministry's portal, written for this project: one TOML file each. Every number, name and
text in them is invented; real laws are only cited."""

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
    by_number = {document["number"]: document for document in documents}
    for relation in (each for document in documents for each in document.get("relations", [])):
        other = by_number.get(relation["number"])
        if other is not None:
            relation |= {"id": other["id"], "title": other["title"]}
    return sorted(documents, key=lambda document: (document["issued"], document["id"]))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip("\n") if isinstance(value, str) else value
