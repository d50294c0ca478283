"""Items as a client writes them: a new one from MIME or from properties, and the changes of UpdateItem."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from .exchange import Exchange
from .facts import Content
from .letter import AttachedFile, Correspondent, Letter
from .mime_building import build_mime
from .shapes import PropertyKey, read_extended_path
from .soap import EwsError, T, is_true
from .store import Item

_PEOPLE = {"message:ToRecipients": "to", "message:CcRecipients": "cc", "message:BccRecipients": "bcc"}
_FLAG_STATUS = ("tag", "0x1090")
# Taken without a word, and without effect: nothing here shows them.
_ACCEPTED = frozenset(
    {
        "item:Culture",
        "item:ReminderDueBy",
        "item:ReminderIsSet",
        "item:ReminderMinutesBeforeStart",
        "item:Sensitivity",
        "message:From",
        "message:IsDeliveryReceiptRequested",
        "message:IsReadReceiptRequested",
        "message:IsResponseRequested",
        "message:ReplyTo",
        "message:Sender",
    }
)


def read_item(wanted: etree._Element, exchange: Exchange) -> bytes:
    """The MIME of a message that a client creates: its MimeContent, or made from its properties."""
    mime = wanted.findtext(f"{T}MimeContent")
    if mime is not None:
        return _decoded(mime, "ErrorMimeContentInvalidBase64String")
    body = wanted.find(f"{T}Body")
    is_html = body is not None and body.get("BodyType") == "HTML"
    written = (body.text or "") if body is not None else ""
    files = tuple(_file(found) for found in wanted.iterfind(f"{T}Attachments/{T}FileAttachment"))
    references = (wanted.findtext(f"{T}References") or "").split()
    return build_mime(
        Letter(
            subject=wanted.findtext(f"{T}Subject") or "",
            sender=next(iter(_people(wanted.find(f"{T}From"))), exchange.owner),
            to=_people(wanted.find(f"{T}ToRecipients")),
            cc=_people(wanted.find(f"{T}CcRecipients")),
            bcc=_people(wanted.find(f"{T}BccRecipients")),
            at=datetime.now(UTC),
            text="" if is_html else written,
            html=written if is_html else None,
            attachments=files,
            importance=wanted.findtext(f"{T}Importance") or "Normal",
            in_reply_to=wanted.findtext(f"{T}InReplyTo") or "",
            references=tuple(references),
        )
    )


def read_extended(wanted: etree._Element) -> dict[PropertyKey, tuple[str, ...]]:
    found: dict[PropertyKey, tuple[str, ...]] = {}
    for extended in wanted.iterfind(f"{T}ExtendedProperty"):
        path = extended.find(f"{T}ExtendedFieldURI")
        if path is None:
            raise EwsError("ErrorInvalidExtendedProperty", "The extended property has no path.")
        values = tuple(value.text or "" for value in extended.iterfind(f".//{T}Value"))
        if not values:
            raise EwsError("ErrorInvalidExtendedPropertyValue", "The extended property has no value.")
        found[read_extended_path(path).key] = values
    return found


def apply_change(exchange: Exchange, item: Item, change: etree._Element) -> str:
    """Do one SetItemField, AppendToItemField or DeleteItemField; returns the FieldURI it was about."""
    path = next((child for child in change if isinstance(child.tag, str)), None)
    if path is None:
        raise EwsError("ErrorInvalidRequest", "The change names no property.")
    if change.tag == f"{T}AppendToItemField":
        raise EwsError("ErrorInvalidPropertyAppend", "The property cannot be appended to.")
    deletes = change.tag == f"{T}DeleteItemField"
    value = None if deletes else _value_element(change)
    if path.tag == f"{T}ExtendedFieldURI":
        key = read_extended_path(path).key
        if key[:2] == _FLAG_STATUS:  # [MS-OXOFLAG] 2.2.1.1, the same thing as item:Flag
            values = () if value is None else next(iter(read_extended(value).values()), ())
            item.flag = {"2": "Flagged", "1": "Complete"}.get("".join(values), "NotFlagged")
        elif deletes:
            item.extended.pop(key, None)
        elif value is not None:
            item.extended.update(read_extended(value))
        return "extended"
    uri = path.get("FieldURI", "")
    if not _set_property(exchange, item, uri, value):
        raise EwsError("ErrorInvalidPropertySet", f"The property {uri} cannot be set.")
    return uri


def _set_property(exchange: Exchange, item: Item, uri: str, value: etree._Element | None) -> bool:
    """True if the property is one that can be set. ``value`` None means: delete it."""
    if uri == "message:IsRead" and value is not None:
        item.is_read = is_true(value.findtext(f"{T}IsRead"))
    elif uri == "item:Flag":
        status = "NotFlagged" if value is None else value.findtext(f"{T}Flag/{T}FlagStatus") or ""
        if status not in ("NotFlagged", "Flagged", "Complete"):
            raise EwsError("ErrorInvalidValueForProperty", "There is no such flag.")
        item.flag = status
    elif uri == "item:Importance" and value is not None:
        item.importance = value.findtext(f"{T}Importance") or "Normal"
    elif uri == "item:Categories":
        names = () if value is None else tuple(name.text or "" for name in value.iterfind(f"{T}Categories/{T}String"))
        item.categories = names
    elif uri == "item:MimeContent" and value is not None:
        mime = _decoded(value.findtext(f"{T}MimeContent") or "", "ErrorMimeContentInvalidBase64String")
        exchange.store.replace_mime(item, mime)
    elif uri in ("item:Subject", "item:Body", "item:InReplyTo", "message:References", *_PEOPLE):
        exchange.store.replace_mime(item, build_mime(_rewritten(exchange, item, uri, value)))
    else:
        return value is None or uri in _ACCEPTED
    return True


def _rewritten(exchange: Exchange, item: Item, uri: str, value: etree._Element | None) -> Letter:
    """The item as a letter, with one property as a client wants it."""
    letter = _letter_of(item, item.content, exchange.owner)
    if uri == "item:Subject":
        return replace(letter, subject="" if value is None else value.findtext(f"{T}Subject") or "")
    if uri == "item:Body":
        body = None if value is None else value.find(f"{T}Body")
        written = "" if body is None else body.text or ""
        is_html = body is not None and body.get("BodyType") == "HTML"
        return replace(letter, text="" if is_html else written, html=written if is_html else None)
    if uri == "item:InReplyTo":
        return replace(letter, in_reply_to="" if value is None else value.findtext(f"{T}InReplyTo") or "")
    if uri == "message:References":
        references = "" if value is None else value.findtext(f"{T}References") or ""
        return replace(letter, references=tuple(references.split()))
    people = () if value is None else _people(value.find(f"{T}{uri.partition(':')[2]}"))
    if uri == "message:ToRecipients":
        return replace(letter, to=people)
    return replace(letter, cc=people) if uri == "message:CcRecipients" else replace(letter, bcc=people)


def _letter_of(item: Item, content: Content, owner: Correspondent) -> Letter:
    facts = item.facts
    return Letter(
        subject=facts.subject,
        sender=facts.sender or owner,
        to=facts.to,
        cc=facts.cc,
        bcc=facts.bcc,
        at=facts.sent_at,
        text=content.text or "",
        html=content.html,
        attachments=tuple(
            AttachedFile(file.name, file.media_type, data, file.content_id if file.is_inline else None)
            for file, data in content.attachments
        ),
        meeting=facts.meeting,
        message_id=facts.message_id,
        in_reply_to=facts.in_reply_to,
        references=tuple(facts.references.split()),
        importance=item.importance,
    )


def _value_element(change: etree._Element) -> etree._Element:
    children = [child for child in change if isinstance(child.tag, str)]
    if len(children) != 2:
        raise EwsError("ErrorInvalidRequest", "The change has no value.")
    return children[1]


def _people(holder: etree._Element | None) -> tuple[Correspondent, ...]:
    if holder is None:
        return ()
    return tuple(
        Correspondent(found.findtext(f"{T}Name") or "", found.findtext(f"{T}EmailAddress") or "")
        for found in holder.iterfind(f"{T}Mailbox")
    )


def _file(found: etree._Element) -> AttachedFile:
    return AttachedFile(
        name=found.findtext(f"{T}Name") or "attachment",
        media_type=found.findtext(f"{T}ContentType") or "application/octet-stream",
        content=_decoded(found.findtext(f"{T}Content") or "", "ErrorInvalidRequest"),
        content_id=found.findtext(f"{T}ContentId") if is_true(found.findtext(f"{T}IsInline")) else None,
    )


def _decoded(value: str, error_code: str) -> bytes:
    try:
        return base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise EwsError(error_code, "The content is not base64.") from error
