"""What every `OutOfOfficeGateway`, `InboxRulesGateway` and `QuotaGateway` promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import (
    Account,
    ExternalAudience,
    Fullness,
    GetInboxRules,
    GetOutOfOffice,
    GetQuota,
    InboxRule,
    ItemGone,
    MailSettings,
    OofState,
    OutOfOffice,
    Quota,
    Refused,
    SetOutOfOffice,
    SwitchInboxRule,
)
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway

START = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
AWAY = OutOfOffice(
    OofState.SCHEDULED,
    "Tôi đi công tác đến hết ngày 05/12.\n\nViệc gấp xin liên hệ <Văn phòng> & chị Mai.",
    "I am away.",
    ExternalAudience.KNOWN,
    START,
    START + timedelta(days=4),
)


@dataclass
class World:
    gateway: FakeMailboxGateway | EwsMailboxGateway
    box: DemoMailbox | None

    def set_rules(self, *, has_outlook_blob: bool = False) -> list[str]:
        """Two rules: one moves to Junk what Lan sends, one (off) deletes large mail unless it is important."""
        if self.box is not None:
            self.box.services.has_outlook_blob = has_outlook_blob
            junk = self.box.folder_id("junkemail")
            return [
                self.box.add_rule(
                    "Thư của <Lan>",
                    "<t:FromAddresses><t:Address><t:Name>Lan</t:Name><t:EmailAddress>lan@x.example</t:EmailAddress>"
                    "<t:RoutingType>SMTP</t:RoutingType></t:Address></t:FromAddresses>",
                    f'<t:MoveToFolder><t:FolderId Id="{junk}"/></t:MoveToFolder>'
                    "<t:StopProcessingRules>true</t:StopProcessingRules>",
                ),
                self.box.add_rule(
                    "Thư lớn",
                    "<t:WithinSizeRange><t:MinimumSize>20000</t:MinimumSize></t:WithinSizeRange>",
                    "<t:Delete>true</t:Delete>",
                    is_enabled=False,
                ),
            ]
        assert isinstance(self.gateway, FakeMailboxGateway)
        self.gateway.inbox_rules.has_outlook_blob = has_outlook_blob
        self.gateway.inbox_rules.rules = (
            InboxRule("r2", "Thư lớn", 2, False, (("WithinSizeRange", ("MinimumSize=20000",)),), (), (("Delete", ()),)),
            InboxRule(
                "r1",
                "Thư của <Lan>",
                1,
                True,
                (("FromAddresses", ("Lan <lan@x.example>",)),),
                (),
                (("MoveToFolder", ("Thư rác",)), ("StopProcessingRules", ())),
            ),
        )
        return ["r1", "r2"]

    def set_quota(self, used: int, warning: int | None, send: int | None, receive: int | None) -> None:
        """``used`` in bytes, the limits in KB."""
        if self.box is not None:
            services = self.box.services
            services.used, services.warning_quota = used, warning
            services.send_quota, services.receive_quota = send, receive
        else:
            assert isinstance(self.gateway, FakeMailboxGateway)
            limits = [None if limit is None or limit < 0 else limit * 1024 for limit in (warning, send, receive)]
            self.gateway.quota.quota = Quota(used, *limits)


@pytest.fixture(params=["fake", "ews"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield World(FakeMailboxGateway(), None)
        return
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        yield World(gateway, box)
        gateway.close()


def test_nobody_is_away_at_first(world: World) -> None:
    settings = GetOutOfOffice().put_to(world.gateway)
    assert settings.state is OofState.DISABLED and not settings.is_on(START)


def test_being_away_is_kept_word_for_word(world: World) -> None:
    assert SetOutOfOffice(AWAY).put_to(world.gateway) == AWAY
    found = GetOutOfOffice().put_to(world.gateway)
    assert found == AWAY
    assert [found.is_on(START + timedelta(days=day)) for day in (-1, 0, 3, 4)] == [False, True, True, False]


def test_coming_back_keeps_the_words_for_next_time(world: World) -> None:
    SetOutOfOffice(AWAY).put_to(world.gateway)
    back = SetOutOfOffice(replace(AWAY, state=OofState.DISABLED)).put_to(world.gateway)
    assert back.state is OofState.DISABLED and back.internal_reply == AWAY.internal_reply


def test_an_end_before_its_start_is_refused_and_changes_nothing(world: World) -> None:
    SetOutOfOffice(AWAY).put_to(world.gateway)
    with pytest.raises(Refused):
        SetOutOfOffice(replace(AWAY, end=START - timedelta(days=1))).put_to(world.gateway)
    assert GetOutOfOffice().put_to(world.gateway) == AWAY


def test_words_with_more_than_text_are_told_apart() -> None:
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        box.services.replies.internal = "<html><body><div>Tôi <b>vắng</b> mặt</div></body></html>"
        found = gateway.out_of_office.get()
        assert found.internal_reply == "Tôi vắng mặt" and found.is_html_lost
        gateway.out_of_office.set(replace(found, state=OofState.ENABLED))  # the words are left as they are
        assert "<b>vắng</b>" in box.services.replies.internal
        gateway.out_of_office.set(replace(found, internal_reply="Tôi đi họp"))
        assert "<b>" not in box.services.replies.internal and "Tôi đi họp" in box.services.replies.internal
        box.services.replies.internal = "<" * 100_000 + "<style>" * 1000
        assert not gateway.out_of_office.get().is_on(START)  # hostile, and still an answer
        gateway.close()


def test_a_mailbox_without_rules_has_none(world: World) -> None:
    assert GetInboxRules().put_to(world.gateway).rules == ()


def test_rules_are_told_in_order_with_what_they_look_for_and_do(world: World) -> None:
    first, second = world.set_rules()
    rules = GetInboxRules().put_to(world.gateway).rules
    assert [(rule.id, rule.name, rule.is_enabled) for rule in rules] == [
        (first, "Thư của <Lan>", True),
        (second, "Thư lớn", False),
    ]
    assert rules[0].conditions == (("FromAddresses", ("Lan <lan@x.example>",)),)
    assert rules[0].actions == (("MoveToFolder", ("Thư rác",)), ("StopProcessingRules", ()))
    assert rules[1].conditions == (("WithinSizeRange", ("MinimumSize=20000",)),)


def test_a_rule_is_switched_and_all_else_of_it_stays(world: World) -> None:
    first, second = world.set_rules()
    before = GetInboxRules().put_to(world.gateway).rules
    after = SwitchInboxRule(first, False).put_to(world.gateway).rules
    assert after == (replace(before[0], is_enabled=False), before[1])
    again = SwitchInboxRule(second, True).put_to(world.gateway).rules
    assert again == (replace(before[0], is_enabled=False), replace(before[1], is_enabled=True))


def test_a_rule_that_is_gone_is_said_to_be(world: World) -> None:
    world.set_rules()
    with pytest.raises(ItemGone):
        SwitchInboxRule("không có", True).put_to(world.gateway)


def test_rules_that_only_outlook_keeps_are_never_deleted_by_a_switch(world: World) -> None:
    first, _ = world.set_rules(has_outlook_blob=True)
    with pytest.raises(Refused) as refused:
        SwitchInboxRule(first, False).put_to(world.gateway)
    assert refused.value.code == "ErrorOutlookRuleBlobExists"
    rules = GetInboxRules().put_to(world.gateway)
    assert rules.has_outlook_blob and rules.rules[0].is_enabled


@pytest.mark.parametrize(
    ("used", "fullness"),
    [
        (1024, Fullness.FINE),
        (900 * 1024, Fullness.WARNING),
        (1000 * 1024, Fullness.CANNOT_SEND),
        (1200 * 1024, Fullness.CANNOT_RECEIVE),
    ],
)
def test_how_full_the_mailbox_is(world: World, used: int, fullness: Fullness) -> None:
    world.set_quota(used, 900, 1000, 1200)
    quota = GetQuota().put_to(world.gateway)
    assert quota == Quota(used, 900 * 1024, 1000 * 1024, 1200 * 1024)
    assert (quota.fullness, quota.limit) == (fullness, 1000 * 1024)


def test_a_mailbox_without_limits_is_never_full(world: World) -> None:
    world.set_quota(10**12, None, -1, None)
    quota = GetQuota().put_to(world.gateway)
    assert (quota.used, quota.limit, quota.fullness) == (10**12, None, Fullness.UNKNOWN)
