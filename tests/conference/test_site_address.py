"""Which addresses may reach a player. Everything else is refused, and never repeated in an error."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference import AddressInvalid, AddressScheme, SchemeRefused
from conference.errors import ConferenceError
from conference.site_address import LONGEST_ADDRESS, parse_site_address


@pytest.mark.parametrize(
    ("address", "given_to_the_player"),
    [
        ("rtsp://hop.boldptxh.example/bo", "rtsp://hop.boldptxh.example:554/bo"),
        ("RTSP://10.1.2.3:8554/bo?kenh=1", "rtsp://10.1.2.3:8554/bo?kenh=1"),
        ("rtsps://hop.example/a/b", "rtsps://hop.example:322/a/b"),
        ("srt://haiha.example:9000", "srt://haiha.example:9000"),
        ("srt://haiha.example:9000?mode=caller", "srt://haiha.example:9000"),
        ("srt://haiha.example:9000?streamid=hop/1&mode=caller", "srt://haiha.example:9000?streamid=hop/1"),
        ("https://hop.example/live/index.m3u8", "https://hop.example:443/live/index.m3u8"),
        ("rtsp://[2001:db8::1]:554/x", "rtsp://[2001:db8::1]:554/x"),
    ],
)
def test_accepted(address: str, given_to_the_player: str) -> None:
    assert str(parse_site_address(address)) == given_to_the_player


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file/demuxdump:///tmp/x",
        "screen://",
        "http://hop.example/live",
        "udp://@:1234",
        "rtp://239.0.0.1",
        "v4l2:///dev/video0",
        "rtsp/demuxdump://hop.example/x",
        "vlc://quit",
        "concat:a|b",
        "javascript:alert(1)",
        "rtmp://hop.example/x",
    ],
)
def test_schemes_refused(address: str) -> None:
    with pytest.raises(SchemeRefused):
        parse_site_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "rtsp",
        "/etc/passwd",
        "//hop.example/x",
        "rtsp:hop.example",
        "rtsp://",
        "rtsp:///x",
        "rtsp://user:secret@hop.example/x",
        "rtsp://user@hop.example/x",
        "rtsp://@hop.example/x",
        "rtsp://hop.example/x :sout=#file",
        "rtsp://hop.example/x#fragment",
        "rtsp://hop.example:0/x",
        "rtsp://hop.example:99999/x",
        "rtsp://hop.example:port/x",
        "rtsp://-hop.example/x",
        "rtsp://họp.example/x",
        "rtsp://[fe80::1%25eth0]/x",
        "rtsp://[::1/x",
        "srt://haiha.example",
        "srt://haiha.example:9000/path",
        "srt://haiha.example:9000?passphrase=0123456789",
        "srt://haiha.example:9000?mode=listener",
        "srt://haiha.example:9000?latency=5",
        "rtsp://hop.example/x\n",
        "rtsp://hop.exa\x00mple/x",
        "rtsp://hop.example/\u202ex",
        "rtsp://hop.example/" + "x" * LONGEST_ADDRESS,
    ],
)
def test_invalid(address: str) -> None:
    with pytest.raises(AddressInvalid):
        parse_site_address(address)


@given(st.text(max_size=80))
def test_any_text_is_accepted_or_refused_with_our_errors(text: str) -> None:
    try:
        address = parse_site_address(text)
    except ConferenceError as error:
        assert all(len(str(fact)) <= 40 for fact in error.args)
    else:
        assert address.scheme in AddressScheme


@given(
    scheme=st.sampled_from([scheme.value for scheme in AddressScheme]),
    rest=st.text(alphabet=string.ascii_letters + string.digits + ":/@?&=#%.[]-_;!'\\ \t\n\u0000ộ", max_size=60),
)
def test_what_is_accepted_is_plain_and_stays_the_same_when_read_again(scheme: str, rest: str) -> None:
    try:
        address = parse_site_address(f"{scheme}://{rest}")
    except ConferenceError:
        return
    written = str(address)
    assert written.startswith(f"{scheme}://{'[' if ':' in address.host else ''}{address.host}")
    assert written.isascii()
    assert written.isprintable()
    assert " " not in written
    assert "@" not in address.endpoint
    assert parse_site_address(written) == address


@given(user=st.text(string.ascii_letters, min_size=3, max_size=9), secret=st.text(string.digits, min_size=8))
def test_a_password_in_an_address_is_in_no_error(user: str, secret: str) -> None:
    with pytest.raises(ConferenceError) as caught:
        parse_site_address(f"rtsp://{user}:{secret}@hop.example/x")
    assert secret not in repr(caught.value)
