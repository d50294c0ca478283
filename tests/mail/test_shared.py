"""Shared mailboxes beside hers: one face, each in its own store, none in the way of another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from mail import (
    ActionRefused,
    FolderId,
    FolderRole,
    ItemId,
    JoinedAttachmentIndexer,
    MailboxSync,
    MailboxWithShared,
    MailSettings,
    Offline,
    Person,
    Refused,
    SharedMailbox,
    SharedMailboxFailed,
    SharedMailSync,
    WrongPassword,
)
from tests.mail.builders import KEY, a_mime, a_moment
from tests.mail.fake_gateway import DELETED, INBOX, SENT, FakeMailboxGateway
from tests.text_extraction.files import a_docx

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
OFFICE = SharedMailbox(Person("Văn phòng Bộ", "vanphong@boldptxh.example"))
LEGAL = SharedMailbox(Person("Vụ Pháp chế", "phapche@boldptxh.example"))


@dataclass
class World:
    own: FakeMailboxGateway
    office: FakeMailboxGateway
    legal: FakeMailboxGateway
    mailbox: MailboxWithShared
    own_sync: MailboxSync
    shared_sync: SharedMailSync
    path: Path

    def round(self) -> list[object]:
        return [*self.own_sync.round(), *self.shared_sync.round()]

    def folder(self, name: str, role: FolderRole = FolderRole.INBOX) -> FolderId:
        """The folder of this role below the root named for the owner."""
        folders = self.mailbox.folders()
        root = next(one for one in folders if one.name == name)
        return next(one.id for one in folders if one.parent_id == root.id and one.role is role)

    def subjects(self, folder: FolderId) -> list[str]:
        return [row.subject for row in self.mailbox.summaries(self.mailbox.message_ids(folder))]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    own, path = FakeMailboxGateway(), tmp_path / "mail.db"
    office, legal = FakeMailboxGateway(owner=OFFICE.owner), FakeMailboxGateway(owner=LEGAL.owner)
    own.shared.mailboxes = {OFFICE.address: office, LEGAL.address: legal}
    own.deliver("Thư của tôi")
    office.deliver("Thư của văn phòng")
    with (
        closing(MailboxWithShared(path, KEY)) as mailbox,
        closing(MailboxSync(own, path, KEY, SETTINGS)) as own_sync,
        closing(SharedMailSync(lambda: own, path, KEY, SETTINGS)) as shared_sync,
    ):
        yield World(own, office, legal, mailbox, own_sync, shared_sync, path)


def test_its_folders_stand_under_its_owners_name(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    assert [one.name for one in world.mailbox.folders()] == ["Văn phòng Bộ"]  # at once, before anything has come
    world.round()
    inbox = world.folder("Văn phòng Bộ")
    assert world.subjects(inbox) == ["Thư của văn phòng"] and world.subjects(INBOX) == ["Thư của tôi"]
    (item,) = world.mailbox.message_ids(inbox)
    message = world.mailbox.message(item)
    assert message is not None and message.summary.id == item and message.summary.folder_id == inbox
    assert world.mailbox.mime(item) is not None
    (row,) = world.mailbox.summaries([item])
    assert row.has_body and row.id == item


def test_what_its_sync_tells_names_its_folders_as_the_window_does(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    world.office.deliver("Thư mới")
    told = list(world.shared_sync.round())
    inbox = world.folder("Văn phòng Bộ")
    assert any(inbox in getattr(event, "folder_ids", ()) for event in told)
    newest = world.mailbox.message_ids(inbox)[0]
    assert any(newest in getattr(event, "item_ids", ()) for event in told)
    assert not any(getattr(event, "arrived", ()) for event in told)


def test_acts_go_to_its_server_and_undo_takes_back_the_newest_of_all(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    (own,), (other,) = world.mailbox.message_ids(INBOX), world.mailbox.message_ids(world.folder("Văn phòng Bộ"))
    world.mailbox.flag([own])
    world.mailbox.delete([other])
    world.mailbox.categorise([own, other], add=["Khẩn"])
    assert world.subjects(world.folder("Văn phòng Bộ")) == []
    world.round()
    (there,) = world.office.items.values()
    assert there.summary.folder_id == DELETED and there.summary.categories == ("Khẩn",)
    assert world.mailbox.undo() and world.mailbox.undo()  # the categories, in either mailbox
    assert world.mailbox.undo()  # the deletion
    assert world.subjects(world.folder("Văn phòng Bộ")) == ["Thư của văn phòng"]
    world.round()
    (mine,) = world.own.items.values()
    assert mine.summary.is_flagged and mine.summary.categories == ()
    assert world.mailbox.undo()  # the flag
    world.round()
    assert not next(iter(world.own.items.values())).summary.is_flagged
    assert not world.mailbox.undo()


def test_nothing_is_moved_from_one_mailbox_into_another(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    inbox = world.folder("Văn phòng Bộ")
    (own,), (other,) = world.mailbox.message_ids(INBOX), world.mailbox.message_ids(inbox)
    for items, target in (([own], inbox), ([other], INBOX), ([own, other], INBOX), ([other], FolderId(inbox[:10]))):
        with pytest.raises(Refused):
            world.mailbox.move(items, target)
    assert world.subjects(INBOX) == ["Thư của tôi"] and world.subjects(inbox) == ["Thư của văn phòng"]
    world.mailbox.move([other], world.folder("Văn phòng Bộ", FolderRole.ARCHIVE))
    world.round()
    assert world.subjects(world.folder("Văn phòng Bộ", FolderRole.ARCHIVE)) == ["Thư của văn phòng"]


def test_a_search_finds_in_all_of_them_newest_first(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.own.deliver("Họp giao ban tuần này", received_at=a_moment(10))
    world.office.deliver("Họp giao ban", received_at=a_moment(20))
    world.own.deliver("Hop giao ban", received_at=a_moment(30))
    world.office.deliver("hop GIAO ban", received_at=a_moment(40))
    world.round()

    def found(words: str, limit: int = 200) -> list[str]:
        ids = world.mailbox.search(words, limit=limit)
        return [row.subject for row in world.mailbox.summaries(ids)]

    assert found("họp giao ban") == ["Họp giao ban", "Họp giao ban tuần này", "hop GIAO ban", "Hop giao ban"]
    assert found("hop giao ban", 2) == ["hop GIAO ban", "Hop giao ban"]
    assert world.mailbox.find("họp giao ban").exact == 2
    assert found("không có chữ này") == []


@pytest.mark.parametrize(
    ("words", "subjects"),
    [
        ('giao ban trong:"Văn phòng Bộ"', ["Giao ban văn phòng, đã gửi", "Giao ban văn phòng"]),
        ("giao ban trong:van-phong", ["Giao ban văn phòng, đã gửi", "Giao ban văn phòng"]),
        ('giao ban trong:"Văn phòng Bộ/Hộp thư đến"', ["Giao ban văn phòng"]),
        ("giao ban in:van-phong-bo/da-gui", ["Giao ban văn phòng, đã gửi"]),
        ("giao ban trong:da-gui", ["Giao ban văn phòng, đã gửi"]),
        ("giao ban trong:hộp-thư-đến", ["Giao ban văn phòng", "Giao ban của tôi"]),
        ("trong:van-phong-bo/hop-thu-den", ["Giao ban văn phòng", "Thư của văn phòng"]),
        ("giao ban", ["Giao ban văn phòng, đã gửi", "Giao ban văn phòng", "Giao ban của tôi"]),
    ],
)
def test_a_search_in_a_folder_knows_the_folders_of_all(world: World, words: str, subjects: list[str]) -> None:
    world.mailbox.open_shared(OFFICE)
    world.own.deliver("Giao ban của tôi", received_at=a_moment(10))
    world.office.deliver("Giao ban văn phòng", received_at=a_moment(20))
    world.office.deliver("Giao ban văn phòng, đã gửi", folder_id=SENT, received_at=a_moment(30))
    world.round()
    found = world.mailbox.find(words)
    assert [row.subject for row in world.mailbox.summaries(found.ids)] == subjects and found.problems == ()


def test_a_folder_no_mailbox_has_is_said_once_and_finds_nothing(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    for name in ("khong-co", "van-phong-bo/khong-co", "khong-co/den"):
        found = world.mailbox.find(f"thư trong:{name}")
        assert found.ids == [] and [problem.words for problem in found.problems] == [name]


def test_words_in_attachments_of_shared_mailboxes_are_found_too(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.mailbox.open_shared(LEGAL)
    file = a_mime("Có phụ lục", attachment=a_docx("Phụ lục về thuế tàu bay"), attachment_name="phu luc.docx")
    world.own.deliver(mime=file)
    world.office.deliver(mime=file)
    world.round()
    assert world.mailbox.search("tau bay") == []
    with closing(JoinedAttachmentIndexer(world.path, KEY)) as indexer:
        read = list(indexer.catch_up())
    assert sorted(read) == sorted(world.mailbox.search("tau bay")) and len({one[:10] for one in read}) == 2


def test_conversations_stay_within_a_mailbox(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    for minute, subject in ((10, "Xin ý kiến"), (20, "Re: Xin ý kiến")):
        world.office.deliver(subject, received_at=a_moment(minute))
        world.own.deliver(subject, received_at=a_moment(minute))
    world.round()
    inbox = world.folder("Văn phòng Bộ")
    ids = world.mailbox.message_ids(inbox)
    newest, own_newest = ids[0], world.mailbox.message_ids(INBOX)[0]
    around = [row.id for row in world.mailbox.conversations.around(newest)]
    own_around = [row.id for row in world.mailbox.conversations.around(own_newest)]
    assert newest in around and all(one.startswith(newest[:10]) for one in around)
    assert own_newest in own_around and not any(one.startswith("@") for one in own_around)
    assert len(around) == len(own_around)
    grouped = world.mailbox.conversations.newest_of_each(ids)
    assert len(ids) - len(grouped) == len(around) - 1
    rows = world.mailbox.conversations.rows(inbox, grouped)
    assert [row.count for row in rows.values()] == ([len(around)] if len(around) > 1 else [])


def test_one_that_fails_is_said_once_and_keeps_nobody_waiting(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.mailbox.open_shared(LEGAL)
    world.legal.deliver("Thư của vụ")
    world.own.shared.closed.add(OFFICE.address)
    told = [event for _ in range(3) for event in world.round() if isinstance(event, SharedMailboxFailed)]
    assert [(one.mailbox, type(one.error), one.error.args) for one in told] == [(OFFICE, Refused, ("NotShared",))]
    assert world.subjects(world.folder("Vụ Pháp chế")) == ["Thư của vụ"]
    world.own.shared.closed.clear()
    world.round()
    assert world.subjects(world.folder("Văn phòng Bộ")) == ["Thư của văn phòng"]


def test_when_another_mailboxs_mail_would_come_nothing_is_taken(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.own.shared.gives_own.add(OFFICE.address)
    (told,) = [event for event in world.round() if isinstance(event, SharedMailboxFailed)]
    assert told.error.args == ("NotTheOwnersMailbox",)
    assert world.office.calls in ([], ["close"])


@pytest.mark.parametrize("error", [Offline("x"), WrongPassword("hanh")])
def test_what_is_the_same_for_all_ends_the_round(world: World, error: Exception) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    world.office.fail(error, method="folders")
    with pytest.raises(type(error)):
        list(world.shared_sync.round())


def test_a_refused_act_is_told_with_the_windows_ids(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    (item,) = world.mailbox.message_ids(world.folder("Văn phòng Bộ"))
    world.mailbox.flag([item])
    world.office.fail(Refused("ErrorAccessDenied"), method="perform")
    (refused,) = [event for event in world.round() if isinstance(event, ActionRefused)]
    assert refused.action.item_id == item


def test_closed_it_is_shown_and_fetched_no_more_and_opened_again_it_is_here_at_once(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    item = world.mailbox.message_ids(world.folder("Văn phòng Bộ"))[0]
    world.mailbox.close_shared(OFFICE.owner.address.upper())
    assert world.mailbox.shared() == [] and world.mailbox.folders()[0].id == INBOX
    world.office.calls.clear()
    world.round()
    assert set(world.office.calls) <= {"close"}
    assert ItemId(item) not in [row.id for row in world.mailbox.summaries(world.mailbox.message_ids(INBOX))]
    world.mailbox.open_shared(OFFICE)
    assert world.subjects(world.folder("Văn phòng Bộ")) == ["Thư của văn phòng"]


def test_its_store_is_encrypted_and_its_name_tells_nobody_whose(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    world.round()
    files = [path for path in world.path.parent.iterdir() if path.name.startswith("shared-")]
    assert files and not any("vanphong" in path.name for path in files)
    content = b"".join(path.read_bytes() for path in files)
    for canary in ("Thư của văn phòng", "vanphong@boldptxh.example", "Kính gửi"):
        assert canary.encode() not in content


def test_her_own_mail_comes_first(world: World) -> None:
    world.mailbox.open_shared(OFFICE)
    may_begin = False
    with closing(SharedMailSync(lambda: world.own, world.path, KEY, SETTINGS, lambda: may_begin)) as waiting:
        assert list(waiting.round()) == [] and world.office.calls == []
        may_begin = True
        assert list(waiting.round())
