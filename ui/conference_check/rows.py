"""The rows of a check: colour, icon and word of each result, what was found, its figures, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from conference import CheckKind, CheckResult, CheckState

from ..announcing import announce
from ..style import colours, font, icon, px
from .advice import advice
from .figures import found_with_figures
from .words import ICONS, state_word, title

_ORDER = {kind: place for place, kind in enumerate(CheckKind)}


class CheckRow(QWidget):
    """One result; a later one of the same kind takes its place. `beside` and `below` are room for what a try needs."""

    def __init__(self, result: CheckResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = result
        self._mark = QLabel()
        self._mark.setFixedWidth(px(24))
        self._state = QLabel()
        self._state.setFixedWidth(px(76))
        self._title = QLabel(title(result.kind))
        self._title.setFont(font("strong"))
        self._title.setFixedWidth(px(150))
        self._title.setWordWrap(True)
        self._found = QLabel()
        self._advice = QLabel()
        for label in (self._found, self._advice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._advice.setFont(font("strong"))
        self.below = QVBoxLayout()
        self.below.setSpacing(px(6))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._found)
        words.addWidget(self._advice)
        words.addLayout(self.below)
        self.beside = QVBoxLayout()
        self.beside.setSpacing(px(6))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, px(5), 0, px(5))
        layout.setSpacing(px(10))
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._mark, 0, top)
        layout.addWidget(self._state, 0, top)
        layout.addWidget(self._title, 0, top)
        layout.addLayout(words, 1)
        layout.addLayout(self.beside)
        self.show_result(result)

    @property
    def text(self) -> str:
        """All that is said here, for a screen reader and for tests."""
        said = [found_with_figures(self.result), advice(self.result)]
        return f"{title(self.result.kind)}: {state_word(self.result.state)}. " + " ".join(part for part in said if part)

    def show_result(self, result: CheckResult) -> None:
        self.result = result
        self._state.setText(state_word(result.state))
        wanted = advice(result)
        self._found.setText(found_with_figures(result))
        self._advice.setText(wanted)
        self._advice.setVisible(bool(wanted))
        self.setAccessibleName(self.text)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        name, role = ICONS[self.result.state]
        self._mark.setPixmap(icon(name, role).pixmap(QSize(px(20), px(20))))
        wanted = f"color: {getattr(colours(), role)}; font-weight: 600;"
        if self._state.styleSheet() != wanted:
            self._state.setStyleSheet(wanted)


class CheckGroup(QWidget):
    """The rows of one site, or of this PC, under a heading."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[CheckKind, CheckRow] = {}
        self._name = name
        self.setAccessibleName(name)
        heading = QLabel(name)
        heading.setFont(font("subheading"))
        heading.setWordWrap(True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.waiting = QLabel(self.tr("Đang kiểm tra…"))
        self.waiting.setObjectName("caption")
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(2))
        outer.addWidget(heading)
        outer.addLayout(self._layout)
        outer.addWidget(self.waiting)

    @property
    def results(self) -> tuple[CheckResult, ...]:
        """From top to bottom."""
        return tuple(self.rows[kind].result for kind in sorted(self.rows, key=_ORDER.__getitem__))

    def show_result(self, result: CheckResult) -> CheckRow:
        row = self.rows.get(result.kind)
        if row is not None:
            row.show_result(result)
        else:
            row = CheckRow(result)
            place = sum(1 for kind in self.rows if _ORDER[kind] < _ORDER[result.kind])
            self.rows[result.kind] = row
            self._layout.insertWidget(place, row)
            # Tab goes through the rows as they stand, not as they came.
            in_order = sorted(self.rows, key=_ORDER.__getitem__)
            if len(in_order) > 1 and place > 0:
                QWidget.setTabOrder(self.rows[in_order[place - 1]], row)
        if result.state in (CheckState.RED, CheckState.AMBER):
            announce(row, f"{self._name}. {row.text}")
        return row

    def clear(self, keep: frozenset[CheckKind] = frozenset()) -> None:
        """A new check begins; what she tried herself (``keep``) stays."""
        for kind in [kind for kind in self.rows if kind not in keep]:
            row = self.rows.pop(kind)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.waiting.setVisible(True)
