"""The sync over the real EWS gateway, against the demo ministry's mailbox server on 127.0.0.1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import (
    Account,
    FolderRole,
    ItemId,
    Mailbox,
    MailboxChanges,
    MailboxSync,
    MailSettings,
    NewAttachment,
    OutgoingState,
    SyncEvent,
    open_mailbox,
)
from mail.ews.gateway import EwsMailboxGateway
from mail.outgoing_html import letter
from tests.mail.builders import KEY, a_draft
from tests.waiting import eventually
from vietnamese.folding import fold

OWNER = Correspondent("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")


class Office:
    def __init__(self, server: DemoMailbox, path: Path) -> None:
        self.server = server
        self.path = path
        self.settings = MailSettings(server.url, ("boldptxh.example",), page_size=20, body_chunk=8, timeout=5.0)
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.gateway, self.sync = self._begin()

    def _begin(self) -> tuple[EwsMailboxGateway, MailboxSync]:
        gateway = EwsMailboxGateway(self.settings, Account(self.server.address, self.server.user_name), "Demo@2026")
        return gateway, MailboxSync(gateway, self.path, KEY, self.settings)

    def begin_again(self) -> None:
        self.sync.close()
        self.gateway.close()
        self.gateway, self.sync = self._begin()

    def round(self) -> list[SyncEvent]:
        return list(self.sync.round())

    def ids(self, role: FolderRole) -> list[ItemId]:
        return self.mailbox.message_ids(next(one.id for one in self.mailbox.folders() if one.role is role))

    def subjects(self, role: FolderRole = FolderRole.INBOX) -> list[str]:
        return [one.subject for one in self.mailbox.summaries(self.ids(role))]

    def close(self) -> None:
        self.sync.close()
        self.gateway.close()
        self.mailbox.close()


@pytest.fixture
def server() -> Iterator[DemoMailbox]:
    with DemoMailbox(MailboxStory(owner=OWNER)) as server:
        yield server


@pytest.fixture
def office(server: DemoMailbox, tmp_path: Path) -> Iterator[Office]:
    office = Office(server, tmp_path / "mail.db")
    yield office
    office.close()


def test_the_ministrys_whole_story_comes_in_and_is_found(tmp_path: Path) -> None:
    with DemoMailbox() as server:
        server.fill(40, 400_000)
        office = Office(server, tmp_path / "mail.db")
        office.round()
        folders = {folder.name: folder for folder in office.mailbox.folders()}
        theirs = {folder.name: folder for folder in server.folders if folder.name in folders}
        assert len(theirs) == len(folders) >= 5
        for name, folder in folders.items():
            ids = office.mailbox.message_ids(folder.id)
            assert folder.total_count == len(ids) == theirs[name].total_count, name
            assert folder.unread_count == theirs[name].unread_count, name
            assert all(summary.has_body and summary.preview for summary in office.mailbox.summaries(ids))
        for item_id in office.ids(FolderRole.INBOX):
            assert office.mailbox.message(item_id) is not None
        newest = office.mailbox.summaries(office.ids(FolderRole.INBOX)[:1])[0]
        assert newest.id in office.mailbox.search(fold(newest.subject))
        server_requests = len(server.requests)
        office.round()
        assert "GetItem" not in server.requests[server_requests:]
        office.close()


def test_mail_arrives_and_what_she_does_reaches_the_server(office: Office, server: DemoMailbox) -> None:
    for number in range(5):
        server.deliver(f"Thư {number}")
    office.round()
    server.deliver("Mới")
    arrived = [one for event in office.round() if isinstance(event, MailboxChanges) for one in event.arrived]
    assert [one.subject for one in office.mailbox.summaries(arrived)] == ["Mới"]
    ids = dict(zip(office.subjects(), office.ids(FolderRole.INBOX), strict=True))
    office.mailbox.mark_read([ids["Thư 0"]])
    office.mailbox.flag([ids["Thư 1"]])
    office.mailbox.delete([ids["Thư 2"], ids["Thư 3"]])
    office.mailbox.delete([ids["Thư 3"]])
    office.mailbox.mark_read([ids["Thư 2"]])

    def check() -> None:
        assert office.subjects() == ["Mới", "Thư 4", "Thư 1", "Thư 0"]
        assert office.subjects(FolderRole.DELETED) == ["Thư 2"]
        (summary,) = office.mailbox.summaries([ids["Thư 0"]])
        assert summary.is_read
        inbox = office.mailbox.folders()[0]
        assert (inbox.total_count, inbox.unread_count) == (4, 3)

    check()
    for _ in office.sync.round():
        check()
    office.round()
    check()
    assert {one.subject for one in server.items("inbox")} == {"Mới", "Thư 4", "Thư 1", "Thư 0"}
    (deleted,) = server.items("deleteditems")
    assert (deleted.subject, deleted.is_read) == ("Thư 2", True)
    assert next(one.flag for one in server.items("inbox") if one.subject == "Thư 1") == "Flagged"


def test_a_mail_with_a_file_goes_out_once_though_the_answer_is_lost(office: Office, server: DemoMailbox) -> None:
    office.round()
    file = NewAttachment("ke_hoach.pdf", "application/pdf", bytes(range(256)) * 2000)
    office.mailbox.send(a_draft("Gửi kế hoạch", attachments=(file,)))
    server.cut_after_commit("SendItem")
    office.round()
    for _ in range(3):
        if office.mailbox.outbox()[0].state is OutgoingState.SENT:
            break
        office.round()
    assert office.mailbox.outbox()[0].state is OutgoingState.SENT
    assert len(server.sent) == 1
    office.round()
    (item_id,) = office.ids(FolderRole.SENT)
    assert office.mailbox.attachment_content(item_id, 0) == file.content
    assert office.subjects(FolderRole.DRAFTS) == []


def test_cut_connections_cost_time_but_no_message(office: Office, server: DemoMailbox) -> None:
    for number in range(60):
        server.deliver(f"Thư {number}")
    rounds = 0
    for cut_after in (2, 3, 4, 5, 6):
        server.cut_connection_after(cut_after)
        events = office.sync.round()
        try:
            for rounds, _ in enumerate(events):
                if rounds > 25:
                    break
        except Exception as error:
            assert type(error).__module__ == "mail.errors", error
        events.close()  # type: ignore[attr-defined]
        office.begin_again()
    server.behave()
    office.round()
    assert sorted(office.subjects()) == sorted(f"Thư {number}" for number in range(60))
    assert all(one.has_body for one in office.mailbox.summaries(office.ids(FolderRole.INBOX)))


def test_a_letter_with_its_picture_reaches_the_server_as_it_was_written(office: Office) -> None:
    list(office.sync.round())
    picture = NewAttachment("dau.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(900), content_id="p1@thu")
    file = NewAttachment("Báo cáo.docx", "application/msword", b"doc" * 500)
    html = letter('<p style="margin:0"><b>Kính gửi</b> <img src="cid:p1@thu"></p>', "<p>Thư gốc</p>")
    draft = replace(
        a_draft("Thư có ảnh", attachments=(file, picture)), html=html, importance="High", wants_receipt=True
    )
    office.mailbox.send(draft, datetime.now(UTC) + timedelta(seconds=2), is_scheduled=True)
    office.round()
    assert office.subjects(FolderRole.SENT)[:1] != ["Thư có ảnh"], "not before its moment"
    due_in = office.sync.due_in()
    assert due_in is not None and due_in <= 2
    assert eventually(lambda: (office.sync.due_in() is None) or None)
    office.round()
    assert office.mailbox.outbox()[0].state is OutgoingState.SENT
    sent = office.ids(FolderRole.SENT)[0]
    message = office.mailbox.message(sent)
    assert message is not None and message.summary.subject == "Thư có ảnh" and message.summary.importance == "High"
    assert message.html is not None and "Thư gốc" in message.html and "Times New Roman" in message.html
    kinds = [(one.name, one.content_id, one.is_inline) for one in message.attachments]
    assert sorted(kinds, key=str) == sorted([("dau.png", "p1@thu", True), ("Báo cáo.docx", None, False)], key=str)
    mime = office.mailbox.mime(sent) or b""
    assert b"Disposition-Notification-To:" in mime


@pytest.mark.parametrize("place", ["deleteditems", "outbox"])
def test_a_mail_whose_sent_copy_was_taken_elsewhere_does_not_stay_in_doubt(
    office: Office, server: DemoMailbox, place: str
) -> None:
    office.round()
    office.mailbox.send(a_draft("Gửi một lần"))
    server.cut_after_commit("SendItem")
    list(office.sync.perform_pending())
    assert office.mailbox.outbox()[0].state is OutgoingState.UNKNOWN
    (copy,) = server.items("sentitems")
    server.move(copy.id, place)
    list(office.sync.perform_pending())
    assert office.mailbox.outbox()[0].state is OutgoingState.SENT
    assert len(server.sent) == 1


def test_a_draft_thrown_away_before_it_was_sent_is_not_said_to_be_sent(office: Office, server: DemoMailbox) -> None:
    office.round()
    office.mailbox.send(a_draft("Chưa gửi"))
    server.cut_before_commit("SendItem")
    list(office.sync.perform_pending())
    (copy,) = server.items("drafts")
    server.move(copy.id, "deleteditems")
    for _ in range(2):
        list(office.sync.perform_pending())
    assert office.mailbox.outbox()[0].state is OutgoingState.UNKNOWN
    assert len(server.sent) == 0
