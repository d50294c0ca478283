"""A mail goes out exactly once, whatever is lost on the way and whenever the process ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mail import (
    GatewayError,
    ItemGone,
    Mailbox,
    MailboxSync,
    MailSettings,
    NewAttachment,
    NotExchange,
    Offline,
    OutcomeUnknown,
    OutgoingState,
    Person,
    Refused,
    ServerBusy,
    open_mailbox,
)
from mail.drafts import DraftStore
from mail.process_lock import only_one_process
from tests.mail.builders import KEY, a_draft
from tests.mail.fake_gateway import DRAFTS, SENT, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
FILE = NewAttachment("ke_hoach.pdf", "application/pdf", bytes(range(256)) * 9000)


class Killed(BaseException):
    """Stands for kill -9: nothing of ours catches it."""


class Office:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.server = FakeMailboxGateway()
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.sync = MailboxSync(self.server, path, KEY, SETTINGS)

    def perform(self) -> None:
        """Once, whatever happens."""
        try:
            for _ in self.sync.perform_pending():
                pass
        except GatewayError:
            pass
        except Killed:
            self.sync.close()
            self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)

    def states(self) -> list[OutgoingState]:
        return [outgoing.state for outgoing in self.mailbox.outbox()]

    def close(self) -> None:
        self.sync.close()
        self.mailbox.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "mail.db")
    yield office
    office.close()


def test_a_mail_is_saved_sent_and_confirmed(office: Office) -> None:
    draft = a_draft("Báo cáo tháng 11", attachments=(FILE,))
    office.mailbox.save_draft(draft)
    office.mailbox.send(draft)
    assert office.mailbox.drafts() == []
    (waiting,) = office.mailbox.outbox()
    assert (waiting.state, waiting.to, waiting.subject) == (OutgoingState.WAITING, draft.to, draft.subject)
    office.perform()
    (sent,) = office.mailbox.outbox()
    assert sent.state is OutgoingState.SENT and sent.confirmed_at is not None
    assert office.server.sent == [draft.id]
    list(office.sync.round())
    (item_id,) = office.mailbox.message_ids(SENT)
    assert office.mailbox.attachment_content(item_id, 0) == FILE.content
    assert not office.mailbox.withdraw(draft.id)


def test_sending_twice_by_mistake_sends_once(office: Office) -> None:
    draft = a_draft()
    office.mailbox.send(draft)
    office.mailbox.send(draft)
    office.perform()
    office.mailbox.send(draft)
    office.mailbox.save_draft(draft)  # a late save while the window closes
    office.perform()
    assert office.server.sent == [draft.id]
    assert office.mailbox.drafts() == []


@pytest.mark.parametrize("method", ["save_draft", "send_draft"])
@pytest.mark.parametrize("is_done_first", [True, False])
def test_a_lost_answer_is_asked_about_before_anything_is_tried_again(
    office: Office, method: str, is_done_first: bool
) -> None:
    office.mailbox.send(a_draft())
    if is_done_first:
        office.server.lose_answer(method)
    else:
        office.server.fail(OutcomeUnknown(), method=method)
    office.perform()
    assert office.states() == [OutgoingState.UNKNOWN]
    office.server.calls.clear()
    office.perform()
    assert office.states() == [OutgoingState.SENT]
    assert office.server.calls[0] == "find_sent"
    assert len(office.server.sent) == 1
    assert office.server.ids_in(DRAFTS) == []


def test_what_is_found_nowhere_is_never_sent_again(office: Office) -> None:
    office.mailbox.send(a_draft())
    office.server.lose_answer("send_draft")
    office.perform()
    office.server.remove(office.server.ids_in(SENT)[0])  # a rule or another PC was faster than our question
    for _ in range(3):
        office.perform()
    assert office.states() == [OutgoingState.UNKNOWN]
    assert len(office.server.sent) == 1


@pytest.mark.parametrize("method", ["save_draft", "send_draft"])
@pytest.mark.parametrize("error", [Offline("mail"), ServerBusy(5)])
def test_an_unreachable_server_leaves_it_waiting(office: Office, method: str, error: GatewayError) -> None:
    draft = a_draft()
    office.mailbox.send(draft)
    office.server.fail(error, method=method)
    with pytest.raises(type(error)):
        list(office.sync.perform_pending())
    assert office.states() == [OutgoingState.WAITING]
    office.perform()
    assert office.states() == [OutgoingState.SENT] and office.server.sent == [draft.id]


def test_an_answer_from_somebody_else_means_unknown(office: Office) -> None:
    """A proxy's page in place of an answer: the request may well have got through."""
    office.mailbox.send(a_draft())
    office.server.lose_answer("send_draft", error=NotExchange("proxy"))
    office.perform()
    assert office.states() == [OutgoingState.UNKNOWN]
    office.perform()
    assert office.states() == [OutgoingState.SENT] and len(office.server.sent) == 1


def test_a_refused_mail_can_be_mended_and_sent(office: Office) -> None:
    draft = a_draft("Sai địa chỉ", attachments=(FILE,))
    office.mailbox.send(draft)
    office.server.fail(Refused("ErrorInvalidRecipients"), method="send_draft")
    office.perform()
    (refused,) = office.mailbox.outbox()
    assert (refused.state, refused.reason) == (OutgoingState.REFUSED, "ErrorInvalidRecipients")
    office.perform()
    assert office.server.sent == []
    assert office.mailbox.withdraw(draft.id)
    (again,) = office.mailbox.drafts()
    assert again == draft and office.mailbox.outbox() == []
    office.mailbox.send(again)
    office.perform()
    assert office.states() == [OutgoingState.SENT]
    # Not the stale copy that the first try left in Drafts.
    assert office.server.sent != [draft.id] and len(office.server.sent) == 1


def test_an_address_that_cannot_be_written_is_refused_here(office: Office) -> None:
    office.mailbox.send(a_draft(to=(Person("", "không phải địa chỉ"),)))
    office.perform()
    assert office.states() == [OutgoingState.REFUSED] and "save_draft" not in office.server.calls


def test_a_waiting_mail_can_be_taken_back(office: Office) -> None:
    draft = a_draft(attachments=(FILE,))
    office.mailbox.send(draft)
    assert office.mailbox.withdraw(draft.id)
    office.perform()
    assert office.server.sent == [] and office.mailbox.drafts() == [draft]


def test_a_draft_thrown_away_elsewhere_before_it_was_sent(office: Office) -> None:
    office.mailbox.send(a_draft())

    def throw_away(method: str) -> None:
        if method == "send_draft":
            office.server.remove(office.server.ids_in(DRAFTS)[0])

    office.server.before_call = throw_away
    office.perform()
    assert office.states() == [OutgoingState.REFUSED] and office.server.sent == []


@pytest.mark.parametrize("seed", range(8))
def test_killed_at_every_step_it_still_goes_out_once(office: Office, seed: int) -> None:
    """The process dies before or after each of the coming calls, in all combinations of three bits."""
    draft = a_draft()
    office.mailbox.send(draft)
    if seed & 1:
        office.server.fail(Killed(), method="save_draft")  # type: ignore[arg-type]
    if seed & 2:
        office.server.lose_answer("save_draft", error=Killed())  # type: ignore[arg-type]
    if seed & 4:
        office.server.lose_answer("send_draft", error=Killed())  # type: ignore[arg-type]
    else:
        office.server.fail(Killed(), method="send_draft")  # type: ignore[arg-type]
    for _ in range(6):
        office.perform()
    assert office.states() == [OutgoingState.SENT]
    assert office.server.sent == [draft.id]
    assert len(office.server.ids_in(SENT)) == 1 and office.server.ids_in(DRAFTS) == []


def test_two_services_never_send_at_once(office: Office) -> None:
    office.mailbox.send(a_draft())
    with only_one_process(office.path.with_name("mail.db-sending")) as is_ours:
        assert is_ours
        office.perform()
        assert office.states() == [OutgoingState.WAITING] and "save_draft" not in office.server.calls
    office.perform()
    assert office.states() == [OutgoingState.SENT]


def test_drafts_are_kept_newest_first_with_their_files(office: Office) -> None:
    first, second = a_draft("Một", attachments=(FILE, FILE)), a_draft("Hai")
    office.mailbox.save_draft(first)
    office.mailbox.save_draft(second)
    assert office.mailbox.drafts() == [second, first]
    office.mailbox.save_draft(first)
    assert office.mailbox.drafts() == [first, second]
    office.mailbox.discard_draft(first.id)
    assert office.mailbox.drafts() == [second]


# --- sending later ----------------------------------------------------------------------------------------------------


def soon(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def test_nothing_goes_before_its_moment_and_then_it_goes_once(office: Office) -> None:
    draft = a_draft("Hẹn giờ")
    office.mailbox.send(draft, soon(3600), is_scheduled=True)
    office.perform()
    assert office.server.sent == [] and "save_draft" not in office.server.calls
    (waiting,) = office.mailbox.outbox()
    assert waiting.is_scheduled and waiting.send_at is not None and waiting.state is OutgoingState.WAITING
    due_in = office.sync.due_in()
    assert due_in is not None and 3500 < due_in <= 3600
    assert office.mailbox.reschedule(draft.id, soon(-1))
    assert office.sync.due_in() is None
    office.perform()
    office.perform()
    assert office.server.sent == [draft.id]
    assert not office.mailbox.reschedule(draft.id, soon(60)), "too late"
    assert office.mailbox.outbox()[0].is_scheduled, "the outbox says that it was meant for another moment"


def test_a_mail_whose_moment_passed_while_nothing_ran_goes_at_the_next_start(office: Office) -> None:
    office.mailbox.send(a_draft(), soon(-3 * 3600), is_scheduled=True)
    office.sync.close()
    office.sync = MailboxSync(office.server, office.path, KEY, SETTINGS)
    office.perform()
    (sent,) = office.mailbox.outbox()
    assert sent.state is OutgoingState.SENT and sent.confirmed_at is not None and sent.send_at is not None
    assert sent.confirmed_at - sent.send_at > timedelta(hours=2)


def test_undone_within_its_seconds_it_never_leaves_and_can_be_sent_again(office: Office) -> None:
    draft = a_draft("Gửi nhầm", attachments=(FILE,))
    office.mailbox.send(draft, soon(30))
    office.perform()
    assert office.mailbox.withdraw(draft.id)
    office.perform()
    assert office.server.sent == [] and office.mailbox.drafts() == [draft]
    office.mailbox.send(draft, soon(-1))
    office.perform()
    assert office.server.sent == [draft.id]


def test_put_off_between_being_found_due_and_being_begun_it_waits(office: Office) -> None:
    """The window and the service are two processes: what was read as due may not be so any more."""
    draft = a_draft()
    office.mailbox.send(draft, soon(-1))
    store = DraftStore(office.sync._database)
    (found,) = store.queued()
    assert office.mailbox.reschedule(draft.id, soon(600))
    assert store.advance(found, OutgoingState.SENDING, "saving") is None
    office.perform()
    assert office.server.sent == []


def test_what_was_begun_is_settled_whatever_its_moment_says(office: Office) -> None:
    draft = a_draft()
    office.mailbox.send(draft, soon(-1))
    office.server.lose_answer("send_draft")
    office.perform()
    assert office.states() == [OutgoingState.UNKNOWN]
    assert not office.mailbox.reschedule(draft.id, soon(600)) and not office.mailbox.withdraw(draft.id)
    office.perform()
    assert office.states() == [OutgoingState.SENT] and len(office.server.sent) == 1


def test_all_of_a_draft_comes_back_as_it_was_kept(office: Office) -> None:
    picture = NewAttachment("a.png", "image/png", b"png", content_id="p1@bo")
    draft = replace(
        a_draft(attachments=(FILE, picture)),
        html='<p><img src="cid:p1@bo"></p>',
        importance="High",
        categories=("Gấp",),
        wants_receipt=True,
        remind_after=5,
        sender=Person("Văn thư", "vanthu@boldptxh.example"),
    )
    office.mailbox.save_draft(draft)
    assert office.mailbox.drafts() == [draft]


def test_a_mail_whose_sending_is_in_doubt_cannot_be_taken_back(office: Office) -> None:
    """The request that was given up as lost may still be carried out after the server was asked."""
    draft = a_draft()
    office.mailbox.send(draft)
    office.server.fail(OutcomeUnknown(), method="send_draft")
    office.perform()
    office.server.fail(Offline("mail"), method="find_draft")
    office.server.fail(Offline("mail"), method="send_draft")
    office.perform()
    assert office.states() == [OutgoingState.WAITING]
    assert not office.mailbox.withdraw(draft.id)
    office.perform()
    assert office.states() == [OutgoingState.SENT] and office.mailbox.drafts() == []


def test_nothing_of_a_refused_mail_stays_in_drafts(office: Office) -> None:
    draft = a_draft()
    office.mailbox.send(draft)
    office.server.fail(Refused("ErrorSendAsDenied"), method="send_draft")
    office.perform()
    assert office.states() == [OutgoingState.REFUSED] and office.server.ids_in(DRAFTS) == []
    assert office.mailbox.withdraw(draft.id) and [one.id for one in office.mailbox.drafts()] == [draft.id]


def test_refused_after_a_lost_try_it_cannot_go_out_late(office: Office) -> None:
    """The first SendItem was given up as lost and is carried out at the worst moment: just after the refusal."""
    office.mailbox.send(a_draft())
    office.server.fail(OutcomeUnknown(), method="send_draft")
    office.perform()
    copy = office.server.ids_in(DRAFTS)[0]
    office.server.fail(Refused("ErrorSendAsDenied"), method="send_draft")
    office.perform()
    assert office.states() == [OutgoingState.REFUSED] and office.mailbox.outbox()[0].reason == "ErrorSendAsDenied"
    with pytest.raises(ItemGone):
        office.server.send_draft(office.mailbox.outbox()[0].draft_id, copy)
    assert office.server.sent == []


def test_cut_off_while_taking_back_it_is_settled_later(office: Office) -> None:
    office.mailbox.send(a_draft())
    office.server.fail(OutcomeUnknown(), method="send_draft")
    office.perform()
    office.server.fail(Refused("ErrorSendAsDenied"), method="send_draft")
    office.server.fail(Offline("mail"), method="find_sent", after=2)
    office.perform()
    assert office.states() == [OutgoingState.UNKNOWN]
    office.perform()
    assert office.states() == [OutgoingState.REFUSED] and office.server.sent == []
