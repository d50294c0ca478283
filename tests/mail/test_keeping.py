"""Bodies of the last months only, if she wishes: older ones go, come back, or come when she opens one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mail import MailboxSync, MailSettings, open_mailbox
from mail.database import Database
from tests.mail.builders import KEY
from tests.mail.fake_gateway import INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


def test_what_is_kept_follows_her_choice_and_is_said(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    server = FakeMailboxGateway()
    now = datetime.now(UTC)
    ages = {"mới": 1, "nửa năm": 180, "hai năm": 730, "hai năm có cờ": 731}
    for name, days in ages.items():
        server.deliver(f"Thư {name}", f"nội dung {name}", received_at=now - timedelta(days=days))
    mailbox = open_mailbox(path, KEY)
    sync = MailboxSync(server, path, KEY, SETTINGS)

    def here() -> set[str]:
        list(sync.round())
        summaries = mailbox.summaries(mailbox.message_ids(INBOX))
        assert all((mailbox.message(one.id) is not None) == one.has_body for one in summaries)
        return {one.subject.removeprefix("Thư ") for one in summaries if one.has_body}

    assert mailbox.keeping.months == 0
    assert here() == set(ages) and mailbox.keeping.here_since() is None
    by_name = {one.subject.removeprefix("Thư "): one.id for one in mailbox.summaries(mailbox.message_ids(INBOX))}
    mailbox.flag([by_name["hai năm có cờ"]])
    list(sync.round())
    mailbox.keeping.choose(12)
    assert here() == {"mới", "nửa năm", "hai năm có cờ"}
    since = mailbox.keeping.here_since()
    assert since is not None and abs(since - (now - timedelta(days=730))) < timedelta(seconds=1)
    assert by_name["hai năm"] in mailbox.search('"nội dung hai năm"')  # what the search knows stays
    mailbox.keeping.choose(3)
    assert here() == {"mới", "hai năm có cờ"}
    server.calls.clear()
    here()
    assert "body" not in server.calls  # nothing is fetched and thrown away again
    mailbox.keeping.ask([by_name["hai năm"]])
    assert here() == {"mới", "hai năm có cờ", "hai năm"}
    mailbox.keeping.choose(0)
    assert here() == set(ages)
    with pytest.raises(ValueError, match="7"):
        mailbox.keeping.choose(7)
    database = Database(path, KEY)
    with database.read() as connection:
        orphans = "SELECT count(*) FROM bodies WHERE part / 1024 NOT IN (SELECT number FROM messages WHERE body_state)"
        assert connection.exec_driver_sql(orphans).scalar_one() == 0
    database.close()
    sync.close()
    mailbox.close()
