"""Gateways for tests, in one line."""

from __future__ import annotations

from pathlib import Path

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import Account, FolderId, FolderRole, MailSettings
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH


def empty_mailbox(*, tls: bool = False) -> DemoMailbox:
    return DemoMailbox(MailboxStory(owner=Correspondent(HANH.name, HANH.address)), tls=tls)


def gateway_to(
    url: str,
    *,
    password: str = "Demo@2026",
    ca_file: Path | None = None,
    timeout: float = 10.0,
    connections: int = 2,
    body_chunk: int = 4,
    auth: str = "basic",
) -> EwsMailboxGateway:
    settings = MailSettings(
        ews_url=url,
        own_domains=("boldptxh.example",),
        ca_file=ca_file,
        auth=auth,
        timeout=timeout,
        connections=connections,
        body_chunk=body_chunk,
    )
    return EwsMailboxGateway(settings, Account(HANH.address, r"boldptxh\hanh.ntm", HANH.name), password)


def inbox_of(gateway: EwsMailboxGateway) -> FolderId:
    return next(folder.id for folder in gateway.folders(None).folders if folder.role is FolderRole.INBOX)
