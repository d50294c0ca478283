"""What is typed into To and Cc."""

from __future__ import annotations

import pytest

from mail import Person
from ui.mail_page.addresses import is_address, read_people, write_people


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("nam.vh@boldptxh.example", [Person("", "nam.vh@boldptxh.example")]),
        ("Vũ Hoàng Nam <nam.vh@boldptxh.example>", [Person("Vũ Hoàng Nam", "nam.vh@boldptxh.example")]),
        (
            '"Sở LĐ, tỉnh Hải Hà" <so@sold.haiha.example>, b@c.vn;\n d@e.vn ;',
            [Person("Sở LĐ, tỉnh Hải Hà", "so@sold.haiha.example"), Person("", "b@c.vn"), Person("", "d@e.vn")],
        ),
        ("<a@b.vn>; A@B.vn", [Person("", "a@b.vn")]),
        ("mailto:a@b.vn", [Person("", "a@b.vn")]),
        ("", []),
        (" ; , ", []),
    ],
)
def test_people_are_read(typed: str, people: list[Person]) -> None:
    assert read_people(typed) == (people, [])


@pytest.mark.parametrize(
    "typed",
    ["Nam", "nam@", "@x.vn", "nam@localhost", "a b@c.vn", "a@b..vn", "a@-b.vn", "Nam <nam>", "nạm@b.vn", "a@b.vn>x"],
)
def test_what_is_no_address_is_shown_as_typed(typed: str) -> None:
    people, wrong = read_people(typed)
    assert people == []
    assert wrong == [typed]


def test_a_forgotten_quote_does_not_swallow_the_next_line() -> None:
    people, wrong = read_people('"Nam <nam@b.vn>; lan@b.vn')
    assert [person.address for person in people][-1] == "lan@b.vn"
    assert len(people) + len(wrong) == 2


def test_people_survive_writing_and_reading() -> None:
    people = [
        Person("Sở LĐ, tỉnh", "a@b.vn"),
        Person("", "c@d.vn"),
        Person('Ông "Ba" <x>', "e@f.vn"),
        Person("X; Y", "g@h.vn"),
    ]
    again, wrong = read_people(write_people(people))
    assert wrong == []
    assert [person.address for person in again] == ["a@b.vn", "c@d.vn", "e@f.vn", "g@h.vn"]
    assert again[0].name == "Sở LĐ, tỉnh"


def test_a_very_long_field_takes_no_time() -> None:
    people, wrong = read_people("a@" * 200_000)
    assert not people and len(wrong) == 1
    assert not is_address("a" * 250 + "@b.vn")
