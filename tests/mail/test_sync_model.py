"""She and other programs act on one mailbox at the same time, and everything breaks: when it is quiet again, the local
copy is what the server has, with every body, nothing twice, and nothing left to do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from mail import (
    FolderId,
    FolderRole,
    GatewayError,
    ItemId,
    MailboxSync,
    MailSettings,
    Offline,
    OutcomeUnknown,
    Refused,
    open_mailbox,
)
from mail.database import Database
from tests.mail.builders import KEY, a_draft
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",), body_chunk=2)
PICK = st.integers(0, 1000)


class SyncMachine(RuleBasedStateMachine):
    @initialize(page_size=st.integers(1, 4), keeps_ids=st.booleans(), tells_new_ids=st.booleans())
    def begin(self, page_size: int, keeps_ids: bool, tells_new_ids: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mailbox-model-"))
        self.path = self.folder / "mail.db"
        self.server = FakeMailboxGateway(page_size=page_size, keeps_ids=keeps_ids, tells_new_ids=tells_new_ids)
        self.mailbox = open_mailbox(self.path, KEY)
        self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)
        self.count = 0
        self.sent = 0
        for _ in range(4):
            self.a_mail_arrives(INBOX)

    @rule(folder=st.sampled_from([INBOX, ARCHIVE, DELETED]))
    def a_mail_arrives(self, folder: FolderId) -> None:
        self.count += 1
        self.server.deliver(f"Thư {self.count}", f"nội dung {self.count}", folder_id=folder)

    @rule(pick=PICK, to=st.sampled_from([INBOX, ARCHIVE, DELETED]))
    def another_program_moves(self, pick: int, to: FolderId) -> None:
        if ids := sorted(self.server.items):
            self.server.move(ids[pick % len(ids)], to)

    @rule(pick=PICK)
    def another_program_removes(self, pick: int) -> None:
        if ids := sorted(self.server.items):
            self.server.remove(ids[pick % len(ids)])

    @rule(pick=PICK, is_read=st.booleans())
    def another_program_marks(self, pick: int, is_read: bool) -> None:
        if ids := sorted(self.server.items):
            self.server.mark_read(ids[pick % len(ids)], is_read)

    @rule(pick=PICK)
    def another_program_rewrites(self, pick: int) -> None:
        if ids := sorted(self.server.items):
            self.count += 1
            self.server.rewrite(ids[pick % len(ids)], f"Thư {self.count}", f"nội dung {self.count}")

    @rule(pick=PICK)
    def folders_come_and_go(self, pick: int) -> None:
        own = sorted(one.id for one in self.server.tree.values() if one.role is FolderRole.OTHER)
        if own and pick % 2:
            self.server.remove_folder(own[pick % len(own)])
        else:
            folder = self.server.add_folder(f"Đề án {pick}")
            self.a_mail_arrives(folder)

    @rule()
    def the_server_forgets_sync_states(self) -> None:
        self.server.lose_sync_states()

    @rule(
        method=st.sampled_from(["perform", "changes", "folders", "body", "save_draft", "send_draft", "find_sent"]),
        after=st.integers(1, 4),
        is_done=st.booleans(),
    )
    def something_will_fail(self, method: str, after: int, is_done: bool) -> None:
        if is_done and method in ("perform", "save_draft", "send_draft"):
            error = Offline("mail") if method == "perform" else OutcomeUnknown()
            self.server.lose_answer(method, after=after, error=error)
        else:
            self.server.fail(Offline("mail"), method=method, after=after)

    @rule(after=st.integers(1, 3))
    def the_server_will_refuse(self, after: int) -> None:
        self.server.fail(Refused("ErrorAccessDenied"), method="perform", after=after)

    @rule(pick=PICK, act=st.sampled_from(["read", "flag", "categories", "delete", "undo", "send"]), is_on=st.booleans())
    def she_acts(self, pick: int, act: str, is_on: bool) -> None:
        chosen = self._some(pick)
        if act == "read":
            self.mailbox.mark_read(chosen, is_on)
        elif act == "flag":
            self.mailbox.flag(chosen, is_on)
        elif act == "categories":
            self.mailbox.categorise(chosen, add=["Khẩn"] if is_on else [], remove=[] if is_on else ["Khẩn"])
        elif act == "delete":
            self.mailbox.delete(chosen)
        elif act == "undo":
            self.mailbox.undo()
        else:
            self.sent += 1
            self.mailbox.send(a_draft(f"Gửi {self.sent}"))

    @rule(pick=PICK, to=PICK)
    def she_moves(self, pick: int, to: int) -> None:
        folders = self.mailbox.folders()
        if folders:
            self.mailbox.move(self._some(pick), folders[to % len(folders)].id)

    @rule(steps=st.integers(1, 30))
    def part_of_a_round(self, steps: int) -> None:
        events = self.sync.round()
        try:
            for number, _ in enumerate(events):
                if number >= steps:
                    break
        except GatewayError:
            pass
        self.sync.close()  # and the service dies
        self.sync = MailboxSync(self.server, self.path, KEY, SETTINGS)

    def teardown(self) -> None:
        if not hasattr(self, "mailbox"):
            return
        self.server.mend()
        for _ in range(5):
            list(self.sync.round())
        theirs = sorted(
            (
                one.summary.folder_id,
                one.summary.subject,
                one.summary.is_read,
                one.summary.is_flagged,
                one.summary.categories,
            )
            for one in self.server.items.values()
        )
        ours = []
        for folder in self.mailbox.folders():
            summaries = self.mailbox.summaries(self.mailbox.message_ids(folder.id))
            assert folder.total_count == len(summaries)
            assert folder.unread_count == sum(not one.is_read for one in summaries)
            for one in summaries:
                ours.append((folder.id, one.subject, one.is_read, one.is_flagged, one.categories))
                message = self.mailbox.message(one.id)
                assert message is not None, one.subject
                if one.subject.startswith("Thư"):
                    assert message.text.split()[-1] == one.subject.split()[-1]
        assert sorted(ours) == theirs
        assert len(self.server.sent) == len(set(self.server.sent)) <= self.sent
        self._nothing_is_left_over()
        self.sync.close()
        self.mailbox.close()
        shutil.rmtree(self.folder)

    def _some(self, pick: int) -> list[ItemId]:
        """One message, or every so many of them, wherever they are."""
        ids = [one for folder in self.mailbox.folders() for one in self.mailbox.message_ids(folder.id)]
        if not ids:
            return []
        return ids[pick % len(ids) :: 1 + pick % 3] if pick % 2 else [ids[pick % len(ids)]]

    def _nothing_is_left_over(self) -> None:
        database = Database(self.path, KEY)
        with database.read() as connection:
            for table in ("pending_actions", "unneeded_bodies", "messages WHERE is_ghost <> 0 OR is_indexed = 0"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0, table
            orphans = "SELECT count(*) FROM bodies WHERE part / 1024 NOT IN (SELECT number FROM messages)"
            assert connection.exec_driver_sql(orphans).scalar_one() == 0
            words = connection.exec_driver_sql("SELECT count(*) FROM message_words").scalar_one()
            assert words == connection.exec_driver_sql("SELECT count(*) FROM messages").scalar_one()
        database.close()


# Always the same steps and no shrinking: short, and no surprise in a change that has nothing to do with it. Ever new
# steps: `make soak`.
SyncMachine.TestCase.settings = settings(
    max_examples=16,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
TestSync = SyncMachine.TestCase
