"""A password the server refused is never sent again until she types another: not by the sync, by questions, by pushing,
by a service that starts anew, nor by the desk tomorrow. The server counts."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from desktop import demo_ministry
from desktop.error_words import teach_error_words
from desktop.ministry_profile import read_profile
from desktop.sign_in import SignIn
from mail import Account, WrongPassword
from mail.categories.model import MasterCategories
from tests.mail.builders import a_draft
from ui.password_dialog import PasswordDialog
from ui.sync_status import Feature

from .desks import Place, PocketStore, sees_sentence, walker_of

pytestmark = pytest.mark.whole_program
WRONG = "mật khẩu cũ"


def test_one_refusal_is_one_attempt(tmp_path: Path) -> None:
    ministry = demo_ministry.start(tmp_path / "ministry", sites=False)
    teach_error_words()
    place = Place(read_profile(ministry.profile), tmp_path / "data")
    account = Account(ministry.address, ministry.user_name, ministry.owner)
    SignIn(place.folder, place.profile.mail, place.store).take(account, WRONG)
    key = f"{ministry.address}/password"
    assert isinstance(place.store, PocketStore)
    try:
        with place.open_desk() as desk:
            sees_sentence(desk, "Máy chủ thư không nhận mật khẩu đã lưu.")
            assert desk.window is not None and desk.service is not None and desk.desk is not None
            walker = walker_of(desk)
            walker.until(lambda: key not in place.store.kept, "the refused password out of the keyring")  # type: ignore[attr-defined]
            errors: list[Exception] = []
            desk.service.ask(desk, MasterCategories(), lambda _: None, errors.append)
            walker.until(lambda: errors, "an answer to the question")
            assert isinstance(errors[0], WrongPassword)
            desk.desk.mailbox.send(a_draft())
            desk.window.refresh()
            connection = desk.service._connection
            assert connection is not None
            os.kill(connection.pid, signal.SIGKILL)  # type: ignore[attr-defined]
            service = desk.service
            walker.until(lambda: service._connection not in (None, connection), "another service")
            service.statuses.pop(Feature.MAIL, None)
            walker.until(
                lambda: isinstance(getattr(service.statuses.get(Feature.MAIL), "error", None), WrongPassword),
                "it said by the new service",
            )
            desk.window.refresh()
            desk.window.ask_password()  # mistyped the same way again, and before a service that does not know of it
            (dialog,) = desk.window.findChildren(PasswordDialog)
            dialog.field.edit.setText(WRONG)
            dialog.accept_button.click()
            assert dialog.message.isVisible() and desk.sign_in.secrets.password == ""
            dialog.reject()
            desk.window.refresh()
            errors.clear()
            desk.service.ask(desk, MasterCategories(), lambda _: None, errors.append)
            walker.until(lambda: errors, "an answer to the question")
        assert ministry.mailbox.failed_sign_ins == 1
        assert key not in place.store.kept
        tomorrow = SignIn(place.folder, place.profile.mail, place.store)
        assert not tomorrow.from_keyring(account)
        for _ in range(2):  # at the sign-in window: what is known to be wrong is not sent a second time
            with pytest.raises(WrongPassword):
                tomorrow.enter(account, "lại sai", remember=True)
        assert ministry.mailbox.failed_sign_ins == 2
        assert tomorrow.enter(account, ministry.password, remember=True).display_name == ministry.owner
        assert place.store.kept[key] == ministry.password
    finally:
        ministry.stop()
