"""Remote pictures: blocked with a calm line, shown once or always from one sender, taken back; never from junk."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from mail import FetchedPictures, FetchPictures, Offline, Person
from tests.mail.remote_pictures.picture_server import png
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import JUNK
from tests.ui.waiting import wait_until
from ui.mail_page.pictures_bar import PicturesBar
from ui.picture_senders_list import PictureSendersList

NEWS = Person("Bản tin", "ban.tin@bo.example")
HTML = (
    '<p>Kính gửi</p><img src="https://anh.example/1.png" alt="Hội nghị"><img src="http://anh.example/2.png">'
    '<img src="https://anh.example/dem.gif?ai=hanh" width="1" height="1">'
)
PICTURES = FetchedPictures(
    (("https://anh.example/1.png", "image/png", png(40, 30)), ("https://anh.example/2.png", "image/png", png(20, 20)))
)


def bar(desk: MailDesk) -> PicturesBar:
    return desk.page.reader.pictures


def asked(desk: MailDesk) -> list[object]:
    return [question for question in desk.service.questions if isinstance(question, FetchPictures)]


def open_news(desk: MailDesk, **more: object) -> None:
    desk.box.add("a", "Bản tin", html=HTML, text="Kính gửi", sender=NEWS, **more)  # type: ignore[arg-type]
    desk.open()


def shown_pictures(desk: MailDesk) -> int:
    return desk.page.reader.body.text_view.toHtml().count('<img src="data:image/png')


def test_blocked_until_she_says_so_and_then_only_once(desk: MailDesk) -> None:
    desk.service.replies[FetchPictures] = lambda _: PICTURES
    desk.box.add("b", "Khác", minutes_ago=5)
    open_news(desk)
    desk.stand_on(0)
    assert "đã được chặn" in bar(desk).words.text() and bar(desk).isVisible()
    assert asked(desk) == [] and shown_pictures(desk) == 0
    bar(desk).once.click()
    wait_until(lambda: shown_pictures(desk) == 2)
    assert asked(desk) == [FetchPictures(("https://anh.example/1.png", "https://anh.example/2.png"))]
    assert not bar(desk).isVisible() and desk.box.picture_senders.all() == []
    desk.stand_on(1)
    assert not bar(desk).isVisible()
    desk.stand_on(0)
    assert bar(desk).isVisible() and shown_pictures(desk) == 0


def test_always_from_this_sender_is_remembered_and_revoked_in_the_settings(desk: MailDesk) -> None:
    desk.service.replies[FetchPictures] = lambda _: PICTURES
    desk.box.add("b", "Bản tin sau", html=HTML, sender=NEWS, minutes_ago=5)
    desk.box.add("c", "Người khác", html=HTML, minutes_ago=6)
    open_news(desk)
    desk.stand_on(0)
    bar(desk).always.click()
    wait_until(lambda: shown_pictures(desk) == 2 and desk.box.picture_senders.all() == ["ban.tin@bo.example"])
    desk.stand_on(1)
    wait_until(lambda: shown_pictures(desk) == 2)
    desk.stand_on(2)
    assert bar(desk).isVisible() and len(asked(desk)) == 2
    settings = PictureSendersList(desk.tools.desk, desk.tools.background)
    settings.show()
    wait_until(lambda: settings.list.count() == 1)
    assert settings.list.item(0).text() == "ban.tin@bo.example"
    settings.remove.click()
    wait_until(lambda: settings.list.count() == 0 and settings.words.isVisible())
    assert desk.box.picture_senders.all() == []


def test_junk_gets_no_pictures_by_itself(desk: MailDesk) -> None:
    desk.box.picture_senders.add("ban.tin@bo.example")
    desk.box.add("j", "Giả bản tin", html=HTML, sender=NEWS, folder=JUNK)
    desk.open()
    desk.page.folder_list.choose(JUNK)
    wait_until(lambda: desk.ids == ["j"])
    desk.stand_on(0)
    assert bar(desk).isVisible() and not bar(desk).always.isVisible()
    assert asked(desk) == []


def test_offline_is_said_and_can_be_tried_again(desk: MailDesk) -> None:
    def offline(_: object) -> FetchedPictures:
        raise Offline("anh.example")

    desk.service.replies[FetchPictures] = offline
    open_news(desk)
    desk.stand_on(0)
    bar(desk).once.click()
    wait_until(lambda: "không có mạng" in bar(desk).words.text())
    desk.service.replies[FetchPictures] = lambda _: FetchedPictures(PICTURES.pictures[:1], missing=1)
    bar(desk).once.click()
    wait_until(lambda: shown_pictures(desk) == 1)
    assert "Không tải được 1 ảnh" in bar(desk).words.text()


@pytest.mark.parametrize("html", ['<img src="https://a.example/x.gif" width=1 height=1>', '<img src="http://a:81/x">'])
def test_what_could_not_be_shown_anyway_offers_no_choice(desk: MailDesk, html: str) -> None:
    desk.box.add("a", "Thư", html=f"<p>Chào</p>{html}")
    desk.open()
    desk.stand_on(0)
    assert bar(desk).isVisible() and not bar(desk).once.isVisible() and not bar(desk).always.isVisible()


def test_no_resource_is_asked_for_by_the_view_itself(desk: MailDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = QTextDocument.loadResource
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *a: asked.append(str(a)) or original(*a))
    open_news(desk)
    desk.stand_on(0)
    assert not any("anh.example" in one for one in asked)
