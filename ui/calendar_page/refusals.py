"""Says what the server refused of what she did in the calendar, once, whatever page is shown. Started by the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mail import CalendarItemId, CalendarRefusal, MailboxChanges
from ui.notices import Notice
from ui.page_tools import PageTools

from .calendar_acts import LANE


class Refusals(QObject):
    show_asked = Signal(object)
    """A `CalendarItemId` she wants to see."""

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._said: set[int] = set()
        tools.service.mailbox_changed.connect(self._changed)
        self._look()

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar:
            self._look()

    def _look(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: desk.mailbox.calendar.refusals(), self._say, lambda _: None, lane="calendar-rows"
        )

    def _say(self, refused: list[CalendarRefusal]) -> None:
        for one in refused:
            if one.id in self._said:
                continue
            self._said.add(one.id)
            self._tools.notices.raised.emit(
                Notice(
                    self._words(one),
                    is_failure=True,
                    action_text=self.tr("Xem trong lịch") if one.item_id is not None else "",
                    action=self._show(one.item_id) if one.item_id is not None else None,
                )
            )
            self._dismiss(one.id)

    def _show(self, item_id: CalendarItemId) -> Callable[[], None]:
        return lambda: self.show_asked.emit(item_id)

    def _dismiss(self, refusal_id: int) -> None:
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.calendar.dismiss(refusal_id), lane=LANE)

    def _words(self, refused: CalendarRefusal) -> str:
        title = " ".join(refused.subject.split()) or self.tr("(không có tên)")
        what = {
            "create": self.tr("Máy chủ không nhận lịch “{title}”; lịch này đã được bỏ."),
            "change": self.tr("Máy chủ không nhận thay đổi của “{title}”; lịch giữ như cũ."),
            "cancel": self.tr("Máy chủ không cho xoá, huỷ “{title}”; lịch vẫn còn."),
            "respond": self.tr("Máy chủ không nhận câu trả lời cho “{title}”. Hãy trả lời lại."),
            "propose": self.tr("Máy chủ không nhận đề xuất giờ khác cho “{title}”."),
        }.get(refused.act, self.tr("Máy chủ không nhận việc vừa làm với “{title}”."))
        why = {
            "ErrorAccessDenied": self.tr("Không có quyền với lịch này."),
            "ErrorItemNotFound": self.tr("Lịch này không còn trên máy chủ."),
            "ErrorCalendarOutOfRange": self.tr("Thời gian nằm ngoài phạm vi máy chủ nhận."),
            "ErrorQuotaExceeded": self.tr("Hộp thư đã đầy."),
        }.get(refused.code, self.tr("Mã của máy chủ: {code}.").format(code=refused.code))
        return f"{what.format(title=title)} {why}"
