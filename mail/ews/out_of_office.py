"""GetUserOofSettings and SetUserOofSettings. Replies are HTML on the wire and text to us."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import Any

from exchangelib.services import GetUserOofSettings, SetUserOofSettings
from exchangelib.util import create_element

from ..html_text import html_to_text
from ..out_of_office import LONGEST_REPLY, ExternalAudience, OofState, OutOfOffice
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import T, moment_of, text_of

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:]{0,20})")
_PLAIN = frozenset(["html", "head", "body", "div", "p", "br", "span", "font", "meta", "title", "style", "link"])


class _GetUserOofSettings(OneShot, GetUserOofSettings):  # type: ignore[misc]
    def settings(self) -> Any:
        payload = create_element("m:GetUserOofSettingsRequest")
        payload.append(_mailbox(self.account.primary_smtp_address))
        (element,) = self._get_elements(payload)
        if isinstance(element, Exception):
            raise element
        return element


class _SetUserOofSettings(OneShot, SetUserOofSettings):  # type: ignore[misc]
    def set(self, settings: Any) -> None:
        payload = create_element("m:SetUserOofSettingsRequest")
        payload.append(_mailbox(self.account.primary_smtp_address))
        payload.append(settings)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element


class EwsOutOfOffice:
    """`mail.out_of_office.OutOfOfficeGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def get(self) -> OutOfOffice:
        with ews_errors(self._conversation.host):
            found = _GetUserOofSettings(account=self._conversation).settings()
            has_duration = found.find(f"{T}Duration") is not None
            replies = [text_of(found, f"{T}{name}/{T}Message") for name in ("InternalReply", "ExternalReply")]
            internal, external = (reply[:LONGEST_REPLY] for reply in replies)
            return OutOfOffice(
                state=_one_of(OofState, text_of(found, f"{T}OofState"), OofState.DISABLED),
                internal_reply=_text(internal),
                external_reply=_text(external),
                external_audience=_one_of(
                    ExternalAudience, text_of(found, f"{T}ExternalAudience"), ExternalAudience.NONE
                ),
                start=moment_of(found, f"{T}Duration/{T}StartTime") if has_duration else None,
                end=moment_of(found, f"{T}Duration/{T}EndTime") if has_duration else None,
                is_html_lost=_holds_more_than_text(internal) or _holds_more_than_text(external),
                html_kept=tuple(
                    (_text(reply), reply)
                    for reply in replies
                    if len(reply) <= LONGEST_REPLY and _holds_more_than_text(reply)
                ),
            )

    def set(self, settings: OutOfOffice) -> None:
        wanted = create_element("t:UserOofSettings")
        wanted.append(_leaf("t:OofState", settings.state.value))
        wanted.append(_leaf("t:ExternalAudience", settings.external_audience.value))
        if settings.start is not None and settings.end is not None:
            duration = create_element("t:Duration")
            duration.append(_leaf("t:StartTime", _moment(settings.start)))
            duration.append(_leaf("t:EndTime", _moment(settings.end)))
            wanted.append(duration)
        kept = dict(settings.html_kept)
        for tag, words in (("t:InternalReply", settings.internal_reply), ("t:ExternalReply", settings.external_reply)):
            reply = create_element(tag)
            reply.append(_leaf("t:Message", kept.get(words.strip()) or _html(words)))
            wanted.append(reply)
        with ews_errors(self._conversation.host):
            _SetUserOofSettings(account=self._conversation).set(wanted)


def _mailbox(address: str) -> Any:
    mailbox = create_element("t:Mailbox")
    mailbox.append(_leaf("t:Address", address))
    return mailbox


def _leaf(tag: str, text: str) -> Any:
    element = create_element(tag)
    element.text = text
    return element


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _html(words: str) -> str:
    """Text as the little HTML Outlook understands; empty stays empty, so that nothing is sent."""
    if not words.strip():
        return ""
    lines = [html.escape(line, quote=False) or "&nbsp;" for line in words.strip().splitlines()]
    return "<html><body>" + "".join(f"<div>{line}</div>" for line in lines) + "</body></html>"


def _text(content: str) -> str:
    return html_to_text(content).strip() if "<" in content else html.unescape(content).strip()


def _holds_more_than_text(content: str) -> bool:
    """Bold words, links, pictures, tables. Names with a colon are Outlook's own and show nothing."""
    return any(tag.lower() not in _PLAIN and ":" not in tag for tag in _TAG.findall(content))


def _one_of(kind: Any, text: str, otherwise: Any) -> Any:
    try:
        return kind(text)
    except ValueError:
        return otherwise
