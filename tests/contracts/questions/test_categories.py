"""What every `CategoriesGateway` promises, and that a message's categories go there and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import Account, AddCategories, Category, FolderRole, ItemId, MailSettings, MasterCategories, MessageSummary
from mail.ews.categories import categories_in, with_categories
from mail.ews.errors import BadAnswer
from mail.ews.gateway import EwsMailboxGateway
from mail.model import SetCategories
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway

LIST = (Category("Khẩn & mật thiết", 0), Category("Chờ <ý kiến>", 24), Category("Không màu", -1))


class Server:
    def __init__(
        self,
        gateway: FakeMailboxGateway | EwsMailboxGateway,
        deliver: Callable[[str], str],
        know: Callable[[tuple[Category, ...]], None],
    ) -> None:
        self.gateway, self.deliver, self.know = gateway, deliver, know

    def row(self, item_id: str) -> MessageSummary:
        inbox = next(one.id for one in self.gateway.folders(None).folders if one.role is FolderRole.INBOX)
        return next(one for one in self.gateway.changes(inbox, None).items if one.id == item_id)


@pytest.fixture(params=["fake", "ews"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    if request.param == "fake":
        fake = FakeMailboxGateway()

        def know(categories: tuple[Category, ...]) -> None:
            fake.categories.categories = categories

        yield Server(fake, lambda subject: fake.deliver(subject), know)
        return
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:

        def know_there(categories: tuple[Category, ...]) -> None:
            box.master_categories = tuple((one.name, one.colour) for one in categories)

        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        yield Server(gateway, lambda subject: box.deliver(subject), know_there)
        gateway.close()


def test_a_mailbox_without_a_list_has_none(server: Server) -> None:
    assert MasterCategories().put_to(server.gateway) == ()


def test_the_list_is_told_with_its_colours(server: Server) -> None:
    server.know(LIST)
    assert MasterCategories().put_to(server.gateway) == LIST


@pytest.mark.parametrize("before", [(), LIST])
def test_new_ones_are_put_behind_what_is_there_once(server: Server, before: tuple[Category, ...]) -> None:
    server.know(before)
    fresh = (Category("Hội nghị <12> & tổng kết", 5), Category("KHẨN & mật thiết", 9), Category("Không màu nữa", -1))
    wanted = tuple(one for one in fresh if one.name.casefold() not in {known.name.casefold() for known in before})
    for _ in range(2):
        assert AddCategories(fresh).put_to(server.gateway) == (*before, *wanted)
    assert MasterCategories().put_to(server.gateway) == (*before, *wanted)


def test_what_others_keep_in_the_list_stays() -> None:
    held = (
        '<?xml version="1.0"?><categories default="Đỏ" lastSavedSession="7" xmlns="CategoryList.xsd">'
        '<category name="Đỏ" color="0" keyboardShortcut="3" guid="{2B7FC69A-7046-44A2-8FF3-007D7467DC82}"'
        ' strange="yes"/><other/></categories>'
    ).encode()
    written = with_categories(held, (Category("Mới", 4),))
    assert categories_in(written) == (Category("Đỏ", 0), Category("Mới", 4))
    for kept in ('default="Đỏ"', 'lastSavedSession="7"', 'keyboardShortcut="3"', 'strange="yes"', "<other/>"):
        assert kept in written.decode()
    with pytest.raises(BadAnswer):
        with_categories(b"<something/>", (Category("Mới", 4),))


def test_categories_are_set_told_by_the_row_and_cleared(server: Server) -> None:
    item = ItemId(server.deliver("Về việc họp giao ban"))
    assert server.row(item).categories == ()
    server.gateway.perform(SetCategories(item, ("Khẩn", "Cần <trình>")))
    assert server.row(item).categories == ("Khẩn", "Cần <trình>")
    server.gateway.perform(SetCategories(item, ("Đã xử lý",)))
    assert server.row(item).categories == ("Đã xử lý",)
    server.gateway.perform(SetCategories(item, ()))
    assert server.row(item).categories == ()


def test_a_list_of_a_hostile_server_is_bounded_and_harmless() -> None:
    many = "".join(f'<category name="L{number}" color="99999999999"/>' for number in range(2000))
    found = categories_in(f'<categories xmlns="CategoryList.xsd">{many}<category/></categories>'.encode())
    assert len(found) == 500 and {one.colour for one in found} == {-1}
    with pytest.raises(BadAnswer):
        categories_in(
            b'<!DOCTYPE x [<!ENTITY a "aaaa">]><categories xmlns="CategoryList.xsd"><category name="&a;"/></categories>'
        )
