"""An Exchange 2010 SP2: the same day's work, with what it knows; the rest is refused in words."""

from __future__ import annotations

import base64
import http.client
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MeetingRequest
from mail import Account, FolderRole, ItemId, Mailbox, MailSettings, OutgoingState, Refused, open_mailbox
from mail.calendar.gateway import WholeItem
from mail.calendar.model import Answer
from mail.ews.gateway import EwsMailboxGateway
from mail.sync import MailboxSync
from tests.mail.builders import KEY, a_draft
from tests.waiting import eventually
from ui.error_messages import describe


class Office:
    def __init__(self, box: DemoMailbox, path: Path) -> None:
        settings = MailSettings(box.url, ("boldptxh.example",), page_size=40, body_chunk=8, timeout=5.0)
        self.gateway = EwsMailboxGateway(settings, Account(box.address, box.user_name), box.password)
        self.sync = MailboxSync(self.gateway, path, KEY, settings)
        self.mailbox: Mailbox = open_mailbox(path, KEY)

    def round(self) -> None:
        for _ in self.sync.round():
            pass

    def ids(self, role: FolderRole) -> dict[str, ItemId]:
        ids = self.mailbox.message_ids(next(one.id for one in self.mailbox.folders() if one.role is role))
        return {one.subject: one.id for one in self.mailbox.summaries(ids)}

    def close(self) -> None:
        self.sync.close()
        self.gateway.close()
        self.mailbox.close()


@pytest.fixture
def box() -> Iterator[DemoMailbox]:
    with DemoMailbox() as box:
        box.speak_as_2010()
        yield box


@pytest.fixture
def office(box: DemoMailbox, tmp_path: Path) -> Iterator[Office]:
    office = Office(box, tmp_path / "mail.db")
    yield office
    office.close()


def asked(box: DemoMailbox, version: str, operation: str) -> tuple[int, bytes]:
    parts = urlsplit(box.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    namespaces = " ".join(
        f'xmlns:{prefix}="http://schemas.microsoft.com/exchange/services/2006/{name}"'
        for prefix, name in (("m", "messages"), ("t", "types"))
    )
    request = (
        f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" {namespaces}><s:Header>'
        f'<t:RequestServerVersion Version="{version}"/></s:Header><s:Body>{operation}</s:Body></s:Envelope>'
    )
    password = base64.b64encode(f"{box.user_name}:{box.password}".encode()).decode()
    connection.request("POST", parts.path, request.encode(), {"Authorization": f"Basic {password}"})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, content


def sync_of(*fields: str) -> str:
    paths = "".join(f'<t:FieldURI FieldURI="{name}"/>' for name in fields)
    return (
        "<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>"
        f"{paths}</t:AdditionalProperties></m:ItemShape><m:SyncFolderId><t:DistinguishedFolderId Id='inbox'/>"
        "</m:SyncFolderId><m:MaxChangesReturned>2</m:MaxChangesReturned></m:SyncFolderItems>"
    )


def test_the_server_really_is_the_older_one(box: DemoMailbox) -> None:
    status, content = asked(box, "Exchange2013_SP1", sync_of("item:Subject"))
    assert status == 500 and b"ErrorInvalidServerVersion" in content and b'MajorVersion="14"' in content
    status, content = asked(box, "Exchange2010_SP2", sync_of("item:Subject", "item:Flag"))
    assert status == 500 and b"ErrorSchemaValidation" in content
    status, content = asked(box, "Exchange2010_SP2", sync_of("item:Subject").replace("IdOnly", "AllProperties"))
    assert status == 200 and b"<t:Subject>" in content and b"<t:Flag>" not in content and b"<t:Preview>" not in content
    assert b'Version="Exchange2010_SP2"' in content


def test_the_whole_mailbox_comes_in_and_a_day_is_worked(box: DemoMailbox, office: Office) -> None:
    office.round()
    for folder in office.mailbox.folders():
        theirs = next(one for one in box.folders if one.name == folder.name)
        ids = office.mailbox.message_ids(folder.id)
        assert len(ids) == folder.total_count == theirs.total_count, folder.name
        assert all(one.has_body and one.preview for one in office.mailbox.summaries(ids))
    inbox = next(one.id for one in office.mailbox.folders() if one.role is FolderRole.INBOX)
    flagged = {one.subject for one in office.mailbox.summaries(office.mailbox.message_ids(inbox)) if one.is_flagged}
    assert flagged == {one.subject for one in box.items("inbox") if one.flag == "Flagged"} != set()
    box.deliver("Việc một")
    box.deliver("Việc hai")
    box.deliver("Việc ba")
    office.round()
    ids = office.ids(FolderRole.INBOX)
    office.mailbox.mark_read([ids["Việc một"]])
    office.mailbox.flag([ids["Việc một"], ids["Việc hai"]])
    junk = next(one.id for one in office.mailbox.folders() if one.role is FolderRole.JUNK)
    office.mailbox.move([ids["Việc hai"]], junk)
    office.mailbox.delete([ids["Việc ba"]])
    office.mailbox.send(a_draft("Trả lời việc một"))
    office.round()
    office.round()
    one = next(item for item in box.items("inbox") if item.subject == "Việc một")
    two = next(item for item in box.items("junkemail") if item.subject == "Việc hai")
    assert (one.is_read, one.flag, two.flag) == (True, "Flagged", "Flagged")
    assert "Việc ba" in {item.subject for item in box.items("deleteditems")}
    assert [mail.subject for mail in box.sent] == ["Trả lời việc một"]
    assert office.mailbox.outbox()[0].state is OutgoingState.SENT
    assert "Trả lời việc một" in office.ids(FolderRole.SENT)
    office.mailbox.flag([ids["Việc một"]], False)
    office.round()
    office.round()
    assert next(item.flag for item in box.items("inbox") if item.subject == "Việc một") == "NotFlagged"
    (row,) = office.mailbox.summaries([office.ids(FolderRole.INBOX)["Việc một"]])
    assert row.is_read and not row.is_flagged
    now = datetime.now(UTC)
    assert office.mailbox.calendar.items(now - timedelta(400), now + timedelta(400)), "the calendar came, too"


def test_new_mail_is_told_and_questions_beside_are_answered(box: DemoMailbox, office: Office) -> None:
    box.heartbeat_seconds = 0.2
    inbox = next(one.id for one in office.gateway.folders(None).folders if one.role is FolderRole.INBOX)
    stream = office.gateway.notifications([inbox])
    next(stream)
    box.deliver("Mới")
    told = eventually(lambda: next(stream))
    assert told is not None and told.folder_ids == (inbox,)
    stream.close()  # type: ignore[attr-defined]
    refusals_before = sum(one == "GetFolder" for one in box.requests)
    beside = office.gateway.beside()
    assert beside.check_sign_in().address == box.address
    assert sum(one == "GetFolder" for one in box.requests) == refusals_before + 1, "which Exchange it is, is known"
    assert beside.quota is not None and beside.inbox_rules is not None
    beside.close()


def test_what_it_cannot_do_is_refused_in_words(box: DemoMailbox, office: Office) -> None:
    """Another time cannot be proposed: it would send the answer and leave the proposal out."""
    me, him = Correspondent("", box.address), Correspondent("Nam", "nam.tv@boldptxh.example")
    start = datetime.now(UTC) + timedelta(days=1)
    times = (start, start + timedelta(hours=1))
    message = box.deliver("Giấy mời họp", him, meeting=MeetingRequest("m1", "Giấy mời họp", *times, him, (me,)))
    sent = len(box.sent)
    office.gateway.check_sign_in()
    calendar = office.gateway.calendar
    found = calendar.find(WholeItem(box.event_of(message) or ""))
    with pytest.raises(Refused) as refused:
        calendar.respond(found, Answer.TENTATIVE, comment="", tell_organizer=True, proposed=times)
    assert "Exchange 2010" in describe(refused.value).text
    assert len(box.sent) == sent
    calendar.respond(found, Answer.ACCEPT, comment="", tell_organizer=True, proposed=None)
    assert len(box.sent) == sent + 1
    assert all(folder.role is not FolderRole.ARCHIVE for folder in office.gateway.folders(None).folders)
