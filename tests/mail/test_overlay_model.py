"""Whatever she does, whatever happens on the server, whatever breaks in between: nothing is lost, doubled or risen, and
what she sees is what she did. A model in plain Python says what that is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from mail import (
    ActionRefused,
    FolderId,
    GatewayError,
    ItemId,
    MailboxSync,
    MailSettings,
    Offline,
    OutcomeUnknown,
    ServerBusy,
    open_mailbox,
)
from tests.mail.builders import KEY
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX, SENT, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",), body_chunk=2)
FOLDERS = [INBOX, ARCHIVE, SENT]


@dataclass
class Expected:
    """What she shall see of one mail; the subject is its name, for ids change."""

    folder: FolderId | None
    is_read: bool
    is_flagged: bool = False
    categories: tuple[str, ...] = ()


class MailboxMachine(RuleBasedStateMachine):
    """She and the sync only: by itself the server brings nothing but new mail. So the model is exact all the time."""

    mails = Bundle("mails")

    @initialize(page_size=st.integers(1, 4), keeps_ids=st.booleans(), tells_new_ids=st.booleans())
    def begin(self, page_size: int, keeps_ids: bool, tells_new_ids: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mailbox-model-"))
        self.path = self.folder / "mail.db"
        self.server = FakeMailboxGateway(page_size=page_size, keeps_ids=keeps_ids, tells_new_ids=tells_new_ids)
        self.mailbox = open_mailbox(self.path, KEY)
        self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)
        self.running = None
        self.expected: dict[str, Expected] = {}
        self.unheard: dict[str, Expected] = {}
        self.acts: list[list[tuple[str, str, object, object]]] = []
        self.count = 0
        list(self.sync.round())

    # --- the server --------------------------------------------------------------------------------------------------

    @rule(target=mails, folder=st.sampled_from(FOLDERS), is_read=st.booleans())
    def a_mail_arrives(self, folder: FolderId, is_read: bool) -> str:
        self.count += 1
        subject = f"Thư số {self.count}"
        self.server.deliver(subject, f"nội dung {self.count}", folder_id=folder, is_read=is_read)
        self.unheard[subject] = Expected(folder, is_read)
        return subject

    @rule()
    def the_server_forgets_sync_states(self) -> None:
        self.server.lose_sync_states()

    @rule(
        method=st.sampled_from([None, "perform", "changes", "folders", "body"]),
        after=st.integers(1, 6),
        error=st.sampled_from([Offline("mail"), ServerBusy(1.0)]),
    )
    def something_will_fail(self, method: str | None, after: int, error: GatewayError) -> None:
        self.server.fail(error, method=method, after=after)

    @rule(after=st.integers(1, 3), error=st.sampled_from([Offline("mail"), OutcomeUnknown()]))
    def an_answer_will_be_lost(self, after: int, error: GatewayError) -> None:
        self.server.lose_answer("perform", after=after, error=error)

    # --- she ---------------------------------------------------------------------------------------------------------

    @rule(subject=mails, is_read=st.booleans())
    def mark(self, subject: str, is_read: bool) -> None:
        self._act([subject], "is_read", lambda _: is_read, lambda ids: self.mailbox.mark_read(ids, is_read))

    @rule(subject=mails, is_flagged=st.booleans())
    def flag(self, subject: str, is_flagged: bool) -> None:
        self._act([subject], "is_flagged", lambda _: is_flagged, lambda ids: self.mailbox.flag(ids, is_flagged))

    @rule(subject=mails, name=st.sampled_from(["Khẩn", "Theo dõi"]), is_on=st.booleans())
    def categorise(self, subject: str, name: str, is_on: bool) -> None:
        def after(one: Expected) -> tuple[str, ...]:
            kept = tuple(other for other in one.categories if other != name)
            return (one.categories if name in one.categories else (*kept, name)) if is_on else kept

        add, remove = ([name], []) if is_on else ([], [name])
        self._act([subject], "categories", after, lambda ids: self.mailbox.categorise(ids, add=add, remove=remove))

    @rule(subject=mails, to=st.sampled_from(FOLDERS))
    def move(self, subject: str, to: FolderId) -> None:
        self._act([subject], "folder", lambda _: to, lambda ids: self.mailbox.move(ids, to))

    @rule(subject=mails)
    def delete(self, subject: str) -> None:
        self._act([subject], "folder", _after_delete, self.mailbox.delete)

    @rule(folder=st.sampled_from(FOLDERS), is_read=st.booleans())
    def mark_all(self, folder: FolderId, is_read: bool) -> None:
        self._act(self._in(folder), "is_read", lambda _: is_read, lambda ids: self.mailbox.mark_read(ids, is_read))

    @rule(folder=st.sampled_from([*FOLDERS, DELETED]), to=st.sampled_from(FOLDERS))
    def move_all(self, folder: FolderId, to: FolderId) -> None:
        self._act(self._in(folder), "folder", lambda _: to, lambda ids: self.mailbox.move(ids, to))

    @rule(folder=st.sampled_from(FOLDERS))
    def delete_all(self, folder: FolderId) -> None:
        self._act(self._in(folder), "folder", _after_delete, self.mailbox.delete)

    @rule(subject=consumes(mails))
    def delete_for_good(self, subject: str) -> None:
        """Into Deleted Items and out of it, at once."""
        if (item_id := self._id(subject)) is not None:
            self.mailbox.delete([item_id])
            if self.expected[subject].folder != DELETED:
                self.mailbox.delete([item_id])
            self._did([subject], "folder", lambda _: None)

    @rule()
    def undo(self) -> None:
        """Of a mail that is gone nothing can be undone; whether its end still can depends on who was faster."""
        while self.acts:
            gone = [step for step in self.acts[-1] if self.expected[step[0]].folder is None]
            if any(what == "folder" and after is None for _, what, _, after in gone):
                return
            if len(gone) < len(self.acts[-1]):
                break
            self.acts.pop()
        assert self.mailbox.undo() == bool(self.acts)
        if self.acts:
            for subject, what, before, _ in self.acts.pop():
                if self.expected[subject].folder is not None:
                    setattr(self.expected[subject], what, before)

    # --- the service -------------------------------------------------------------------------------------------------

    @rule()
    def a_round(self) -> None:
        self._stop()
        self._take(self.sync.round(), None)

    @rule(steps=st.integers(1, 12))
    def part_of_a_round(self, steps: int) -> None:
        self._stop()
        self._take(self.sync.round(), steps)

    @rule()
    def her_acts_are_performed(self) -> None:
        self._stop()
        self._take(self.sync.perform_pending(), None)

    @rule()
    def the_service_dies(self) -> None:
        self.running = None
        self.sync.close()
        self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)

    @rule()
    def the_window_opens_anew(self) -> None:
        self.mailbox.close()
        self.mailbox = open_mailbox(self.path, KEY)

    # --- what holds --------------------------------------------------------------------------------------------------

    @invariant()
    def she_sees_what_she_did(self) -> None:
        if not hasattr(self, "mailbox"):
            return
        self._hear()
        seen: dict[str, Expected] = {}
        for folder in self.mailbox.folders():
            summaries = self.mailbox.summaries(self.mailbox.message_ids(folder.id))
            assert len({one.id for one in summaries}) == len(summaries)
            for one in summaries:
                assert one.folder_id == folder.id
                assert one.subject not in seen, f"{one.subject} is there twice"
                seen[one.subject] = Expected(folder.id, one.is_read, one.is_flagged, one.categories)
            unread = [one.id for one in summaries if not one.is_read]
            assert self.mailbox.message_ids(folder.id, unread_only=True) == unread
        assert seen == {name: one for name, one in self.expected.items() if one.folder is not None}

    def teardown(self) -> None:
        if not hasattr(self, "mailbox"):
            return
        self.server.mend()
        self._stop()
        for _ in range(4):
            self._take(self.sync.round(), None)
        self.she_sees_what_she_did()
        theirs = {
            item.summary.subject: Expected(
                item.summary.folder_id, item.summary.is_read, item.summary.is_flagged, item.summary.categories
            )
            for item in self.server.items.values()
        }
        assert theirs == {name: one for name, one in self.expected.items() if one.folder is not None}
        for folder in self.mailbox.folders():
            ids = self.mailbox.message_ids(folder.id)
            summaries = self.mailbox.summaries(ids)
            assert (folder.total_count, folder.unread_count) == (len(ids), sum(not one.is_read for one in summaries))
            for one in summaries:
                message = self.mailbox.message(one.id)
                assert message is not None and message.text.split()[-1] == one.subject.split()[-1]
                assert one.id in self.mailbox.search(f'"{one.subject}"')
        self.sync.close()
        self.mailbox.close()
        shutil.rmtree(self.folder)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _id(self, subject: str) -> ItemId | None:
        self._hear()
        known = self.expected.get(subject)
        if known is None or known.folder is None:
            return None
        summaries = self.mailbox.summaries(self.mailbox.message_ids(known.folder))
        return next(one.id for one in summaries if one.subject == subject)

    def _in(self, folder: FolderId) -> list[str]:
        self._hear()
        return [subject for subject, known in self.expected.items() if known.folder == folder]

    def _act(
        self,
        subjects: list[str],
        what: str,
        after: Callable[[Expected], object],
        do: Callable[[list[ItemId]], None],
    ) -> None:
        """One gesture for all of them."""
        ids = {subject: item_id for subject in subjects if (item_id := self._id(subject)) is not None}
        if ids:
            do(list(ids.values()))
            self._did(list(ids), what, after)

    def _did(self, subjects: list[str], what: str, after: Callable[[Expected], object]) -> None:
        steps = []
        for subject in subjects:
            before, now = getattr(self.expected[subject], what), after(self.expected[subject])
            if before != now:
                steps.append((subject, what, before, now))
                setattr(self.expected[subject], what, now)
        if steps:
            self.acts.append(steps)

    def _hear(self) -> None:
        """A new mail may be seen as soon as it is here."""
        for folder in FOLDERS:
            for one in self.mailbox.summaries(self.mailbox.message_ids(folder)):
                if one.subject in self.unheard:
                    self.expected[one.subject] = self.unheard.pop(one.subject)

    def _take(self, events: object, steps: int | None) -> None:
        """So many steps (None: all); what is not finished stays open, as when the process stops there."""
        self.running = events
        try:
            for number, event in enumerate(events):  # type: ignore[arg-type, var-annotated]
                assert not isinstance(event, ActionRefused), event
                self.she_sees_what_she_did()
                if steps is not None and number + 1 >= steps:
                    return
        except GatewayError:
            pass

    def _stop(self) -> None:
        if self.running is not None:
            self.running.close()
            self.running = None


def _after_delete(mail: Expected) -> FolderId | None:
    return None if mail.folder == DELETED else DELETED


# Always the same steps and no shrinking: short, and no surprise in a change that has nothing to do with it. Ever new
# steps: `make soak`.
MailboxMachine.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TestMailbox = MailboxMachine.TestCase
