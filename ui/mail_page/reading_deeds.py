"""What can be done with a mail beside the list: by key, button and menu, with its words. Used by `reading_side`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu

from .mail_actions import Deed

if TYPE_CHECKING:
    from .reading_side import ReadingSide

_MENU = (
    "reply",
    "reply_all",
    "forward",
    "",
    "read",
    "flag",
    "categories",
    "move",
    "archive",
    "snooze",
    "delete",
    "conversation",
    "",
    "window",
    "print",
    "all_read",
    "empty",
    "save_as",
    "export_list",
    "source",
)


def reading_deeds(side: ReadingSide, start_search: Callable[[], object]) -> list[Deed]:
    translate = QCoreApplication.translate
    return [
        Deed(
            "new",
            translate("ReadingSide", "Soạn thư"),
            "compose",
            ("Ctrl+N",),
            lambda: side.writing.new(),
            needs_message=False,
        ),
        Deed("reply", translate("ReadingSide", "Trả lời"), "reply", ("Ctrl+R",), lambda: side.reply(to_all=False)),
        Deed(
            "reply_all",
            translate("ReadingSide", "Trả lời tất cả"),
            "reply_all",
            ("Ctrl+Shift+R",),
            lambda: side.reply(to_all=True),
        ),
        Deed("forward", translate("ReadingSide", "Chuyển tiếp"), "forward", ("Ctrl+Shift+F", "Ctrl+L"), side.forward),
        Deed("delete", translate("ReadingSide", "Xoá"), "trash", (), side.delete, "Del"),
        Deed("move", translate("ReadingSide", "Chuyển vào thư mục"), "move", ("Ctrl+Shift+V",), side.ask_where_to_move),
        Deed("flag", translate("ReadingSide", "Đánh dấu cờ"), "flag", (), side.toggle_flag, "Ins"),
        Deed(
            "categories", translate("ReadingSide", "Phân loại"), "category", ("Ctrl+Shift+K",), side.categories.pop_up
        ),
        Deed("read", translate("ReadingSide", "Đánh dấu đã đọc, chưa đọc"), "unread", (), side.toggle_read, "U"),
        Deed(
            "undo",
            translate("ReadingSide", "Hoàn tác"),
            "undo",
            ("Ctrl+Z",),
            lambda: side.acts.undo(),
            needs_message=False,
        ),
        Deed(
            "search",
            translate("ReadingSide", "Tìm trong thư"),
            "search",
            ("Ctrl+F", "/"),
            start_search,
            needs_message=False,
        ),
        Deed(
            "earlier",
            translate("ReadingSide", "Thư trước trong cuộc trao đổi"),
            "chevron_up",
            ("Alt+Up",),
            lambda: side.reader.conversation.step(-1),
        ),
        Deed(
            "later",
            translate("ReadingSide", "Thư sau trong cuộc trao đổi"),
            "chevron_down",
            ("Alt+Down",),
            lambda: side.reader.conversation.step(1),
        ),
        *side.files.deeds()[:2],
        Deed(
            "find_in_mail",
            translate("ReadingSide", "Tìm trong thư đang đọc"),
            "search",
            ("F3",),
            side.reader.body.start_finding,
        ),
        Deed(
            "find_before",
            translate("ReadingSide", "Chỗ trước"),
            "chevron_up",
            ("Shift+F3",),
            side.reader.body.find_before,
        ),
        *side.reader.zooming.deeds(),
        Deed("save_as", translate("ReadingSide", "Lưu thư thành tệp"), "save", ("Ctrl+Shift+S",), side.export),
        Deed("export_list", translate("ReadingSide", "Xuất cả danh sách (mbox)…"), "archive", (), side.export_list),
        Deed("window", translate("ReadingSide", "Mở trong cửa sổ riêng"), "open", ("Ctrl+Shift+O",), side.open_window),
        Deed(
            "open_file",
            translate("ReadingSide", "Mở tệp thư (.eml)…"),
            "mail",
            ("Ctrl+O",),
            lambda: side.windows.ask_file(),
            needs_message=False,
        ),
    ]


def show_menu(side: ReadingSide, position: QPoint) -> None:
    """What can be done with the chosen mails, where she pressed."""
    menu = QMenu(side)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name in _MENU:
        if name == "categories":
            if (categories := side.categories.menu()) is not None:
                menu.addMenu(categories)
        elif name == "conversation":
            menu.addMenu(side.conversation_deeds.menu(side.actions_by_name))
        elif name:
            menu.addAction(side.actions_by_name[name])
        else:
            menu.addSeparator()
    menu.popup(position)
