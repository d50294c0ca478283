"""The whole demo ministry: its three servers, its profile, and the person who works there."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .mailbox import DemoMailbox
from .portal import DemoPortal
from .sites import DemoSites
from .sites.receiver import DemoReceiver
from .story.furnishing import furnish

USER_NAME = r"boldptxh\hanh.ntm"
PASSWORD = "Demo@2026"  # noqa: S105 - the pretend ministry's, known to everybody
ADDRESS = "hanh.ntm@boldptxh.example"
OWNER = "Nguyễn Thị Minh Hạnh"


@dataclass(frozen=True, slots=True)
class DemoMinistry:
    """``profile`` is the TOML file; the rest are a tester's handles."""

    profile: Path
    mailbox: DemoMailbox
    portal: DemoPortal
    sites: DemoSites
    receiver: DemoReceiver
    address: str = ADDRESS
    user_name: str = USER_NAME
    password: str = PASSWORD
    owner: str = OWNER

    def stop(self) -> None:
        self.receiver.stop()
        self.sites.stop()
        self.portal.stop()
        self.mailbox.stop()


def start(folder: Path, *, sites: bool = True) -> DemoMinistry:
    """Bring the ministry up in ``folder`` (its feed, its profile). The three servers start side by side.

    Without ``sites`` nothing streams and their addresses lead nowhere.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mailbox = DemoMailbox(user_name=USER_NAME, password=PASSWORD)
    furnish(mailbox)
    portal = DemoPortal(folder / "portal")
    streams = DemoSites()
    receiver = DemoReceiver("rtsp", user="", password="")  # takes whoever comes: no further password in a demo
    with ThreadPoolExecutor(4) as helpers:
        under_way: list[Future[object]] = [helpers.submit(portal.start), helpers.submit(mailbox.start)]
        if sites:
            under_way += [helpers.submit(streams.start), helpers.submit(receiver.start)]
        for each in under_way:
            each.result()
    root = folder / "root.json"
    root.write_bytes(portal.trust_root)
    profile = folder / "ministry.toml"
    addresses = (
        (streams.north.address, streams.south.address) if sites else ("rtsp://127.0.0.1:9/bo", "srt://127.0.0.1:9")
    )
    own = _RECEIVER.format(receiver.address) if sites else ""
    profile.write_text(_profile(mailbox.url, portal.feed_url, addresses) + own, encoding="utf-8")
    return DemoMinistry(profile, mailbox, portal, streams, receiver)


_RECEIVER = """
[receiver]
name = "Máy chủ họp của Bộ"
address = "{}"
"""


def _profile(mail: str, feed: str, addresses: tuple[str, str]) -> str:
    return f"""\
# Hồ sơ của bộ trình diễn. Mọi tên người, tên cơ quan và văn bản mang ký hiệu BLĐPTXH đều là hư cấu.
format = 1

[ministry]
name = "Bộ Lao động và Phát triển Xã hội"
short_name = "Bộ LĐPTXH"

[mail]
server = "{mail}"
domains = ["boldptxh.example"]

[archive]
feed = "{feed}"
trust_root = "root.json"
poll_seconds = 5

[[conference]]
title = "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"

[[conference.site]]
id = "bo"
name = "Điểm cầu Bộ (Hà Nội)"
address = "{addresses[0]}"

[[conference.site]]
id = "haiha"
name = "Điểm cầu tỉnh Hải Hà"
address = "{addresses[1]}"
"""
