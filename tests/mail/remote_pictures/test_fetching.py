"""Pictures from strangers' servers: what comes, what is refused, and what the stranger learns."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mail.remote_pictures import fetching
from mail.remote_pictures.fetching import PictureFetcher
from tests.mail.remote_pictures.picture_server import PictureServer, picture_server, png, tunnel


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PictureServer]:
    with picture_server(tmp_path) as running:
        yield running


def fetcher(server: PictureServer) -> PictureFetcher:
    return PictureFetcher((server.host,), server.trust)


def test_a_picture_comes_and_nothing_of_her_goes(server: PictureServer) -> None:
    picture = png(40, 30)
    server.pages["/a.png"] = (200, {"Content-Type": "text/html", "Set-Cookie": "ai=hanh"}, picture)
    fetched = fetcher(server).fetch([server.address("/a.png?x=1"), server.address("/a.png?x=2")])
    assert [(kind, content) for _, kind, content in fetched.pictures] == [("image/png", picture)] * 2
    assert not fetched.is_offline and fetched.missing == 0
    for _, headers in server.asked:
        assert not {"cookie", "referer", "authorization", "accept-language", "origin"} & set(headers)
        assert headers["user-agent"] == "Mozilla/5.0"


def test_private_addresses_are_not_asked(server: PictureServer) -> None:
    server.pages["/a.png"] = (200, {}, png(4, 4))
    stranger = PictureFetcher((), server.trust)
    names = [server.address("/a.png"), f"https://localhost:{server.port}/a.png", f"https://[::1]:{server.port}/a.png"]
    fetched = stranger.fetch(
        [*names, "https://10.0.0.1/", "https://169.254.169.254/latest", "https://[::ffff:127.0.0.1]/"]
    )
    assert fetched.pictures == () and fetched.missing == 6 and server.asked == []


def test_a_name_that_leads_inside_is_not_followed(server: PictureServer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolved(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.port))]

    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolved)
    assert PictureFetcher((), server.trust).fetch(["https://anh.example/a.png"]).pictures == ()
    assert asked == ["anh.example"] and server.asked == []


def test_three_redirects_are_followed_a_fourth_is_not(server: PictureServer) -> None:
    for step in range(5):
        server.pages[f"/{step}"] = (302, {"Location": f"/{step + 1}"}, b"")
    server.pages["/5"] = (200, {}, png(8, 8))
    assert fetcher(server).fetch([server.address("/1")]).missing == 1
    assert fetcher(server).fetch([server.address("/2")]).missing == 0


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/a", "file:///etc/passwd", "https://10.0.0.1/a", "ftp://x/a", ""])
def test_redirects_lead_nowhere_else(server: PictureServer, where: str) -> None:
    server.pages["/a"] = (302, {"Location": where}, b"")
    assert fetcher(server).fetch([server.address("/a")]).pictures == ()


@pytest.mark.parametrize(
    "body",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html>",
        b"",
        b"\x89PNG\r\n\x1a\n",
        png(20_000, 1),
        b"\xff\xd8\xff" * 9,
    ],
)
def test_what_is_no_picture_is_not_shown(server: PictureServer, body: bytes) -> None:
    server.pages["/a"] = (200, {"Content-Type": "image/png"}, body)
    assert fetcher(server).fetch([server.address("/a")]).pictures == ()


def test_size_and_time_are_bounded(server: PictureServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    server.pages["/large"] = (200, {}, png(8, 8) + bytes(fetching.MOST_BYTES))
    server.pages["/liar"] = (200, {"Content-Length": "99999999999"}, b"")
    server.pages["/zip"] = (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b")
    server.pages["/drip"] = (200, {}, None)
    started = time.monotonic()
    fetched = fetcher(server).fetch([server.address(path) for path in ("/large", "/liar", "/zip", "/drip")])
    assert fetched.pictures == () and time.monotonic() - started < 15


def test_a_certificate_nobody_vouches_for_is_not_accepted(server: PictureServer) -> None:
    server.pages["/a"] = (200, {}, png(4, 4))
    assert PictureFetcher((server.host,)).fetch([server.address("/a")]).pictures == ()
    assert server.asked == []


def test_the_ministrys_certificate_is_trusted_for_its_own_hosts_alone(server: PictureServer) -> None:
    server.pages["/a"] = (200, {}, png(4, 4))
    own = PictureFetcher((server.host,), ca_file=server.ca_file)
    assert len(own.fetch([server.address("/a")]).pictures) == 1
    gone = PictureFetcher((server.host,), ca_file=server.ca_file.with_name("none.pem"))
    assert gone.fetch([server.address("/a")]).pictures == ()
    asked = len(server.asked)
    with tunnel(server.port) as way:  # a stranger's name, whose server shows a certificate of the ministry's
        stranger = PictureFetcher(
            (server.host,), ca_file=server.ca_file, proxies_for=lambda _: {"https": f"http://127.0.0.1:{way.port}"}
        )
        assert stranger.fetch(["https://anh.example/a"]).pictures == () and way.asked == ["anh.example:443"]
    assert len(server.asked) == asked


def test_the_way_out_is_the_mails(server: PictureServer) -> None:
    server.pages["/a"] = (200, {}, png(4, 4))
    with tunnel(server.port) as way:
        urls: list[str] = []

        def proxies_for(url: str) -> dict[str, str]:
            urls.append(url)
            return {"https": f"http://127.0.0.1:{way.port}"}

        fetcher = PictureFetcher((server.host,), server.trust, proxies_for=proxies_for)
        assert len(fetcher.fetch([server.address("/a?secret")]).pictures) == 1
        assert way.asked == [server.host] and urls == ["https://127.0.0.1/"]
        inside = ["https://10.0.0.1/a", "https://intranet/a", "https://[::1]/a"]
        assert fetcher.fetch(inside).pictures == () and way.asked == [server.host]
        odd = PictureFetcher((server.host,), server.trust, proxies_for=lambda _: {"https": "socks5://127.0.0.1:9"})
        assert odd.fetch([server.address("/a")]).is_offline


def test_being_offline_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(fetching.socket, "getaddrinfo", nowhere)
    assert PictureFetcher().fetch(["https://anh.example/a.png"]).is_offline


def test_question_and_answer_cross_the_process_border(server: PictureServer) -> None:
    from types import SimpleNamespace
    from typing import cast

    from mail import FetchPictures
    from mail.questions import AskedServer
    from ui.service_messages import packed, unpacked

    server.pages["/a.png"] = (200, {}, png(8, 8))
    question = unpacked(packed(FetchPictures((server.address("/a.png"),))))
    assert isinstance(question, FetchPictures)
    answer = question.put_to(cast(AskedServer, SimpleNamespace(pictures=fetcher(server))))
    assert unpacked(packed(answer)) == answer and answer.pictures[0][2] == png(8, 8)


def test_the_mail_server_s_gateway_has_it() -> None:
    from mail import Account, MailSettings
    from mail.ews.gateway import EwsMailboxGateway

    settings = MailSettings(
        "https://mail.example/EWS/Exchange.asmx",
        ("bo.example",),
        picture_hosts=("anh.bo.example",),
        proxy="http://proxy.bo.example:3128",
    )
    gateway = EwsMailboxGateway(settings, Account("a@bo.example", "a"), "x")
    assert gateway.pictures._own_hosts == frozenset({"anh.bo.example"})
    assert gateway.pictures._ca_file is None
    assert gateway.pictures._proxies_for("https://anh.example/") == {
        "http": "http://proxy.bo.example:3128",
        "https": "http://proxy.bo.example:3128",
    }
    gateway.close()
