"""Sends what is queued, exactly once, in two steps that each have a name on the disk before and after.

    queued ──► saving ──► saved ──► sending ──► sent            refused: from saving or sending, by the server's word
                 │ lost             │ lost
                 └─► ask            └─► ask ──► found ──► sending again ──► sent

A step of saving or sending is noted before the network is touched and means "may have happened". So whoever finds
one, after a lost answer or a kill, asks the server (find_sent). A draft still found in Drafts was not sent: SendItem
takes it from there. If the server knows nothing of a mail that was being sent, it is asked again next time, and the
mail is never sent again.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from .composing import compose
from .database import Database
from .drafts import DraftStore, Queued
from .errors import (
    CertificateNotTrusted,
    GatewayError,
    ItemGone,
    Offline,
    OutcomeUnknown,
    Refused,
    ServerBusy,
    WrongPassword,
)
from .gateway import MailboxGateway
from .leftover_drafts import LeftoverDrafts
from .model import MailboxChanges, OutgoingState, Person, SendOutcome
from .process_lock import only_one_process

NOT_REACHED = (Offline, WrongPassword, CertificateNotTrusted)
"""The server says no or was not there: what was asked has certainly not happened, as `gateway` promises for sending."""
INVALID_RECIPIENTS = "ErrorInvalidRecipients"
NO_DRAFT = "ErrorItemNotFound"

_MAY_HAVE_HAPPENED = ("saving", "sending", "sending again", "taking back")
_HAND_OVER = {"saved": "sending", "found": "sending again"}
_CHANGED = MailboxChanges(outbox=True)


class Outbox:
    def __init__(self, database: Database, gateway: MailboxGateway) -> None:
        self._store = DraftStore(database)
        self._leftovers = LeftoverDrafts(database)
        self._gateway = gateway
        self._lock = database.path.with_name(database.path.name + "-sending")

    def next_send_at(self) -> datetime | None:
        """When the next mail that waits for its moment is due."""
        return self._store.next_send_at()

    def is_waiting(self) -> bool:
        """Something was queued that no attempt was made for; what is in doubt is asked about once a round."""
        return any(mail.state is OutgoingState.WAITING for mail in self._store.queued())

    def send_queued(self, sender: Person) -> Iterator[MailboxChanges]:
        """One attempt for each mail that is not settled. Raises `GatewayError` when the server cannot be reached."""
        if not self._store.queued() and not self._leftovers.due():
            return
        with only_one_process(self._lock) as is_ours:
            if not is_ours:
                return  # a service that is just ending still has a mail in its hands
            for mail in self._store.queued():
                yield from self._send(mail, sender)
            self._clear_drafts()
            self._store.forget_old()

    def _clear_drafts(self) -> None:
        for server_id in self._leftovers.due():
            with suppress(Refused, ItemGone):  # what the server will not take away is not asked for again and again
                self._gateway.discard_draft(server_id)
            self._leftovers.looked(server_id)

    def _send(self, mail: Queued, sender: Person) -> Iterator[MailboxChanges]:
        current: Queued | None = mail
        if mail.step in _MAY_HAVE_HAPPENED:
            current = self._ask(mail)
            yield _CHANGED
        if current is not None and current.step == "queued":
            current = self._save(current, sender)
            yield _CHANGED
        if current is not None and current.step in _HAND_OVER:
            self._hand_over(current, _HAND_OVER[current.step])
            yield _CHANGED

    def _ask(self, mail: Queued) -> Queued | None:
        if mail.step == "taking back":
            self._take_back(mail, NO_DRAFT)
            return None
        outcome = self._gateway.find_sent(mail.server_id)
        if outcome is SendOutcome.SENT:
            return self._store.advance(mail, OutgoingState.SENT, "sent")
        if outcome is SendOutcome.IN_DRAFTS:
            return self._store.advance(mail, OutgoingState.WAITING, "saved" if mail.step == "saving" else "found")
        if mail.step == "saving":
            return self._store.advance(mail, OutgoingState.WAITING, "queued")
        if mail.state is not OutgoingState.UNKNOWN:
            self._store.advance(mail, OutgoingState.UNKNOWN, mail.step)
        return None

    def _save(self, mail: Queued, sender: Person) -> Queued | None:
        begun = self._store.advance(mail, OutgoingState.SENDING, "saving")
        draft = self._store.content(mail) if begun else None
        if begun is None or draft is None:
            return None
        try:
            mime = compose(draft, sender)
        except ValueError:
            self._store.advance(begun, OutgoingState.REFUSED, "refused", INVALID_RECIPIENTS)
            return None
        with self._noted(begun, back_to="queued"):
            self._gateway.save_draft(mail.server_id, mime)
            return self._store.advance(begun, OutgoingState.SENDING, "saved")
        return None

    def _hand_over(self, mail: Queued, step: str) -> None:
        begun = self._store.advance(mail, OutgoingState.SENDING, step)
        if begun is None:
            return
        with self._noted(begun, back_to=mail.step):
            try:
                if begun.copy_id is None:
                    begun = self._store.choose_copy(begun, self._gateway.find_draft(mail.server_id))
                self._gateway.send_draft(mail.server_id, begun.copy_id)
            except ItemGone:
                self._settle_without_draft(begun)
            except Refused as error:
                if step != "sending again":
                    raise
                self._take_back(begun, error.code)
            else:
                self._store.advance(begun, OutgoingState.SENT, "sent")

    def _take_back(self, mail: Queued, code: str) -> None:
        """Refused now, but a try that was given up as lost may still be carried out: what is no longer in Drafts cannot
        go out late. Only then is it said to be refused."""
        begun = self._store.advance(mail, OutgoingState.UNKNOWN, "taking back", code)
        if begun is None:
            return
        self._gateway.discard_draft(mail.server_id)
        if self._gateway.find_sent(mail.server_id) is SendOutcome.SENT:
            self._store.advance(begun, OutgoingState.SENT, "sent")
        else:
            self._store.advance(begun, OutgoingState.REFUSED, "refused", code)

    def _settle_without_draft(self, mail: Queued) -> None:
        """Somebody sent the draft from another place, or threw it away; or an earlier try went through after all."""
        if self._gateway.find_sent(mail.server_id) is SendOutcome.SENT:
            self._store.advance(mail, OutgoingState.SENT, "sent")
        elif mail.step == "sending":
            self._store.advance(mail, OutgoingState.REFUSED, "refused", NO_DRAFT)  # this was the only try
        else:
            self._store.advance(mail, OutgoingState.UNKNOWN, mail.step)

    @contextmanager
    def _noted(self, begun: Queued, *, back_to: str) -> Iterator[None]:
        """What the gateway raises, noted as what it means for this mail; unreachable is then raised on."""
        try:
            yield
        except Refused as error:
            self._store.advance(begun, OutgoingState.REFUSED, "refused", error.code)
        except OutcomeUnknown:
            self._store.advance(begun, OutgoingState.UNKNOWN, begun.step)
        except ServerBusy:
            # A server in front may say so of one behind it that has done what was asked all the same.
            self._store.advance(begun, OutgoingState.WAITING, "found" if back_to == "saved" else back_to)
            raise
        except NOT_REACHED:
            self._store.advance(begun, OutgoingState.WAITING, back_to)
            raise
        except GatewayError:
            self._store.advance(begun, OutgoingState.UNKNOWN, begun.step)
            raise
