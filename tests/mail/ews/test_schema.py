"""Every request we send is valid by Microsoft's own schema, where that is at hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import lxml.etree
import pytest

from mail import DraftId, FolderRole
from mail.ews.conversation import Conversation
from mail.ews.protocol import VERSIONS
from mail.model import DeleteItem, FlagItem, MarkRead, MoveItem
from tests.mail.builders import a_mime

from .gateways import empty_mailbox, gateway_to

SCHEMA = Path(os.environ.get("BAN_CONG_VU_TEST_DATA", "/nonexistent")) / "ews_schema" / "messages.xsd"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    contents: list[bytes] = []
    original = Conversation.posted

    @contextmanager
    def noted(self: Conversation, content: bytes, *arguments: Any, **options: Any) -> Iterator[Any]:
        contents.append(content)
        with original(self, content, *arguments, **options) as response:
            yield response

    monkeypatch.setattr(Conversation, "posted", noted)
    return contents


def ask_everything() -> None:
    with empty_mailbox() as box:
        gateway = gateway_to(box.url)
        gateway.check_sign_in()
        folders = {folder.role: folder.id for folder in gateway.folders(None).folders}
        gateway.folders(gateway.folders(None).sync_state)
        item_id = box.deliver_mime(a_mime())
        page = gateway.changes(folders[FolderRole.INBOX], None)
        gateway.changes(folders[FolderRole.INBOX], page.sync_state)
        list(gateway.bodies([row.id for row in page.items]))
        gateway.perform(MarkRead(page.items[0].id, True))
        gateway.perform(FlagItem(page.items[0].id, True))
        moved = gateway.perform(MoveItem(page.items[0].id, folders[FolderRole.DELETED]))
        assert moved is not None and moved != item_id
        gateway.perform(DeleteItem(moved))
        draft_id = DraftId("0" * 32)
        gateway.save_draft(draft_id, a_mime())
        gateway.send_draft(draft_id)
        gateway.find_sent(draft_id)
        stream = gateway.notifications([folders[FolderRole.INBOX]])
        next(stream)
        stream.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the EWS schema, which is not part of the project")
def test_every_request_is_valid(sent: list[bytes]) -> None:
    schema = lxml.etree.XMLSchema(lxml.etree.parse(str(SCHEMA)))
    ask_everything()
    operations = set()
    for content in sent:
        body = lxml.etree.fromstring(content).find("{*}Body")
        assert body is not None
        operations.add(lxml.etree.QName(body[0]).localname)
        schema.assertValid(lxml.etree.ElementTree(body[0]))
    assert operations >= {
        "GetFolder", "ResolveNames", "SyncFolderHierarchy", "SyncFolderItems", "GetItem", "UpdateItem", "MoveItem",
        "DeleteItem", "CreateItem", "FindItem", "SendItem", "Subscribe", "GetStreamingEvents",
    }  # fmt: skip


def test_no_round_trip_is_spent_on_guessing(sent: list[bytes]) -> None:
    with empty_mailbox() as box:
        gateway_to(box.url).check_sign_in()
        assert box.requests == ["GetFolder", "ResolveNames"]
    assert all(VERSIONS[0].api_version.encode() in content for content in sent)
    assert all(b"Demo@2026" not in content for content in sent)
