"""The system's wish for little motion is heard, whichever desktop says it; and silence means that things may move."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ui import motion


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    motion.is_calm.cache_clear()
    yield
    motion.is_calm.cache_clear()


@pytest.mark.parametrize(
    ("settings", "calm"),
    [
        ({}, False),
        ({"reduced-motion": 1}, True),
        ({"reduced-motion": 0, "enable-animations": True}, False),
        ({"enable-animations": False}, True),
    ],
)
def test_what_the_desktop_says(monkeypatch: pytest.MonkeyPatch, settings: dict[str, object], calm: bool) -> None:
    monkeypatch.setattr(motion, "_portal_says", lambda _, key: settings.get(key))
    assert motion.is_calm() is calm


def test_without_a_desktop_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert motion.is_calm() in (True, False)


def test_a_calm_page_stands_still() -> None:
    from mail import WebHtml
    from ui.mail_page.web_body.document import Look, document

    looks = [
        Look(False, calm, "Noto Sans", 16, 16, "#000000", "#000000", "#000000", "#000000") for calm in (True, False)
    ]
    still, moving = (document(WebHtml("<p>Thư</p>"), look) for look in looks)
    assert "animation: none" in still and "animation: none" not in moving
