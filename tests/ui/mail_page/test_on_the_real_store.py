"""The page on the real encrypted mailbox, a real sync behind it and a server in memory: the faces fit together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mail import FolderRole
from tests.mail.builders import NAM
from tests.mail.fake_gateway import DELETED, INBOX
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until


def test_mails_arrive_are_read_deleted_and_brought_back(real: RealDesk) -> None:
    for number in range(3):
        real.server.deliver(subject=f"Thư {number}", text="Theo Thông tư số 12/2024/TT-BLĐPTXH.")
    assert real.page.list_pane.nothing.isVisibleTo(real.page)
    real.round()
    wait_until(lambda: real.subjects() == ["Thư 2", "Thư 1", "Thư 0"])
    real.page.message_list.stand_on(0)
    wait_until(lambda: "Theo Thông tư" in real.page.reader.body.toPlainText())
    wait_until(lambda: real.page.reader.cited.chips)
    wait_until(lambda: real.page.folder_list.count_of(INBOX) == 2)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: real.said and real.said[-1].text == "Đã xoá 1 thư")
    undo = real.said[-1].action
    wait_until(lambda: real.in_store() == 2)
    real.round()  # the server has it by now
    wait_until(lambda: real.subjects() == ["Thư 1", "Thư 0"])
    assert len(real.server.ids_in(DELETED)) == 1
    assert undo is not None
    undo()
    wait_until(lambda: real.in_store() == 3 and len(real.ids) == 3)
    real.round()
    wait_until(lambda: real.subjects() == ["Thư 2", "Thư 1", "Thư 0"])
    assert real.server.ids_in(DELETED) == []


def test_a_reply_goes_out_once_and_is_said_to_have_been_sent(real: RealDesk) -> None:
    real.page._tools.preferences.remember_word("undo_send_seconds", "0")
    real.server.deliver(subject="Xin ý kiến", text="Chị cho ý kiến.")
    real.round()
    wait_until(lambda: real.subjects() == ["Xin ý kiến"])
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None)
    QTest.keyClick(real.page.message_list, Qt.Key.Key_R)
    composer = wait_until(lambda: list(real.page.writing.open_composers.values()))[0]
    assert [person.address for person in composer.draft.to] == [NAM.address]
    composer.send()
    wait_until(lambda: not real.page.writing.open_composers)
    real.round()
    wait_until(lambda: any("Đã gửi: Re: Xin ý kiến" in notice.text for notice in real.said))
    assert len(real.server.sent) == 1
    real.round()
    sent = next(one for one in real.page.folder_list.folders.values() if one.role == FolderRole.SENT)
    real.page.folder_list.choose(sent.id)
    wait_until(lambda: real.subjects() == ["Re: Xin ý kiến"])


def test_search_without_marks_on_the_real_index(real: RealDesk) -> None:
    real.server.deliver(subject="Thuế thu nhập", text="Kính gửi")
    real.server.deliver(subject="Giao ban", text="Kính gửi")
    real.round()
    wait_until(lambda: len(real.ids) == 2)
    real.page.list_pane.search.setText("thue")
    wait_until(lambda: real.subjects() == ["Thuế thu nhập"])


def test_operators_and_document_numbers_on_the_real_index(real: RealDesk) -> None:
    real.server.deliver(subject="Góp ý dự thảo", text="Theo Thông tư số 09/2015/TT-BLĐTBXH, đề nghị …")
    real.server.deliver(subject="Thuê hội trường", text="Theo Thông tư số 10/2015/TT-BLĐTBXH")
    real.round()
    wait_until(lambda: len(real.ids) == 2)
    search = real.page.list_pane.search
    for typed in (
        "tt 9/2015",
        "thong tu 09 2015",
        "tiêu-đề:góp trong:hộp-thư-đến",
        '"theo thông tư" -thuê',
        "gop sau:2020",
    ):
        search.setText("không có đâu")
        wait_until(lambda: real.subjects() == [])
        search.setText(typed)
        wait_until(lambda: real.subjects() == ["Góp ý dự thảo"], what=typed)
    search.setText("gop trong:khong-co")
    wait_until(lambda: "khong-co" in real.page.list_pane.search_remark.text())
    assert real.page.list_pane.search_remark.isVisible()
    search.clear()
    wait_until(lambda: len(real.ids) == 2)
    assert not real.page.list_pane.search_remark.isVisible()


def test_a_found_mail_shows_where_in_its_text_the_words_stand(real: RealDesk) -> None:
    real.server.deliver(subject="Báo cáo", text="Kính gửi các đồng chí. " * 40 + "Riêng thuế tàu bay thì hỏi chị Mai.")
    real.round()
    wait_until(lambda: len(real.ids) == 1)
    rows = real.page.message_list

    def spoken() -> str:
        row = rows.messages.held(rows.messages.ids[0]) if rows.messages.ids else None
        return "" if row is None else rows.row.spoken(row)

    assert "tàu bay" not in spoken()
    real.page.list_pane.search.setText("tau bay")
    wait_until(lambda: "tàu bay thì hỏi" in spoken())
    real.page.list_pane.search.setText("bao cao")
    wait_until(lambda: "Hộp thư đến" in spoken() and "tàu bay" not in spoken())
    real.page.list_pane.search.clear()
    wait_until(lambda: spoken() and "Hộp thư đến" not in spoken())
    assert "tàu bay" not in spoken()


def test_a_refused_move_is_true_again_by_itself(real: RealDesk) -> None:
    from mail import Refused

    real.server.deliver(subject="Thư", text="Kính gửi", is_read=True)
    real.round()
    wait_until(lambda: real.subjects() == ["Thư"])
    real.page.message_list.stand_on(0)
    wait_until(lambda: real.page.reader.message is not None)
    real.server.fail(Refused("ErrorAccessDenied"), method="perform")
    QTest.keyClick(real.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: real.in_store() == 0 and real.page.list_pane.nothing.isVisible())
    real.round()
    wait_until(lambda: real.subjects() == ["Thư"])
