"""One demo ministry and one desk, running for real: adapters, service process, streams; the window offscreen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import demo_ministry
from desktop.application import RunningDesk
from desktop.data_folder import open_data_folder
from desktop.demo_ministry import DemoMinistry
from desktop.error_words import teach_error_words
from desktop.ministry_profile import read_profile
from desktop.tour.steps import Walker
from mail import Account


@pytest.fixture(scope="module")
def ministry() -> Iterator[DemoMinistry]:
    folder = Path(tempfile.mkdtemp(prefix="journey-ministry-"))
    ministry = demo_ministry.start(folder)
    yield ministry
    ministry.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def desk(ministry: DemoMinistry) -> Iterator[RunningDesk]:
    application = QApplication.instance() or QApplication(["journeys"])
    assert application is not None
    teach_error_words()
    folder = Path(tempfile.mkdtemp(prefix="journey-desk-"))
    desk = RunningDesk(read_profile(ministry.profile), open_data_folder(folder))
    account = Account(ministry.address, ministry.user_name, ministry.owner)
    desk.sign_in.take(account, ministry.password)
    assert desk.is_first()
    desk.open()
    yield desk
    desk.close()
    desk.sign_in.forget(account)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def walker(desk: RunningDesk) -> Walker:
    assert desk.window is not None
    return Walker(desk.window)
