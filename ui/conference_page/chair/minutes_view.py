"""Biên bản: a letter in the form of Decree 30/2020, begun with what is known, written while the meeting runs, saved by
itself into the encrypted mailbox, and taken out as a file or on paper."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from conference import MinutesFacts, chair_named, closing_html, minutes_html, roll_call_html, speakers_html
from mail import Draft, clean_outgoing

from ...formatting import local, time_of_day
from ...mail_page.format_bar import FormatBar
from ...mail_page.letter_editor import LetterEditor
from ...style import icon, px
from ...widgets.flow_layout import FlowLayout
from .chair import Chair, Kept
from .minutes_draft import OpenedMinutes, earlier_minutes, open_minutes, save_minutes
from .minutes_files import MinutesFiles
from .rest_of_height import take_the_rest

_SAVE_AFTER = 700
"""Milliseconds after the last letter."""
_SAVE_AT_LEAST = 5.0
"""Seconds, also while somebody types without a pause."""
LANE = "minutes"


class MinutesView(QWidget):
    def __init__(self, chair: Chair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair = chair
        self._kept: Kept | None = None
        self._draft: Draft | None = None
        self._is_showing = False
        self._wants_focus = False
        """As soon as the mailbox has answered."""
        self._is_untouched = False
        """The form as it was begun: it may still be filled in anew."""
        self._unsaved_since: float | None = None
        self.editor = LetterEditor()
        take_the_rest(self.editor, 120)
        self.editor.setAccessibleName(self.tr("Biên bản cuộc họp"))
        self.editor.set_official_font("Times New Roman", 13)
        self.editor.textChanged.connect(self._changed)
        self.state = QLabel()
        self.state.setObjectName("caption")
        self.format_bar = FormatBar(self.editor)
        self.put_in = self._menu_button(
            "add",
            self.tr("Chèn"),
            (self.tr("Kết quả điểm danh"), self._put_roll_call),
            (self.tr("Các ý kiến phát biểu"), self._put_speakers),
            (self.tr("Giờ kết thúc"), self._put_closing),
            (self.tr("Giờ hiện tại"), lambda: self.editor.insertPlainText(f"{time_of_day(datetime.now(UTC))}: ")),
        )
        self.files = MinutesFiles(chair.tools, self.editor, self)
        self.take_out = self._menu_button(
            "save",
            self.tr("Xuất"),
            (self.tr("Tệp Word (.docx)…"), lambda: self.files.save_as("docx", self._file_name())),
            (self.tr("Tệp OpenDocument (.odt)…"), lambda: self.files.save_as("odt", self._file_name())),
            (self.tr("Tệp PDF…"), lambda: self.files.save_as("pdf", self._file_name())),
            (self.tr("In…"), self.files.print_it),
        )
        self.earlier = self._menu_button("history", self.tr("Biên bản khác"))
        self.earlier.setToolTip(self.tr("Mở biên bản của cuộc họp khác còn trong Thư nháp"))
        self.earlier.clicked.connect(self._list_earlier)
        acts = FlowLayout(gap=px(6))
        for button in (self.put_in, self.take_out, self.earlier):
            acts.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(acts)
        layout.addWidget(self.format_bar)
        layout.addWidget(self.editor, 1)
        layout.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(self.save_now)
        chair.begun.connect(self._open)
        chair.ended.connect(self.save_now)
        chair.put_away.connect(self.save_now)
        for news in (chair.context_changed, chair.agenda_changed, chair.roll_call_changed):
            news.connect(self._begin_anew)
        self._open()

    @property
    def draft(self) -> Draft | None:
        """What is open; None until the mailbox has answered."""
        return self._draft

    def activate(self) -> None:
        self._chair.look_up()

    def focus_first(self) -> None:
        self._wants_focus = not self.editor.isEnabled()
        self.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the text has the room; bold and italic keep their keys."""
        self.format_bar.setVisible(event.size().height() >= px(360))

    # --- opening ------------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Those of the conference that runs; what was open is saved first."""
        kept = self._chair.kept
        if kept is None or kept is self._kept:
            return
        self.save_now()
        self._kept, self._draft = kept, None
        self.editor.setEnabled(False)
        self.state.setText(self.tr("Đang mở biên bản…"))
        desk = self._chair.tools.desk
        conference, began = kept.conference, kept.began
        self._chair.tools.background.run(
            self,
            lambda: open_minutes(desk.mailbox, conference, began),
            partial(self._show, kept),
            self._failed,
            lane=LANE,
        )

    def _show(self, kept: Kept, opened: OpenedMinutes) -> None:
        if kept is not self._kept:
            return
        self._draft = opened.draft
        self._is_untouched = not opened.own
        self.editor.hold(opened.draft.attachments)
        self._put(opened.own or clean_outgoing(minutes_html(self._facts(kept))))
        self.state.setText(
            self.tr("Đã mở lại biên bản đang viết.") if opened.own else self.tr("Biên bản mới, tự lưu khi viết.")
        )

    def _begin_anew(self) -> None:
        """More is known, and she has not written yet."""
        if self._is_untouched and self._kept is not None:
            self._put(clean_outgoing(minutes_html(self._facts(self._kept))))

    def _put(self, own: str) -> None:
        self._is_showing = True
        self.editor.show_letter(own, ())
        self._is_showing = False
        self._unsaved_since = None
        self.editor.setEnabled(True)
        if self._wants_focus and self.isVisible():
            self.editor.setFocus()
        self._wants_focus = False

    def _facts(self, kept: Kept) -> MinutesFacts:
        context, desk = kept.context, self._chair.tools.desk
        return MinutesFacts(
            title=kept.conference.title,
            ministry=desk.ministry,
            begins=local(kept.began),
            sites=tuple(site.name for site in kept.conference.sites),
            chair=chair_named(context.text),
            secretary=desk.account.display_name,
            agenda=kept.agenda,
            roll_call=kept.roll_call,
        )

    def _list_earlier(self) -> None:
        desk = self._chair.tools.desk
        self._chair.tools.background.run(
            self, lambda: earlier_minutes(desk.mailbox), self._show_earlier, self._failed, lane=LANE
        )

    def _show_earlier(self, found: list[OpenedMinutes]) -> None:
        menu = QMenu(self)
        own = self._draft.id if self._draft is not None else None
        others = [one for one in found if one.draft.id != own][:20]
        for one in others:
            menu.addAction(one.draft.subject.replace("&", "&&")).triggered.connect(
                lambda _=False, one=one: self._open_other(one)
            )
        if not others:
            menu.addAction(self.tr("Không có biên bản nào khác trong Thư nháp")).setEnabled(False)
        menu.popup(self.earlier.mapToGlobal(self.earlier.rect().bottomLeft()))

    def _open_other(self, opened: OpenedMinutes) -> None:
        self.save_now()
        self._draft, self._is_untouched = opened.draft, False
        self.editor.hold(opened.draft.attachments)
        self._put(opened.own)
        self.state.setText(opened.draft.subject)

    # --- saving -------------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._is_showing or self._draft is None:
            return
        self._is_untouched = False
        now = time.monotonic()
        self._unsaved_since = self._unsaved_since or now
        if now - self._unsaved_since >= _SAVE_AT_LEAST:
            self.save_now()
        else:
            self._timer.start()

    def save_now(self) -> None:
        """Into the mailbox, on a worker; nothing if nothing is new."""
        self._timer.stop()
        draft = self._draft
        if draft is None or self._unsaved_since is None:
            return
        self._unsaved_since = None
        own, text, pictures = self.editor.fragment(), self.editor.plain_text(), self.editor.pictures_used()
        desk = self._chair.tools.desk
        self._chair.tools.background.run(
            self,
            lambda: save_minutes(desk.mailbox, draft, own, text, pictures),
            self._saved,
            self._not_saved,
            lane=LANE,
        )

    def _saved(self, _: None) -> None:
        self.state.setText(
            self.tr("Đã lưu lúc {when} trong Thư nháp của máy này.").format(when=time_of_day(datetime.now(UTC)))
        )

    def _not_saved(self, error: Exception) -> None:
        """Tried again with the next letter, or when she leaves."""
        self._unsaved_since = self._unsaved_since or time.monotonic()
        self.state.setText(self.tr("Chưa lưu được. Xin xuất ra tệp để khỏi mất."))
        self._chair.tools.notices.say_error(error)

    def _failed(self, error: Exception) -> None:
        self.state.setText(self.tr("Chưa mở được hộp thư, nên biên bản chưa được lưu. Xin xuất ra tệp."))
        kept = self._kept
        if kept is not None and self._draft is None:
            self._put(clean_outgoing(minutes_html(self._facts(kept))))

    # --- what is put in -----------------------------------------------------------------------------------------------

    def _put_roll_call(self) -> None:
        if self._kept is not None:
            self._insert(roll_call_html(self._kept.roll_call))

    def _put_speakers(self) -> None:
        if self._kept is not None:
            self._insert(speakers_html(self._kept.order, time.monotonic()))

    def _put_closing(self) -> None:
        self._insert(closing_html(local(datetime.now(UTC))))

    def _insert(self, html: str) -> None:
        """On lines of their own, where the cursor stands; one step to undo."""
        if not html:
            return
        cursor = self.editor.textCursor()
        cursor.beginEditBlock()
        if not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
        cursor.insertHtml(clean_outgoing(html))
        cursor.insertBlock()
        cursor.endEditBlock()
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def _file_name(self) -> str:
        return self._draft.subject if self._draft is not None else self.tr("Biên bản")

    def _menu_button(self, picture: str, words: str, *entries: tuple[str, Callable[[], object]]) -> QPushButton:
        button = QPushButton(icon(picture), words)
        if entries:
            menu = QMenu(button)
            for name, act in entries:
                menu.addAction(name).triggered.connect(lambda _=False, act=act: act())
            button.setMenu(menu)
        return button
