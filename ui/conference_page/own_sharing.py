"""Shows a screen, a window or a document in place of the camera: what is offered, begun, marked and stopped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from conference.publishing import ListShareables, OwnState, Share, Shareable

from ..page_tools import PageTools
from .meeting_view import MeetingView
from .own_document import PICTURE_ENDINGS, DocumentBar
from .own_share_windows import ShareMark, WindowChoice, screens


class OwnSharing(QObject):
    """``ask`` passes on to what captures; ``button`` is where the menu opens."""

    def __init__(
        self, tools: PageTools, meeting: MeetingView, button: QToolButton, ask: Callable[[object], None]
    ) -> None:
        super().__init__(meeting)
        self._tools, self._meeting, self._button, self._ask = tools, meeting, button, ask
        self.document = DocumentBar(meeting.stage, tools.background)
        self.document.page_ready.connect(ask)
        self.document.failed.connect(self._document_failed)
        self.document.stop_asked.connect(self.stop)
        self.mark: ShareMark | None = None

    def press(self, state: OwnState) -> None:
        """Stop, where something is shared; else offer what could be."""
        if state.sharing is not None or state.sharing_pictures:
            self.stop()
        else:
            self.offer()

    def offer(self) -> QMenu:
        menu = QMenu(self._meeting)
        for screen in screens():
            menu.addAction(screen.name, partial(self.share, screen))
        menu.addAction(self.tr("Một cửa sổ…"), lambda: self._ask(ListShareables()))
        menu.addAction(self.tr("Tài liệu hoặc ảnh…"), self._choose_document)
        menu.popup(self._button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def share(self, what: Shareable) -> None:
        self.document.end()
        self._take_mark_away()
        self._ask(Share(what))
        self.mark = ShareMark()
        self.mark.stop_asked.connect(self.stop)
        self.mark.show_for(what)

    def share_document(self, path: Path) -> None:
        self._take_mark_away()
        self.document.open(path)

    def stop(self) -> None:
        self.end()
        self._ask(Share(None))

    def end(self) -> None:
        """The conference is over: nothing more to say."""
        self.document.end()
        self._take_mark_away()

    def _take_mark_away(self) -> None:
        mark, self.mark = self.mark, None
        if mark is not None:
            mark.end()
            mark.deleteLater()

    def offer_windows(self, found: tuple[Shareable, ...], refused: bool) -> None:
        if refused:
            self._tools.notices.say(
                self.tr("Phiên làm việc này không cho chương trình nào nhìn màn hình. Hãy chia sẻ tài liệu.")
            )
            return
        choice = WindowChoice(found, self._meeting)
        choice.chosen.connect(self.share)
        choice.open()

    def _choose_document(self) -> None:
        kinds = " ".join(f"*.{ending}" for ending in ("pdf", *PICTURE_ENDINGS))
        dialog = QFileDialog(self._meeting, self.tr("Chia sẻ tài liệu"))
        dialog.setNameFilter(self.tr("Tài liệu PDF và ảnh ({kinds})").format(kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.share_document(Path(name)))
        dialog.open()

    def _document_failed(self) -> None:
        self.stop()
        self._tools.notices.say(self.tr("Không mở được tài liệu này để chia sẻ."))
