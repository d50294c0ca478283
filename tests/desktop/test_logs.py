"""Nothing of hers in the logs."""

from __future__ import annotations

import logging
from pathlib import Path

from desktop.logs import end_log, start_log


def test_addresses_and_credentials_never_reach_the_file(tmp_path: Path) -> None:
    log = start_log(tmp_path, "desk")
    try:
        logging.getLogger("mail").warning(
            "from %s via rtsp://user:secret@host/x?passphrase=abc", "hanh.ntm@btn.example"
        )
        try:
            raise ValueError("password=Demo@2026 of nam.vh@btn.example")
        except ValueError:
            logging.getLogger("mail").exception("failed")
    finally:
        end_log(log)

    written = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert "failed" in written and "ValueError" in written
    for private in ("hanh.ntm", "nam.vh", "secret", "abc", "Demo@2026"):
        assert private not in written


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    log = start_log(tmp_path / "gone", "desk")
    try:
        logging.getLogger("mail").warning("nobody reads this")
    finally:
        end_log(log)

    assert not (tmp_path / "gone").exists()
