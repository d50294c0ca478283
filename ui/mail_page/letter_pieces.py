"""What is put into a letter besides her own words: signature, templates, the mail she answers. Used by `composer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mail import Draft
from ui.page_tools import PageTools

from .composer_window import ComposerWindow
from .signature_dialog import SignatureDialog, filled, first_signature

if TYPE_CHECKING:
    from mail import Signature, Template


class LetterPieces(QObject):
    changed = Signal()
    """The quoted mail was left out, taken in or brought back."""

    def __init__(self, tools: PageTools, window: ComposerWindow, draft: Draft) -> None:
        """``draft`` as it was opened: it holds the pictures of the quoted mail."""
        super().__init__(window)
        self._tools, self._window, self._draft = tools, window, draft
        window.quoted.left_out.connect(self._leave_quoted_out)
        window.quoted.taken_in.connect(self._take_quoted_in)
        window.templates.chosen.connect(self.use_template)
        window.templates.signature_asked.connect(self._edit_signature)

    def sign(self, signature: Signature | None) -> bool:
        """Under what she may have begun to write. False: she has no signature."""
        fragment = filled(self._tools, signature or first_signature(self._tools))
        if not fragment:
            return False
        text = self._window.text
        cursor = text.textCursor()
        place = cursor.position()
        cursor.movePosition(cursor.MoveOperation.End)
        gap = '<p style="margin:0"><br></p>'  # she writes in the first line; one stays free above her name
        cursor.insertHtml(f"{gap}{gap}{fragment}" if text.document().isEmpty() else f"{gap}{fragment}")
        cursor.setPosition(place)
        text.setTextCursor(cursor)
        return True

    def use_template(self, template: Template) -> None:
        """Where the cursor stands; its subject only where there is none yet."""
        window = self._window
        if not window.subject.text().strip():
            window.subject.setText(template.subject)
        window.text.insert_html(template.html)
        window.text.setFocus()

    def _edit_signature(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(
            self,
            lambda: desk.mailbox.signatures.of(desk.account.address),
            lambda known: SignatureDialog(self._tools, known or first_signature(self._tools), self._window).open(),
            self._tools.notices.say_error,
        )

    def _leave_quoted_out(self) -> None:
        quoted = self._window.quoted
        before = (quoted.fragment, quoted.text)
        quoted.show_quoted("", "", ())
        self.changed.emit()
        self._window.offer_back(self.tr("Thư gốc không gửi kèm nữa."), lambda: self._quote_again(*before))

    def _quote_again(self, fragment: str, text: str) -> None:
        self._window.quoted.show_quoted(fragment, text, self._draft.attachments)
        self.changed.emit()

    def _take_quoted_in(self) -> None:
        """To answer between its lines. What Qt's text cannot show of it is lost then, so she is not led into it."""
        fragment, text = self._window.quoted.fragment, self._window.text
        self._window.quoted.show_quoted("", "", ())
        text.hold(one for one in self._draft.attachments if one.content_id)
        cursor = text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertBlock()
        cursor.insertHtml(fragment)
        self.changed.emit()
