"""Many sends, each with a fault of its own, through a real service process and real EWS: delivered exactly once, or
said not to be sent; in doubt only as long as the server cannot be asked; nothing of it stays in the server's Drafts."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import Account, DraftId, MailSettings, NewAttachment, OutgoingState, open_mailbox
from tests.mail.builders import HANH, KEY, a_draft
from tests.mail.soak.service_process import ServiceProcess, kill_later
from tests.mail.soak.whole_store import check_whole

PASSWORD = "Demo@2026"
SETTLE_SECONDS = 90.0
BATCH = 20
FAULTS = (
    "none",
    "cut before",
    "cut after",
    "cut within",
    "500 before",
    "500 after",
    "503 before",
    "503 after",
    "time-out",
    "busy",
    "transient",
    "refused",
    "kill",
    "withdrawn",
)


@dataclass
class SendsTold:
    sends: int = 0
    met: int = 0
    """Sends whose fault came about."""
    kills: int = 0
    delivered: int = 0
    refused: int = 0
    withdrawn: int = 0
    seconds: float = 0.0
    by_fault: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def send_with_faults(sends: int, seed: int, folder: Path) -> SendsTold:
    began = time.monotonic()
    office = _Office(seed, folder)
    try:
        for start in range(0, sends, BATCH):
            for _ in range(min(BATCH, sends - start)):
                office.send_one()
            office.settle()
            if office.told.faults:
                break
    finally:
        office.close()
    office.told.seconds = time.monotonic() - began
    return office.told


class _Office:
    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.told = SendsTold()
        self.path = folder / f"sends-{seed}.db"
        self.server = DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address)), password=PASSWORD).start()
        self.server.rewrites_message_ids = True
        settings = MailSettings(self.server.url, ("boldptxh.example",), timeout=0.7, poll_interval=0.5)
        account = Account(HANH.address, self.server.user_name, HANH.name)
        self.mailbox = open_mailbox(self.path, KEY)
        self.service = ServiceProcess(settings, account, PASSWORD, self.path, listens=False)
        self.service.start()
        self.subjects: dict[DraftId, str] = {}
        self.withdrawn: set[str] = set()

    def send_one(self) -> None:
        chance, told = self.chance, self.told
        told.sends += 1
        wished = self.server.troubles_waiting
        subject = f"Gửi {told.sends}"
        files = (NewAttachment("a.bin", "application/octet-stream", chance.randbytes(chance.choice([10, 300_000]))),)
        draft = a_draft(subject, attachments=files if chance.random() < 0.2 else ())
        fault = chance.choice(FAULTS)
        told.by_fault[fault] += 1
        self._wish(fault)
        self.subjects[draft.id] = subject
        self.mailbox.send(draft)
        self.service.ask()
        if fault == "kill":
            kill_later(self.service, chance.random() * 0.08).join()
            self.service.kill()
            check_whole(self.path, KEY)
            self.service.start()
        elif fault == "withdrawn":
            time.sleep(chance.choice([0.0, 0.005, 0.02]))
            if self.mailbox.withdraw(draft.id):
                self.withdrawn.add(subject)
        elif chance.random() < 0.8:
            ends = time.monotonic() + 1.5
            while self.server.troubles_waiting > wished and time.monotonic() < ends:
                time.sleep(0.005)
        told.met += fault in ("kill", "withdrawn") or self.server.troubles_waiting <= wished
        self.nothing_is_said_that_is_not_so()

    def _wish(self, fault: str) -> None:
        chance, server = self.chance, self.server
        operation = chance.choice(["CreateItem", "SendItem", "SendItem", "FindItem"])
        match fault:
            case "cut before":
                server.cut_before_commit(operation)
            case "cut after":
                server.cut_after_commit(operation)
            case "cut within":
                server.cut_within_answer(operation)
            case "500 before" | "500 after":
                server.answer_with(operation, 500, is_carried_out=fault.endswith("after"))
            case "503 before" | "503 after":
                server.answer_with(operation, 503, retry_after=1, is_carried_out=fault.endswith("after"))
            case "time-out":
                server.hang(operation, 1.0)  # and then it is carried out, when nobody waits any more
            case "busy":
                server.fail_next(operation, "ErrorServerBusy")
            case "transient":
                server.fail_next(operation, "ErrorInternalServerTransientError")
            case "refused":
                server.fail_next(chance.choice(["CreateItem", "SendItem"]), "ErrorSendAsDenied")

    def nothing_is_said_that_is_not_so(self) -> None:
        said = {one.draft_id: one.state for one in self.mailbox.outbox()}
        sent = Counter(one.subject for one in self.server.sent)
        for draft_id, subject in self.subjects.items():
            if sent[subject] > 1:
                self.told.faults.append(f"twice: {subject}")
            if said.get(draft_id) is OutgoingState.SENT and not sent[subject]:
                self.told.faults.append(f"said to be sent and is not: {subject}")
            if said.get(draft_id) is OutgoingState.REFUSED and sent[subject]:
                self.told.faults.append(f"said to be refused and was sent: {subject}")

    def settle(self) -> None:
        time.sleep(0.2)  # for what was wished last
        self.server.behave()
        ends = time.monotonic() + SETTLE_SECONDS
        asked = 0.0
        while (open_still := self._unsettled()) and time.monotonic() < ends:
            if time.monotonic() - asked > 0.3:
                self.service.ask()
                asked = time.monotonic()
            time.sleep(0.01)
        self.told.faults += open_still
        self.nothing_is_said_that_is_not_so()
        sent = Counter(one.subject for one in self.server.sent)
        said = {one.draft_id: one.state for one in self.mailbox.outbox()}
        self.told.delivered = sum(sent.values())
        self.told.refused = sum(state is OutgoingState.REFUSED for state in said.values())
        self.told.withdrawn = len(self.withdrawn)
        for draft_id, subject in self.subjects.items():
            expected = 0 if subject in self.withdrawn or said.get(draft_id) is OutgoingState.REFUSED else 1
            if sent[subject] != expected:
                self.told.faults.append(f"{subject}: {sent[subject]} in place of {expected}, {said.get(draft_id)}")
        self.told.kills = self.service.kills
        self.told.faults += self.service.complaints

    def _unsettled(self) -> list[str]:
        settled = (OutgoingState.SENT, OutgoingState.REFUSED)
        found = [f"{one.subject} is {one.state.value}" for one in self.mailbox.outbox() if one.state not in settled]
        found += [f"{item.subject} is left in Drafts" for item in self.server.items("drafts")]
        return found

    def close(self) -> None:
        self.service.stop()
        self.mailbox.close()
        self.server.stop()
