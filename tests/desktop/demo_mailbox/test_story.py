"""The story: enough mails, every one of them whole, in good Unicode, with nothing forgotten in a template."""

from __future__ import annotations

import email
import email.policy
import io
import re
import unicodedata
import zipfile
import zlib
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from desktop.demo_ministry.mailbox import DemoMailbox, MailboxStory, PlacedLetter, build_mime
from desktop.demo_ministry.mailbox.facts import facts_of_letter, read_mime
from desktop.demo_ministry.story import OWN_FOLDERS, mailbox_story
from desktop.demo_ministry.story.mail_files import written_mails
from desktop.demo_ministry.story.people import ENTRIES, OWNER

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
HOLES = re.compile(r"[{}<>⟨⟩]|\bTODO\b|\bNone\b|lorem|XXX", re.IGNORECASE)


@pytest.fixture(scope="module")
def story() -> MailboxStory:
    return mailbox_story(NOW)


def test_there_are_three_hundred_mails_of_four_months_in_many_folders(story: MailboxStory) -> None:
    assert len(story.letters) == 300
    moments = [placed.letter.at for placed in story.letters]
    assert moments == sorted(moments)
    assert NOW - timedelta(days=125) < moments[0] < NOW - timedelta(days=110)
    assert NOW - timedelta(hours=1) < moments[-1] <= NOW
    folders = Counter(placed.folder for placed in story.letters)
    assert {"inbox", "sentitems", "drafts", "deleteditems", "junkemail"} <= set(folders)
    assert set(folders) <= {"inbox", "sentitems", "drafts", "deleteditems", "junkemail", *OWN_FOLDERS}
    assert folders["drafts"] <= 2
    assert 15 <= sum(not placed.is_read for placed in story.letters) <= 60
    assert any(placed.is_flagged for placed in story.letters)


def test_sixteen_people_and_the_owner_among_them() -> None:
    assert len({entry.person.address for entry in ENTRIES.values()}) == 16
    assert ENTRIES["hanh"].person == OWNER
    assert {entry.person.address.rpartition("@")[2] for entry in ENTRIES.values()} == {
        "boldptxh.example",
        "sold.haiha.example",
    }


def test_no_two_mails_say_the_same(story: MailboxStory) -> None:
    bodies = Counter(placed.letter.text.partition("____")[0] for placed in story.letters)
    assert [body[:80] for body, count in bodies.items() if count > 1] == []


def test_words_are_in_nfc_and_no_hole_is_left_open(story: MailboxStory) -> None:
    for placed in story.letters:
        letter = placed.letter
        names = [file.name for file in letter.attachments]
        for words in (letter.subject, letter.text.partition("____")[0], *names):
            assert unicodedata.is_normalized("NFC", words), letter.subject
            assert not HOLES.search(words), (letter.subject, HOLES.search(words))
            assert "\ufffd" not in words


def test_addresses_are_of_reserved_domains_only(story: MailboxStory) -> None:
    for placed in story.letters:
        letter = placed.letter
        for person in (letter.sender, *letter.to, *letter.cc):
            assert person.address.endswith(".example"), person


def test_every_mime_says_what_the_letter_says(story: MailboxStory) -> None:
    for placed in story.letters:
        letter = placed.letter
        mime = build_mime(letter)
        assert mime == build_mime(letter)
        message = email.message_from_bytes(mime, policy=email.policy.default)
        assert not message.defects
        assert message["subject"] == letter.subject
        assert message["from"].addresses[0].display_name == letter.sender.name
        body = message.get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n") == letter.text
        files = [one.name for one in letter.attachments if one.content_id is None]
        assert [
            part.get_filename() for part in message.walk() if part.get_content_disposition() == "attachment"
        ] == files
        facts, content = read_mime(mime)
        known = facts_of_letter(letter)
        assert (facts.subject, facts.to, facts.cc, facts.references) == (
            known.subject,
            known.to,
            known.cc,
            known.references,
        )
        assert (facts.attachments, facts.preview) == (known.attachments, known.preview)
        assert [data for _, data in content.attachments] == [file.content for file in letter.attachments]


def test_answers_point_at_letters_that_are_there(story: MailboxStory) -> None:
    ids = {placed.letter.message_id: placed.letter for placed in story.letters}
    assert len(ids) == 300
    answers = [placed.letter for placed in story.letters if placed.letter.subject.startswith("RE: ")]
    assert len(answers) >= 40
    for answer in answers:
        assert answer.in_reply_to in ids, answer.subject
        assert answer.references[-1] == answer.in_reply_to
        assert ids[answer.in_reply_to].at < answer.at


def test_attached_files_are_real(story: MailboxStory) -> None:
    kinds: Counter[str] = Counter()
    for placed in story.letters:
        for file in placed.letter.attachments:
            kinds[file.name.rpartition(".")[2]] += 1
            if file.name.endswith((".docx", ".zip")):
                with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                    assert archive.testzip() is None
            elif file.name.endswith(".pdf"):
                assert_is_pdf(file.content)
            elif file.name.endswith(".png"):
                start = file.content.index(b"IDAT") + 4
                assert len(zlib.decompressobj().decompress(file.content[start:])) == 240 * (480 * 3 + 1)
            else:
                assert file.content.decode("utf-8-sig").count("\r\n") > 5
    assert set(kinds) == {"pdf", "docx", "png", "csv", "zip"}
    assert any(not file.name.isascii() for placed in story.letters for file in placed.letter.attachments)


def assert_is_pdf(content: bytes) -> None:
    """Every object of the cross-reference table is where it says."""
    assert content.startswith(b"%PDF-1.4")
    table = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    entries = content[table:].split(b"trailer")[0].splitlines()[3:]
    for number, entry in enumerate(entries, 1):
        assert content[int(entry[:10]) :].startswith(b"%d 0 obj" % number)


def test_the_meeting_is_in_an_hour(story: MailboxStory) -> None:
    meetings = [placed.letter for placed in story.letters if placed.letter.meeting]
    assert len(meetings) > 15
    [joint] = [letter for letter in meetings if letter.subject == "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"]
    assert joint.meeting is not None
    assert joint.meeting.start == NOW + timedelta(hours=1)
    calendar = next(
        part
        for part in email.message_from_bytes(build_mime(joint)).walk()
        if part.get_content_type() == "text/calendar"
    )
    assert calendar.get_param("method") == "REQUEST"
    payload = calendar.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert max(map(len, payload.split(b"\r\n"))) <= 75
    text = payload.decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh" in text
    assert "SUMMARY;LANGUAGE=vi:Họp giao ban trực tuyến Bộ – tỉnh Hải Hà" in text.replace("\r\n ", "")


def test_a_picture_is_shown_inside_a_letter(story: MailboxStory) -> None:
    [letter] = [one.letter for one in story.letters if any(file.content_id for file in one.letter.attachments)]
    [picture] = letter.attachments
    assert f'src="cid:{picture.content_id}"' in (letter.html or "")
    shapes = [part.get_content_type() for part in email.message_from_bytes(build_mime(letter)).walk()]
    assert shapes == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]


def test_a_newsletter_asks_for_remote_pictures(story: MailboxStory) -> None:
    html = [placed.letter.html or "" for placed in story.letters]
    assert any("http://127.0.0.1:9/mo.gif" in one and "linear-gradient" in one for one in html)
    assert sum(bool(one) for one in html) >= 25


def test_documents_of_the_portal_are_cited_in_many_spellings(story: MailboxStory) -> None:
    words = "\n".join(placed.letter.subject + placed.letter.text for placed in story.letters)
    for number in ("12/2024/TT-BLĐPTXH", "05/2026/TT-BLĐPTXH", "03/2021", "18/2023", "21/2026", "07/2022", "09/2020"):
        assert number in words
    for spelling in (
        "TT12/2024/TT-BLĐPTXH",
        "05/2026/TT‑BLĐPTXH",
        "5/2026/TT-BLDPTXH",
        "1280 /LĐPTXH-VP",
        "NĐ 41/2025",
    ):
        assert spelling in words, spelling


@pytest.mark.parametrize("day", range(7))
def test_it_is_fresh_and_whole_on_every_day_of_the_week(day: int) -> None:
    now = datetime(2027, 3, 1, 16, 30, tzinfo=UTC) + timedelta(days=day)
    letters = mailbox_story(now).letters
    assert len(letters) == 300
    assert now - timedelta(hours=1) < letters[-1].letter.at <= now
    assert all(_is_answered_before(placed, letters) for placed in letters)
    schedules = [placed.letter.at.weekday() for placed in letters if placed.letter.subject.startswith("Lịch công tác")]
    assert set(schedules) == {4}


def _is_answered_before(placed: PlacedLetter, letters: tuple[PlacedLetter, ...]) -> bool:
    return not placed.letter.subject.startswith("RE: ") or bool(placed.letter.in_reply_to)


def test_the_same_moment_gives_the_same_story() -> None:
    assert mailbox_story(NOW) == mailbox_story(NOW)


def test_the_server_starts_with_it_and_serves_its_folders() -> None:
    with DemoMailbox() as mailbox:
        folders = {folder.path: folder.total_count for folder in mailbox.folders if folder.role != "calendar"}
        assert sum(folders.values()) == 300
        assert set(OWN_FOLDERS) <= set(folders)


def test_a_line_that_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError, match="gửi"):
        list(written_mails("from: hanh\ngửi: long\n\nthân"))
