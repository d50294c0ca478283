"""Builds what a page or the main window is given, with fakes where a test brings none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conference import Conference, Site, SiteId
from mail import Account, MailError
from ui.background import Background
from ui.desk import Desk
from ui.notices import Notices
from ui.own_sending import OwnSending
from ui.page_tools import PageTools
from ui.preferences import Preferences
from ui.service_link import ServiceLink
from ui.service_messages import Answer, Ask, packed, unpacked

CONFERENCE = Conference(
    "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà",
    (
        Site(SiteId("bo"), "Điểm cầu Bộ (Hà Nội)", "rtsp://127.0.0.1:8554/bo"),
        Site(SiteId("haiha"), "Điểm cầu tỉnh Hải Hà", "srt://127.0.0.1:9000"),
    ),
)


class FakeService:
    """The other end of a `ServiceLink`: keeps what the window asked, says what the test wants.

    Questions to the mail server are answered by ``replies``: by the question's type, a function of the question that
    returns the answer or raises why there is none. A question without one stays unanswered.
    """

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.questions: list[object] = []
        self.replies: dict[type, Callable[[Any], object]] = {}
        self._answers: list[object | None] = []
        self._come = threading.Condition()

    def say(self, message: object) -> None:
        with self._come:
            self._answers.append(message)
            self._come.notify()

    def send(self, message: object) -> None:
        self.asked.append(message)
        if isinstance(message, Ask):
            question = unpacked(message.question)
            self.questions.append(question)
            reply = self.replies.get(type(question))
            if reply is not None:
                self.say(_answer(message.id, lambda: reply(question)))

    def receive(self) -> object | None:
        with self._come:
            self._come.wait_for(lambda: bool(self._answers))
            return self._answers.pop(0)

    def close(self, timeout: float) -> None:
        with self._come:
            self._answers.append(None)
            self._come.notify()


def _answer(id_: int, reply: Callable[[], object]) -> Answer:
    try:
        return Answer(id_, packed(reply()))
    except MailError as error:
        return Answer(id_, error=error)


def _not_here(*_: Any) -> Any:
    raise AssertionError("this test opens no such thing")


def build_tools(
    folder: Path,
    *,
    service: FakeService | None = None,
    open_mailbox: Callable[[], Any] = _not_here,
    open_archive: Callable[[], Any] = _not_here,
    make_launcher: Callable[[], Any] = _not_here,
    conferences: tuple[Conference, ...] = (CONFERENCE,),
    preferences: Preferences | None = None,
    convert_recording: Callable[..., Any] | None = None,
    own_sending: OwnSending | None = None,
) -> PageTools:
    """Close it with `close_tools`."""
    desk = Desk(
        ministry="Bộ Lao động và Phát triển Xã hội",
        ministry_short="Bộ LĐPTXH",
        account=Account("hanh.ntm@boldptxh.example", "boldptxh\\hanh.ntm", "Nguyễn Thị Minh Hạnh"),
        conferences=conferences,
        open_mailbox=open_mailbox,
        open_archive=open_archive,
        make_launcher=make_launcher,
        convert_recording=convert_recording,
        data_folder=folder,
        own_domains=("boldptxh.example",),
        own_sending=own_sending,
    )
    link_end = service or FakeService()
    link = ServiceLink(lambda: link_end)
    link.start()
    return PageTools(desk, Background(), link, preferences or Preferences(folder), Notices())


def close_tools(tools: PageTools) -> None:
    tools.service.close(0)
    tools.background.close()
