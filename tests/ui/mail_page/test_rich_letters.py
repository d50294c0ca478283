"""The letter itself: formats, lists, tables, pictures, pastes; what is quoted; citations, templates, signature."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from mail import Category, Draft, DraftId, Signature
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import HANH, NAM
from tests.ui.mail_page.test_writing import box_of, new_composer
from tests.ui.waiting import wait_until
from ui.mail_page.composer import Composer
from ui.mail_page.letter_editor import LetterEditor


def kept(desk: MailDesk, composer: Composer) -> Draft:
    """The draft as the store has it."""
    composer.save()
    return wait_until(lambda: next((one for one in desk.box.kept_drafts.values() if one == composer.draft), None))


def select(editor: LetterEditor, words: str) -> None:
    editor.setTextCursor(editor.document().find(words))


def test_what_is_formatted_goes_out_as_clean_html_and_as_text(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.text.setPlainText("Kính gửi Cục Việc làm\nmột\nhai")
    select(composer.text, "Cục Việc làm")
    for name in ("bold", "italic", "underline"):
        composer.format_bar.actions_by_name[name].trigger()
    cursor = composer.text.document().find("một")
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    composer.text.setTextCursor(cursor)
    composer.format_bar.actions_by_name["numbers"].trigger()
    draft = kept(desk, composer)
    html = draft.html or ""
    assert "font-family:'Times New Roman',Times,serif;font-size:14pt" in html
    for style in ("font-weight:700", "font-style:italic", "text-decoration: underline"):
        assert style.replace(" ", "") in html.replace(" ", ""), style
    assert "<ol" in html and html.count("<li") == 2
    assert "-qt-" not in html and "<meta name" not in html
    assert draft.text == "Kính gửi Cục Việc làm\n1. một\n2. hai"
    select(composer.text, "hai")
    composer.format_bar.actions_by_name["numbers"].trigger()
    assert composer.draft.text == "Kính gửi Cục Việc làm\n1. một\nhai"


def test_it_is_opened_again_as_it_was_left(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.text.setPlainText("Chữ đậm")
    select(composer.text, "đậm")
    composer.format_bar.actions_by_name["bold"].trigger()
    picture = QMimeData()
    picture.setImageData(QImage(900, 300, QImage.Format.Format_RGB32))
    composer.text.moveCursor(QTextCursor.MoveOperation.End)
    composer.text.insertFromMimeData(picture)
    before = kept(desk, composer)
    composer.close()
    wait_until(lambda: not desk.page.writing.open_composers)
    desk.page.writing.write_on(before.id)
    again = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert again.draft == before
    again.close()
    assert desk.box.kept_drafts[before.id] == before, "opening and closing is no change"


def test_tables_alignment_colour_and_links(desk: MailDesk) -> None:
    composer = new_composer(desk)
    bar, text = composer.format_bar, composer.text
    text.setPlainText("Bảng")
    bar.actions_by_name["align_centre"].trigger()
    select(text, "Bảng")
    bar.form.colour("#b3261e")
    bar.form.set_link("https://bo.example/van-ban")
    text.moveCursor(QTextCursor.MoveOperation.End)
    bar.form.insert_table(2, 2)
    text.textCursor().insertText("Đơn vị")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    text.textCursor().insertText("Hạn")
    bar.actions_by_name["row_add"].trigger()
    html = composer.draft.html or ""
    assert 'align="center"' in html and 'href="https://bo.example/van-ban"' in html
    assert html.count("<tr") == 3 and html.count("<td") == 6
    assert "Đơn vị\tHạn" in composer.draft.text
    select(text, "Bảng")
    bar.form.set_link("javascript:alert(1)")
    assert "javascript" not in (composer.draft.html or "") and "href" not in (composer.draft.html or "")


@pytest.mark.parametrize("is_plain", [False, True])
def test_what_is_pasted_is_clean(desk: MailDesk, is_plain: bool) -> None:
    composer = new_composer(desk)
    data = QMimeData()
    data.setHtml(
        "<style>p{color:red}</style><p style='font-family:Calibri;font-size:11pt'><b>Đậm</b> và thường</p>"
        "<img src='http://theo-doi.example/a.gif'><img src='data:image/png;base64,"
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='>"
    )
    data.setText("Đậm và thường")
    if is_plain:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(data.text())  # as a clipboard full of HTML gives it, too
        composer.format_bar.actions_by_name["paste_plain"].trigger()
    else:
        composer.text.insertFromMimeData(data)
    html = composer.draft.html or ""
    assert "theo-doi.example" not in html and "Calibri" not in html
    assert ("font-weight" in html) is not is_plain
    assert len(composer.draft.attachments) == (0 if is_plain else 1)
    assert "Đậm và thường" in composer.draft.text


def test_what_is_quoted_stays_as_it_was_meant_and_can_be_left_out_or_edited(desk: MailDesk) -> None:
    html = "<table><tr><td bgcolor='#ffeeee'>Số liệu</td></tr></table><img src='http://x.example/a.gif' alt='Ảnh'>"
    desk.box.add("a", "Xin ý kiến", html=html, text="Số liệu")
    desk.open()
    desk.stand_on(0)
    desk.page.side.reply(to_all=False)
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    composer.text.insertPlainText("Đồng ý.")
    assert 'bgcolor="#ffeeee"' in (composer.draft.html or "") and "x.example" not in (composer.draft.html or "")
    assert composer.draft.text.startswith("Đồng ý.\n\nVào ")
    composer.quoted.leave_out_button.click()
    assert composer.draft.text == "Đồng ý." and "Số liệu" not in (composer.draft.html or "")
    composer.back_button.click()
    assert "Số liệu" in (composer.draft.html or "")
    composer.quoted.edit_button.click()
    assert not composer.quoted.isVisible() and "Số liệu" in composer.text.toPlainText()
    assert composer.draft.text.count("Số liệu") == 1


def test_of_a_very_long_mail_not_all_is_shown_below_but_all_is_sent(desk: MailDesk) -> None:
    rows = "".join(f"<p>Dòng {number} của phụ lục. {'Số liệu. ' * 170}</p>" for number in range(300))
    desk.box.add("a", "Phụ lục", html=f"<div>{rows}<p>dòng cuối cùng</p></div>", text="Phụ lục")
    desk.open()
    desk.stand_on(0)
    desk.page.side.reply(to_all=False)
    composer = wait_until(lambda: list(desk.page.writing.open_composers.values()))[0]
    assert len(composer.quoted.fragment) > 400_000
    assert composer.quoted.cut_words.isVisible() and "vẫn được gửi" in composer.quoted.cut_words.text()
    assert "dòng cuối cùng" not in composer.quoted.view.toPlainText()
    composer.text.insertPlainText("Đã nhận.")
    assert "dòng cuối cùng" in (composer.draft.html or "") and "Dòng 0 của" in (composer.draft.html or "")
    composer.quoted.edit_button.click()
    assert "dòng cuối cùng" in composer.text.toPlainText(), "what she edits is the whole"


def test_a_number_typed_becomes_the_citation(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.text.setFocus()
    composer.text.insertPlainText("Căn cứ Thông tư số 12/2024")
    popup = composer.citations.popup
    wait_until(popup.isVisible)
    assert "Còn hiệu lực" in popup.item(0).text()
    QTest.keyClick(composer.text, Qt.Key.Key_Return)
    assert composer.text.toPlainText() == "Căn cứ Thông tư số 12/2024/TT-BLĐPTXH của Bộ báo cáo"
    assert not popup.isVisible()
    composer.text.insertPlainText(" và 12/2024")
    wait_until(popup.isVisible)
    QTest.keyClick(composer.text, Qt.Key.Key_Escape)
    assert not popup.isVisible() and composer.isVisible(), "Escape closes the offer, not the letter"
    composer.text.insertPlainText(" ngày 20/11/2024")
    QTest.qWait(300)
    assert not popup.isVisible(), "a date is no number"


def test_her_signature_stands_under_a_new_letter_and_is_no_change(desk: MailDesk) -> None:
    desk.box.signatures.kept = Signature("Minh Hạnh", "Chuyên viên", "", "024 3826 9557")
    composer = new_composer(desk)
    wait_until(lambda: "Chuyên viên" in composer.text.toPlainText())
    assert "ĐT: 024 3826 9557" in composer.text.toPlainText()
    assert composer.text.textCursor().position() == 0
    composer.close()
    wait_until(lambda: not desk.page.writing.open_composers)
    assert not desk.box.kept_drafts


def test_templates_are_put_in_saved_and_removed(desk: MailDesk) -> None:
    composer = new_composer(desk)
    wait_until(lambda: composer.templates.templates)
    next(one for one in composer.templates.actions() if one.text() == "Giấy mời họp").trigger()
    assert composer.subject.text() == "Mời họp về …" and "Kính gửi: …" in composer.text.toPlainText()
    composer.templates.save_as("Mẫu của tôi")
    wait_until(lambda: any(one.is_own for one in composer.templates.templates))
    own = composer.templates.templates[0]
    assert own.name == "Mẫu của tôi" and "Kính gửi: …" in own.html
    composer.templates.remove(own)
    wait_until(lambda: not any(one.is_own for one in composer.templates.templates))


def test_importance_receipt_category_and_reminder_go_with_the_mail(desk: MailDesk) -> None:
    desk.box.categories = (Category("Khẩn"), Category("Xin ý kiến"))
    composer = new_composer(desk)
    wait_until(lambda: composer.options.categories_menu.actions())
    composer.options.importances["High"].trigger()
    composer.options.receipt.trigger()
    composer.options.categories_menu.actions()[0].trigger()
    composer.options.reminders[5].trigger()
    words = composer.chosen.text()
    assert composer.chosen.isVisible() and words.startswith("Quan trọng") and "sau 5 ngày" in words
    composer.to.line.setText(NAM.address)
    composer.subject.setText("Xin số liệu")
    composer.text.setPlainText("Kính gửi anh.")
    composer.send()
    draft, outgoing = wait_until(lambda: list(desk.box.outgoing.values()))[0]
    assert (draft.importance, draft.wants_receipt, draft.remind_after) == ("High", True, 5)
    assert draft.categories == ("Khẩn",)
    (awaited,) = desk.box.awaited_answers.open()
    assert outgoing.send_at is not None and (awaited.due_at - outgoing.send_at).days == 5


def test_a_mark_of_secrecy_holds_the_mail_back(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText(NAM.address)
    composer.subject.setText("Báo cáo")
    composer.text.setPlainText("TỐI MẬT\n\nBáo cáo tình hình.")
    composer.send()
    box: QMessageBox = wait_until(lambda: box_of(composer))
    assert "TỐI MẬT" in box.text() and "cơ yếu" in box.informativeText()
    assert [button.text() for button in box.buttons()] == ["Quay lại thư"], "no button sends it all the same"
    box.buttons()[0].click()
    wait_until(lambda: not box_of(composer))
    assert not desk.box.outgoing and composer.isEnabled()
    composer.text.setPlainText("Báo cáo tình hình.")
    composer.send()
    wait_until(lambda: desk.box.outgoing)


def test_strangers_among_the_recipients_are_told_while_she_writes(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.to.line.setText("ai.do@tinh.example")
    wait_until(lambda: composer.beside.isVisible() and "ai.do@tinh.example" in composer.beside.text())
    composer.to.line.setText(HANH.address)
    wait_until(lambda: not composer.beside.isVisible())


def test_a_draft_thrown_away_in_its_window_can_be_brought_back(desk: MailDesk) -> None:
    composer = new_composer(desk)
    composer.subject.setText("Dở dang")
    wait_until(lambda: desk.box.kept_drafts)
    composer.discard_button.click()
    wait_until(lambda: not desk.box.kept_drafts and not desk.page.writing.open_composers)
    notice = desk.said[-1]
    assert notice.action is not None and "Dở dang" in notice.text
    notice.action()
    wait_until(lambda: [one.subject for one in desk.box.kept_drafts.values()] == ["Dở dang"])


def test_nothing_is_looked_for_outside_the_letter(desk: MailDesk, tmp_path_factory: pytest.TempPathFactory) -> None:
    editor = LetterEditor()
    file = tmp_path_factory.mktemp("x") / "a.png"
    QImage(2, 2, QImage.Format.Format_RGB32).save(str(file))
    for name in (f"file://{file}", str(file), "http://x.example/a.png", "cid:khong-co", "qrc:/a.png"):
        found = editor.loadResource(2, name)
        assert found is None or found.isNull(), name
    desk.box.kept_drafts[DraftId("x")] = Draft(DraftId("x"))


def test_her_choice_of_font_and_seconds_holds_for_the_next_letter(desk: MailDesk) -> None:
    from PySide6.QtWidgets import QComboBox

    from ui.settings_window import SettingsWindow

    window = SettingsWindow(desk.tools.preferences, desk.page, tools=desk.tools)
    boxes = {box.accessibleName(): box for box in window.findChildren(QComboBox)}
    boxes["Cỡ chữ của thư"].setCurrentText("13")
    boxes["Hoàn tác gửi trong"].setCurrentIndex(0)
    window.close()
    composer = new_composer(desk)
    composer.to.line.setText(NAM.address)
    composer.subject.setText("X")
    composer.text.setPlainText("Kính gửi")
    assert "font-size:13pt" in (composer.draft.html or "")
    composer.send()
    _, outgoing = wait_until(lambda: list(desk.box.outgoing.values()))[0]
    assert outgoing.send_at is None
