"""The chair's journey on the running application: the invitation's people are called by keyboard, speakers are timed, a
paper and a law are opened beside the pictures, the minutes are written, and found again after leaving."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.application import RunningDesk
from desktop.demo_ministry import DemoMinistry
from desktop.tour.steps import Walker
from ui.conference_page.chair.context import find_context

pytestmark = pytest.mark.whole_program


def test_she_leads_the_conference_and_finds_her_minutes_again(
    walker: Walker, ministry: DemoMinistry, desk: RunningDesk
) -> None:
    page = walker.window.show_page("conference")
    tools, conference = page.chair.tools, page.lobby.cards[0].conference
    mailbox = tools.desk.mailbox
    walker.until(
        lambda: find_context(mailbox, conference, None, datetime.now(UTC)).attachments, "the invitation and its files"
    )
    page.lobby.focus_first()
    QTest.keyClick(walker.window.focusWidget(), Qt.Key.Key_Space)
    views = page.meeting.stage.views
    walker.until(lambda: all(view.picture.serial for view in views), "both pictures")

    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_T)
    roll = page.meeting.side.current
    walker.until(roll.invited.isVisible, "the people of the invitation")
    QTest.keyClick(roll.invited, Qt.Key.Key_Space)
    people = page.chair.kept.roll_call.people
    assert len(people) >= 5
    assert roll.tree.hasFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_M, Qt.Key.Key_V):
        QTest.keyClick(roll.tree, key)
    assert page.chair.kept.roll_call.counts().there == 2

    speaking = page.meeting.open_side("Thứ tự phát biểu")
    for person in people[:2]:
        speaking.new_name.setText(person.name)
        QTest.keyClick(speaking.new_name, Qt.Key.Key_Return)
    QTest.keyClick(speaking.next_button, Qt.Key.Key_Space)
    walker.until(lambda: speaking.time.text() >= "00:01", "the timer running")

    papers = page.meeting.open_side("Tài liệu")
    walker.until(lambda: "1280/LĐPTXH-VP" in texts(papers.list), "the document the invitation cites")
    row = next(n for n in range(papers.list.count()) if ".pdf" in papers.list.item(n).text())
    papers.list.setCurrentRow(row)
    papers.list.itemActivated.emit(papers.list.currentItem())
    walker.until(lambda: papers.file_view is not None and papers.file_view.isVisible(), "the invitation's file")
    assert views[0].isVisible()
    papers.file_view.save_asked.emit(papers.file_view.index)
    dialog = walker.until(lambda: next(iter(papers.findChildren(QFileDialog)), None), "where to save it")
    dialog.reject()
    papers.show_overview()
    law = next(n for n in range(papers.list.count()) if "1280" in papers.list.item(n).text())
    papers.list.itemActivated.emit(papers.list.item(law))
    walker.until(
        lambda: papers.law_view is not None and "giao ban" in papers.law_view.text.toPlainText(), "the cited document"
    )

    minutes = page.meeting.open_side("Biên bản cuộc họp")
    walker.until(lambda: minutes.draft is not None, "the minutes")
    assert people[2].name in minutes.editor.toPlainText()  # the absent one
    minutes.editor.setFocus()
    minutes.editor.insertPlainText("Ket luan cua chu tri so 42. ")
    walker.press(page.meeting.leave_button)
    walker.until(lambda: not page.is_running, "the conference left")
    subject = f"Biên bản: {conference.title}"
    walker.until(
        lambda: any(draft.subject == subject and "so 42" in draft.text for draft in mailbox.drafts()), "the draft"
    )

    page.join()
    again = page.meeting.open_side("Biên bản cuộc họp")
    walker.until(lambda: "so 42" in again.editor.toPlainText(), "the minutes found again")
    assert page.chair.kept.roll_call.counts().there == 2
    page.leave()
    walker.until(lambda: not page.is_running, "the conference left")


def texts(listed: object) -> str:
    return "\n".join(listed.item(n).text() for n in range(listed.count()))  # type: ignore[attr-defined]
