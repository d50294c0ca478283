"""An invitation answered on its card: on the real store, with a real sync behind it and a server in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.demo_ministry.mailbox import Correspondent, Letter, MeetingRequest, build_mime
from mail import Answer, ItemKind, Offline
from mail.calendar.gateway import ServerItem
from tests.mail.builders import HANH, NAM
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until
from ui.formatting import time_of_day
from ui.mail_page.meeting_answers import MeetingAnswers

START = datetime(2030, 3, 5, 1, 0, tzinfo=UTC)


def invite(desk: RealDesk, *, organizer: Correspondent | None = None, clash: bool = False) -> None:
    """Vũ Hoàng Nam's invitation comes, and stands in the calendar as Exchange puts it there."""
    nam = organizer or Correspondent(NAM.name, NAM.address)
    hanh = Correspondent(HANH.name, HANH.address)
    meeting = MeetingRequest(
        "giao-ban", "Họp giao ban quý I", START, START + timedelta(hours=1), nam, (hanh,), "Phòng họp A201", "Kính mời."
    )
    mime = build_mime(Letter("Giấy mời họp giao ban quý I", nam, (hanh,), START, "Kính mời.", meeting=meeting))
    message = desk.server.deliver(mime=mime)
    calendar = desk.server.calendar
    item = ServerItem("", ItemKind.SINGLE, "giao-ban", meeting.summary, START, START + timedelta(hours=1))
    calendar.invite_owner("giao-ban", in_mail_only=False, item=item)
    calendar.invitations[message] = "giao-ban"
    if clash:
        calendar.put(replace(item, uid="khác", subject="Tiếp đoàn công tác Hải Hà"))


@pytest.fixture
def opened(real: RealDesk) -> Iterator[RealDesk]:
    invite(real, clash=True)
    real.round()
    wait_until(lambda: len(real.ids) == 1)
    real.page.message_list.stand_on(0)
    wait_until(lambda: answers_of(real).isVisible())
    yield real


def answers_of(desk: RealDesk) -> MeetingAnswers:
    return desk.page.reader.answers


def test_it_shows_what_else_she_has_then_and_that_it_waits_for_an_answer(opened: RealDesk) -> None:
    answers = answers_of(opened)
    assert not answers.state.isVisible()
    hours = f"{time_of_day(START)}–{time_of_day(START + timedelta(hours=1))}"
    assert answers.conflicts.text() == f"Trùng giờ với: Tiếp đoàn công tác Hải Hà ({hours})"
    assert not answers.word.isVisible() and not any(button.isChecked() for button in answers.buttons.values())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.ACCEPT, "Đã nhận lời"),
        (Answer.TENTATIVE, "Đã trả lời: có thể dự"),
        (Answer.DECLINE, "Đã từ chối"),
    ],
)
def test_one_press_is_one_reply_to_the_organizer(opened: RealDesk, answer: Answer, words: str) -> None:
    answers = answers_of(opened)
    answers.buttons[answer].click()
    wait_until(lambda: answers.state.text() == f"{words}, đang gửi cho người mời.")
    assert opened.server.calendar.mailed == []
    opened.round()
    wait_until(lambda: answers.state.text() == f"{words}.")
    assert [(mail.kind, mail.to) for mail in opened.server.calendar.mailed] == [(answer.value, (NAM.address,))]
    answers.buttons[answer].click()  # the same again is nothing
    opened.round()
    assert len(opened.server.calendar.mailed) == 1
    week = opened.mailbox.calendar.items(START - timedelta(days=1), START + timedelta(days=1))
    assert len([one for one in week if one.uid == "giao-ban"]) == (0 if answer is Answer.DECLINE else 1)


def test_a_word_goes_with_the_answer(opened: RealDesk) -> None:
    answers = answers_of(opened)
    answers.add_word.click()
    assert answers.word.isVisible()
    QTest.keyClicks(answers.word, "Toi den muon 10 phut")
    answers.buttons[Answer.ACCEPT].click()
    wait_until(lambda: "đang gửi" in answers.state.text())
    assert answers.word.text() == "" and not answers.word.isVisible()
    opened.round()
    assert [mail.comment for mail in opened.server.calendar.mailed] == ["Toi den muon 10 phut"]


def test_an_answer_that_has_not_left_is_taken_back(opened: RealDesk) -> None:
    answers = answers_of(opened)
    answers.buttons[Answer.DECLINE].click()
    wait_until(lambda: "đang gửi" in answers.state.text())
    undo = opened.said[-1].action
    assert undo is not None
    undo()
    wait_until(lambda: not answers.state.isVisible())
    opened.round()
    assert opened.server.calendar.mailed == []
    undo()
    wait_until(lambda: "đã gửi đi" in opened.said[-1].text or "chọn câu trả lời khác" in opened.said[-1].text)


def test_offline_it_waits_and_then_goes_out_once(opened: RealDesk) -> None:
    answers = answers_of(opened)
    answers.buttons[Answer.ACCEPT].click()
    wait_until(lambda: "đang gửi" in answers.state.text())
    opened.server.calendar.lose_request("respond", Offline("mail"))
    with pytest.raises(Offline):
        opened.round()
    assert "đang gửi" in answers.state.text()
    opened.round()
    wait_until(lambda: answers.state.text() == "Đã nhận lời.")
    assert len(opened.server.calendar.mailed) == 1


def test_another_time_is_proposed(opened: RealDesk) -> None:
    from ui.calendar_page.propose_dialog import ProposeDialog

    answers = answers_of(opened)
    answers.propose.click()
    dialog = opened.page.window().findChild(ProposeDialog)
    assert dialog is not None
    start = START + timedelta(days=1)
    dialog.when.show_span(start, start + timedelta(hours=1), is_all_day=False)
    dialog.comment.setText("Chiều hôm đó tôi bận.")
    dialog._changed()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    wait_until(lambda: "có thể dự" in answers.state.text())
    opened.round()
    (mail,) = opened.server.calendar.mailed
    assert (mail.kind, mail.comment) == (Answer.TENTATIVE.value, "Chiều hôm đó tôi bận.")
    assert mail.proposed == (start, start + timedelta(hours=1))


def test_her_own_meeting_is_not_to_be_answered(real: RealDesk, qapp: QApplication, tmp_path: Path) -> None:
    invite(real, organizer=Correspondent(HANH.name, HANH.address))
    real.round()
    wait_until(lambda: len(real.ids) == 1)
    real.page.message_list.stand_on(0)
    answers = answers_of(real)
    wait_until(lambda: answers.isVisible())
    assert not any(button.isVisible() for button in (*answers.buttons.values(), answers.propose, answers.add_word))
