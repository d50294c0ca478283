"""Every mail is found by its own words, however they are typed: 500 queries over a generated mailbox."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.mail_generator import fill_store, make_mail
from mail import Mailbox, open_mailbox
from tests.mail.builders import KEY
from vietnamese.folding import fold

_MAILS = 400
_QUERIES = 500
_OLD_TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "ỏa": "oả", "ọa": "oạ", "ũy": "uỹ"}


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    path: Path = tmp_path_factory.mktemp("recall") / "mail.db"
    for _ in fill_store(path, KEY, _MAILS):
        pass
    mailbox = open_mailbox(path, KEY)
    yield mailbox
    mailbox.close()


def _other_tones(text: str) -> str:
    for new, old in _OLD_TONES.items():
        text = text.replace(new, old)
    return text


def _number_as_typed(number: str, some: random.Random) -> str:
    """Of "Thông tư số 09/2015/TT-BLĐTBXH" one of the ways people look it up."""
    kind, _, rest = number.partition(" số ")
    serial, year, codes = rest.split("/", 2)
    short = {"Nghị định": "nđ", "Thông tư": "tt", "Quyết định": "qđ"}.get(kind, kind)
    plain = str(int(serial))
    return some.choice(
        [rest, fold(rest), rest.lower(), f"{plain}/{year}/{codes}", f"{kind} {plain} {year}", f"{short} {plain}/{year}",
         f"{plain}-{year}-{codes}", f"{serial}/{year}", f"{plain}/{year}", fold(f"{kind} so {rest}"), number.upper(),
         f"{short} {plain}/{year}/{codes.lower()}"]
    )  # fmt: skip


def _queries() -> Iterator[tuple[int, str]]:
    some = random.Random(20260305)
    for turn in range(_QUERIES):
        number = some.randrange(_MAILS)
        one = make_mail(number)
        if turn % 5 == 0:
            typed = _number_as_typed(one.number, some)
        else:
            lines = [one.summary.subject, *one.text.split("\n"), one.summary.to[0].name, one.summary.to[0].address]
            words = some.choice([line for line in lines if line.strip()]).replace('"', " ").split()
            start = some.randrange(len(words))
            typed = " ".join(word for word in words[start : start + some.randint(1, 4)] if word not in ("-", "V/v"))
            typed = typed.replace(":", " ")
        for change in some.sample(
            [fold, str.upper, str.lower, _other_tones, lambda text: unicodedata.normalize("NFD", text),
             lambda text: text.replace("đ", "d").replace("Đ", "D"), lambda text: text + " ", lambda text: text.title()],
            k=some.randint(0, 3),
        ):  # fmt: skip
            typed = change(typed)
        if any(letter.isalnum() for letter in typed):
            yield number, typed


def test_recall_is_complete(mailbox: Mailbox) -> None:
    missed = []
    count = 0
    for number, typed in _queries():
        count += 1
        if f"~{number + 1}" not in mailbox.search(typed, limit=_MAILS):
            missed.append((typed, make_mail(number).number, make_mail(number).summary.subject))
    assert count > 480
    assert missed == []


def test_what_no_mail_holds_is_not_found(mailbox: Mailbox) -> None:
    assert mailbox.search("thỏ ngọc", limit=10) == []
    assert mailbox.search("999/2031/TT-XYZ", limit=10) == []
