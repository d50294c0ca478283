"""After a day with faults, a killed service and mail that could not go out: neither words of mails, drafts and searches
nor passwords and keys stand in any file: store, WAL, logs, core settings, notes beside the store, temporary files."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import demo_ministry
from desktop.error_words import teach_error_words
from desktop.ministry_profile import read_profile
from mail import Account, Person
from tests.mail.builders import a_draft
from ui.sync_status import Feature

from .desks import Place, PocketStore, is_idle, walker_of
from .test_reading_at_rest import dresses

pytestmark = pytest.mark.whole_program
SUBJECT, BODY, DRAFT, UNSENT, REFUSED, SEARCHED, FOLDER, PERSON = (f"sonca{number}x4127" for number in range(8))
ALL = (SUBJECT, BODY, DRAFT, UNSENT, REFUSED, SEARCHED, FOLDER, PERSON)


def test_nothing_of_a_hard_day_stands_in_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert QApplication.instance() or QApplication(["at rest"])
    teach_error_words()
    temporary, data = tmp_path / "tmp", tmp_path / "data"
    temporary.mkdir()
    ministry = demo_ministry.start(tmp_path / "ministry", sites=False)
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    server = ministry.mailbox
    server.add_folder(f"Hồ sơ {FOLDER}")
    server.deliver(f"Về việc {SUBJECT}", text=f"Kính gửi chị, {BODY}.", folder=f"Hồ sơ {FOLDER}")
    server.deliver(f"Về việc {SUBJECT}", text=f"Kính gửi chị, {BODY}. " * 2000)
    place = Place(read_profile(ministry.profile), data)
    assert isinstance(place.store, PocketStore)
    account = Account(ministry.address, ministry.user_name, ministry.owner)
    found: dict[str, str] = {}

    def scan() -> None:
        secrets = [one for one in place.store.kept.values() if len(one) > 6]  # type: ignore[attr-defined]
        words = [dress for word in (*ALL, ministry.password, *secrets) for dress in dresses(word)]
        for path in (*data.rglob("*"), *temporary.rglob("*")):
            if path.is_file() and not path.is_symlink():
                try:
                    content = path.read_bytes() + str(path).encode()
                except OSError:
                    continue  # gone meanwhile
                found.update((str(path), repr(word)) for word in words if word in content)

    with place.open_desk() as desk:
        desk.sign_in.take(account, ministry.password)
        if desk.sign_in_window is not None:
            desk._end_sign_in(account)
        walker = walker_of(desk)
        walker.until(lambda: is_idle(desk, Feature.MAIL), "all synced")
        page = walker.window.show_page("mail")
        page.list_pane.search.setText(SUBJECT)
        walker.until(lambda: len(page.message_list.messages.ids) == 2, "both are found")
        page.list_pane.search.setText(SEARCHED)
        walker.until(lambda: not page.message_list.messages.ids, "nothing is found")
        page.list_pane.search.clear()
        assert desk.desk is not None and desk.service is not None and desk.window is not None
        mailbox = desk.desk.mailbox
        mailbox.save_draft(a_draft(DRAFT, text=DRAFT, to=(Person(PERSON, f"{PERSON}@boldptxh.example"),)))
        refused = a_draft(REFUSED, text=REFUSED)
        server.fail_next("SendItem", f"Error{REFUSED}")  # a code of a server's own making goes to no log
        mailbox.send(refused)
        desk.window.refresh()
        walker.until(lambda: any(one.reason for one in mailbox.outbox()), "a refusal")
        for trouble in (
            lambda: server.fail_next("SyncFolderItems", "ErrorInternalServerError"),
            lambda: server.cut_within_answer("SyncFolderHierarchy"),
            lambda: server.answer_with("SyncFolderHierarchy", 500),
        ):
            trouble()
            desk.window.refresh()
            walker.until(lambda: not server.troubles_waiting, "the trouble met")
        server.stop()
        mailbox.send(a_draft(UNSENT, text=UNSENT))
        service, connection = desk.service, desk.service._connection
        desk.window.refresh()
        assert connection is not None
        os.kill(connection.pid, signal.SIGKILL)  # type: ignore[attr-defined]
        scan()  # its WAL is still there
        walker.until(lambda: service._connection not in (None, connection), "another service")
        assert [one.state.value for one in mailbox.outbox() if one.subject == UNSENT] == ["waiting"]
    scan()
    names = {path.name for path in data.rglob("*") if path.is_file()}
    assert {"mail.db", "mail.db-unsent", "mail.db-key-check", "preferences.ini"} <= names
    assert any(path.suffix == ".log" and path.stat().st_size for path in data.rglob("*")), names
    assert found == {}
    ministry.stop()
