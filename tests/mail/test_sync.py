"""One round after the other against a server in memory: what the local copy then shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mail import (
    ActionRefused,
    Folder,
    FolderId,
    FolderRole,
    ItemId,
    Mailbox,
    MailboxChanges,
    MailboxSync,
    MailSettings,
    Offline,
    Refused,
    ServerBusy,
    SyncEvent,
    SyncProgress,
    WrongPassword,
    open_mailbox,
)
from tests.mail.builders import KEY, a_mime
from tests.mail.fake_gateway import ARCHIVE, DELETED, DRAFTS, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",), body_chunk=4)


class Desk:
    """The window's mailbox and the service's sync on one store, with a server in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.server = FakeMailboxGateway(page_size=5)
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.sync = MailboxSync(self.server, path, KEY, SETTINGS)

    def round(self) -> list[SyncEvent]:
        return list(self.sync.round())

    def subjects(self, folder_id: FolderId = INBOX, *, unread_only: bool = False) -> list[str]:
        ids = self.mailbox.message_ids(folder_id, unread_only=unread_only)
        return [summary.subject for summary in self.mailbox.summaries(ids)]

    def id_of(self, subject: str, folder_id: FolderId = INBOX) -> ItemId:
        ids = self.mailbox.message_ids(folder_id)
        return next(one.id for one in self.mailbox.summaries(ids) if one.subject == subject)

    def folder(self, folder_id: FolderId = INBOX) -> Folder:
        return next(folder for folder in self.mailbox.folders() if folder.id == folder_id)

    def kill_sync(self) -> None:
        """The service is gone in the middle of something; a new one starts."""
        self.sync.close()
        self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)

    def close(self) -> None:
        self.sync.close()
        self.mailbox.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "mail.db")
    yield desk
    desk.close()


def changes(events: list[SyncEvent]) -> list[MailboxChanges]:
    return [event for event in events if isinstance(event, MailboxChanges)]


def arrived(events: list[SyncEvent]) -> list[ItemId]:
    return [item_id for event in changes(events) for item_id in event.arrived]


def test_the_first_round_brings_folders_messages_and_bodies(desk: Desk) -> None:
    for number in range(12):
        desk.server.deliver(f"Thư {number}", f"Nội dung {number}")
    events = desk.round()
    assert desk.subjects() == [f"Thư {number}" for number in range(11, -1, -1)]
    assert [folder.role for folder in desk.mailbox.folders()][:2] == [FolderRole.INBOX, FolderRole.DRAFTS]
    assert (desk.folder().total_count, desk.folder().unread_count) == (12, 12)
    message = desk.mailbox.message(desk.id_of("Thư 7"))
    assert message is not None and "Nội dung 7" in message.text
    assert [event for event in events if isinstance(event, SyncProgress)][-1] == SyncProgress(12, 12)
    assert arrived(events) == []
    assert desk.mailbox.owner() == desk.server.owner


def test_a_second_round_asks_for_no_body_again(desk: Desk) -> None:
    desk.server.deliver()
    desk.round()
    desk.server.calls.clear()
    desk.round()
    assert "bodies" not in desk.server.calls


def test_only_unread_mail_new_in_the_inbox_is_announced(desk: Desk) -> None:
    desk.server.deliver("Cũ")
    desk.round()
    desk.server.deliver("Mới")
    desk.server.deliver("Đã đọc nơi khác", is_read=True)
    desk.server.deliver("Lưu trữ", folder_id=ARCHIVE)
    assert arrived(desk.round()) == [desk.id_of("Mới")]
    assert arrived(desk.round()) == []


def test_changes_made_elsewhere_come_in(desk: Desk) -> None:
    read, gone, moved, rewritten = (desk.server.deliver(name) for name in ("Đọc", "Xoá", "Chuyển", "Sửa"))
    desk.round()
    desk.server.mark_read(read)
    desk.server.remove(gone)
    desk.server.move(moved, ARCHIVE)
    desk.server.rewrite(rewritten, "Đã sửa", "chữ mới")
    desk.round()
    assert desk.subjects() == ["Đã sửa", "Đọc"]
    assert desk.subjects(unread_only=True) == ["Đã sửa"]
    assert desk.subjects(ARCHIVE) == ["Chuyển"]
    message = desk.mailbox.message(desk.id_of("Đã sửa"))
    assert message is not None and "chữ mới" in message.text


def test_what_she_does_shows_at_once_and_is_performed(desk: Desk) -> None:
    for name in ("Một", "Hai", "Ba", "Bốn"):
        desk.server.deliver(name)
    desk.round()
    desk.mailbox.mark_read([desk.id_of("Một")])
    desk.mailbox.flag([desk.id_of("Hai")])
    desk.mailbox.move([desk.id_of("Ba")], ARCHIVE)
    desk.mailbox.delete([desk.id_of("Bốn")])

    def check() -> None:
        assert desk.subjects() == ["Hai", "Một"]
        assert desk.subjects(unread_only=True) == ["Hai"]
        assert desk.subjects(ARCHIVE) == ["Ba"]
        assert desk.subjects(DELETED) == ["Bốn"]
        assert desk.mailbox.summaries([desk.id_of("Hai")])[0].is_flagged
        counts = {folder.id: (folder.total_count, folder.unread_count) for folder in desk.mailbox.folders()}
        assert (counts[INBOX], counts[ARCHIVE], counts[DELETED]) == ((2, 1), (1, 1), (1, 1))

    check()
    for _ in desk.sync.round():
        check()  # nothing flickers back while it is performed and comes back from the server
    check()
    assert {item.summary.subject for item in desk.server.items.values() if item.summary.folder_id == INBOX} == {
        "Một",
        "Hai",
    }
    desk.round()
    check()


@pytest.mark.parametrize("tells_id", [True, False])
@pytest.mark.parametrize("keeps_ids", [True, False])
def test_a_deleted_mail_keeps_its_id_and_body(desk: Desk, tells_id: bool, keeps_ids: bool) -> None:
    desk.server.tells_new_ids = tells_id
    desk.server.keeps_ids = keeps_ids
    desk.server.deliver("Xoá")
    desk.round()
    item_id = desk.id_of("Xoá")
    desk.mailbox.delete([item_id])
    desk.server.calls.clear()
    desk.round()
    assert desk.mailbox.message_ids(DELETED) == [item_id]
    assert desk.mailbox.message(item_id) is not None
    assert "bodies" not in desk.server.calls
    desk.mailbox.delete([item_id])
    assert desk.mailbox.message_ids(DELETED) == []
    desk.round()
    assert desk.server.items == {}
    assert desk.mailbox.summaries([item_id]) == []


def test_later_acts_follow_a_moved_mail(desk: Desk) -> None:
    desk.server.tells_new_ids = False
    desk.server.deliver("Đi đây đó")
    desk.round()
    item_id = desk.id_of("Đi đây đó")
    desk.mailbox.mark_read([item_id])
    desk.mailbox.delete([item_id])
    desk.mailbox.flag([item_id])
    desk.mailbox.move([item_id], ARCHIVE)
    desk.round()
    desk.round()
    (item,) = desk.server.items.values()
    assert (item.summary.folder_id, item.summary.is_read, item.summary.is_flagged) == (ARCHIVE, True, True)
    assert desk.mailbox.message_ids(ARCHIVE) == [item_id]


def test_a_refused_act_is_taken_back_and_told(desk: Desk) -> None:
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.move([item_id], ARCHIVE)
    desk.server.fail(Refused("ErrorAccessDenied"), method="perform")
    refused = [event for event in desk.sync.perform_pending() if isinstance(event, ActionRefused)]
    assert [event.code for event in refused] == ["ErrorAccessDenied"]
    assert desk.subjects() == ["Thư"] and desk.subjects(ARCHIVE) == []
    assert not desk.mailbox.undo()


def test_a_busy_server_costs_nothing_that_was_applied(desk: Desk) -> None:
    for number in range(12):
        desk.server.deliver(f"Thư {number}")
    desk.server.fail(ServerBusy(7.0), method="changes", after=3)
    with pytest.raises(ServerBusy) as error:
        desk.round()
    assert error.value.retry_after == 7.0
    assert len(desk.subjects()) == 10
    desk.round()
    assert len(desk.subjects()) == 12


def test_offline_and_a_wrong_password_end_the_round_before_anything_else(desk: Desk) -> None:
    for error in (Offline("mail"), WrongPassword("hanh")):
        desk.server.calls.clear()
        desk.server.fail(error, method="check_sign_in")
        with pytest.raises(type(error)):
            desk.round()
        assert desk.server.calls == ["check_sign_in"]


def test_bodies_go_on_where_they_were_cut_off(desk: Desk) -> None:
    for number in range(30):
        desk.server.deliver(f"Thư {number}")
    desk.server.fail(Offline("mail"), method="body", after=11)
    with pytest.raises(Offline):
        desk.round()
    with_body = [one.subject for one in desk.mailbox.summaries(desk.mailbox.message_ids(INBOX)) if one.has_body]
    assert with_body == [f"Thư {number}" for number in range(29, 19, -1)]
    desk.kill_sync()
    desk.server.calls.clear()
    desk.round()
    assert desk.server.calls.count("body") == 20
    assert all(one.has_body for one in desk.mailbox.summaries(desk.mailbox.message_ids(INBOX)))


def test_a_lost_sync_state_neither_doubles_nor_fetches_again(desk: Desk) -> None:
    for number in range(12):
        desk.server.deliver(f"Thư {number}")
    desk.round()
    desk.server.remove(desk.server.ids_in(INBOX)[3])
    desk.server.lose_sync_states()
    desk.server.deliver("Mới")
    before = desk.subjects()
    desk.server.calls.clear()
    events: list[SyncEvent] = []
    for event in desk.sync.round():
        events.append(event)
        assert len(desk.subjects()) >= 12  # the list on the screen never empties meanwhile
    assert desk.subjects() == ["Mới", *before[:3], *before[4:]]
    assert desk.server.calls.count("body") == 1
    assert arrived(events) == [desk.id_of("Mới")]


def test_a_kill_while_listing_again_is_made_up_for(desk: Desk) -> None:
    for number in range(12):
        desk.server.deliver(f"Thư {number}")
    desk.round()
    desk.server.remove(desk.server.ids_in(INBOX)[3])
    desk.server.lose_sync_states()
    for many in (4, 1, 6):
        events = desk.sync.round()
        for _ in range(many):
            next(events)
        desk.kill_sync()
    desk.round()
    assert len(desk.subjects()) == 11
    assert all(one.has_body for one in desk.mailbox.summaries(desk.mailbox.message_ids(INBOX)))


def test_a_folder_gone_on_the_server_goes_with_its_messages(desk: Desk) -> None:
    projects = desk.server.add_folder("Đề án")
    for number in range(3):
        desk.server.deliver(f"Đề án {number}", folder_id=projects)
    desk.server.deliver("Thư")
    desk.round()
    desk.mailbox.move([desk.id_of("Thư")], projects)
    desk.server.remove_folder(projects)
    events = desk.round()
    assert projects not in [folder.id for folder in desk.mailbox.folders()]
    assert any(isinstance(event, ActionRefused) for event in events)
    assert desk.subjects() == ["Thư"]
    assert desk.mailbox.search("de an") == []


def test_undo_deletes_what_is_pending_and_turns_back_what_was_done(desk: Desk) -> None:
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.move([item_id], ARCHIVE)
    assert desk.mailbox.undo()
    desk.server.calls.clear()
    desk.round()
    assert "perform" not in desk.server.calls and desk.subjects() == ["Thư"]
    desk.mailbox.mark_read([item_id])
    desk.mailbox.delete([item_id])
    desk.round()
    assert desk.mailbox.undo()
    assert desk.subjects() == ["Thư"]
    desk.round()
    assert desk.subjects() == ["Thư"] and desk.server.ids_in(DELETED) == []
    assert desk.subjects(unread_only=True) == []
    assert desk.mailbox.undo()
    assert desk.subjects(unread_only=True) == ["Thư"]
    assert not desk.mailbox.undo()


def test_undo_passes_over_what_happened_by_itself(desk: Desk) -> None:
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.flag([item_id])
    desk.mailbox.mark_read([item_id], undoable=False)
    assert desk.mailbox.undo()
    (summary,) = desk.mailbox.summaries([item_id])
    assert (summary.is_flagged, summary.is_read) == (False, True)


def test_a_draft_rewritten_elsewhere_is_fetched_again(desk: Desk) -> None:
    draft = desk.server.deliver("Bản thảo", "chữ cũ", folder_id=DRAFTS)
    desk.round()
    desk.server.rewrite(draft, "Bản thảo", "chữ mi")
    desk.round()
    message = desk.mailbox.message(desk.id_of("Bản thảo", DRAFTS))
    assert message is not None and "chữ mi" in message.text


def test_a_body_the_server_never_gives_is_not_asked_for_for_ever(desk: Desk) -> None:
    desk.server.deliver("Có")
    lost = desk.server.deliver("Không")
    desk.round()
    desk.server.rewrite(lost, "Không", "x")
    given = desk.server.bodies
    desk.server.bodies = lambda ids: (raw for raw in given(ids) if raw.item_id != lost)  # type: ignore[method-assign]
    for _ in range(7):
        desk.round()
    desk.server.calls.clear()
    events = desk.round()
    assert "bodies" not in desk.server.calls
    assert not [event for event in events if isinstance(event, SyncProgress)]


def test_a_large_message_is_kept_whole(desk: Desk) -> None:
    content = bytes(range(256)) * 20_000
    desk.server.deliver(mime=a_mime("Lớn", attachment=content))
    desk.round()
    item_id = desk.id_of("Lớn")
    assert desk.mailbox.attachment_content(item_id, 0) == content
    saved = desk.mailbox.save_attachment(item_id, 0, desk.path.parent)
    again = desk.mailbox.save_attachment(item_id, 0, desk.path.parent)
    assert saved.read_bytes() == content and (saved.name, again.name) == ("ke_hoach.pdf", "ke_hoach (2).pdf")
