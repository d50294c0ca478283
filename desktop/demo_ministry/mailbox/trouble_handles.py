"""The half of `DemoMailbox` with which a tester makes trouble: busy, cut, failing, hanging, forgetful, slow."""

from __future__ import annotations

from .exchange import Exchange
from .wishes import Wishes


class TroubleHandles:
    """Each handle says when its trouble is over; `behave` ends all of it at once."""

    def __init__(self, exchange: Exchange, wishes: Wishes) -> None:
        self._exchange = exchange
        self._wishes = wishes

    def be_busy(self, seconds: float, status: int = 503) -> None:
        """For so long every request is answered ErrorServerBusy with its back-off (``status`` 500: a plain fault)."""
        self._wishes.be_busy(seconds, status)

    def cut_connection_after(self, requests: int) -> None:
        """So many further requests are answered; the connection of the one after them is cut, once."""
        self._wishes.cut_after_requests(requests)

    def cut_before_commit(self, operation: str) -> None:
        """The next such request is not carried out and not answered."""
        self._wishes.cut(operation, "before")

    def cut_after_commit(self, operation: str) -> None:
        """The next such request is carried out, but not answered."""
        self._wishes.cut(operation, "after")

    def cut_within_answer(self, operation: str) -> None:
        """The next such request is carried out, and half of its answer is sent."""
        self._wishes.cut(operation, "within")

    def redirect_autodiscover(self, url: str, *, by_http: bool) -> None:
        """Who asks where a mailbox is, is sent to ``url``: by HTTP's 302, or by a RedirectUrl in the answer."""
        if by_http:
            self._wishes.autodiscover_location = url
        else:
            self._wishes.autodiscover_redirect = url

    def fail_next(self, operation: str, response_code: str, times: int = 1) -> None:
        """The next such requests are not carried out; every response message carries this code."""
        self._wishes.fail(operation, response_code, times)

    def answer_with(
        self, operation: str, status: int, *, retry_after: float | None = None, is_carried_out: bool = False
    ) -> None:
        """The next such request is answered with this HTTP status and no word of SOAP, as by the server in front of
        an Exchange; carried out all the same, or not."""
        self._wishes.answer(operation, "after" if is_carried_out else "before", status, retry_after)

    def hang(self, operation: str, seconds: float) -> None:
        """The next such request is carried out and answered only after so long."""
        self._wishes.hang(operation, seconds)

    def refuse_sign_in(self) -> None:
        self._wishes.sign_in_refused = True

    def behave(self) -> None:
        """All trouble that was wished for is off."""
        self._wishes.forget()

    @property
    def troubles_waiting(self) -> int:
        """Wishes about single requests that nobody has met yet."""
        return self._wishes.waiting()

    def forget_sync_states(self) -> None:
        """Every sync state given out so far is no longer known (ErrorInvalidSyncStateData)."""
        with self._exchange.store.lock:
            self._exchange.store.generation += 1

    @property
    def puts_invitations(self) -> bool:
        """Whether an invitation that comes is put into the calendar at once, as Exchange's attendant does."""
        return self._exchange.puts_invitations

    @puts_invitations.setter
    def puts_invitations(self, wanted: bool) -> None:
        self._exchange.puts_invitations = wanted

    @property
    def max_sync_items(self) -> int:
        return self._exchange.max_sync_items

    @max_sync_items.setter
    def max_sync_items(self, count: int) -> None:
        """Pages of SyncFolderItems are no longer than this, whatever is asked."""
        self._exchange.max_sync_items = count

    @property
    def heartbeat_seconds(self) -> float:
        return self._exchange.heartbeat_seconds

    @heartbeat_seconds.setter
    def heartbeat_seconds(self, seconds: float) -> None:
        self._exchange.heartbeat_seconds = seconds

    @property
    def seconds_per_minute(self) -> float:
        """How long a minute of GetStreamingEvents' ConnectionTimeout lasts here."""
        return self._exchange.seconds_per_minute

    @seconds_per_minute.setter
    def seconds_per_minute(self, seconds: float) -> None:
        self._exchange.seconds_per_minute = seconds

    @property
    def rewrites_message_ids(self) -> bool:
        return self._exchange.rewrites_message_ids

    @rewrites_message_ids.setter
    def rewrites_message_ids(self, rewrites: bool) -> None:
        """Give sent mails a Message-ID of the server's own, as some Exchange servers do."""
        self._exchange.rewrites_message_ids = rewrites
