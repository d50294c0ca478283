"""A client of a few lines for the demo mailbox: SOAP text over http.client, nothing of the project's own mail code.

Where the test data is at hand, every request and every answer is held against Microsoft's published EWS schema.
"""

from __future__ import annotations

import base64
import http.client
import os
import ssl
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from desktop.demo_ministry.mailbox import DemoMailbox

NAMES = {
    "s": "http://schemas.xmlsoap.org/soap/envelope/",
    "m": "http://schemas.microsoft.com/exchange/services/2006/messages",
    "t": "http://schemas.microsoft.com/exchange/services/2006/types",
    "e": "http://schemas.microsoft.com/exchange/services/2006/errors",
}
_OPEN = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items() if prefix != "e")


@cache
def ews_schema() -> etree.XMLSchema | None:
    data = os.environ.get("BAN_CONG_VU_TEST_DATA")
    path = Path(data, "ews_schema", "messages.xsd") if data else None
    return etree.XMLSchema(etree.parse(str(path))) if path is not None and path.is_file() else None


def check(element: etree._Element) -> None:
    """Raises AssertionError if the schema is at hand and the element (a request or an answer) is not of it."""
    schema = ews_schema()
    if schema is not None:
        alone = etree.fromstring(etree.tostring(element))
        assert schema.validate(alone), f"{schema.error_log}\n{etree.tostring(alone)[:2000]!r}"


class Answer:
    """``status`` and headers of HTTP, the SOAP body's element, and XPath with EWS's prefixes."""

    def __init__(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.status = status
        self.headers = headers
        self.content = content
        self.root = etree.fromstring(content) if content.startswith(b"<?xml") else etree.Element("none")
        body = self.root.find("s:Body", NAMES)
        self.body = body[0] if body is not None else self.root

    def all(self, path: str) -> list[str]:
        found = self.body.xpath(path, namespaces=NAMES)
        return [one if isinstance(one, str) else (one.text or "") for one in found]

    def one(self, path: str) -> str:
        found = self.all(path)
        assert len(found) == 1, (path, found, self.content[:3000])
        return found[0]

    @property
    def codes(self) -> list[str]:
        return self.all(".//m:ResponseCode")

    @property
    def fault_code(self) -> str:
        return self.one(".//e:ResponseCode")


class RawEws:
    """One connection, kept alive."""

    def __init__(self, mailbox: DemoMailbox, user: str | None = None, password: str | None = None) -> None:
        parts = urlsplit(mailbox.url)
        self.path = parts.path
        assert parts.hostname and parts.port
        self.connection: http.client.HTTPConnection
        if mailbox.ca_file:
            context = ssl.create_default_context(cafile=str(mailbox.ca_file))
            self.connection = http.client.HTTPSConnection(parts.hostname, parts.port, timeout=20, context=context)
        else:
            self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        pair = f"{user or mailbox.user_name}:{password or mailbox.password}"
        self.authorization: str | None = "Basic " + base64.b64encode(pair.encode()).decode()

    def ask(self, request: str, *, is_valid: bool = True) -> Answer:
        """Send one operation. ``is_valid`` False: the request is wrong on purpose and not held against the schema."""
        envelope = (
            f'<?xml version="1.0" encoding="utf-8"?><s:Envelope{_OPEN}><s:Header>'
            f'<t:RequestServerVersion Version="Exchange2016"/></s:Header><s:Body>{request}</s:Body></s:Envelope>'
        ).encode()
        if is_valid:
            check(etree.fromstring(envelope).find("s:Body", NAMES)[0])  # type: ignore[index]
        answer = self.post(envelope)
        if answer.status == 200:
            check(answer.body)
        return answer

    def post(self, content: bytes, headers: dict[str, str] | None = None) -> Answer:
        sent = {"Content-Type": "text/xml; charset=utf-8", **(headers or {})}
        if self.authorization:
            sent["Authorization"] = self.authorization
        self.connection.request("POST", self.path, body=content, headers=sent)
        response = self.connection.getresponse()
        received = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, received, response.read())

    def close(self) -> None:
        self.connection.close()

    # Requests that most tests need

    def sync(self, folder: str = "inbox", state: str | None = None, most: int = 512, shape: str = "IdOnly") -> Answer:
        state_xml = f"<m:SyncState>{state}</m:SyncState>" if state else ""
        return self.ask(
            f"<m:SyncFolderItems><m:ItemShape><t:BaseShape>{shape}</t:BaseShape></m:ItemShape>"
            f"<m:SyncFolderId>{folder_id(folder)}</m:SyncFolderId>{state_xml}"
            f"<m:MaxChangesReturned>{most}</m:MaxChangesReturned></m:SyncFolderItems>"
        )

    def get_items(self, ids: list[str], shape: str = "IdOnly", more: str = "", mime: bool = False) -> Answer:
        mime_xml = "<t:IncludeMimeContent>true</t:IncludeMimeContent>" if mime else ""
        more_xml = f"<t:AdditionalProperties>{more}</t:AdditionalProperties>" if more else ""
        return self.ask(
            f"<m:GetItem><m:ItemShape><t:BaseShape>{shape}</t:BaseShape>{mime_xml}{more_xml}</m:ItemShape>"
            f"<m:ItemIds>{item_ids(*ids)}</m:ItemIds></m:GetItem>"
        )


def folder_id(folder: str) -> str:
    """A role or an id as the element that names it."""
    is_role = folder.isalpha() and folder.islower()
    return f'<t:{"DistinguishedFolderId" if is_role else "FolderId"} Id="{folder}"/>'


def item_ids(*ids: str) -> str:
    return "".join(f'<t:ItemId Id="{one}"/>' for one in ids)


def field(uri: str) -> str:
    return f'<t:FieldURI FieldURI="{uri}"/>'
