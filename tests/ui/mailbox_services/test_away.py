"""She says that she is away, in words and times of her own, and comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime

from mail import ExternalAudience, Offline, OofState, OutOfOffice, SetOutOfOffice
from tests.ui.mailbox_services.conftest import Asked
from tests.ui.waiting import wait_until
from ui.mailbox_services.away_dialog import AwayDialog

SOON = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(days=3)
AWAY = OutOfOffice(
    OofState.SCHEDULED, "Tôi đi công tác.", "Away.", ExternalAudience.ALL, SOON, SOON + timedelta(days=2)
)


def opened(asked: Asked) -> AwayDialog:
    dialog = AwayDialog(asked.tools)
    dialog.show()
    wait_until(lambda: dialog.body.isEnabled() or dialog.again.isVisibleTo(dialog))
    return dialog


def test_what_the_server_has_is_shown_as_it_is(asked: Asked) -> None:
    asked.server.out_of_office.settings = AWAY
    dialog = opened(asked)
    assert dialog.is_away.isChecked() and dialog.is_timed.isChecked()
    assert dialog.internal.toPlainText() == "Tôi đi công tác."
    assert dialog.settings() == AWAY  # nothing is changed by looking


def test_she_reports_herself_away_and_is_told_that_it_is_so(asked: Asked) -> None:
    dialog = opened(asked)
    told: list[OutOfOffice] = []
    dialog.told.connect(told.append)
    assert not dialog.internal.isEnabled()
    dialog.is_away.click()
    dialog.internal.setPlainText("Tôi vắng mặt.")
    assert not dialog.external.isEnabled()
    dialog.audience.setCurrentIndex(2)
    dialog.external.setPlainText("I am away.")
    assert dialog.save_button is not None
    dialog.save_button.click()
    wait_until(lambda: told)
    found = asked.server.out_of_office.settings
    assert (found.state, found.internal_reply, found.external_audience) == (
        OofState.ENABLED,
        "Tôi vắng mặt.",
        ExternalAudience.ALL,
    )
    assert told == [found]


def test_coming_back_is_one_tick(asked: Asked) -> None:
    asked.server.out_of_office.settings = AWAY
    dialog = opened(asked)
    dialog.is_away.click()
    dialog.save()
    wait_until(lambda: asked.server.out_of_office.settings.state is OofState.DISABLED)
    assert asked.server.out_of_office.settings.internal_reply == "Tôi đi công tác."


def test_an_end_before_its_start_never_reaches_the_server(asked: Asked) -> None:
    asked.server.out_of_office.settings = AWAY
    dialog = opened(asked)
    dialog.end.setDateTime(QDateTime(2020, 1, 1, 8, 0, 0))
    dialog.save()
    assert "sau thời điểm bắt đầu" in dialog.state.text()
    assert not any(isinstance(question, SetOutOfOffice) for question in asked.service.questions)
    dialog.end.setDateTime(dialog.start.dateTime().addDays(1))
    dialog.internal.setPlainText("  ")
    dialog.save()
    assert "Hãy viết" in dialog.state.text()


def test_a_server_that_is_away_is_said_and_asked_again_on_demand(asked: Asked) -> None:
    asked.failing.append(Offline("mail.boldptxh.example"))
    asked.server.out_of_office.settings = AWAY
    dialog = opened(asked)
    assert dialog.state.text() and not dialog.body.isEnabled()
    assert dialog.save_button is not None and not dialog.save_button.isEnabled()
    dialog.again.click()
    wait_until(lambda: dialog.is_away.isChecked())
    assert not dialog.again.isVisibleTo(dialog)


def test_words_typed_stay_when_saving_fails(asked: Asked) -> None:
    dialog = opened(asked)
    dialog.is_away.click()
    dialog.internal.setPlainText("Tôi vắng mặt.")
    asked.failing.append(Offline("mail.boldptxh.example"))
    dialog.save()
    wait_until(lambda: dialog.body.isEnabled() and dialog.state.text())
    assert dialog.isVisible() and dialog.internal.toPlainText() == "Tôi vắng mặt."
    dialog.save()
    wait_until(lambda: asked.server.out_of_office.settings.state is OofState.ENABLED)


def test_formatting_that_would_be_lost_is_said_before(asked: Asked) -> None:
    asked.server.out_of_office.settings = OutOfOffice(OofState.ENABLED, "Vắng mặt", is_html_lost=True)
    dialog = opened(asked)
    assert dialog.warning.isVisibleTo(dialog)
