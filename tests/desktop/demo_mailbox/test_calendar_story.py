"""The calendar of the story through our own eyes: synced over EWS, expanded here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.demo_ministry.mailbox import DemoMailbox
from mail import Account, Answer, ItemKind, MailSettings, open_mailbox
from mail.calendar.sync import CalendarSync
from mail.calendar.zones import OWN_ZONE
from mail.database import Database
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import KEY


def test_her_weeks_look_like_a_ministrys(tmp_path: Path) -> None:
    with DemoMailbox() as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(box.address, box.user_name), box.password)
        mailbox, database = open_mailbox(tmp_path / "mail.db", KEY), Database(tmp_path / "mail.db", KEY)
        for _ in CalendarSync(database, gateway.calendar).take_pages():
            pass
        today = datetime.now(OWN_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
        monday = (today - timedelta(days=today.weekday())).astimezone(UTC)
        weeks = [mailbox.calendar.items(monday + timedelta(weeks=n), monday + timedelta(weeks=n + 1)) for n in range(2)]
        this, following = ({one.subject: one for one in week} for week in weeks)
        assert this["Giao ban lãnh đạo Bộ"].start == monday + timedelta(hours=8)
        assert this["Giao ban lãnh đạo Bộ"].kind is ItemKind.OCCURRENCE
        (moved,) = (one for subject, one in this.items() if "dời sang sáng thứ Năm" in subject)
        assert (moved.kind, moved.start) == (ItemKind.EXCEPTION, monday + timedelta(days=3, hours=9))
        assert not any("tổ soạn thảo" in subject for subject in following)
        assert this["Góp ý Kế hoạch bình đẳng giới năm tới"].my_response is Answer.NONE
        assert this["Họp nhóm tổng hợp Văn phòng Bộ"].is_organizer
        assert this["Đã hủy: Họp rà soát phần mềm quản lý văn bản"].is_cancelled
        journey = following["Đi công tác tỉnh Hải Hà"]
        assert journey.is_all_day and journey.end - journey.start == timedelta(days=2)
        assert [one.name for one in mailbox.calendar.rooms()] == [
            "Hội trường tầng 2", "Phòng họp A201", "Phòng họp B305", "Phòng họp trực tuyến C101",
            "Phòng họp trực tuyến Sở",
        ]  # fmt: skip
        lists = gateway.calendar.room_lists()
        assert [len(gateway.calendar.rooms(one.address)) for one in lists] == [4, 1]
        people = tuple(one.address for one in mailbox.calendar.people())[:5]
        times = gateway.calendar.availability((*people, box.address), monday, monday + timedelta(days=5))
        assert all(one.error is None and one.working_from == 450 for one in times) and times[-1].times
        mailbox.close()
        database.close()
        gateway.close()
