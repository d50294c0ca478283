"""Letters to begin from: her own, kept in the encrypted store, and the few official ones that come with the desk."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .database import Database


@dataclass(frozen=True, slots=True)
class Template:
    """``html`` is a clean fragment (see `outgoing_html`). ``is_own``: False of those that come with the desk."""

    id: str
    name: str
    subject: str
    html: str
    is_own: bool = True


class Templates:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Template]:
        """Her own by name, then the official ones."""
        from .official_templates import OFFICIAL

        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT id, name, content FROM templates").all()
        own = []
        for template_id, name, content in rows:
            values = json.loads(content)
            own.append(Template(template_id, name, values.get("subject", ""), values.get("html", "")))
        return [*sorted(own, key=lambda one: (one.name.casefold(), one.id)), *OFFICIAL]

    def save(self, name: str, subject: str, html: str) -> Template:
        """Under its name; one of hers that bears it already is replaced."""
        name = " ".join(name.split())[:120]
        content = json.dumps({"subject": subject, "html": html}, ensure_ascii=False)
        with self._database.write(durable=True) as connection:
            known = connection.exec_driver_sql("SELECT id FROM templates WHERE name = ?", (name,)).scalar()
            template_id = known or uuid.uuid4().hex
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO templates VALUES (?, ?, ?)", (template_id, name, content)
            )
        return Template(template_id, name, subject, html)

    def remove(self, template_id: str) -> None:
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql("DELETE FROM templates WHERE id = ?", (template_id,))
