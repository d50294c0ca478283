"""What she asks for in one of this PC's own lists (outbox, put off, waiting for an answer). Used by `reading_side`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.page_tools import PageTools

from .lanes import LANE

if TYPE_CHECKING:
    from mail import AwaitedAnswer, ItemId

    from .message_acts import MessageActs
    from .writing import Writing


class LocalDeeds(QObject):
    def __init__(
        self,
        tools: PageTools,
        acts: MessageActs,
        writing: Writing,
        open_mail: Callable[[ItemId], object],
        reload: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tools, self._acts, self._writing, self._open, self._reload = tools, acts, writing, open_mail, reload

    def do(self, name: str, what: Any) -> None:
        """``name`` and ``what`` as `local_list.LocalList.deed_asked` gives them."""
        desk = self._tools.desk
        match name:
            case "send_at":
                self._writing.sending.reschedule(*what)
            case "send_now":
                self._writing.sending.reschedule(what, None)
            case "snooze":
                self._acts.snooze([what[0]], what[1])
            case "open":
                self._open(what)
            case "wake":
                self._acts.wake([what])
            case "remind":
                self._writing.remind(what)
            case "dismiss":
                self._dismiss(what)
            case "later":
                one, moment = what
                self._run(lambda: desk.mailbox.awaited_answers.put_off(one.draft_id, moment))

    def _dismiss(self, awaited: AwaitedAnswer) -> None:
        desk, draft_id = self._tools.desk, awaited.draft_id
        self._run(lambda: desk.mailbox.awaited_answers.dismiss(draft_id))
        self._tools.notices.say(
            self.tr("Thôi chờ trả lời cho thư “{subject}”").format(subject=awaited.subject),
            action_text=self.tr("Hoàn tác"),
            action=lambda: self._run(lambda: desk.mailbox.awaited_answers.take_up(draft_id)),
        )

    def _run(self, work: Callable[[], None]) -> None:
        self._tools.background.run(self, work, lambda _: self._reload(), self._tools.notices.say_error, lane=LANE)
