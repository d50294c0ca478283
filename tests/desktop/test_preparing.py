"""The service that starts before the window: reads keyring and first rows, then serves as any other."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import bootstrap
from desktop.command_line import read_command_line
from desktop.credential_store import CredentialStore
from desktop.data_folder import DataFolder, open_data_folder
from desktop.early_service import start_early, start_service
from desktop.prepared_service import PreparedService
from desktop.remembered_account import remember_account, remembered_account
from mail import Account, Draft, DraftId

ACCOUNT = Account("early@btn.example", "early", "Người Đến Sớm")

needs_secret_service = pytest.mark.skipif(
    "DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="no session bus; make test starts one"
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    yield open_data_folder(tmp_path / "data")
    store = CredentialStore()
    if store.is_there():
        store.forget_password(ACCOUNT.address)
        store.forget_database_key(ACCOUNT.address)


@pytest.fixture
def service(folder: DataFolder) -> Iterator[PreparedService]:
    remember_account(folder.root, ACCOUNT)
    service = PreparedService(start_service(folder.root))
    yield service
    service.close()


def test_nobody_remembered_nothing_started(folder: DataFolder) -> None:
    assert remembered_account(folder.root) is None
    assert start_early(read_command_line(["--data-folder", str(folder.root)])) is None


@needs_secret_service
def test_it_brings_what_the_keyring_has(folder: DataFolder) -> None:
    store = CredentialStore()
    store.save_password(ACCOUNT.address, "Mật khẩu")
    key = store.make_database_key(ACCOUNT.address)
    mailbox = bootstrap.mailbox(folder, ACCOUNT, key)
    mailbox.save_draft(Draft(DraftId("0" * 32), subject="Nháp"))
    mailbox.close()
    remember_account(folder.root, ACCOUNT)
    process = start_early(read_command_line(["--data-folder", str(folder.root)]))
    service = PreparedService(process)

    prepared = service.prepared()

    assert prepared is not None
    assert (prepared.password, prepared.database_key) == ("Mật khẩu", key)
    assert prepared.first_look is None  # no Inbox yet
    assert process is not None
    command_line = Path(f"/proc/{process.pid}/cmdline").read_text()
    environment = Path(f"/proc/{process.pid}/environ").read_text()
    assert "Mật khẩu" not in command_line + environment and key.hex() not in command_line + environment
    service.close()
    assert process.poll() is not None


@needs_secret_service
def test_an_empty_keyring_brings_nothing(service: PreparedService) -> None:
    prepared = service.prepared()

    assert prepared is not None
    assert prepared.password is None and prepared.database_key is None and prepared.first_look is None


def test_a_process_that_dies_at_once_is_no_harm() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    service = PreparedService(process)

    assert service.prepared() is None
    assert service.first_look(True) is None
    service.close()


def test_closing_does_not_wait_for_one_that_waits_itself() -> None:
    """It may be asking her to unlock the keyring while she closes the desk."""
    asks = "import sys; sys.stdin.read()"
    process = subprocess.Popen([sys.executable, "-c", asks], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    service = PreparedService(process)
    waiting = threading.Thread(target=service.prepared)
    waiting.start()

    service.close()

    waiting.join(10)
    assert not waiting.is_alive() and process.poll() is not None


def test_a_start_that_fails_leaves_the_window_alone(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_account(folder.root, ACCOUNT)
    monkeypatch.setattr("desktop.early_service.service_command", lambda: ["/nowhere/ban-cong-vu"])

    assert start_early(read_command_line(["--data-folder", str(folder.root)])) is None


def test_none_started_early_is_none() -> None:
    service = PreparedService(None)

    assert service.prepared() is None
    service.close()
