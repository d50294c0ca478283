"""Conversations put together from headers: whatever order mails come in, whatever their senders wrote into them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail import FolderId, ItemId, Mailbox, MailboxSync, MailSettings, Person, open_mailbox
from mail.threads.hints import hint_of_mime, reference_keys, subject_key
from tests.mail.builders import HANH, KEY, MAI, NAM, a_moment
from tests.mail.fake_gateway import ARCHIVE, DELETED, DRAFTS, INBOX, SENT, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


def mime(
    name: str,
    subject: str,
    *,
    answers: tuple[str, ...] = (),
    sender: Person = NAM,
    to: tuple[Person, ...] = (HANH,),
    more: str = "",
) -> bytes:
    lines = [
        f"From: <{sender.address}>",
        "To: " + ", ".join(f"<{one.address}>" for one in to),
        f"Subject: {subject}",
        f"Message-ID: <{name}@boldptxh.example>" if name else "X-No-Id: 1",
    ]
    if answers:
        lines.append("References: " + "\r\n ".join(f"<{one}@boldptxh.example>" for one in answers))
        lines.append(f"In-Reply-To: <{answers[-1]}@boldptxh.example>")
    return ("\r\n".join([*lines, *filter(None, [more]), "", "Kính gửi."])).encode()


class Desk:
    def __init__(self, path: Path, *, tells_threads: bool) -> None:
        self.server = FakeMailboxGateway(page_size=3, tells_threads=tells_threads)
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.sync = MailboxSync(self.server, path, KEY, SETTINGS)
        self.minutes = itertools.count(1)

    def deliver(
        self, name: str, subject: str = "", folder: FolderId = INBOX, *, minute: int | None = None, **more: object
    ) -> ItemId:
        content = mime(name, subject or f"Subject of {name}", **more)  # type: ignore[arg-type]
        sender = more.get("sender", NAM)
        assert isinstance(sender, Person)
        when = a_moment(next(self.minutes) if minute is None else minute)
        return self.server.deliver(mime=content, folder_id=folder, received_at=when, sender=sender)

    def round(self) -> None:
        for _ in self.sync.round():
            pass

    def around(self, server_id: ItemId) -> list[str]:
        return [one.subject for one in self.mailbox.conversations.around(server_id)]

    def close(self) -> None:
        self.sync.close()
        self.mailbox.close()


@pytest.fixture(params=[True, False], ids=["the server tells", "from the bodies"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "mail.db", tells_threads=request.param)
    yield made
    made.close()


def test_question_own_answer_and_the_answer_to_it_are_one_conversation(desk: Desk) -> None:
    first = desk.deliver("a", "Hop giao ban")
    mine = desk.deliver("b", "Re: Hop giao ban", SENT, answers=("a",), sender=HANH)
    last = desk.deliver("c", "Tra loi khac han", answers=("a", "b"))
    other = desk.deliver("d", "Viec khac")
    desk.round()
    expected = ["Hop giao ban", "Re: Hop giao ban", "Tra loi khac han"]
    assert [desk.around(one) for one in (first, mine, last)] == [expected] * 3
    assert desk.around(other) == ["Viec khac"]


def test_the_whole_of_it_is_named_for_acts_but_what_was_thrown_away(desk: Desk) -> None:
    first = desk.deliver("a", "Hop giao ban")
    mine = desk.deliver("b", "Re: Hop giao ban", SENT, answers=("a",), sender=HANH)
    last = desk.deliver("c", "Re: Hop giao ban", answers=("a", "b"))
    desk.deliver("d", "Viec khac")
    desk.round()
    ids = {one: desk.mailbox.summaries([one])[0].id for one in (first, mine, last)}
    found = desk.mailbox.conversations.whole([first])
    assert {one for one, _, _ in found} == set(ids.values())
    assert {one: role.value for one, _, role in found}[ids[mine]] == "sentitems"
    assert desk.mailbox.conversations.whole([]) == []
    desk.mailbox.delete([ids[last]])
    assert {one for one, _, _ in desk.mailbox.conversations.whole([first])} == {ids[first], ids[mine]}
    assert ids[last] in {one for one, _, _ in desk.mailbox.conversations.whole([last])}


def test_answers_that_come_before_what_they_answer_meet_it_later(desk: Desk) -> None:
    last = desk.deliver("c", "Ba", answers=("b",))
    desk.round()
    desk.deliver("a", "Mot", minute=-20)
    desk.round()
    assert desk.around(last) == ["Ba"]
    desk.deliver("b", "Hai", answers=("a",), minute=-10)
    desk.round()
    assert desk.around(last) == ["Mot", "Hai", "Ba"]


def test_exchange_and_outlook_say_what_belongs_together_where_references_are_missing(desk: Desk) -> None:
    index = "Adr0" + "A" * 28
    one = desk.deliver("a", "Cong van so 5", more=f"Thread-Index: {index}")
    two = desk.deliver("b", "Ve viec khac", more=f"Thread-Index: {index}AAAAAAAA")
    other = desk.deliver("c", "Cong van so 5", more="Thread-Index: Adr1" + "B" * 28)
    desk.round()
    assert desk.around(one) == desk.around(two) == ["Cong van so 5", "Ve viec khac"]
    assert desk.around(other) == ["Cong van so 5"]


def test_a_bare_answer_finds_its_question_by_the_subject_and_the_people(desk: Desk) -> None:
    question = desk.deliver("a", "Bao cao thang 10", sender=NAM)
    answer = desk.deliver("", "RE: FW: Bao cao thang 10", SENT, sender=HANH, to=(NAM,))
    assert subject_key("Trả lời: V/v Báo cáo tháng 10")[0] == subject_key("v/v bao cao thang 10")[0]
    stranger = desk.deliver("x", "Re: Bao cao thang 10", sender=MAI, to=(Person("", "ai.do@example.net"),))
    late = desk.deliver("y", "Re: Bao cao thang 10", minute=60 * 24 * 80)
    for one in (stranger, late):
        desk.server.items[one].summary = _to(desk.server.items[one].summary, "khac@example.net")
    desk.server.items[answer].summary = _to(desk.server.items[answer].summary, NAM.address)
    desk.round()
    assert desk.around(question) == ["Bao cao thang 10", "RE: FW: Bao cao thang 10"]
    assert desk.around(stranger) == desk.around(late) == ["Re: Bao cao thang 10"]


def _to(summary: object, address: str) -> object:
    from dataclasses import replace

    return replace(summary, to=(Person("", address),))  # type: ignore[type-var]


def test_each_weeks_report_is_a_conversation_of_its_own(desk: Desk) -> None:
    reports = [desk.deliver(f"w{week}", "Bao cao tuan", minute=week * 10_080) for week in range(4)]
    desk.round()
    assert [desk.around(one) for one in reports] == [["Bao cao tuan"]] * 4


def test_loops_and_endless_chains_in_the_headers_harm_nothing(desk: Desk) -> None:
    desk.deliver("a", "Vong mot", answers=("b", "a"))
    loop = desk.deliver("b", "Vong hai", answers=("a", "b"))
    chain = desk.deliver("z", "Dai", answers=tuple(f"r{number}" for number in range(5000)))
    newest = desk.deliver("r4999", "Moi nhat")
    oldest = desk.deliver("r0", "Cu nhat")
    middle = desk.deliver("r2000", "O giua")
    desk.round()
    assert desk.around(loop) == ["Vong mot", "Vong hai"]
    assert desk.around(chain) == ["Dai", "Moi nhat", "Cu nhat"]
    assert desk.around(newest) == desk.around(oldest) and desk.around(middle) == ["O giua"]
    assert len(reference_keys(hint_of_mime(ItemId("x"), desk.server.items[chain].mime))) == 16


def test_one_mail_cannot_tie_all_others_together(desk: Desk) -> None:
    strangers = [desk.deliver(f"s{number}", f"Viec {number}") for number in range(14)]
    desk.round()
    bad = desk.deliver("bad", "Tron", answers=tuple(f"s{number}" for number in range(14)))
    desk.round()
    assert len(desk.around(bad)) <= 9
    assert sum(len(desk.around(one)) == 1 for one in strangers) >= 6


def test_deleted_junk_and_half_written_mails_stay_out_unless_looked_at(desk: Desk) -> None:
    first = desk.deliver("a", "Mot")
    gone = desk.deliver("b", "Hai da xoa", DELETED, answers=("a",))
    desk.deliver("c", "Ba dang viet", DRAFTS, answers=("a",))
    desk.deliver("d", "Bon", ARCHIVE, answers=("a",))
    desk.deliver("d", "Bon", INBOX, answers=("a",))
    desk.round()
    assert desk.around(first) == ["Mot", "Bon"], "a copy in another folder stands once"
    assert desk.around(gone) == ["Mot", "Hai da xoa", "Bon"]


def test_what_is_removed_leaves_the_conversation_and_what_is_moved_stays(desk: Desk) -> None:
    first = desk.deliver("a", "Mot")
    second = desk.deliver("b", "Hai", answers=("a",))
    desk.round()
    mine = desk.mailbox.conversations.around(first)[0].id
    desk.server.remove(second)
    desk.server.move(first, ARCHIVE)
    desk.round()
    assert [one.subject for one in desk.mailbox.conversations.around(mine)] in (["Mot"], [])


def test_in_a_list_each_conversation_has_one_row_with_count_and_people(desk: Desk) -> None:
    desk.deliver("a", "Mot", sender=NAM)
    desk.deliver("x", "Khac", sender=MAI)
    desk.deliver("b", "Hai", answers=("a",), sender=MAI)
    desk.deliver("s", "Ba", SENT, answers=("a",), sender=HANH)
    desk.round()
    ids = desk.mailbox.message_ids(INBOX)
    grouped = desk.mailbox.conversations.newest_of_each(ids)
    assert [one.subject for one in desk.mailbox.summaries(grouped)] == ["Hai", "Khac"]
    rows = desk.mailbox.conversations.rows(INBOX, grouped)
    assert list(rows) == grouped[:1]
    assert (rows[grouped[0]].count, rows[grouped[0]].unread) == (2, 2)
    assert [one.address for one in rows[grouped[0]].people] == [MAI.address, NAM.address]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), pages=st.integers(1, 6), tells=st.booleans())
def test_every_order_of_arrival_gives_the_same_conversation(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], pages: int, tells: bool
) -> None:
    desk = Desk(tmp_path_factory.mktemp("order") / "mail.db", tells_threads=tells)
    desk.server.page_size = pages
    for place, number in enumerate(order):
        answers = tuple(f"m{one}" for one in range(max(0, number - 2), number))
        desk.deliver(f"m{number}", f"Thu {number}", answers=answers, minute=number)
        if place % 2:
            desk.round()
    desk.round()
    everything = [f"Thu {number}" for number in range(6)]
    assert all(desk.around(ItemId(f"item-{number}")) == everything for number in range(1, 7))
    desk.close()


def test_a_store_of_the_version_before_learns_its_conversations(tmp_path: Path) -> None:
    """Nothing was known of them when they came: they wait, and are grouped from their bodies."""
    path = tmp_path / "mail.db"
    desk = Desk(path, tells_threads=True)
    first = desk.deliver("a", "Mot")
    desk.deliver("b", "Hai", answers=("a",))
    desk.round()
    from mail.database import Database

    database = Database(path, KEY)
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM thread_members")
        connection.exec_driver_sql("DELETE FROM thread_keys")
        connection.exec_driver_sql("INSERT INTO thread_waiting SELECT number FROM messages")
    database.close()
    assert desk.around(first) == []
    desk.round()
    assert desk.around(first) == ["Mot", "Hai"]
    desk.close()
