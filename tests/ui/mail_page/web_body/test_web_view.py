"""The web view in the reader: what it shows, what can be done in it, and how it fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.demo_ministry.story.html_look import newsletter
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.waiting import delete_now, wait_until
from ui.mail_page import mail_body
from ui.mail_page.link_question import LinkQuestion
from ui.mail_page.mail_body import MailBody
from ui.style import apply_style

NEWS = newsletter("Bản tin số 45", "Thông tư 12/2024/TT-BLĐPTXH có hiệu lực.\n\nTin thứ hai của số này.\n\nTin thứ ba.")
PRETENDING = (
    '<div style="display:flex"><a href="https://xau.example/x">https://boldptxh.example</a>'
    '<a href="mailto:nam.vh@boldptxh.example?subject=x">Thư</a><a href="javascript:alert(1)">bấm</a>'
    '<a href="#cuoi">xuống</a></div><p id="cuoi">Cuối thư</p>'
)


def body_of(desk: MailDesk) -> MailBody:
    return desk.page.reader.body


def open_mail(desk: MailDesk, html: str) -> MailBody:
    desk.box.add("a", "Bản tin", html=html, text="Chữ thường của thư")
    desk.box.add("b", "Thư thường", minutes_ago=5)
    desk.open()
    desk.stand_on(0)
    body = body_of(desk)
    wait_until(lambda: body.web is not None and body.web.is_shown and body.view is body.web)
    return body


def script(body: MailBody, code: str) -> Any:
    """Run in the world of our own script (the mail's is switched off)."""
    from ui.mail_page.web_body.view import OUR_WORLD

    assert body.web is not None
    found: list[Any] = []
    body.web.page.runJavaScript(code, OUR_WORLD, found.append)
    wait_until(lambda: found)
    return found[0]


def picture_of(body: MailBody) -> QImage:
    return body.grab().toImage()


def test_a_newsletter_is_shown_as_it_was_meant(desk: MailDesk) -> None:
    body = open_mail(desk, NEWS)
    assert "Tin thứ hai của số này" in script(body, "document.body.innerText")
    assert "Tin thứ hai của số này" in body.toPlainText()
    gradient = "getComputedStyle(document.querySelector('td[colspan]')).backgroundImage"
    assert "linear-gradient" in script(body, gradient)
    desk.stand_on(1)
    assert body.view is body.text_view and "Kính gửi chị Hạnh" in body.toPlainText()
    wait_until(lambda: script(body, "document.body.innerText.trim()") == "")  # nothing of it stays in the renderer


def test_document_numbers_are_links_with_their_status(desk: MailDesk) -> None:
    asked: list[str] = []
    desk.page.document_asked.connect(asked.append)
    body = open_mail(desk, NEWS)
    wait_until(lambda: script(body, "document.querySelectorAll('a.vb-citation').length") == 1)
    assert "Còn hiệu lực" in script(body, "document.querySelector('a.vb-citation').title")
    desk.page.reader.refresh_citations()
    script(body, "document.querySelector('a.vb-citation').click()")
    wait_until(lambda: asked == ["12/2024/TT-BLĐPTXH"])


def test_a_link_asks_first_and_leads_nowhere_by_itself(desk: MailDesk) -> None:
    body = open_mail(desk, PRETENDING)
    assert "xau.example/x" not in script(body, "document.documentElement.outerHTML")  # the engine never sees it
    script(body, "document.querySelectorAll('a')[0].click()")
    question = wait_until(lambda: desk.page.findChild(LinkQuestion))
    assert question.warning is not None and "boldptxh.example" in question.warning.text()
    assert script(body, "document.querySelectorAll('a')[2].href") == ""
    script(body, "document.querySelectorAll('a')[1].click()")
    composer = wait_until(lambda: next(iter(desk.page.writing.open_composers.values()), None))
    assert composer.to.line.text() == "nam.vh@boldptxh.example"
    assert "Cuối thư" in script(body, "document.body.innerText")


def test_find_zoom_copy_and_select_all(desk: MailDesk) -> None:
    body = open_mail(desk, NEWS)
    answers: list[bool] = []
    body.find_text("thứ hai", found=answers.append)
    wait_until(lambda: answers == [True])
    body.find_text("không có trong thư", found=answers.append)
    wait_until(lambda: answers == [True, False])
    body.find_text("")
    body.set_zoom(1.5)
    assert body.web is not None and body.web.view.zoomFactor() == pytest.approx(1.5)
    body.select_all()
    wait_until(lambda: body.web is not None and "Tin thứ ba" in body.web.page.selectedText())
    body.copy()
    assert "Tin thứ ba" in QApplication.clipboard().text()
    assert not QApplication.clipboard().mimeData().hasHtml()


@pytest.mark.parametrize("html", [NEWS, "<p>Tin thứ hai của số này. Tin thứ hai.</p>"])
def test_the_bar_finds_in_either_view(desk: MailDesk, html: str) -> None:
    desk.box.add("a", "Bản tin", html=html)
    desk.open()
    desk.stand_on(0)
    body = body_of(desk)
    wait_until(lambda: not body.is_web or body.view is body.web)
    desk.page.actions_by_name["find_in_mail"].trigger()
    bar = body.finding
    assert bar is not None and bar.isVisible()
    bar.words.setText("không hề có")
    wait_until(lambda: "Không tìm thấy" in bar.told.text())
    bar.words.setText("thứ hai")
    wait_until(lambda: bar.told.text() == "")
    if not body.is_web:
        assert body.text_view.textCursor().selectedText() == "thứ hai"
    desk.page.actions_by_name["find_before"].trigger()
    bar.close_bar()
    assert not bar.isVisible() and not body.text_view.textCursor().hasSelection()


def test_words_searched_for_are_marked_in_the_web_view(desk: MailDesk) -> None:
    from mail import SearchMarks

    body = open_mail(desk, NEWS)
    body.show_marks(SearchMarks("thu hai"))
    hits = "[...document.querySelectorAll('mark.vb-hit')].map(one => one.textContent).join('|')"
    wait_until(lambda: "hai" in script(body, hits))
    body.show_marks(None)
    wait_until(lambda: script(body, hits) == "")


def test_what_she_searches_the_list_for_is_marked_in_the_web_view(desk: MailDesk) -> None:
    from mail import SearchMarks

    number = "12/2024/TT-BLĐPTXH"
    desk.box.add("a", "Bản tin", html=NEWS, text=f"Thông tư số {number}")
    desk.open()
    desk.page.list_pane.search.setText("ban tin thong tu")
    wait_until(lambda: desk.page.shown.is_search and len(desk.page.message_list.messages.ids) == 1)
    wait_until(lambda: desk.page.message_list.row.marks)
    desk.stand_on(0)
    body = body_of(desk)
    wait_until(lambda: body.is_web and body.view is body.web)
    hits = "[...document.querySelectorAll('mark.vb-hit')].map(one => one.textContent).join('|')"
    wait_until(lambda: "Thông" in script(body, hits) and "tư" in script(body, hits))
    assert body.web is not None
    body.show_marks(SearchMarks(number))
    wait_until(lambda: number in script(body, hits).replace("|", ""))
    desk.page.reader._look_up_citations()  # it may be answered after the words were marked
    links = "[...document.querySelectorAll('a.vb-citation')].map(one => one.textContent).join('|')"
    wait_until(lambda: number in script(body, links))
    wait_until(lambda: number in script(body, hits).replace("|", ""))
    desk.page.list_pane.search.clear()
    wait_until(lambda: not desk.page.shown.is_search and desk.page.message_list.row.marks is None)


def test_a_web_view_that_is_not_looked_at_has_not_failed(desk: MailDesk) -> None:
    body = open_mail(desk, NEWS)
    assert body.web is not None
    body.web._patience.setInterval(50)
    desk.stand_on(1)
    assert body.view is body.text_view
    ended = time.monotonic() + 0.5
    wait_until(lambda: time.monotonic() > ended)
    assert body.web is not None and body._failures == 0


@pytest.mark.parametrize("html", [NEWS, "<p>Tin thứ hai của số này</p>"])
def test_it_is_printed_below_a_head(desk: MailDesk, tmp_path: Path, html: str) -> None:
    desk.box.add("a", "Bản tin", html=html)
    desk.open()
    desk.stand_on(0)
    body = body_of(desk)
    wait_until(lambda: not body.is_web or body.view is body.web)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "thu.pdf"))
    done: list[bool] = []
    body.print_to(printer, "<h2>Từ: Vũ Hoàng Nam</h2>", done.append)
    wait_until(lambda: done, 60)
    assert done == [True]
    document = pypdfium2.PdfDocument(tmp_path / "thu.pdf")
    words = document[0].get_textpage().get_text_range()
    assert words.index("Vũ Hoàng Nam") < words.index("Tin thứ hai")
    document.close()


def test_at_night_it_is_dark_and_on_paper_when_she_wants_it(qapp: QApplication, desk: MailDesk) -> None:
    apply_style(qapp, theme="dark")
    try:
        body = open_mail(desk, '<div style="display:flex"><p>Chữ đen trên nền trắng</p></div>')
        wait_until(lambda: picture_of(body).pixelColor(body.width() // 2, body.height() - 60).lightness() < 60)
        assert desk.page.reader.ways.paper.isVisible() and desk.page.reader.ways.paper.text() == "Nền sáng"
        desk.page.reader.ways.paper.click()
        wait_until(lambda: picture_of(body).pixelColor(body.width() // 2, body.height() - 60).lightness() > 240)
    finally:
        apply_style(qapp, theme="light")


def test_a_dead_renderer_leaves_a_simple_mail_and_a_word(desk: MailDesk) -> None:
    body = open_mail(desk, NEWS)
    assert body.web is not None
    os.kill(body.web.page.renderProcessPid(), signal.SIGKILL)
    wait_until(lambda: body.web is None)
    assert "Tin thứ hai" in body.text_view.toPlainText() and body.view is body.text_view
    assert "dạng đơn giản" in desk.page.reader.ways.remark.text()
    desk.stand_on(1)
    desk.stand_on(0)
    wait_until(lambda: body.web is not None and body.web.is_shown)
    assert not desk.page.reader.ways.remark.isVisible()


def test_where_it_cannot_run_the_text_view_shows_every_mail(desk: MailDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.mail_page.web_body import engine

    def refused() -> None:
        raise engine.EngineMissing("sandbox")

    monkeypatch.setattr(engine, "prepare", refused)
    monkeypatch.setattr(mail_body, "_engine_is_missing", False)
    desk.box.add("a", "Bản tin", html=NEWS)
    desk.box.add("b", "Dài", html="<p>" + "chữ " * 30_000, text="Chữ của thư dài", minutes_ago=5)
    desk.open()
    desk.stand_on(0)
    assert "Tin thứ hai" in body_of(desk).text_view.toPlainText()
    desk.stand_on(1)
    assert body_of(desk).toPlainText() == "Chữ của thư dài" and body_of(desk).web is None


def test_an_unused_view_gives_its_memory_back(desk: MailDesk) -> None:
    body = open_mail(desk, NEWS)
    assert body.web is not None
    pid = body.web.page.renderProcessPid()
    desk.stand_on(1)
    assert body._unused.isActive()
    body._unused.timeout.emit()
    delete_now()
    assert body.web is None
    wait_until(lambda: not _runs(pid))
    desk.stand_on(0)
    wait_until(lambda: body.web is not None and body.web.is_shown)


def test_a_very_long_mail_is_shown_whole(desk: MailDesk) -> None:
    links = "".join(f'<a href="http://a.example/{n}">chữ {n}</a> ' for n in range(20_000))
    body = open_mail(desk, f"<p>{links}</p><p>Cuối thư</p>")
    assert "Cuối thư" in script(body, "document.body.innerText")


def test_it_is_not_loaded_before_a_mail_needs_it() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; application = QApplication([]);"
        "import ui.mail_page.page, ui.main_window; from ui.mail_page.mail_body import MailBody; MailBody();"
        "assert not any('WebEngine' in name for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def _runs(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
