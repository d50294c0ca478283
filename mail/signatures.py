"""The signature under her letters: what she says of herself, filled into the unit's template. One for each account."""

from __future__ import annotations

import html
import json
import re
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .database import Database

DEFAULT_TEMPLATE = """{name}
{position}
{unit}
{ministry}
ĐT: {phone}
Email: {address}"""
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Signature:
    """``custom_html``: written by herself in place of the template (a clean fragment); "" follows the template."""

    name: str = ""
    position: str = ""
    unit: str = ""
    phone: str = ""
    custom_html: str = ""
    is_on: bool = True


class Signatures:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, address: str) -> Signature | None:
        """None: she has said nothing yet."""
        with self._database.read() as connection:
            content = connection.exec_driver_sql(
                "SELECT content FROM signatures WHERE address = ?", (address.casefold(),)
            ).scalar()
        if content is None:
            return None
        known = {field.name for field in fields(Signature)}
        return Signature(**{name: value for name, value in json.loads(content).items() if name in known})

    def save(self, address: str, signature: Signature) -> None:
        content = json.dumps(asdict(signature), ensure_ascii=False)
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO signatures VALUES (?, ?)", (address.casefold(), content))


def fill_signature(template: str, signature: Signature, *, address: str, ministry: str) -> str:
    """The template as an HTML fragment. A line all of whose placeholders are empty is left out; the first line stands
    in bold."""
    if not signature.is_on:
        return ""
    if signature.custom_html:
        return signature.custom_html
    values = {
        "name": signature.name,
        "position": signature.position,
        "unit": signature.unit,
        "phone": signature.phone,
        "address": address,
        "ministry": ministry,
    }
    lines = []
    for line in (template or DEFAULT_TEMPLATE).strip().splitlines():
        names = _PLACE.findall(line)
        if names and not any(values.get(name, "").strip() for name in names):
            continue
        lines.append(html.escape(_PLACE.sub(lambda match: values.get(match[1], "").strip(), line), quote=False))
    if not lines:
        return ""
    lines[0] = f"<b>{lines[0]}</b>"
    return "".join(f'<p style="margin:0;color:#404040">{line or "<br>"}</p>' for line in lines)
