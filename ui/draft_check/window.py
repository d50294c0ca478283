"""The window of Kiểm tra căn cứ: the draft at the left, what it cites at the right, both kept level as one types."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from docs_archive import CheckedCitation, DocumentSummary, DraftCheck, DraftFile, check_draft, read_draft
from ui.archive_page.citation import citation as official_citation
from ui.page_tools import PageTools
from ui.style import S, font, icon, primary, px, quiet
from ui.widgets.screen_room import resize_within_screen

from .citation_card import CitationList
from .draft_editor import DraftEditor
from .report import as_text, save_pdf
from .words import file_problem, needs_a_look, summary

_PAUSE_MS = 500
_LANE = "draft-check"


class DraftCheckWindow(QWidget):
    """Nothing of the draft is written to disk; closing the window forgets it."""

    document_asked = Signal(object)
    """`DocumentSummary`: to be opened in the archive."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._tools = tools
        self._name = ""
        self._chosen_day: date | None = None
        self._is_showing_day = False
        self.check: DraftCheck | None = None
        self.setWindowTitle(self.tr("Kiểm tra căn cứ"))
        self.editor = DraftEditor()
        self.citations = CitationList()
        self.open_button = primary(QPushButton(icon("open", "on_fill"), self.tr("Mở tệp…")))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setAccessibleName(self.tr("Tính hiệu lực theo ngày"))
        self.day_from_draft = quiet(QPushButton(self.tr("Theo dự thảo")))
        self.only_concerns = QCheckBox(self.tr("Chỉ hiện chỗ cần xem lại"))
        self.only_concerns.setChecked(tools.preferences.word("draft_check_shows") == "concerns")
        self.says = QLabel()
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.copy_button = quiet(QPushButton(icon("copy"), self.tr("Chép kết quả")))
        self.save_button = quiet(QPushButton(icon("save"), self.tr("Lưu PDF…")))
        for button in (self.open_button, self.copy_button, self.save_button):
            button.setIconSize(QSize(px(18), px(18)))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._join()
        self._show(None)
        resize_within_screen(self, px(1080), px(720))
        self.editor.setFocus()

    def open_file(self, path: Path) -> None:
        """Read a draft from a file, in the background."""
        self.says.setText(self.tr("Đang đọc tệp {name}…").format(name=path.name))
        self.open_button.setEnabled(False)
        self._tools.background.run(self, lambda: read_draft(path), self._read, self._not_read, lane=_LANE)

    def check_text(self, text: str, name: str = "") -> None:
        """Check this text now."""
        self._name = name
        self.editor.setPlainText(text)
        self._check_now()

    # --- checking ---

    def _check_now(self) -> None:
        self._pause.stop()
        text = self.editor.toPlainText()
        if not text.strip():
            self._show(None)
            return
        desk, day = self._tools.desk, self._chosen_day
        self._tools.background.run(
            self,
            lambda: check_draft(desk.archive, text, day=day),
            lambda check: self._checked(text, check),
            self._tools.notices.say_error,
            lane=_LANE,
        )

    def _checked(self, text: str, check: DraftCheck) -> None:
        if text != self.editor.toPlainText():
            return  # another one is on its way
        self._show(check)
        self.editor.mark(text, check)

    def _show(self, check: DraftCheck | None) -> None:
        self.check = check
        self.copy_button.setEnabled(check is not None)
        self.save_button.setEnabled(check is not None)
        if check is None:
            self.says.setText("")
            self.editor.setExtraSelections([])
            self.citations.show_citations(())
            return
        self.says.setText(summary(check))
        self._is_showing_day = True
        self.day.setDate(QDate(check.day.year, check.day.month, check.day.day))
        self._is_showing_day = False
        self.day_from_draft.setVisible(self._chosen_day is not None)
        self._show_list()

    def _show_list(self) -> None:
        found = self.check.citations if self.check is not None else ()
        if self.only_concerns.isChecked():
            found = tuple(one for one in found if needs_a_look(one))
        self.citations.show_citations(found)

    def _read(self, draft: DraftFile) -> None:
        self.open_button.setEnabled(True)
        if draft.text:
            self.setWindowTitle(self.tr("Kiểm tra căn cứ: {name}").format(name=draft.name))
            self.check_text(draft.text, draft.name)
        else:
            self.says.setText("")
        if problem := file_problem(draft):
            self.says.setText(problem)

    def _not_read(self, error: Exception) -> None:
        self.open_button.setEnabled(True)
        self.says.setText("")
        self._tools.notices.say_error(error)

    # --- what is pressed ---

    def _choose_file(self) -> None:
        kinds = self.tr("Dự thảo (*.docx *.doc *.pdf *.odt *.rtf *.txt);;Mọi tệp (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Mở dự thảo"), "", kinds)
        if path:
            self.open_file(Path(path))

    def _day_chosen(self, day: QDate) -> None:
        if not self._is_showing_day:
            self._chosen_day = date(day.year(), day.month(), day.day())
            self._check_now()

    def _day_of_draft(self) -> None:
        self._chosen_day = None
        self._check_now()

    def _toggle_only_concerns(self, on: bool) -> None:
        self._tools.preferences.remember_word("draft_check_shows", "concerns" if on else "all")
        self._show_list()

    def _copy_citation(self, document: DocumentSummary) -> None:
        QGuiApplication.clipboard().setText(official_citation(document))
        self.says.setText(self.tr("Đã chép: {words}").format(words=official_citation(document)))

    def _copy_all(self) -> None:
        if self.check is not None:
            QGuiApplication.clipboard().setText(as_text(self.check))
            self.says.setText(self.tr("Đã chép kết quả kiểm tra."))

    def _save(self) -> None:
        check = self.check
        if check is None:
            return
        suggested = self.tr("Kiểm tra căn cứ") + (f" - {Path(self._name).stem}" if self._name else "") + ".pdf"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu kết quả"), suggested, "PDF (*.pdf)")
        if not path:
            return
        try:
            save_pdf(check, self._name, Path(path))
        except OSError:
            self.says.setText(self.tr("Không ghi được tệp này. Hãy chọn nơi lưu khác."))
        else:
            self.says.setText(self.tr("Đã lưu {path}").format(path=path))

    def _archive_changed(self, _: object) -> None:
        self._pause.start()

    def _place(self, citation: CheckedCitation) -> None:
        self.editor.show_place(citation)

    # --- inside ---

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.open_button)
        head.addSpacing(px(S))
        caption = QLabel(self.tr("Tính hiệu lực theo ngày:"))
        caption.setBuddy(self.day)
        head.addWidget(caption)
        head.addWidget(self.day)
        head.addWidget(self.day_from_draft)
        head.addStretch(1)
        head.addWidget(self.only_concerns)
        self.day_from_draft.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.citations)
        scroll.setAccessibleName(self.tr("Văn bản được viện dẫn"))
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.editor)
        split.addWidget(scroll)
        split.setSizes([px(600), px(460)])
        self.editor.setMinimumWidth(px(260))
        scroll.setMinimumWidth(px(300))
        foot = QHBoxLayout()
        foot.addWidget(self.says, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        self.says.setFont(font("strong"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(S), px(S), px(S), px(S))
        layout.addLayout(head)
        layout.addWidget(split, 1)
        layout.addLayout(foot)

    def _join(self) -> None:
        self._pause.timeout.connect(self._check_now)
        self.editor.textChanged.connect(self._pause.start)
        self.editor.file_dropped.connect(self.open_file)
        self.open_button.clicked.connect(self._choose_file)
        self.day.dateChanged.connect(self._day_chosen)
        self.day_from_draft.clicked.connect(self._day_of_draft)
        self.only_concerns.toggled.connect(self._toggle_only_concerns)
        self.copy_button.clicked.connect(self._copy_all)
        self.save_button.clicked.connect(self._save)
        self.citations.place_asked.connect(self._place)
        self.citations.open_asked.connect(self.document_asked)
        self.citations.copy_asked.connect(self._copy_citation)
        self._tools.service.archive_changed.connect(self._archive_changed)
        QShortcut(QKeySequence.StandardKey.Open, self).activated.connect(self._choose_file)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self._save)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pause.stop()
        super().closeEvent(event)
