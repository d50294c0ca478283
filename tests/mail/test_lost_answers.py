"""Answers that never came although the server did what was asked: what she sees stays what she did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mail import ActionRefused, Offline
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX
from tests.mail.test_sync import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "mail.db")
    yield desk
    desk.close()


def test_a_second_move_whose_answer_is_lost_leaves_the_mail_where_she_put_it(desk: Desk) -> None:
    """It came into Deleted Items and left again before that folder was asked: the folder never speaks of it."""
    desk.server.deliver("Thư")
    desk.round()
    item_id = desk.id_of("Thư")
    desk.mailbox.delete([item_id])
    desk.mailbox.move([item_id], ARCHIVE)
    desk.server.lose_answer("perform", after=2, error=Offline("mail"))
    with pytest.raises(Offline):
        desk.round()
    assert desk.mailbox.message_ids(ARCHIVE) == [item_id]
    desk.server.calls.clear()
    for event in desk.sync.round():
        assert not isinstance(event, ActionRefused)
        places = {folder: desk.mailbox.message_ids(folder) for folder in (INBOX, DELETED, ARCHIVE)}
        assert places == {INBOX: [], DELETED: [], ARCHIVE: [item_id]}
    assert desk.mailbox.message(item_id) is not None
    assert "bodies" not in desk.server.calls
