"""Takes what she did in the calendar to the server, each act exactly once.

    waiting ──look──► begun ──► performed          refused: by the server's word, taken back here
                       │ answer lost, or killed
                       └─► look again: done already, or once more with the same change key

Before an act is tried, what the server has is looked up and noted (`Found`), and the act bears the change key that was
found. If a lost try is still on its way while a second one is made, both bear the same key and the server refuses the
later one; if the item changed meanwhile, it refuses the lost one. A new meeting is made silently under a key of ours;
its invitations then go out as a change of that item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from ..database import Database
from ..errors import (
    CertificateNotTrusted,
    GatewayError,
    ItemGone,
    Offline,
    Refused,
    ServerBusy,
    WrongPassword,
)
from ..model import ItemId, MailboxChanges
from ..process_lock import only_one_process
from ..rows import microseconds, moment_of
from . import acts, reading
from .expansion import number_of
from .gateway import STALE, ByMessage, ByUid, CalendarGateway, Found, OneOccurrence, Target, WholeItem
from .model import Answer
from .occurrences import occurrence_on
from .overlay import Act, exception_on
from .store import write
from .zones import OWN_ZONE_NAME

NOT_REACHED = (Offline, WrongPassword, CertificateNotTrusted, ServerBusy)
"""The server says no or was not there: what was asked has certainly not happened."""
SETTLING = timedelta(seconds=20)
"""After a lost answer the request may still be at work on the server: so long it is neither looked for nor repeated."""
_CHANGED = MailboxChanges(calendar=True)
_GONE = "ErrorItemNotFound"


class Performing:
    def __init__(
        self,
        database: Database,
        gateway: CalendarGateway,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._gateway = gateway
        self._now = now
        self._lock = database.path.with_name(database.path.name + "-calendar")

    def is_waiting(self) -> bool:
        """Something was written down that nobody has tried yet; what is in doubt is looked at once a round."""
        with self._database.read() as connection:
            return any(act.state == "waiting" for act in acts.unsettled(connection))

    def perform(self) -> Iterator[MailboxChanges]:
        """One attempt for each act, in their order. Raises `GatewayError` when the server cannot be reached."""
        with self._database.read() as connection:
            if not acts.unsettled(connection):
                return
        with only_one_process(self._lock) as is_ours:
            if not is_ours:
                return  # a service that is just ending still has an act in its hands
            with self._database.write() as connection:
                _tidy(connection)
                waiting = acts.unsettled(connection)
            stuck: set[int] = set()
            for act in waiting:
                if act.item not in stuck and not self._perform(act):
                    stuck.add(act.item)  # what comes after it on the same item waits for it
                yield _CHANGED

    def _perform(self, act: Act) -> bool:
        """False: not settled."""
        tried_at = act.note.get("tried_at")
        if tried_at is not None and timedelta() <= self._now() - moment_of(tried_at) < SETTLING:
            return False
        try:
            return self._create(act) if act.kind == "create" else self._act(act)
        except Refused as error:
            if error.code in STALE:  # the item changed between look and act: look again
                self._note(act, {name: value for name, value in act.note.items() if name != "tried_at"}, act.state)
                return False
            self._refuse(act, error.code)
            return True
        except ItemGone:
            self._refuse(act, _GONE)
            return True

    # --- a new item ---------------------------------------------------------------------------------------------------

    def _create(self, act: Act) -> bool:
        with self._database.read() as connection:
            kept = reading.by_number(connection, act.item)
        if kept is None:
            return True
        own_key = kept.truth.own_key
        made = self._gateway.find_own(own_key) if act.state == "begun" else ()
        for double in made[1:]:  # made by a try that came through late; nobody knows of it
            self._gateway.cancel(double, notify=False, comment="")
        found = made[0] if made else None
        if found is None:
            if not self._begin(act, {}):
                return True
            with self._tried(act, {}, back_to=act.state):
                found = self._gateway.create(own_key, act.draft, str(act.value.get("zone", OWN_ZONE_NAME)))
        if act.draft.is_meeting and found.mark != act.mark:
            if not self._begin(act, _noted(found)):
                return True
            with self._tried(act, _noted(found), back_to="begun"):  # it is made; only nobody knows of it
                self._gateway.invite(found, act.mark)
        self._performed(act, found.item_id)
        return True

    # --- anything else ------------------------------------------------------------------------------------------------

    def _act(self, act: Act) -> bool:
        try:
            found = self._found(act)
        except ItemGone:
            if self._is_what_she_wanted(act):
                self._performed(act, None)
                return True
            raise
        if act.state == "begun" and _is_done(act, found):
            self._performed(act, found.item_id if found.in_calendar else None)
            return True
        noted = _noted(found)
        if not self._begin(act, noted):
            return True
        with self._tried(act, noted, back_to=act.state):
            self._ask(act, found)
        self._performed(act, found.item_id if found.in_calendar else None)
        return True

    def _ask(self, act: Act, found: Found) -> None:
        value = act.value
        match act.kind:
            case "change":
                zone = self._zone_of(act)
                notify = bool(value["notify"])
                self._gateway.change(found, act.draft, act.fields, zone, mark=act.mark, notify=notify)
            case "cancel":
                self._gateway.cancel(found, notify=bool(value["notify"]), comment=str(value["comment"]))
            case "respond" | "propose":
                self._gateway.respond(
                    found,
                    act.answer,
                    comment=str(value["comment"]),
                    tell_organizer=bool(value["tell"]),
                    proposed=act.proposed,
                )

    def _found(self, act: Act) -> Found:
        target = self._target(act)
        if target is None:
            raise ItemGone(str(act.item))
        try:
            return self._gateway.find(target)
        except ItemGone:
            # Accepting may have replaced item and invitation by an item of another id.
            by_uid = self._by_uid(act)
            if by_uid is None or act.day is not None:
                raise
            return self._gateway.find(by_uid)

    def _target(self, act: Act) -> Target | None:
        with self._database.read() as connection:
            kept = reading.by_number(connection, act.item)
            message = None
            if act.message is not None:
                message = connection.exec_driver_sql(
                    "SELECT item_id FROM messages WHERE number = ?", (act.message,)
                ).scalar()
        if kept is None:
            return None
        truth = kept.truth
        if not truth.item_id:
            return ByMessage(ItemId(message)) if message else self._by_uid(act)
        if act.day is None or truth.recurrence is None:
            return WholeItem(truth.item_id)
        exception = exception_on(truth, act.day)
        if exception is not None and exception.item_id:
            return WholeItem(exception.item_id)
        number = number_of(truth.recurrence, act.day)
        if number is None:
            return None
        return OneOccurrence(truth.item_id, number, occurrence_on(truth, act.day).start)

    def _by_uid(self, act: Act) -> ByUid | None:
        with self._database.read() as connection:
            kept = reading.by_number(connection, act.item)
        return ByUid(kept.truth.uid, kept.truth.start) if kept is not None and kept.truth.uid else None

    def _zone_of(self, act: Act) -> str:
        with self._database.read() as connection:
            kept = reading.by_number(connection, act.item)
        return (kept.truth.zone if kept else "") or OWN_ZONE_NAME

    @staticmethod
    def _is_what_she_wanted(act: Act) -> bool:
        """Nothing is left under that id: so success looks for a cancel, and for a decline that was begun."""
        return act.kind == "cancel" or (
            act.state == "begun" and act.kind in ("respond", "propose") and act.answer is Answer.DECLINE
        )

    # --- noted --------------------------------------------------------------------------------------------------------

    def _begin(self, act: Act, noted: dict[str, Any]) -> bool:
        """On the disk before the network is touched: from here on it may have happened."""
        return self._note(act, noted, "begun")

    def _note(self, act: Act, noted: dict[str, Any], state: str) -> bool:
        with self._database.write(durable=True) as connection:
            return acts.note(connection, act, noted, state)

    @contextmanager
    def _tried(self, act: Act, noted: dict[str, Any], *, back_to: str) -> Iterator[None]:
        """What the gateway raises while the act is asked, noted as what it means for it; then raised on."""
        try:
            yield
        except (Refused, ItemGone):
            raise
        except NOT_REACHED:
            self._note(act, noted, back_to)
            raise
        except GatewayError:
            self._note(act, {**noted, "tried_at": microseconds(self._now())}, "begun")
            raise

    def _performed(self, act: Act, item_id: str | None) -> None:
        with self._database.write(durable=True) as connection:
            if item_id and act.day is None:
                connection.exec_driver_sql(
                    "UPDATE calendar_items SET item_id = ? WHERE number = ? AND item_id IS NULL"
                    " AND NOT EXISTS (SELECT 1 FROM calendar_items WHERE item_id = ?)",
                    (item_id, act.item, item_id),
                )
            acts.performed(connection, act)

    def _refuse(self, act: Act, code: str) -> None:
        with self._database.write(durable=True) as connection:
            acts.refuse(connection, act, code)


def _noted(found: Found) -> dict[str, Any]:
    replied_at = None if found.replied_at is None else microseconds(found.replied_at)
    return {
        "item_id": found.item_id,
        "change_key": found.change_key,
        "answer": found.my_response.value,
        "replied_at": replied_at,
    }


def _is_done(act: Act, found: Found) -> bool:
    """Whether a try whose answer nobody heard has gone through."""
    if act.kind == "change":
        return found.mark == act.mark
    if act.kind == "cancel":
        return found.is_cancelled and "change_key" in act.note and act.note["change_key"] != found.change_key
    return found.my_response is act.answer and _has_replied(act, found)


def _has_replied(act: Act, found: Found) -> bool:
    replied_at = None if found.replied_at is None else microseconds(found.replied_at)
    return replied_at != act.note.get("replied_at") or found.my_response.value != act.note.get("answer")


def _tidy(connection: Connection) -> None:
    """What waits and a later act makes needless: she is mailed about, and mails others about, the last word only."""
    later: dict[tuple[int, date | None, str], Act] = {}
    created = {act.item: act for act in acts.unsettled(connection) if act.kind == "create" and act.state == "waiting"}
    for act in reversed(acts.unsettled(connection)):
        if act.state != "waiting":
            continue
        create = created.get(act.item)
        if create is not None and act.kind == "cancel" and act.day is None:
            acts.drop_all(connection, act.item)  # nobody ever heard of it
            continue
        kind = "respond" if act.kind == "propose" else act.kind
        following = later.setdefault((act.item, act.day, kind), act)
        if following is act or kind not in ("change", "respond"):
            continue
        if kind == "change":
            fields = sorted(act.fields | following.fields)
            notify = bool(act.value["notify"]) or bool(following.value["notify"])
            merged = replace(following, value={**following.value, "fields": fields, "notify": notify})
            later[(act.item, act.day, kind)] = merged
            acts.fold_into(connection, following, merged.value)
        acts.drop(connection, act)
    for (item, day, kind), act in later.items():
        create = created.get(item)
        if create is not None and kind == "change" and day is None:
            value = {**create.value, "draft": act.value["draft"]}
            acts.fold_into(connection, create, value)
            item_now = reading.by_number(connection, item)
            if item_now is not None and item_now.item is not None:
                write(connection, item, item_now.item)
            acts.drop(connection, act)
