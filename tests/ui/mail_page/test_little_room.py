"""Large text in a small window: folders and list take turns, and a row that has the focus can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QStyle, QStyleOptionViewItem

from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import INBOX, FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage
from ui.style import apply_style, colour, font, px


def test_headings_follow_the_size_of_text_while_the_window_is_open(qapp: QApplication, tmp_path: Path) -> None:
    apply_style(qapp, theme="light")  # a style sheet is in force before the page is made, as in life
    box = FakeMailbox()
    tools = build_tools(tmp_path, open_mailbox=lambda: box)
    page = MailPage(tools)
    try:
        box.add("a", "Về việc cung cấp số liệu")
        page.show()
        page.activate()
        wait_until(lambda: page.message_list.messages.ids)
        headings = ((page.list_pane.title, "subheading"), (page.reader.head.subject, "heading"))
        for size in (150, 100, 125):
            apply_style(qapp, theme="light", text_size=size)
            for label, role in headings:
                wait_until(lambda one=label, name=role: one.font().pointSizeF() == font(name).pointSizeF())
    finally:
        apply_style(qapp, theme="light")
        page.close()
        close_tools(tools)


def test_folders_and_list_take_turns_where_there_is_no_room_for_both(desk: MailDesk) -> None:
    desk.open()
    page = desk.page
    assert page.folder_list.isVisible()
    assert not page.list_pane.folders_button.isVisible()
    page.resize(px(640), px(480))
    wait_until(lambda: page.list_pane.folders_button.isVisible())
    assert not page.folder_list.isVisible()
    assert page.list_pane.new_button.isVisible()
    QTest.mouseClick(page.list_pane.folders_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: page.folder_list.isVisible())
    assert not page.list_pane.isVisible()
    other = next(key for key in page.folder_list.folders if key != INBOX)
    page.folder_list.choose(other)
    assert page.folder_list.isVisible(), "the arrow keys only pass"
    QTest.keyClick(page.folder_list, Qt.Key.Key_Escape)
    wait_until(lambda: page.list_pane.isVisible())
    page.resize(1200, 800)
    wait_until(lambda: page.folder_list.isVisible() and page.list_pane.isVisible())


def test_in_little_room_the_mail_gets_the_most_of_it_until_she_draws_the_columns_herself(desk: MailDesk) -> None:
    desk.open()
    page, splitter = desk.page, desk.page.findChild(QSplitter)
    page.resize(px(840), px(480))
    wait_until(lambda: page.side.isVisible() and splitter.sizes()[2] >= px(390))
    page.resize(px(1200), px(700))
    wait_until(lambda: splitter.sizes()[1] >= px(330))
    splitter.setSizes([px(200), px(300), px(700)])
    splitter.splitterMoved.emit(px(200), 1)
    page.resize(px(840), px(480))
    wait_until(lambda: sum(splitter.sizes()) <= px(840))
    assert splitter.sizes()[1] >= px(290)


def test_an_unread_row_that_has_the_focus_is_not_painted_over(desk: MailDesk) -> None:
    desk.box.add("a", "Báo cáo tuần")
    desk.open()
    view = desk.page.message_list
    row, messages = 0, view.messages
    wait_until(lambda: messages.summary(row) is not None)
    messages.patch([messages.ids[row]], is_read=False)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, px(300), view.sizeHintForRow(row))
    option.state = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Enabled
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painter.end()
    assert image.pixelColor(image.width() // 2, 3) == colour("selection")
