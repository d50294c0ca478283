"""After a mail was read, its attachments looked at, opened elsewhere, dragged out, printed: its words stand nowhere on
the disk but in the encrypted store and the private copies, and those go with the end, or with the next start."""

from __future__ import annotations

import base64
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop import demo_ministry
from desktop.demo_ministry import DemoMinistry
from desktop.demo_ministry.mailbox.letter import AttachedFile
from desktop.error_words import teach_error_words
from desktop.ministry_profile import read_profile
from mail import Account
from tests.ui.mail_page.sample_files import a_docx, a_pdf, a_png
from ui.mail_page.mail_window import MailWindow
from ui.mail_page.printing import PrintPreview
from ui.mail_page.source_window import SourceWindow
from ui.sync_status import Feature

from .desks import Place, is_idle, walker_of

pytestmark = [pytest.mark.whole_program]

SUBJECT, BODY, FILE, NAME = (f"chimhoangyen{number}x7391" for number in range(4))
ALL = (SUBJECT, BODY, FILE, NAME)


def dresses(word: str) -> list[bytes]:
    """As it could stand in a file: letters, wide letters, base64 at any offset."""
    plain = word.encode()
    found = [plain, plain.upper(), word.encode("utf-16-le")]
    for shift in range(3):
        encoded = base64.b64encode(b"x" * shift + plain)
        found.append(encoded[4:-4])
    return found


def traces(*roots: Path) -> dict[Path, str]:
    """Which file says, in its content or its name, which canary."""
    found: dict[Path, str] = {}
    for root in roots:
        for path in root.rglob("*"):
            if not path.is_file() or path.is_symlink():
                continue
            try:
                content = path.read_bytes()
            except OSError:
                continue  # gone meanwhile
            for word in ALL:
                if word in str(path) or any(dress in content for dress in dresses(word)):
                    found[path] = word
    return found


@pytest.fixture(scope="module")
def ministry() -> Iterator[DemoMinistry]:
    folder = Path(tempfile.mkdtemp(prefix="rest-ministry-"))
    ministry = demo_ministry.start(folder, sites=False)
    yield ministry
    ministry.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_what_she_read_stands_nowhere_in_plain(
    ministry: DemoMinistry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert QApplication.instance() or QApplication(["at rest"])
    teach_error_words()
    temporary, data = tmp_path / "tmp", tmp_path / "data"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    ministry.mailbox.deliver(
        f"Về việc {SUBJECT}",
        text=f"Kính gửi chị, {BODY}.",
        attachments=(
            AttachedFile(f"{NAME}.txt", "text/plain", f"{FILE} trong tệp".encode()),
            AttachedFile("a.pdf", "application/pdf", a_pdf(2, FILE)),
            AttachedFile("b.docx", "application/octet-stream", a_docx(FILE, "hai")),
            AttachedFile("c.png", "image/png", a_png(64, 64)),
            AttachedFile("d.eml", "message/rfc822", f"Subject: {SUBJECT}\r\n\r\n{BODY}".encode()),
        ),
    )
    place = Place(read_profile(ministry.profile), data)
    account = Account(ministry.address, ministry.user_name, ministry.owner)
    killed = tmp_path / "killed"
    with place.open_desk() as desk:
        desk.sign_in.take(account, ministry.password)
        if desk.sign_in_window is not None:
            desk._end_sign_in(account)
        walker = walker_of(desk)
        walker.until(lambda: is_idle(desk, Feature.MAIL), "all synced")
        page = walker.window.show_page("mail")
        page.list_pane.search.setText(SUBJECT)
        walker.until(lambda: len(page.message_list.messages.ids) == 1, "it is found")
        page.message_list.stand_on(0)
        reader = page.reader
        walker.until(lambda: BODY in reader.body.toPlainText(), "its words")
        for index in range(4):
            reader.deeds.look(index)
            walker.until(
                lambda index=index: reader.place.preview is not None and reader.place.preview.index == index,
                f"attachment {index}",
            )
        reader.place.close_preview()
        reader.deeds.look(4)
        walker.until(lambda: _window(MailWindow), "the attached mail").close()
        reader.deeds.open_elsewhere(0)
        walker.until(lambda: opened, "another program")
        dragged: list[Callable[[], object]] = []
        reader.deeds.drag(0, dragged.append)
        walker.until(lambda: dragged, "the copy that is dragged")
        assert dragged[0]() is not None
        page.actions_by_name["source"].trigger()
        walker.until(lambda: _window(SourceWindow), "its source").close()
        page.actions_by_name["print"].trigger()
        walker.until(lambda: _window(PrintPreview), "its pages").reject()
        page.list_pane.search.clear()
        here = traces(data, temporary)
        private = data / "opened"
        assert here and all(private in path.parents for path in here), "only the private copies"
        assert len(here) == 2
        shutil.copytree(data, killed, ignore=shutil.ignore_patterns("*.lock", "*.sock"))  # as kill -9 would leave it
    assert traces(data, temporary) == {}
    assert traces(killed)
    with Place(place.profile, killed, place.store).open_desk():
        assert traces(killed) == {}
    assert traces(killed, data, temporary) == {}


def _window(kind: type) -> object:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)
