"""A conference that runs on the fake engine, with the tools its chair has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.page_tools import PageTools


def no_mailbox() -> object:
    from mail import StoreError

    raise StoreError("none here")


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path) -> Iterator[PageTools]:
    engine = FakeMediaEngine()
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), open_mailbox=no_mailbox)
    yield tools
    close_tools(tools)


@pytest.fixture
def page(tools: PageTools) -> ConferencePage:
    page = ConferencePage(tools)
    page.resize(1200, 760)
    page.show()
    page.activateWindow()
    wait_until(page.isActiveWindow)
    page.join()
    return page
