"""Random operations on both sides of the mailbox while a real service process syncs over real EWS and is killed.

The server is the truth in the end; what she did is true unless another program touched the same mail meanwhile. At
every rest nothing may be lost, doubled or risen from the dead, and after every kill the store must be whole.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.demo_ministry.mailbox.demo_mailbox import ItemView
from mail import Account, Draft, DraftId, FolderRole, ItemId, MailSettings, OutgoingState, open_mailbox
from mail.database import Database
from tests.mail.builders import HANH, KEY, a_draft
from tests.mail.soak.service_process import ServiceProcess, kill_later
from tests.mail.soak.whole_store import check_whole

PASSWORD = "Demo@2026"
MOST_MAILS = 60
REST_SECONDS = 90.0
"""How long it may take until both sides agree, on a PC that does other work too."""
Shown = tuple[str, bool, bool]
"""Folder, read, flagged."""


class Fault(AssertionError):
    """``kind``: lost, doubled, risen, or another word for what is wrong."""

    def __init__(self, kind: str, about: str) -> None:
        super().__init__(f"{kind}: {about}")
        self.kind = kind


@dataclass
class Told:
    """What one seed did."""

    seed: int
    operations: int = 0
    kills: int = 0
    rests: int = 0
    mails: int = 0
    sent: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


class TwoSides:
    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.told = Told(seed)
        self.path = folder / f"mail-{seed}.db"
        story = MailboxStory(Correspondent(HANH.name, HANH.address), own_folders=("Hồ sơ", "Đề án"))
        self.server = DemoMailbox(story, password=PASSWORD).start()
        self.server.max_sync_items = self.chance.randrange(2, 12)
        self.server.rewrites_message_ids = seed % 2 == 0
        settings = MailSettings(
            self.server.url,
            ("boldptxh.example",),
            page_size=512,
            body_chunk=self.chance.randrange(1, 5),
            timeout=1.0,
            poll_interval=0.5,
        )
        account = Account(HANH.address, self.server.user_name, HANH.name)
        self.mailbox = open_mailbox(self.path, KEY)
        self.database = Database(self.path, KEY)
        self.service = ServiceProcess(settings, account, PASSWORD, self.path)
        self.alive: set[str] = set()
        self.dead: set[str] = set()
        self.removed: set[str] = set()
        """By other programs, since the last rest."""
        self.touched: set[str] = set()
        """By other programs, since the last rest: there her own acts may have come too late."""
        self.wished: dict[str, Shown | None] = {}
        """What she saw after her own acts, since the last rest; None: gone for good."""
        self.ended: set[str] = set()
        """Deleted by her for good, since the last rest. Where another program moved one as well it may stand in two
        places for a moment: what she then still sees is no wish to keep it."""
        self.drafts: dict[DraftId, Draft] = {}
        self.sendings: dict[DraftId, str] = {}
        self.count = 0
        self.history: dict[str, list[str]] = {}
        """What happened to each mail, told with its fault: no two runs are alike."""
        _listen_to(self.server, self._note)

    # --- the run -----------------------------------------------------------------------------------------------------

    def run(self, operations: int, kills: int) -> Told:
        began = time.monotonic()
        try:
            self._run(operations, kills)
        except Fault as fault:
            self.told.faults.append(str(fault))
            self.told.faults += [
                f"{token}: {' | '.join(told)}" for token, told in self.history.items() if f"{token}," in f"{fault},"
            ]
        finally:
            self.service.stop()
            self.told.kills = self.service.kills
            self.told.faults += self.service.complaints
            self.told.mails, self.told.sent = self.count, len(self.server.sent)
            self.told.seconds = time.monotonic() - began
            self.mailbox.close()
            self.database.close()
            self.server.stop()
        return self.told

    def _run(self, operations: int, kills: int) -> None:
        for _ in range(8):
            self.a_mail_arrives()
        self.service.start()
        self.rest()
        killed_at = set(self.chance.sample(range(operations), min(kills, operations)))
        rests_at = set(range(0, operations, max(40, operations // 8)))
        acts: list[tuple[Callable[[], None], int]] = [
            (self.a_mail_arrives, 10),
            (self.another_program_moves, 5),
            (self.another_program_removes, 3),
            (self.another_program_marks, 5),
            (self.folders_change, 2),
            (self.trouble, 4),
            (self.she_reads, 8),
            (self.she_flags, 4),
            (self.she_moves, 8),
            (self.she_deletes, 6),
            (self.she_undoes, 5),
            (self.she_writes, 4),
            (self.she_sends, 4),
            (self.she_withdraws, 1),
            (self.the_service_is_asked, 12),
        ]
        todo, weights = [act for act, _ in acts], [weight for _, weight in acts]
        for number in range(operations):
            if number in killed_at:
                self.kill()
            if number in rests_at and number:
                self.rest()
            (act,) = self.chance.choices(todo, weights)
            act()
            self.told.operations += 1
            if self.chance.random() < 0.2:
                time.sleep(self.chance.random() * 0.01)
        self.rest()

    def kill(self) -> None:
        """At a random moment of what the service does, while she and others go on."""
        self.the_service_is_asked()
        timer = kill_later(self.service, self.chance.choice([0.0, 0.01, 0.03, 0.1]) * (0.5 + self.chance.random()))
        for _ in range(self.chance.randrange(4)):
            self.chance.choice([self.a_mail_arrives, self.she_moves, self.she_reads, self.she_sends])()
        timer.join()
        self.service.kill()
        check_whole(self.path, KEY)
        self.look()
        self.service.start()

    # --- the server's side -------------------------------------------------------------------------------------------

    def a_mail_arrives(self) -> None:
        if len(self.alive) > MOST_MAILS:
            self.another_program_removes()
            return
        self.count += 1
        token = f"Thư {self.count}"
        length = self.chance.choice([1, 10, 500, 5000])
        place = self.chance.choice(["inbox", "inbox", "inbox", "deleteditems", *self._own_folders()])
        self.server.deliver(token, text=f"nội dung {self.count}\n" + "chữ " * length + str(self.count), folder=place)
        self.alive.add(token)
        self.touched.add(token)

    def another_program_moves(self) -> None:
        with self.server._exchange.store.lock:
            if found := self._some_item():
                self.server.move(found.id, self.chance.choice(["inbox", "deleteditems", *self._own_folders()]))
                self.touched.add(found.subject)

    def another_program_removes(self) -> None:
        with self.server._exchange.store.lock:
            if found := self._some_item():
                self.server.delete(found.id)
                self.touched.add(found.subject)
                self.removed.add(found.subject)

    def another_program_marks(self) -> None:
        with self.server._exchange.store.lock:
            if found := self._some_item():
                if self.chance.random() < 0.7:
                    self.server.mark_read(found.id, self.chance.random() < 0.5)
                else:
                    self.server.change(found.id, flag=self.chance.choice(["Flagged", "NotFlagged"]))
                self.touched.add(found.subject)

    def folders_change(self) -> None:
        own = self._own_folders()
        what = self.chance.random()
        with self.server._exchange.store.lock:
            if what < 0.4 and own:
                self.server.rename_folder(self.chance.choice(own), f"Hồ sơ {self.chance.randrange(10**6)}")
            elif what < 0.7 and len(own) < 5:
                self.server.add_folder(f"Đề án {self.chance.randrange(10**6)}")
            elif len(own) > 2:
                gone = self.chance.choice(own)
                self.removed.update(one.subject for one in self.server.items(gone))
                self.server.delete_folder(gone)
                self.touched |= self.alive  # what she wished to move there cannot be

    def trouble(self) -> None:
        operation = self.chance.choice(
            ["SyncFolderItems", "GetItem", "MoveItem", "UpdateItem", "SyncFolderHierarchy", "CreateItem", "SendItem"]
        )
        chance, server = self.chance, self.server
        (wish,) = chance.choices(
            [
                server.forget_sync_states,
                lambda: server.cut_connection_after(chance.randrange(10)),
                lambda: server.cut_before_commit(operation),
                lambda: server.cut_after_commit(operation),
                lambda: server.cut_within_answer(operation),
                lambda: server.answer_with(operation, 500, is_carried_out=chance.random() < 0.5),
                lambda: server.answer_with(operation, 503, retry_after=1, is_carried_out=chance.random() < 0.5),
                lambda: server.hang(operation, 1.2),
                lambda: server.be_busy(0.1),
                lambda: server.fail_next(operation, "ErrorServerBusy"),
                lambda: server.fail_next("SyncFolderItems", "ErrorInvalidSyncStateData"),
            ],
            [2, 2, 2, 3, 2, 2, 1, 0.3, 0.3, 0.5, 1],
        )
        wish()

    def _some_item(self) -> ItemView | None:
        """Ordinary mail only: what becomes of her own sent mails has its own test."""
        found = [
            item
            for folder in ("inbox", "deleteditems", *self._own_folders())
            for item in self.server.items(folder)
            if item.subject.startswith("Thư")
        ]
        return self.chance.choice(found) if found else None

    def _own_folders(self) -> list[str]:
        return [one.id for one in self.server.folders if one.role is None]

    # --- her side ----------------------------------------------------------------------------------------------------

    def she_reads(self) -> None:
        self._her_act("reads", lambda ids: self.mailbox.mark_read(ids, self.chance.random() < 0.6))

    def she_flags(self) -> None:
        self._her_act("flags", lambda ids: self.mailbox.flag(ids, self.chance.random() < 0.6))

    def she_moves(self) -> None:
        places = [one.id for one in self.mailbox.folders() if one.role not in (FolderRole.SENT, FolderRole.DRAFTS)]
        if places:
            self._her_act("moves", lambda ids: self.mailbox.move(ids, self.chance.choice(places)))

    def she_deletes(self) -> None:
        self._her_act("deletes", self.mailbox.delete, most=2)

    def she_undoes(self) -> None:
        self._her_act("undoes", lambda _: self.mailbox.undo())

    def she_writes(self) -> None:
        if self.drafts and self.chance.random() < 0.5:
            draft = self.chance.choice(list(self.drafts.values()))
            if self.chance.random() < 0.3:
                del self.drafts[draft.id]
                self.mailbox.discard_draft(draft.id)
                return
            draft = replace(draft, text=draft.text + " thêm")
        else:
            self.count += 1
            draft = a_draft(f"Gửi {self.count}")
        self.drafts[draft.id] = draft
        self.mailbox.save_draft(draft)

    def she_sends(self) -> None:
        if not self.drafts:
            self.she_writes()
        if self.drafts:
            draft = self.drafts.pop(self.chance.choice(list(self.drafts)))
            self.sendings[draft.id] = draft.subject
            self.mailbox.send(draft)
            self.service.ask()

    def she_withdraws(self) -> None:
        waiting = [one for one in self.mailbox.outbox() if one.state is not OutgoingState.SENT]
        if waiting:
            one = self.chance.choice(waiting)
            if self.mailbox.withdraw(one.draft_id):
                kept = {draft.id: draft for draft in self.mailbox.drafts()}
                self.drafts[one.draft_id] = kept[one.draft_id]
                del self.sendings[one.draft_id]

    def the_service_is_asked(self) -> None:
        self.service.ask(self.chance.choice(["act", "wake"]))

    def _her_act(self, name: str, act: Callable[[list[ItemId]], object], most: int = 5) -> None:
        """Do it to some of what she sees, and note what she then sees of what changed by it."""
        before, ids = self._shown()
        known = [token for token in before if token.startswith("Thư")]
        chosen = self.chance.sample(known, min(len(known), self.chance.randrange(1, most + 1)))
        if name == "deletes":
            deleted = next(one.id for one in self.mailbox.folders() if one.role is FolderRole.DELETED)
            self.ended |= {token for token in chosen if before[token][0] == deleted}
        act([ids[token] for token in chosen])
        after, _ = self._shown()
        for token in {*before, *after}:
            if before.get(token) != after.get(token) and (token in before or token in self.wished):
                self.wished[token] = after.get(token)
                self._note(token, f"she {name}: {before.get(token)} to {after.get(token)}")

    def _note(self, token: str, what: str) -> None:
        told = self.history.setdefault(token, [])
        told.append(f"{time.monotonic():.3f} {what}")
        del told[:-60]

    def _shown(self) -> tuple[dict[str, Shown], dict[str, ItemId]]:
        shown: dict[str, Shown] = {}
        ids: dict[str, ItemId] = {}
        seen: set[ItemId] = set()
        for folder in self.mailbox.folders():
            for one in self.mailbox.summaries(self.mailbox.message_ids(folder.id)):
                if one.id in seen:
                    continue  # moved between two looks, by the service
                seen.add(one.id)
                # What another program moves may be listed in its new folder before the old one tells of its end.
                is_hers = one.subject.startswith("Thư") and one.subject not in self.touched
                if one.subject in shown and is_hers:
                    raise Fault("doubled", f"{one.subject} stands in the list twice")
                if one.subject in self.dead:
                    raise Fault("risen", f"{one.subject} is shown again")
                shown[one.subject] = (one.folder_id, one.is_read, one.is_flagged)
                ids[one.subject] = one.id
        return shown, ids

    def look(self) -> None:
        self._shown()

    # --- rest --------------------------------------------------------------------------------------------------------

    def rest(self) -> None:
        """No more trouble, until both sides agree and nothing is left to do; then everything must be right."""
        self.server.behave()
        ends = time.monotonic() + REST_SECONDS
        asked = 0.0
        while (missing := self._disagreement()) is not None:
            if time.monotonic() > ends:
                raise Fault("unsettled", missing)
            if time.monotonic() - asked > 0.5:
                self.service.ask()
                asked = time.monotonic()
            time.sleep(0.01)
        self._judge_mails()
        self._judge_sendings()
        check_whole(self.path, KEY)
        self.removed.clear()
        self.touched.clear()
        self.ended.clear()
        self.wished.clear()
        self.told.rests += 1

    def _disagreement(self) -> str | None:
        states = [one.state for one in self.mailbox.outbox()]
        if any(state not in (OutgoingState.SENT, OutgoingState.REFUSED) for state in states):
            return f"outbox: {Counter(states)}"
        theirs = sorted(self._theirs())
        ours = sorted(
            (folder.id, one.subject, one.is_read, one.is_flagged)
            for folder in self.mailbox.folders()
            for one in self.mailbox.summaries(self.mailbox.message_ids(folder.id))
        )
        if ours != theirs:
            return f"only here {_beyond(ours, theirs)}, only there {_beyond(theirs, ours)}"
        names = {one.id: one.name for one in self.mailbox.folders()}
        if any(names.get(one.id) != one.name for one in self.server.folders if one.id in names):
            return "a folder's name"
        # Last: what was compared above may have come only just now, and has no text yet.
        with self.database.read() as connection:
            for table in ("pending_actions", "messages WHERE is_ghost <> 0 OR is_indexed = 0 OR body_state <> 1"):
                count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
                if count:
                    return f"{count} left in {table}"
        return None

    def _theirs(self) -> list[tuple[str, str, bool, bool]]:
        with self.server._exchange.store.lock:
            return [
                (folder.id, item.subject, item.is_read, item.flag == "Flagged")
                for folder in self.server.folders
                if folder.role not in ("calendar", "contacts")
                for item in self.server.items(folder.id)
            ]

    def _judge_mails(self) -> None:
        there: dict[str, list[Shown]] = {}
        for folder, subject, is_read, is_flagged in self._theirs():
            there.setdefault(subject, []).append((folder, is_read, is_flagged))
        for token in sorted(self.dead & there.keys()):
            raise Fault("risen", f"{token} is on the server again")
        for token in sorted(self.alive):
            found = there.get(token, [])
            if len(found) > 1:
                raise Fault("doubled", f"{token}: {found}")
            if token in self.removed and found:
                raise Fault("risen", f"{token} was removed by another program")
            her_end = token in self.wished and self.wished[token] is None
            if her_end and found and token not in self.touched:
                raise Fault("risen", f"{token} was deleted by her")
            may_be_her_end = token in self.touched and token in self.ended
            if not found and token not in self.removed and not her_end and not may_be_her_end:
                raise Fault("lost", f"{token}, wished {self.wished.get(token)}")
            wish = self.wished.get(token)
            if found and wish is not None and token not in self.touched and found[0] != wish:
                raise Fault("lost", f"what she did to {token}: {found[0]} in place of {wish}")
        gone = {token for token in self.alive if token not in there}
        self.alive -= gone
        self.dead |= gone
        _, ids = self._shown()
        for token in self.chance.sample(sorted(self.alive), min(5, len(self.alive))):
            message = self.mailbox.message(ids[token])
            if message is None or message.text.split()[-1] != token.split()[-1]:
                raise Fault("lost", f"the text of {token}")
            if ids[token] not in self.mailbox.search(f'"{token}"'):
                raise Fault("lost", f"{token} is not found by its words")

    def _judge_sendings(self) -> None:
        sent = Counter(one.subject for one in self.server.sent)
        states = {one.draft_id: one.state for one in self.mailbox.outbox()}
        for draft_id, subject in self.sendings.items():
            state = states.get(draft_id)
            expected = {OutgoingState.SENT: 1, OutgoingState.REFUSED: 0}.get(state) if state else None
            if expected is None:
                raise Fault("lost", f"{subject} is {state} in the outbox")
            if sent[subject] != expected:
                raise Fault("doubled" if sent[subject] > expected else "lost", f"{subject}: {state}, {sent[subject]}")
        kept = {draft.id: (draft.subject, draft.text) for draft in self.mailbox.drafts()}
        if kept != {draft.id: (draft.subject, draft.text) for draft in self.drafts.values()}:
            raise Fault("lost", f"drafts: {kept}")
        for draft in self.drafts.values():
            if sent[draft.subject]:
                raise Fault("doubled", f"{draft.subject} is a draft and was sent")


def _listen_to(server: DemoMailbox, note: Callable[[str, str], None]) -> None:
    """The server's own story of each mail: where it is put, whence it is taken."""
    store = server._exchange.store
    put, take = store._put, store._take_out

    def noted(what: str, act: Callable[[Any], None]) -> Callable[[Any], None]:
        def both(item: Any) -> None:
            act(item)
            note(item.facts.subject, f"server {what} {item.folder.name}, read {item.is_read}, flag {item.flag}")

        return both

    store._put, store._take_out = noted("puts into", put), noted("takes out of", take)  # type: ignore[method-assign]


def _beyond(some: list[tuple[str, str, bool, bool]], others: list[tuple[str, str, bool, bool]]) -> object:
    return sorted((Counter(some) - Counter(others)).elements())[:6]
