"""Chương trình: what the invitation says is to come, done as it is done; or what is typed or pasted here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QMenu, QPushButton, QVBoxLayout, QWidget

from conference import AgendaItem, parse_agenda

from ...style import font, icon, px
from ...widgets.flow_layout import FlowLayout
from .chair import Chair
from .context import PaperFile
from .rest_of_height import take_the_rest


class AgendaList(QListWidget):
    """Space ticks off, Delete takes out, Alt+Up and Alt+Down move; letters are no keys of the meeting here."""

    def __init__(self, view: AgendaView) -> None:
        super().__init__(view)
        self._view = view
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalnum():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Delete:
                self._view.remove_chosen()
            case Qt.Key.Key_Up if is_alt:
                self._view.move_chosen(-1)
            case Qt.Key.Key_Down if is_alt:
                self._view.move_chosen(1)
            case _:
                super().keyPressEvent(event)


class AgendaView(QWidget):
    def __init__(self, chair: Chair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair = chair
        self._is_filling = False
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.list = AgendaList(self)
        take_the_rest(self.list)
        self.list.setAccessibleName(self.tr("Chương trình cuộc họp"))
        self.list.itemChanged.connect(self._ticked)
        self.new_item = QLineEdit()
        self.new_item.setPlaceholderText(self.tr("Thêm nội dung, rồi Enter (ví dụ: 9h00 Thảo luận)"))
        self.new_item.setAccessibleName(self.tr("Nội dung thêm vào chương trình"))
        self.new_item.returnPressed.connect(self._add)
        self.paste = QPushButton(icon("copy"), self.tr("Dán chương trình"))
        self.paste.setToolTip(self.tr("Lấy các dòng có số thứ tự hoặc giờ từ bảng tạm"))
        self.paste.clicked.connect(self._paste)
        self.call = QPushButton(icon("speaking"), self.tr("Ghi tên phát biểu"))
        self.call.setToolTip(self.tr("Đưa người trình bày của mục đang chọn vào thứ tự phát biểu"))
        self.call.clicked.connect(self._call)
        self.from_file = QPushButton(icon("attachment"), self.tr("Lấy từ tệp kèm"))
        self.from_file.setToolTip(self.tr("Đọc chương trình trong tệp gửi kèm giấy mời"))
        self._files = QMenu(self.from_file)
        self.from_file.setMenu(self._files)
        acts = FlowLayout(gap=px(6))
        acts.addWidget(self.from_file)
        acts.addWidget(self.paste)
        acts.addWidget(self.call)
        hint = QLabel(self.tr("Xong: phím cách · Bỏ: Delete · Đổi chỗ: Alt+↑ ↓"))
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.new_item)
        layout.addLayout(acts)
        layout.addWidget(hint)
        self.list.currentRowChanged.connect(lambda _: self._show_call())
        chair.begun.connect(self._fill)
        chair.agenda_changed.connect(self._fill)
        chair.context_changed.connect(self._show_files)
        self._fill()

    def activate(self) -> None:
        self._chair.look_up()

    def focus_first(self) -> None:
        (self.list if self.list.count() else self.new_item).setFocus()

    # --- showing ------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        kept, row = self._chair.kept, self.list.currentRow()
        agenda = kept.agenda if kept is not None else ()
        done = kept.done if kept is not None else frozenset()
        self._is_filling = True
        self.list.clear()
        following = next((item for item in agenda if item not in done), None)
        for item in agenda:
            entry = QListWidgetItem(self._words(item))
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if item in done else Qt.CheckState.Unchecked)
            if item is following:
                entry.setFont(font("strong"))
            self.list.addItem(entry)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._is_filling = False
        if agenda:
            self.said.setText(self.tr("Đã xong {done}/{all} nội dung").format(done=len(done), all=len(agenda)))
        else:
            self.said.setText(
                self.tr("Giấy mời không nêu chương trình, hoặc chưa tìm thấy giấy mời. Gõ hoặc dán vào đây.")
            )
        self._show_call()
        self._show_files()

    def _show_files(self) -> None:
        kept = self._chair.kept
        files = kept.context.attachments if kept is not None else ()
        self.from_file.setVisible(bool(files))
        self._files.clear()
        for file in files:
            name = file.attachment.name.replace("&", "&&")
            self._files.addAction(name).triggered.connect(lambda _=False, file=file: self.read_file(file))

    def read_file(self, file: PaperFile) -> None:
        """Read only when she asks: it is somebody else's file."""
        from .agenda_file import agenda_of_file

        kept, desk = self._chair.kept, self._chair.tools.desk
        self.said.setText(self.tr("Đang đọc {name}…").format(name=file.attachment.name))

        def read(found: tuple[AgendaItem, ...]) -> None:
            if kept is None or kept is not self._chair.kept:
                return
            new = tuple(item for item in found if item not in kept.agenda)
            if new:
                self._set((*kept.agenda, *new), kept.done)
            else:
                self.said.setText(self.tr("Không thấy chương trình trong {name}.").format(name=file.attachment.name))

        self._chair.tools.background.run(
            self, lambda: agenda_of_file(desk.mailbox, file), read, self._chair.tools.notices.say_error
        )

    def _words(self, item: AgendaItem) -> str:
        when = ""
        if item.begins is not None:
            when = f"{item.begins:%H:%M}" + (f"–{item.ends:%H:%M}" if item.ends is not None else "") + "  "
        elif item.minutes:
            when = self.tr("({minutes} phút)").format(minutes=item.minutes) + "  "
        return f"{when}{item.title}" + (f" – {item.speaker}" if item.speaker else "")

    def _chosen(self) -> int | None:
        row, kept = self.list.currentRow(), self._chair.kept
        return row if kept is not None and 0 <= row < len(kept.agenda) else None

    def _show_call(self) -> None:
        kept, chosen = self._chair.kept, self._chosen()
        self.call.setEnabled(kept is not None and chosen is not None and bool(kept.agenda[chosen].speaker))

    # --- acts ---------------------------------------------------------------------------------------------------------

    def _ticked(self, entry: QListWidgetItem) -> None:
        kept, row = self._chair.kept, self.list.row(entry)
        if self._is_filling or kept is None or not 0 <= row < len(kept.agenda):
            return
        is_done = entry.checkState() == Qt.CheckState.Checked
        changed = frozenset({kept.agenda[row]})
        self._set(kept.agenda, kept.done | changed if is_done else kept.done - changed)

    def _add(self) -> None:
        kept, text = self._chair.kept, self.new_item.text().strip()
        if kept is None or not text:
            return
        read = parse_agenda(f"Chương trình:\n- {text}") or (AgendaItem(text[:300]),)
        self._set((*kept.agenda, *(item for item in read if item not in kept.agenda)), kept.done)
        self.new_item.clear()

    def _paste(self) -> None:
        kept = self._chair.kept
        if kept is None:
            return
        text = QGuiApplication.clipboard().text()
        read = parse_agenda(text) or parse_agenda(f"Chương trình:\n{text}")
        new = tuple(item for item in read if item not in kept.agenda)
        if new:
            self._set((*kept.agenda, *new), kept.done)
        else:
            self.said.setText(self.tr("Bảng tạm không có dòng nào mang số thứ tự hoặc giờ."))

    def _call(self) -> None:
        kept, chosen = self._chair.kept, self._chosen()
        if kept is not None and chosen is not None and kept.agenda[chosen].speaker:
            item = kept.agenda[chosen]
            self._chair.set_order(kept.order.with_speaker(item.speaker, limit=60 * item.minutes or kept.limit))
            self.said.setText(self.tr("Đã ghi tên: {name}").format(name=item.speaker))

    def remove_chosen(self) -> None:
        kept, chosen = self._chair.kept, self._chosen()
        if kept is not None and chosen is not None:
            gone = kept.agenda[chosen]
            self._set(tuple(item for item in kept.agenda if item is not gone), kept.done - {gone})

    def move_chosen(self, step: int) -> None:
        kept, chosen = self._chair.kept, self._chosen()
        if kept is None or chosen is None or not 0 <= chosen + step < len(kept.agenda):
            return
        items = list(kept.agenda)
        items[chosen], items[chosen + step] = items[chosen + step], items[chosen]
        self._set(tuple(items), kept.done)
        self.list.setCurrentRow(chosen + step)

    def _set(self, agenda: tuple[AgendaItem, ...], done: frozenset[AgendaItem]) -> None:
        self._chair.set_agenda(agenda, done)
