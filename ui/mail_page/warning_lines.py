"""What should be said of a mail's sender, files and links before she believes it: a line each, over the mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.style import S, colours, font, px

if TYPE_CHECKING:
    from ui.desk import Desk

    from .read_mail import ReadMail

_MOST = 6
_MOST_LINKS = 2
_AUTHORITIES = "gov.vn"


class WarningLines(QLabel):
    """In a red box what may be a trap. In quiet lines what is usual: a sender from outside, and links that lead through
    a counter, as newsletters have them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.is_grave = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_warnings(self, read: ReadMail | None) -> None:
        """Of this mail; None: nothing is shown."""
        lines: list[str] = []
        if read is not None and (read.findings or read.false_links):
            from mail import FindingKind

            from .guard_words import words_of

            lines = list(dict.fromkeys(words_of(one) for one in read.findings))
            gravest_first = sorted(read.false_links, key=lambda link: not self._is_of_authorities(link[0]))
            links = [self._link_words(shown, real) for shown, real in gravest_first[:_MOST_LINKS]]
            lines = [*lines[: _MOST - len(links)], *links]
            self.is_grave = any(one.kind is not FindingKind.OUTSIDE_SENDER for one in read.findings) or any(
                self._is_of_authorities(shown) for shown, _ in read.false_links
            )
            self.refresh()
        else:
            self.is_grave = False
        self.setText("\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines))
        self.setVisible(bool(lines))

    def refresh(self) -> None:
        """After a change of theme or text size."""
        self.setFont(font("small_strong" if self.is_grave else "small"))
        if self.is_grave:
            self.setStyleSheet(
                f"color: {colours().danger}; background: {colours().danger_soft};"
                f"border-radius: {px(6)}px; padding: {px(S)}px;"
            )
        else:
            self.setStyleSheet(f"color: {colours().muted};")

    def _is_of_authorities(self, host: str) -> bool:
        """The ministry's own name, or a public authority's: worth being pretended."""
        from .guard_words import own_domains

        return any(host == one or host.endswith("." + one) for one in (*own_domains(self._desk), _AUTHORITIES))

    def _link_words(self, shown: str, real: str) -> str:
        return self.tr("Liên kết ghi “{shown}” nhưng dẫn tới {real}.").format(shown=shown[:80], real=real[:80])
