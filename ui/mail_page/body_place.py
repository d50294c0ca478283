"""Where the body stands: the mail, that it is still on its way, or one of its attachments in its place. Used by
`reader`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from ui.style import M, px

from .mail_body import MailBody

if TYPE_CHECKING:
    from .preview.attachment_view import AttachmentView, Shown


class BodyPlace(QWidget):
    previewing = Signal(bool)
    """An attachment stands here now, or no longer."""
    save_asked = Signal(int)
    elsewhere_asked = Signal(int)
    """An attachment's index."""
    failed = Signal(str)
    """The attachment cannot be shown; words that say so."""

    def __init__(self, body: MailBody) -> None:
        super().__init__()
        self._body = body
        self.preview: AttachmentView | None = None
        self.waiting = QLabel(self.tr("Nội dung thư đang được tải…"))
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.waiting.setMargin(px(M))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(body)
        self._pages.addWidget(self.waiting)

    def show_body(self) -> None:
        """An attachment she looks at stays, the body comes when she goes back."""
        if self.preview is None or self._pages.currentWidget() is not self.preview:
            self._pages.setCurrentWidget(self._body)

    def wait(self, words: str) -> None:
        """In place of a body that is not here yet."""
        self.waiting.setText(words)
        self._pages.setCurrentWidget(self.waiting)

    def show_preview(self, shown: Shown) -> None:
        """An attachment in place of the body, until she goes back."""
        if self.preview is None:
            from .preview.attachment_view import AttachmentView

            self.preview = AttachmentView()
            self.preview.closed.connect(self.close_preview)
            self.preview.save_asked.connect(self.save_asked)
            self.preview.elsewhere_asked.connect(self.elsewhere_asked)
            self.preview.failed.connect(self._could_not_preview)
            self._pages.addWidget(self.preview)
        self._pages.setCurrentWidget(self.preview)
        self.previewing.emit(True)
        self.preview.show_attachment(shown)

    def close_preview(self) -> None:
        if self.preview is not None and self._pages.currentWidget() is self.preview:
            self.preview.forget()
            self.previewing.emit(False)
            self._pages.setCurrentWidget(self._body)
            if self.isVisible():
                self._body.setFocus()

    def refresh(self) -> None:
        """After a change of theme or text size."""
        if self.preview is not None:
            self.preview.refresh()

    def _could_not_preview(self, words: str) -> None:
        self.close_preview()
        self.failed.emit(words)
