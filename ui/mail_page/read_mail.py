"""A mail made ready for the reader on a worker: read, its body made safe, what should be said of it found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mail import Attachment, FolderRole, ItemId, Message

from .body_content import BodyContent, body_content
from .links import false_links
from .mail_source import MailSource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from mail import Finding
    from ui.desk import Desk
    from ui.service_link import ServiceLink


@dataclass(frozen=True)
class ReadMail:
    message: Message
    html: BodyContent | None
    findings: tuple[Finding, ...] = ()
    """What should be said of its sender and its files."""
    false_links: tuple[tuple[str, str], ...] = ()
    """The host each link with a false name shows, and the host it leads to."""
    is_trusted: bool = False
    """Remote pictures from this sender are always wanted."""
    is_junk: bool = False

    @property
    def to_save(self) -> list[Attachment]:
        """What she thinks of as attached: pictures that stand in the text are left out, unless there is no such
        text."""
        message = self.message
        return [one for one in message.attachments if not one.is_inline or message.html is None]


def read_mail(source: MailSource, item_id: ItemId, desk: Desk) -> ReadMail | None:
    """None: its body is not here yet."""
    message = source.message(item_id)
    if message is None:
        desk.mailbox.keeping.ask([item_id])  # it may be older than what is kept: fetched all the same, now
        return None
    html = body_content(message, source.attachment_content)
    read = ReadMail(
        message, html, _findings(source, item_id, desk), false_links(html.web.links) if html is not None else ()
    )
    if html is None or not html.remote:
        return read
    sender, folder_id, mailbox = message.summary.sender, message.summary.folder_id, desk.mailbox
    return replace(
        read,
        is_trusted=sender is not None and mailbox.picture_senders.holds(sender.address),
        is_junk=any(one.id == folder_id and one.role == FolderRole.JUNK for one in mailbox.folders()),
    )


def _findings(source: MailSource, item_id: ItemId, desk: Desk) -> tuple[Finding, ...]:
    mime = source.mime(item_id)
    if mime is None:
        return ()
    from mail import warnings_of

    from .guard_words import guard_context

    return tuple(warnings_of(mime, guard_context(desk)))


def ask_once(waiting: QLabel, service: ServiceLink, item_id: ItemId) -> None:
    """For a body that is not here, once, though the row is looked at again with every change; ``waiting``, the label
    that says so, remembers for which mail."""
    if waiting.property("asked_for") != item_id:
        waiting.setProperty("asked_for", item_id)
        service.refresh(archive=False)
