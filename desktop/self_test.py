"""``--self-test``: does this installation work on this PC? Opens the stores, decodes a second of a clip, renders a
page, reaches the keyring or says plainly that there is none. Run by whoever installs it, and on the frozen program."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mail import Account, Draft, DraftId, WrongKey

from . import bootstrap
from .data_folder import DataFolder, open_data_folder

_CLIP = Path(__file__).resolve().parent / "self_test_material" / "clip.ts"
_ONE_SECOND = 25
"""Pictures."""


class Failed(Exception):
    """A part does not work here. ``args``: (what was seen,)."""


def run_self_test() -> int:
    """Print one line per part; 0 if all that must work does."""
    if sys.stdout is None:  # a windowed program on Windows has none
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    status = 0
    with tempfile.TemporaryDirectory(prefix="ban-cong-vu-self-test-") as temporary:
        folder = open_data_folder(Path(temporary) / "data")
        for name, part in _PARTS.items():
            begun = time.perf_counter()
            try:
                said = part(folder)
                verdict = "ĐẠT"
            except Exception as error:
                said, verdict, status = f"{type(error).__name__}: {error}", "HỎNG", 1
            _say(f"{verdict:5} {name}: {said} ({time.perf_counter() - begun:.1f} s)")
    _say("Bản cài đặt dùng được." if status == 0 else "Bản cài đặt chưa dùng được.")
    return status


def _say(line: str) -> None:
    sys.stdout.buffer.write((line + "\n").encode("utf-8"))
    sys.stdout.flush()


def _mailbox(folder: DataFolder) -> str:
    """Write a draft into a new encrypted store, close, open, read; another key must not open it."""
    account, key = Account("self-test@localhost.example", "self-test"), secrets.token_bytes(32)
    store = bootstrap.mailbox(folder, account, key)
    store.save_draft(Draft(DraftId("0" * 32), subject="Kiểm tra kho thư", text="Nội dung thử"))
    store.close()
    again = bootstrap.mailbox(folder, account, key)
    try:
        if [draft.subject for draft in again.drafts()] != ["Kiểm tra kho thư"]:
            raise Failed("the draft is not there")
    finally:
        again.close()
    if b"SQLite format 3" in folder.mail_store(account.address).read_bytes()[:16]:
        raise Failed("the store is not encrypted")
    try:
        bootstrap.mailbox(folder, account, secrets.token_bytes(32)).close()
    except WrongKey:
        return "kho thư mã hoá ghi và đọc được, khoá lạ không mở được"
    raise Failed("a wrong key opens the store")


def _archive(folder: DataFolder) -> str:
    archive = bootstrap.archive(folder)
    try:
        return f"kho văn bản mở được, {archive.count()} văn bản"
    finally:
        archive.close()


def _mail_library(folder: DataFolder) -> str:
    """The adapters load, as the service process loads them."""
    from mail import MailSettings

    settings = MailSettings(ews_url="https://localhost.example/EWS/Exchange.asmx", own_domains=("localhost.example",))
    bootstrap.mailbox_gateway(settings, Account("self-test@localhost.example", "self-test"), "").close()
    return "bộ nối máy chủ thư nạp được"


def _service(folder: DataFolder) -> str:
    """The second process starts, hears its first message and answers; nobody listens on the port it is to ask."""
    from mail import MailSettings, Offline

    settings = MailSettings(ews_url="https://127.0.0.1:9/EWS/Exchange.asmx", own_domains=("localhost.example",))
    try:
        bootstrap.check_sign_in(Account("self-test@localhost.example", "self-test"), settings, "")
    except Offline:
        return "tiến trình thứ hai khởi động, nhận việc và trả lời"
    raise Failed("somebody answers on port 9")


def _attachments(folder: DataFolder) -> str:
    """A PDF made here and a DOCX, read by a disposable process as attachments are."""
    import io
    import zipfile

    from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

    import text_extraction

    application = QGuiApplication.instance() or QGuiApplication([])
    pdf = folder.root / "attachment.pdf"
    writer = QPdfWriter(str(pdf))
    painter = QPainter(writer)
    painter.drawText(400, 400, "Decree 30/2020")
    painter.end()
    del writer, application
    docx = io.BytesIO()
    with zipfile.ZipFile(docx, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        name_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        words = "<w:body><w:p><w:r><w:t>Nghị định số 30/2020/NĐ-CP</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{name_space}">{words}</w:document>')
    for content, name, wanted in (
        (pdf.read_bytes(), "a.pdf", "30/2020"),
        (docx.getvalue(), "a.docx", "30/2020/NĐ-CP"),
    ):
        found = text_extraction.extract(content, name)
        if wanted not in found.text:
            raise Failed(f"{name}: {found.text[:40]!r} {[problem.value for problem in found.problems]}")
    return "đọc được chữ trong PDF và DOCX ở tiến trình riêng"


def _publishing(folder: DataFolder) -> str:
    """The process that captures starts, encodes the test picture and shows what would be sent; nothing is sent."""
    from conference.publishing import TEST_PICTURE, TEST_TONE, Begin

    publisher = bootstrap.publisher()
    publisher.begin(Begin(None, camera=TEST_PICTURE, microphone=TEST_TONE))
    try:
        ends = time.monotonic() + 20
        while (picture := publisher.newest_picture()) is None and time.monotonic() < ends:
            publisher.next_answer(0.1)
    finally:
        publisher.close()
    if picture is None:
        raise Failed("no picture")
    return "tiến trình gửi hình khởi động, chụp và nén được hình thử"


def _player(folder: DataFolder) -> str:
    pictures = bootstrap.decode_clip(_CLIP.read_bytes(), _ONE_SECOND)
    if pictures < _ONE_SECOND:
        raise Failed(f"{pictures} of {_ONE_SECOND} pictures")
    return f"giải mã {pictures} hình"


def _srt(folder: DataFolder) -> str:
    """Not needed for the rest to work, so it never fails; what is lost without it is said."""
    version = bootstrap.srt_version()
    if version is None:
        return "không có libsrt: điểm cầu SRT có mật khẩu không vào được, và không gửi được hình của mình qua SRT"
    return f"libsrt {version}"


def _window(folder: DataFolder) -> str:
    """Render a page of Vietnamese and look at the pixels."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextBrowser

    from ui.style import apply_style

    application = QApplication.instance() or QApplication(["self-test"])
    assert isinstance(application, QApplication)
    apply_style(application, theme="light", text_size=100)
    page = QTextBrowser()
    page.setHtml("<h1>Bàn Công Vụ</h1><p>Nghị định, Thông tư, Quyết định: ă â đ ê ô ơ ư ằ ẫ ệ ữ</p>")
    page.resize(480, 200)
    picture = page.grab().toImage()
    dark = sum(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 480, 2) for y in range(0, 200, 2))
    if dark < 100:
        raise Failed("nothing was drawn; are there fonts?")
    return f"vẽ được trang chữ ({application.platformName()})"


def _web_view(folder: DataFolder) -> str:
    """A mail with a layout is shown by the web view; or plainly said that there is none: the text view shows it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from mail import clean_html, web_html
    from ui.mail_page.body_content import BodyContent
    from ui.mail_page.mail_body import MailBody

    source = '<div style="display:flex"><p>Bàn</p><p>Công Vụ</p></div>'
    body = MailBody()
    body.resize(480, 200)
    body.show()
    body.show_html(BodyContent(clean_html(source), web_html(source), "Bàn Công Vụ", needs_web=True))
    ends = time.monotonic() + 20
    while body.is_web and body.web is not None and not body.web.is_shown and time.monotonic() < ends:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    was_shown = body.web is not None and body.web.is_shown
    has_engine = body.may_use_web
    body.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not has_engine:
        return "máy này không có khung xem web; mọi thư hiện ở khung chữ"
    if not was_shown:
        raise Failed("the page was not shown")
    return "khung xem web hiện được thư, không ra mạng"


def _keyring(folder: DataFolder) -> str:
    """Reached, or plainly said that there is none: both are fine, the desk then asks for each session."""
    from .credential_store import KeyringLocked, KeyringMissing

    store = bootstrap.credential_store()
    name = f"self-test-{secrets.token_hex(4)}@localhost.example"
    try:
        key = store.make_database_key(name)
        kept = store.database_key(name) == key
        store.forget_database_key(name)
    except KeyringMissing:
        return "máy này không có kho khoá; mật khẩu sẽ được hỏi ở mỗi phiên"
    except KeyringLocked:
        return "kho khoá đang khoá; hệ thống sẽ hỏi khi cần"
    if not kept:
        raise Failed("the keyring forgets")
    return "kho khoá của hệ thống giữ và trả khoá"


_PARTS: dict[str, Callable[[DataFolder], str]] = {
    "Kho thư": _mailbox,
    "Kho văn bản": _archive,
    "Máy chủ thư": _mail_library,
    "Tiến trình nền": _service,
    "Trình phát": _player,
    "Gửi hình của mình": _publishing,
    "Đường truyền SRT": _srt,
    "Cửa sổ": _window,
    "Tệp đính kèm": _attachments,
    "Khung xem web": _web_view,
    "Kho khoá": _keyring,
}
