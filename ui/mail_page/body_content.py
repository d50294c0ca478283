"""A message's HTML made safe in both forms, for the text view and the web view. Made on a worker; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mail import CleanHtml, ItemId, Message, WebHtml

Picture = tuple[str, bytes]
_MOST_INLINE = 20_000_000


@dataclass(frozen=True)
class BodyContent:
    """``clean`` can always be shown; ``needs_web`` says that it would not be what the sender meant."""

    clean: CleanHtml
    web: WebHtml
    text: str
    """Its words, without markup."""
    needs_web: bool = False
    is_heavy: bool = False
    """It would hold the window up in the text view."""

    @property
    def remote(self) -> tuple[str, ...]:
        """Addresses of remote pictures that are not shown and could be, with her consent."""
        return self.web.remote


def body_content(
    message: Message, content: Callable[[ItemId, int], bytes], fetched: Mapping[str, Picture] | None = None
) -> BodyContent | None:
    """None for a message without HTML. ``content`` reads an attachment; ``fetched`` are remote pictures by address."""
    if message.html is None:
        return None
    from mail import clean_html, html_to_text, is_heavy, needs_web_view, web_html  # what cleans is loaded on the worker

    inline = inline_images(content, message)
    clean = clean_html(message.html, inline, fetched)
    heavy = is_heavy(clean.html)
    return BodyContent(
        clean,
        web_html(message.html, inline, fetched),
        html_to_text(message.html),
        needs_web=heavy or needs_web_view(message.html),
        is_heavy=heavy,
    )


def inline_images(content: Callable[[ItemId, int], bytes], message: Message) -> dict[str, Picture]:
    """The message's own pictures, by Content-ID, as far as they are not unreasonably large."""
    images: dict[str, Picture] = {}
    room = _MOST_INLINE
    for attachment in message.attachments:
        if attachment.content_id and attachment.media_type.lower().startswith("image/") and attachment.size <= room:
            room -= attachment.size
            images[attachment.content_id.strip("<>")] = (
                attachment.media_type,
                content(message.summary.id, attachment.index),
            )
    return images
