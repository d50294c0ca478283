"""Nothing of hers in the logs."""

from __future__ import annotations

import logging
from pathlib import Path

from desktop.logs import start_log


def test_addresses_and_credentials_never_reach_the_file(tmp_path: Path) -> None:
    before = logging.getLogger().handlers[:]
    start_log(tmp_path, "desk")
    try:
        logging.getLogger("mail").warning(
            "from %s via rtsp://user:secret@host/x?passphrase=abc", "hanh.ntm@btn.example"
        )
        try:
            raise ValueError("password=Demo@2026 of nam.vh@btn.example")
        except ValueError:
            logging.getLogger("mail").exception("failed")
    finally:
        for handler in logging.getLogger().handlers[:]:
            if handler not in before:
                logging.getLogger().removeHandler(handler)
                handler.close()

    written = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert "failed" in written and "ValueError" in written
    for private in ("hanh.ntm", "nam.vh", "secret", "abc", "Demo@2026"):
        assert private not in written
