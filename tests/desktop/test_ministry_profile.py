"""The profile: what a ministry's IT office writes, and what it is told when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from conference import Service, WeeklyTime
from desktop.ministry_profile import MinistryProfile, ProfileError, read_profile

GOOD = """\
format = 1

[ministry]
name = "Bộ Thử nghiệm"
short_name = "BTN"

[mail]
server = "https://mail.btn.example/EWS/Exchange.asmx"
domains = ["BTN.example"]
sign_in = "ntlm"

[archive]
feed = "https://vanban.btn.example/feed"
trust_root = "root.json"

[[conference]]
title = "Giao ban"

[[conference.site]]
id = "a"
name = "Điểm cầu A"
address = "rtsp://a.btn.example/live"

[[conference.site]]
id = "b"
name = "Điểm cầu B"
address = "srt://b.btn.example:9000"
"""


def read(folder: Path, text: str) -> MinistryProfile:
    (folder / "root.json").write_bytes(b"{}")
    path = folder / "ministry.toml"
    path.write_text(text, encoding="utf-8")
    return read_profile(path)


def complaint(folder: Path, old: str, new: str) -> tuple[int, str, str]:
    assert old in GOOD
    with pytest.raises(ProfileError) as caught:
        read(folder, GOOD.replace(old, new, 1))
    return caught.value.line, caught.value.key, caught.value.problem


def test_a_good_profile_becomes_the_features_settings(tmp_path: Path) -> None:
    profile = read(tmp_path, GOOD)

    assert profile.name == "Bộ Thử nghiệm"
    assert profile.mail.own_domains == ("btn.example",)
    assert profile.mail.auth == "ntlm"
    assert profile.archive.feed_url == "https://vanban.btn.example/feed/"
    assert profile.archive.trust_root == b"{}"
    assert [site.id for site in profile.conferences[0].sites] == ["a", "b"]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("thứ Hai 08:00–09:30", WeeklyTime(0, 8, 0, 90)),
        ("Thứ Năm, 14:00", WeeklyTime(3, 14, 0, 60)),
        ("T7 7h30 - 8h00", WeeklyTime(5, 7, 30, 30)),
        ("Chủ nhật 20:00 đến 21:15", WeeklyTime(6, 20, 0, 75)),
    ],
)
def test_a_standing_conference_has_its_weekly_time(tmp_path: Path, written: str, time: WeeklyTime) -> None:
    profile = read(tmp_path, GOOD.replace('title = "Giao ban"', f'title = "Giao ban"\nweekly = ["{written}"]'))
    assert profile.conferences[0].weekly == (time,)


@pytest.mark.parametrize(
    "written", ['"thứ Tám 08:00"', '"thứ Hai 25:00"', '"thứ Hai 09:00-08:00"', '"hôm nào đó"', "8"]
)
def test_what_is_no_weekly_time_is_refused(tmp_path: Path, written: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read(tmp_path, GOOD.replace('title = "Giao ban"', f'title = "Giao ban"\nweekly = [{written}]'))
    assert caught.value.key == "conference.weekly"


def test_a_ministry_names_hosts_of_conference_services_of_its_own(tmp_path: Path) -> None:
    table = '\n[conference_services]\njitsi = ["Hop.BTN.example"]\nroom = [".hop.btn.example"]\n'
    profile = read(tmp_path, GOOD + table)

    assert profile.service_hosts == (("jitsi", "hop.btn.example"), ("room", ".hop.btn.example"))
    assert {service for service, _ in profile.service_hosts} <= {service.value for service in Service}


@pytest.mark.parametrize(
    "line", ['fax = ["a.example"]', 'zoom = "a.example"', 'zoom = ["https://a.example"]', 'zoom = ["."]']
)
def test_hosts_that_are_none_are_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read(tmp_path, GOOD + f"\n[conference_services]\n{line}\n")
    assert caught.value.key == f"conference_services.{line.split()[0]}"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "problem"),
    [
        ('name = "Bộ Thử nghiệm"', 'name = "Bộ Thử nghiệm', 4, "name", "syntax"),
        ('name = "Bộ Thử nghiệm"\n', "", 3, "ministry.name", "missing"),
        ('domains = ["BTN.example"]', 'domains = "BTN.example"', 9, "mail.domains", "type"),
        ('sign_in = "ntlm"', 'sign_in = "telepathy"', 10, "mail.sign_in", "value"),
        ('sign_in = "ntlm"', 'signin = "ntlm"', 10, "mail.signin", "unknown"),
        ("https://mail.btn", "http://mail.btn", 8, "mail.server", "value"),
        ("https://mail.btn", "https://hanh:secret@mail.btn", 8, "mail.server", "value"),
        ('trust_root = "root.json"', 'trust_root = "none.json"', 14, "archive.trust_root", "file"),
        ("rtsp://a", "file://a", 22, "conference.site.address", "value"),
        ("srt://b.btn.example:9000", "srt://user:pass@b.btn.example:9000", 27, "conference.site.address", "value"),
        ('id = "b"', 'id = "a"', 25, "conference.site.id", "value"),
        ("format = 1", "format = 2", 1, "format", "value"),
    ],
)
def test_a_damaged_profile_names_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str, problem: str
) -> None:
    found = complaint(tmp_path, old, new)

    assert found[1:] == (key, problem)
    if key != "conference.site.id":  # of two equal ids either may be named
        assert found[0] == line


def test_binary_rubbish_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ministry.toml"
    path.write_bytes(b"\xff\xfe\x00rubbish")

    with pytest.raises(ProfileError) as caught:
        read_profile(path)

    assert caught.value.problem == "unreadable"


def test_the_example_is_a_good_profile() -> None:
    example = Path(__file__).resolve().parents[2] / "desktop" / "profiles" / "example.toml"

    profile = read_profile(example)

    assert profile.short_name == "Bộ LĐTBXH"
    assert profile.mail.auth == "ntlm"


def test_the_private_mailboxes_may_be_named(tmp_path: Path) -> None:
    assert "gmail.com" in read(tmp_path, GOOD).mail.private_domains
    named = GOOD.replace('sign_in = "ntlm"', 'sign_in = "ntlm"\nprivate_mailboxes = ["Hop.example"]')
    assert read(tmp_path, named).mail.private_domains == ("hop.example",)


def test_hosts_of_pictures_inside_may_be_named(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).mail.picture_hosts == ()
    named = GOOD.replace('sign_in = "ntlm"', 'sign_in = "ntlm"\npicture_hosts = ["Anh.Bo.example:8443"]')
    assert read(tmp_path, named).mail.picture_hosts == ("anh.bo.example:8443",)


def test_what_a_mail_may_carry_may_be_named_in_megabytes(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).mail.largest_attachment == 25_000_000
    named = GOOD.replace('sign_in = "ntlm"', 'sign_in = "ntlm"\nlargest_attachment = 10')
    assert read(tmp_path, named).mail.largest_attachment == 10_000_000
    for wrong, problem in (("0", "value"), ('"10"', "type"), ("9999", "value")):
        with pytest.raises(ProfileError) as caught:
            read(tmp_path, named.replace("= 10", f"= {wrong}"))
        assert (caught.value.key, caught.value.problem) == ("mail.largest_attachment", problem)


def test_the_units_signature_may_be_given(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).mail.signature == ""
    signed = GOOD.replace("[mail]\n", '[mail]\nsignature = """\n{name}\n{unit}\n"""\n', 1)
    assert read(tmp_path, signed).mail.signature == "{name}\n{unit}"


@pytest.mark.parametrize("mirror", ["http://elsewhere.example/feed/", "folder/relative", "ftp://mirror.example/"])
def test_a_copy_of_the_feed_is_an_https_address_or_a_whole_path(tmp_path: Path, mirror: str) -> None:
    good = GOOD.replace("[archive]", '[archive]\nmirrors = ["https://gan.example/feed", "/srv/feed"]')
    assert read(tmp_path, good).archive.mirrors == ("https://gan.example/feed/", "/srv/feed")
    assert complaint(tmp_path, "[archive]", f'[archive]\nmirrors = ["{mirror}"]')[1:] == ("archive.mirrors", "value")
