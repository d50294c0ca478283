"""What she does with an attachment: look at it inside, save it, drag it out, open it with another program. Disguised
programs are told in words first; what other programs get is a private copy that is wiped. Used by the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from mail import Attachment, ItemId, Message
from ui.page_tools import PageTools
from ui.style import icon

from .mail_source import OpenSource

if TYPE_CHECKING:
    from mail import Finding

    from .attachment_bar import Ready
    from .preview.attachment_view import Shown

MOST_SHOWN = 100_000_000
"""Bytes of a file that is shown inside."""
_MOST_DRAGGED = 200_000_000


class AttachmentDeeds(QObject):
    """Knows the message that is shown (`now_shows`); answers for an attachment that is no longer shown are dropped."""

    preview_ready = Signal(object)
    """A `preview.attachment_view.Shown`."""
    mail_opened = Signal(object)
    """A `mail.MailFile`: an attached mail she wants to read."""

    def __init__(self, tools: PageTools, source: OpenSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._source = source
        self._window = parent
        self._item_id: ItemId | None = None
        self._message: Message | None = None
        self._findings: Sequence[Finding] = ()
        self._ready_to_drag: dict[tuple[ItemId, int], Path] = {}
        """Private copies she has not taken anywhere yet."""
        self._making: dict[tuple[ItemId, int], Ready] = {}

    def now_shows(self, message: Message | None, findings: Sequence[Finding] = ()) -> None:
        self._message, self._findings = message, findings
        self._item_id = message.summary.id if message is not None else None
        if left := [path for place, path in self._ready_to_drag.items() if place[0] != self._item_id]:
            self._ready_to_drag = {at: path for at, path in self._ready_to_drag.items() if at[0] == self._item_id}
            self._remove_copies(left)

    def _attachment(self, index: int) -> Attachment | None:
        known = self._message.attachments if self._message is not None else ()
        return known[index] if 0 <= index < len(known) else None

    # --- looking at it ---

    def look(self, index: int) -> None:
        """Inside the reader if that can be, else the question what to do with it."""
        attachment, item_id = self._attachment(index), self._item_id
        if attachment is None or item_id is None:
            return
        source = self._source

        def show(shown: Shown | object | None) -> None:
            from mail import MailFile

            if item_id != self._item_id:
                return
            if isinstance(shown, MailFile):
                self.mail_opened.emit(shown)
            elif shown is not None:
                self.preview_ready.emit(shown)
            else:
                self._ask_what_to_do(attachment)

        self._tools.background.run(
            self, lambda: made_ready(source().attachment_content(item_id, index), attachment), show, self._failed
        )

    def _ask_what_to_do(self, attachment: Attachment) -> None:
        """It cannot be shown inside."""
        words = self.tr("Không xem được tệp “{name}” ngay trong thư.").format(name=attachment.name)
        box = QMessageBox(QMessageBox.Icon.Information, self.tr("Tệp đính kèm"), words, parent=self._window)
        box.setInformativeText("\n".join(self._warnings(attachment)))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        save = box.addButton(self.tr("Lưu…"), QMessageBox.ButtonRole.AcceptRole)
        save.clicked.connect(lambda: self.ask_folder([attachment.index]))
        if not self._is_program(attachment):
            other = box.addButton(self.tr("Mở bằng chương trình khác"), QMessageBox.ButtonRole.ActionRole)
            other.clicked.connect(lambda: self.open_elsewhere(attachment.index))
        box.setDefaultButton(box.addButton(self.tr("Đóng"), QMessageBox.ButtonRole.RejectRole))
        box.open()

    # --- another program ---

    def open_elsewhere(self, index: int) -> None:
        """A private copy, with the program this PC has for such files; a warning first where there is one."""
        attachment = self._attachment(index)
        if attachment is None:
            return
        warnings = self._warnings(attachment)
        if self._is_program(attachment):
            text = self.tr("“{name}” là chương trình, không phải tài liệu. Bàn Công Vụ không mở tệp này.")
            self._warn(text.format(name=attachment.name), warnings, None)
        elif warnings:
            text = self.tr("Xin xem kỹ trước khi mở “{name}”.").format(name=attachment.name)
            self._warn(text, warnings, lambda: self._open_copy(attachment))
        else:
            self._open_copy(attachment)

    def _warn(self, text: str, warnings: Sequence[str], go_on: Callable[[], None] | None) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Tệp đính kèm"), text, parent=self._window)
        box.setInformativeText("\n".join(warnings))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if go_on is not None:
            box.addButton(self.tr("Vẫn mở"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(go_on)
        box.setDefaultButton(box.addButton(self.tr("Không mở"), QMessageBox.ButtonRole.RejectRole))
        box.open()

    def _open_copy(self, attachment: Attachment) -> None:
        item_id, source, folder = self._item_id, self._source, self._tools.desk.data_folder
        assert item_id is not None

        def copy() -> Path:
            from mail import PrivateCopies

            content = source().attachment_content(item_id, attachment.index)
            return PrivateCopies(folder).put(attachment.name, content)

        self._tools.background.run(self, copy, self._hand_over, self._failed)

    def _hand_over(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._tools.notices.say(self.tr("Máy này không có chương trình mở loại tệp ấy. Xin lưu tệp rồi mở."))
        else:
            self._tools.notices.say_in_status(
                self.tr("Đã mở bản sao chỉ để đọc; bản sao được xoá khi đóng Bàn Công Vụ. Muốn sửa, xin lưu tệp trước.")
            )

    def drag(self, index: int, ready: Ready) -> None:
        """What the file manager gets: a private copy, made now on a worker; it copies that to where she drops it. One
        that came when she had let go is kept for her next try."""
        attachment, item_id, source = self._attachment(index), self._item_id, self._source
        if attachment is None or item_id is None or attachment.size > _MOST_DRAGGED:
            return
        folder, name = self._tools.desk.data_folder, attachment.name
        place = (item_id, index)

        def copy() -> Path:
            from mail import PrivateCopies

            path = PrivateCopies(folder).put(name, source().attachment_content(item_id, index))
            path.chmod(0o600)  # what she drops somewhere is hers to change
            return path

        def made(path: Path) -> None:
            told = self._making.pop(place)
            if item_id != self._item_id:
                self._remove_copies([path])
                return
            self._ready_to_drag[place] = path
            told(lambda: self._carried(place))

        def failed(error: Exception) -> None:
            del self._making[place]
            self._failed(error)

        if place in self._ready_to_drag:
            ready(lambda: self._carried(place))
        elif place in self._making:
            self._making[place] = ready  # she pulls again before it is there
        else:
            self._making[place] = ready
            self._tools.background.run(self, copy, made, failed, lane="mail-drag")

    def _carried(self, place: tuple[ItemId, int]) -> QMimeData:
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(self._ready_to_drag.pop(place)))])
        return carried

    def _remove_copies(self, paths: Sequence[Path]) -> None:
        """Made for a drag that never was."""
        folder = self._tools.desk.data_folder

        def remove() -> None:
            from mail import PrivateCopies

            for path in paths:
                PrivateCopies(folder).remove(path)

        self._tools.background.run(self, remove, lane="mail-drag")

    # --- saving ---

    def ask_folder(self, indexes: list[int]) -> None:
        dialog = QFileDialog(self._window, self.tr("Lưu tệp đính kèm vào thư mục"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.save(indexes, Path(folder)))
        dialog.open()

    def save(self, indexes: list[int], folder: Path) -> None:
        """Write them into ``folder``; the store finds safe, free names."""
        item_id, source = self._item_id, self._source
        assert item_id is not None
        self._tools.background.run(
            self,
            lambda: [source().save_attachment(item_id, index, folder) for index in indexes],
            self._saved,
            self._not_saved,
        )

    def _saved(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            self._tools.notices.say(self.tr("Đã lưu “{name}”.").format(name=paths[0].name))
        else:
            self._tools.notices.say(
                self.tr("Đã lưu {count} tệp vào “{folder}”.").format(count=len(paths), folder=paths[0].parent)
            )

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._tools.notices.say(
                self.tr("Không lưu được tệp: không ghi được vào thư mục đã chọn. Xin chọn thư mục khác.")
            )
        else:
            self._tools.notices.say_error(error)

    # --- the menu of one ---

    def show_menu(self, index: int, position: QPoint) -> None:
        attachment = self._attachment(index)
        if attachment is None:
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("search"), self.tr("Xem")).triggered.connect(lambda: self.look(index))
        other = menu.addAction(icon("open"), self.tr("Mở bằng chương trình khác"))
        other.triggered.connect(lambda: self.open_elsewhere(index))
        menu.addAction(icon("save"), self.tr("Lưu…")).triggered.connect(lambda: self.ask_folder([index]))
        menu.popup(position)

    # --- what was found about it ---

    def _found_about(self, attachment: Attachment) -> list[Finding]:
        return [one for one in self._findings if one.facts and one.facts[0] == attachment.name]

    def _warnings(self, attachment: Attachment) -> list[str]:
        found = self._found_about(attachment)
        if not found:
            return []
        from .guard_words import words_of

        return [words_of(one) for one in found]

    def _is_program(self, attachment: Attachment) -> bool:
        kinds = {one.kind.name for one in self._found_about(attachment)}
        return bool(kinds & {"PROGRAM", "DISGUISED_PROGRAM", "REVERSED_NAME"})

    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._tools.notices.say(self.tr("Không đủ chỗ trên máy để mở tệp này."))
        else:
            self._tools.notices.say_error(error)


def made_ready(content: bytes, attachment: Attachment) -> Shown | object | None:
    """On a worker: the attachment decoded, within bounds; a `mail.MailFile` for a mail; None if it cannot be shown."""
    from mail import MailFile, PreviewKind, attachment_text, document_text, preview_kind

    from .preview.attachment_view import Shown
    from .preview.words import problem_words

    kind = preview_kind(attachment.name, attachment.media_type, content[:4096])
    if len(content) > MOST_SHOWN:
        return None
    match kind:
        case PreviewKind.PDF:
            return Shown(attachment, kind, content=content)
        case PreviewKind.PICTURE:
            from .preview.picture_page import read_picture

            image = read_picture(content)
            return Shown(attachment, kind, image=image) if image is not None else None
        case PreviewKind.TEXT:
            return Shown(attachment, kind, text=attachment_text(content))
        case PreviewKind.DOCUMENT:
            found = document_text(content, attachment.name)
            if not found.text.strip():
                return None
            return Shown(attachment, kind, text=found.text, remark=problem_words(found.problem))
        case PreviewKind.MAIL:
            return MailFile(content)
        case _:
            return None
