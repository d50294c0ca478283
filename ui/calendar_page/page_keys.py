"""The keys of the calendar page: what the page hears wherever the focus stands, and what F1 tells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.style import icon

from .view_bar import AGENDA, DAY, MONTH, WEEK

if TYPE_CHECKING:
    from .page import CalendarPage

Deed = tuple[str, str, str, tuple[str, ...], Callable[[], object]]


def deeds(page: CalendarPage) -> list[Deed]:
    """Name, words, icon, keys and what they do; the first key is told in F1."""
    translate = QCoreApplication.translate
    return [
        ("new", translate("CalendarPage", "Lịch mới"), "add", ("N", "Ctrl+N"), page.handling.new_event),
        ("today", translate("CalendarPage", "Về hôm nay"), "today", ("T",), page.go_today),
        ("day", translate("CalendarPage", "Xem theo ngày"), "today", ("1", "D"), partial(page.show_view, DAY)),
        ("week", translate("CalendarPage", "Xem theo tuần"), "calendar", ("2", "W"), partial(page.show_view, WEEK)),
        ("month", translate("CalendarPage", "Xem theo tháng"), "calendar", ("3", "M"), partial(page.show_view, MONTH)),
        (
            "agenda",
            translate("CalendarPage", "Xem thành danh sách"),
            "contents",
            ("4", "A"),
            partial(page.show_view, AGENDA),
        ),
        ("back", translate("CalendarPage", "Lùi lại"), "chevron_left", ("Alt+Left", "PgUp"), partial(page.step, -1)),
        (
            "forward",
            translate("CalendarPage", "Tiến tới"),
            "chevron_right",
            ("Alt+Right", "PgDown"),
            partial(page.step, 1),
        ),
        ("jump", translate("CalendarPage", "Đến ngày…"), "calendar", ("G", "Ctrl+G"), page.jump),
        ("search", translate("CalendarPage", "Tìm trong lịch…"), "search", ("Ctrl+F", "/"), page.search),
        ("edit", translate("CalendarPage", "Sửa lịch đang chọn"), "drafts", ("E", "F2"), page.handling.edit_chosen),
        (
            "delete",
            translate("CalendarPage", "Xoá, huỷ lịch đang chọn"),
            "trash",
            ("Del",),
            page.handling.cancel_chosen,
        ),
        ("undo", translate("CalendarPage", "Hoàn tác"), "undo", ("Ctrl+Z",), page.acts.undo),
    ]


def keys_told(page: CalendarPage) -> list[tuple[str, str]]:
    """For the sheet behind F1."""
    translate = QCoreApplication.translate
    return [(keys[0], text) for _, text, _, keys, _ in deeds(page)] + [
        ("Tab", translate("CalendarPage", "Từ khung giờ sang các lịch; phím mũi tên đi giữa các lịch")),
        ("Alt+Up", translate("CalendarPage", "Dời lịch đang chọn sớm hơn 15 phút (Alt+↓: muộn hơn)")),
    ]


def add_actions(page: CalendarPage) -> dict[str, QAction]:
    actions = {}
    for name, text, icon_name, keys, act in deeds(page):
        action = QAction(icon(icon_name), text, page)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False, act=act: act())
        page.addAction(action)
        actions[name] = action
    return actions
