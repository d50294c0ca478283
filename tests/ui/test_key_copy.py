"""She makes a recovery copy of her key in the settings and takes it back at the sign-in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.background import Background
from ui.key_copy_dialog import KeyCopyDialog
from ui.lost_key_notice import lost_key_words
from ui.sign_in_window import SignInWindow

from .waiting import wait_until

WORDS = "bốn từ không liên quan"


@pytest.fixture
def background(qapp: QApplication) -> Background:
    return Background(qapp)


def test_two_equal_passphrases_make_a_private_file(background: Background, tmp_path: Path) -> None:
    dialog = KeyCopyDialog(background, lambda passphrase: f"niêm phong bằng {passphrase}".encode())
    assert not dialog.save_button.isEnabled()
    dialog.passphrase.edit.setText(WORDS)
    assert not dialog.save_button.isEnabled() and "chưa giống" in dialog.message.text()
    dialog.again.edit.setText(WORDS)
    assert dialog.save_button.isEnabled()
    place = tmp_path / "khoa.khoa-ban-cong-vu"
    dialog.save_to(place)
    wait_until(lambda: "Đã cất" in dialog.message.text())
    assert place.read_text(encoding="utf-8") == f"niêm phong bằng {WORDS}"
    assert place.stat().st_mode & 0o077 == 0
    assert dialog.passphrase.text() == ""
    dialog.again.edit.setText(WORDS)
    dialog.passphrase.edit.setText(WORDS)
    dialog.save_to(tmp_path / "không có" / "khoa")
    wait_until(lambda: "Không ghi được" in dialog.message.text())
    dialog.deleteLater()


def test_the_sign_in_takes_the_copy(background: Background, tmp_path: Path) -> None:
    from ui.restore_key_dialog import RestoreKeyDialog

    file = tmp_path / "khoa.khoa-ban-cong-vu"
    file.write_bytes(b"niem phong")
    taken: list[tuple[str, bytes, str]] = []
    window = SignInWindow(
        background,
        "Bộ",
        has_keyring=True,
        has_local_copy=False,
        needs_passphrase=False,
        restore_key=lambda *what: taken.append(what),
        check=lambda entry: None,
    )
    window.show()
    window.restore_button.click()
    assert window.message_box.isVisible() and not window.findChildren(RestoreKeyDialog)
    window.address.setText("hanh.ntm@boldptxh.example")
    window.restore_button.click()
    (dialog,) = window.findChildren(RestoreKeyDialog)
    assert not dialog.restore_button.isEnabled()
    dialog.file.setText(str(tmp_path / "không có"))
    dialog.passphrase.edit.setText(WORDS)
    dialog.restore_button.click()
    wait_until(lambda: "Không đọc được" in dialog.message.text())
    dialog.file.setText(str(file))
    dialog.restore_button.click()
    wait_until(lambda: taken == [("hanh.ntm@boldptxh.example", b"niem phong", WORDS)])
    wait_until(lambda: "Đã khôi phục khoá" in window.message.text())
    window.deleteLater()


def test_a_lost_key_is_told_with_what_was_not_sent() -> None:
    from datetime import UTC, datetime

    words = lost_key_words("/nơi/cất", [datetime(2026, 11, 2, 3, 42, tzinfo=UTC)])
    assert "/nơi/cất" in words and "1 thư chưa gửi được" in words and "02/11/2026" in words
    assert "chưa gửi" not in lost_key_words("/nơi/cất", [])
