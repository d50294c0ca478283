"""An item as EWS XML: one byte fragment per property, made once per change key and joined in the schema's order.

A GetItem of a thousand messages is so little more than joining bytes: the MIME of each is encoded straight from memory.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message

from .facts import header_block
from .item_bodies import body_xml
from .letter import Correspondent
from .shapes import ExtendedPath, Shape
from .soap import attribute, element, moment, text
from .store import Item

_RIGHTS = (
    "<t:EffectiveRights><t:CreateAssociated>false</t:CreateAssociated><t:CreateContents>false</t:CreateContents>"
    "<t:CreateHierarchy>false</t:CreateHierarchy><t:Delete>true</t:Delete><t:Modify>true</t:Modify><t:Read>true</t:Read>"
    "<t:ViewPrivateItems>true</t:ViewPrivateItems></t:EffectiveRights>"
)


def item_xml(item: Item, shape: Shape, *, summary_only: bool = False) -> bytes:
    """The item with the properties asked for. ``summary_only``: as FindItem and SyncFolderItems give it, without what
    Exchange gives only by GetItem (bodies, recipients, MIME, attachments)."""
    return b"".join(item_pieces(item, shape, summary_only=summary_only))


def item_pieces(item: Item, shape: Shape, *, summary_only: bool = False) -> list[bytes]:
    """`item_xml` before it is joined: MIME is megabytes, and every join copies it."""
    if item.event is not None:
        from .events.event_xml import event_xml

        return [event_xml(item, shape)]
    fields = _fields_of(shape, summary_only)
    name = b"t:MeetingRequest" if item.facts.meeting else b"t:Message"
    pieces = [b"<", name, b">"]
    if shape.mime and not summary_only:
        pieces += [b'<t:MimeContent CharacterSet="UTF-8">', mime_base64(item), b"</t:MimeContent>"]
    fragments = item.fragments
    for uri, render in _FRAGMENTS:
        if uri == "item:ExtendedProperty":
            pieces += [extended_xml(item, path) for path in shape.extended]
        elif uri == "item:InternetMessageHeaders" and shape.headers and uri not in fields:
            pieces.append(_headers_xml(item, shape.headers))
        elif uri in fields:
            key = f"{uri} {shape.body_type}" if uri in _BODIES else uri
            fragment = fragments.get(key)
            if fragment is None:
                fragment = body_xml(item, uri, shape.body_type) if uri in _BODIES else render(item)
                fragments[key] = fragment
            pieces.append(fragment)
    pieces += [b"</", name, b">"]
    return pieces


def id_xml(item: Item) -> bytes:
    """What writing operations answer: the item with its id and new change key."""
    return item_xml(item, Shape("IdOnly"))


def mime_base64(item: Item) -> bytes:
    prepared = item.fragments.get("MIME")
    return prepared if prepared is not None else base64.b64encode(item.mime)


def prepare(item: Item) -> None:
    """Make all fragments beforehand, MIME too; not the bodies, which would have to be parsed out of it."""
    item_xml(item, Shape("IdOnly", fields=_EVERY - _BODIES - {"item:InternetMessageHeaders"}))
    item.fragments["MIME"] = base64.b64encode(item.mime)


def _fields_of(shape: Shape, summary_only: bool) -> frozenset[str]:
    if shape.base == "IdOnly":
        fields = shape.fields | {"item:ItemId"}
    elif shape.base == "Default":
        fields = shape.fields | _DEFAULT
    else:
        fields = shape.fields | _ALL
    return fields & _SUMMARY if summary_only else fields


def people_xml(name: str, people: tuple[Correspondent, ...]) -> bytes:
    if not people:
        return b""
    return f"<{name}>{''.join(mailbox_xml(person) for person in people)}</{name}>".encode()


def mailbox_xml(person: Correspondent, name: str = "t:Mailbox") -> str:
    shown = person.name or person.address
    return (
        f"<{name}><t:Name>{text(shown)}</t:Name><t:EmailAddress>{text(person.address)}</t:EmailAddress>"
        f"<t:RoutingType>SMTP</t:RoutingType><t:MailboxType>Mailbox</t:MailboxType></{name}>"
    )


def attachments_xml(item: Item) -> bytes:
    if not item.facts.attachments:
        return b""
    pieces = []
    for index, attached in enumerate(item.facts.attachments):
        kind = "t:ItemAttachment" if attached.is_message else "t:FileAttachment"
        content_id = f"<t:ContentId>{text(attached.content_id)}</t:ContentId>" if attached.content_id else ""
        pieces.append(
            f"<{kind}><t:AttachmentId Id={attribute(attachment_id(item, index))}/>"
            f"<t:Name>{text(attached.name)}</t:Name>"
            f"<t:ContentType>{text(attached.media_type)}</t:ContentType>{content_id}<t:Size>{attached.size}</t:Size>"
            f"<t:LastModifiedTime>{moment(item.received_at)}</t:LastModifiedTime>"
            f"<t:IsInline>{'true' if attached.is_inline else 'false'}</t:IsInline></{kind}>"
        )
    return f"<t:Attachments>{''.join(pieces)}</t:Attachments>".encode()


def attachment_id(item: Item, index: int) -> str:
    return base64.b64encode(f"{index:04d}".encode() + base64.b64decode(item.id)).decode()


def extended_xml(item: Item, path: ExtendedPath) -> bytes:
    values = item.extended.get(path.key) or _COMPUTED.get(path.key[1] if path.key[0] == "tag" else "", _nothing)(item)
    if not values:
        return b""
    attributes = "".join(f" {name}={attribute(value)}" for name, value in path.attributes)
    if path.key[-1].endswith("Array"):
        content = "<t:Values>" + "".join(f"<t:Value>{text(value)}</t:Value>" for value in values) + "</t:Values>"
    else:
        content = f"<t:Value>{text(values[0])}</t:Value>"
    return f"<t:ExtendedProperty><t:ExtendedFieldURI{attributes}/>{content}</t:ExtendedProperty>".encode()


def _headers_xml(item: Item, only: tuple[str, ...] | None = None) -> bytes:
    head: Message = message_from_bytes(header_block(item.mime))
    wanted = None if only is None else {name.lower() for name in only}
    pieces = [
        f"<t:InternetMessageHeader HeaderName={attribute(name)}>{text(' '.join(str(value).split()))}"
        "</t:InternetMessageHeader>"
        for name, value in head.items()
        if wanted is None or name.lower() in wanted
    ]
    return f"<t:InternetMessageHeaders>{''.join(pieces)}</t:InternetMessageHeaders>".encode() if pieces else b""


def _conversation(item: Item) -> str:
    first = item.facts.references.split()[0] if item.facts.references else item.facts.message_id or item.id
    return base64.b64encode(first.encode()[:60]).decode()


def _topic(item: Item) -> str:
    subject = item.facts.subject
    while subject[:4].upper() in ("RE: ", "FW: ", "TL: ", "CT: "):
        subject = subject[4:]
    return subject


def _flag(item: Item) -> bytes:
    return f"<t:Flag><t:FlagStatus>{item.flag}</t:FlagStatus></t:Flag>".encode()


def _categories(item: Item) -> bytes:
    if not item.categories:
        return b""
    strings = "".join(f"<t:String>{text(name)}</t:String>" for name in item.categories)
    return f"<t:Categories>{strings}</t:Categories>".encode()


def _display(people: tuple[Correspondent, ...]) -> str:
    return "; ".join(person.name or person.address for person in people)


def _nothing(_item: Item) -> tuple[str, ...]:
    return ()


def _of_meeting(render: Callable[[Item], bytes]) -> Callable[[Item], bytes]:
    return lambda item: render(item) if item.facts.meeting else b""


def _sender(item: Item) -> tuple[Correspondent, ...]:
    return (item.facts.sender,) if item.facts.sender else ()


_COMPUTED: dict[str, Callable[[Item], tuple[str, ...]]] = {
    "0x0037": lambda item: (item.facts.subject,),
    "0x1035": lambda item: (item.facts.message_id,) if item.facts.message_id else (),
    "0x1039": lambda item: (item.facts.references,) if item.facts.references else (),
    "0x1042": lambda item: (item.facts.in_reply_to,) if item.facts.in_reply_to else (),
    "0x1090": lambda item: {"Flagged": ("2",), "Complete": ("1",)}.get(item.flag, ()),
    "0x0e08": lambda item: (str(len(item.mime)),),
}
_BODIES = frozenset({"item:Body", "item:TextBody", "item:UniqueBody"})

_FRAGMENTS: tuple[tuple[str, Callable[[Item], bytes]], ...] = (
    ("item:ItemId", lambda i: f'<t:ItemId Id="{i.id}" ChangeKey="{i.change_key}"/>'.encode()),
    (
        "item:ParentFolderId",
        lambda i: f'<t:ParentFolderId Id="{i.folder.id}" ChangeKey="{i.folder.change_key}"/>'.encode(),
    ),
    ("item:ItemClass", lambda i: element("t:ItemClass", i.facts.item_class)),
    ("item:Subject", lambda i: element("t:Subject", i.facts.subject)),
    ("item:Sensitivity", lambda i: b"<t:Sensitivity>Normal</t:Sensitivity>"),
    ("item:Body", lambda i: b""),
    ("item:Attachments", attachments_xml),
    ("item:DateTimeReceived", lambda i: element("t:DateTimeReceived", moment(i.received_at))),
    ("item:Size", lambda i: element("t:Size", len(i.mime))),
    ("item:Categories", _categories),
    ("item:Importance", lambda i: element("t:Importance", i.importance)),
    ("item:InReplyTo", lambda i: element("t:InReplyTo", i.facts.in_reply_to) if i.facts.in_reply_to else b""),
    ("item:IsSubmitted", lambda i: b"<t:IsSubmitted>false</t:IsSubmitted>"),
    ("item:IsDraft", lambda i: element("t:IsDraft", i.is_draft)),
    ("item:IsFromMe", lambda i: element("t:IsFromMe", i.is_draft or i.folder.role == "sentitems")),
    ("item:IsResend", lambda i: b"<t:IsResend>false</t:IsResend>"),
    ("item:IsUnmodified", lambda i: element("t:IsUnmodified", not i.is_draft)),
    ("item:InternetMessageHeaders", _headers_xml),
    ("item:DateTimeSent", lambda i: element("t:DateTimeSent", moment(i.facts.sent_at))),
    ("item:DateTimeCreated", lambda i: element("t:DateTimeCreated", moment(i.created_at))),
    ("item:ReminderIsSet", lambda i: b"<t:ReminderIsSet>false</t:ReminderIsSet>"),
    ("item:DisplayCc", lambda i: element("t:DisplayCc", _display(i.facts.cc))),
    ("item:DisplayTo", lambda i: element("t:DisplayTo", _display(i.facts.to))),
    ("item:HasAttachments", lambda i: element("t:HasAttachments", i.facts.has_attachments)),
    ("item:ExtendedProperty", lambda i: b""),
    ("item:Culture", lambda i: b"<t:Culture>vi-VN</t:Culture>"),
    ("item:EffectiveRights", lambda i: _RIGHTS.encode()),
    (
        "item:LastModifiedName",
        lambda i: element("t:LastModifiedName", i.facts.sender.name) if i.facts.sender else b"",
    ),
    ("item:LastModifiedTime", lambda i: element("t:LastModifiedTime", moment(i.modified_at))),
    ("item:IsAssociated", lambda i: b"<t:IsAssociated>false</t:IsAssociated>"),
    ("item:ConversationId", lambda i: f'<t:ConversationId Id="{_conversation(i)}"/>'.encode()),
    ("item:UniqueBody", lambda i: b""),
    ("item:Flag", _flag),
    ("item:Preview", lambda i: element("t:Preview", i.facts.preview)),
    ("item:TextBody", lambda i: b""),
    ("message:Sender", lambda i: people_xml("t:Sender", _sender(i))),
    ("message:ToRecipients", lambda i: people_xml("t:ToRecipients", i.facts.to)),
    ("message:CcRecipients", lambda i: people_xml("t:CcRecipients", i.facts.cc)),
    ("message:BccRecipients", lambda i: people_xml("t:BccRecipients", i.facts.bcc)),
    ("message:IsReadReceiptRequested", lambda i: element("t:IsReadReceiptRequested", i.facts.wants_receipt)),
    ("message:IsDeliveryReceiptRequested", lambda i: element("t:IsDeliveryReceiptRequested", False)),
    ("message:ConversationTopic", lambda i: element("t:ConversationTopic", _topic(i))),
    ("message:From", lambda i: people_xml("t:From", _sender(i))),
    (
        "message:InternetMessageId",
        lambda i: element("t:InternetMessageId", i.facts.message_id) if i.facts.message_id else b"",
    ),
    ("message:IsRead", lambda i: element("t:IsRead", i.is_read)),
    ("message:IsResponseRequested", lambda i: b"<t:IsResponseRequested>false</t:IsResponseRequested>"),
    ("message:References", lambda i: element("t:References", i.facts.references) if i.facts.references else b""),
    ("message:ReplyTo", lambda i: people_xml("t:ReplyTo", i.facts.reply_to)),
    (
        "meeting:AssociatedCalendarItemId",
        lambda i: f'<t:AssociatedCalendarItemId Id="{i.associated_id}"/>'.encode() if i.associated_id else b"",
    ),
    ("meeting:IsDelegated", _of_meeting(lambda i: b"<t:IsDelegated>false</t:IsDelegated>")),
    ("meeting:IsOutOfDate", _of_meeting(lambda i: b"<t:IsOutOfDate>false</t:IsOutOfDate>")),
    ("meeting:HasBeenProcessed", _of_meeting(lambda i: b"<t:HasBeenProcessed>false</t:HasBeenProcessed>")),
    ("calendar:UID", _of_meeting(lambda i: element("t:UID", i.facts.meeting.uid))),  # type: ignore[union-attr]
    (
        "meetingRequest:MeetingRequestType",
        _of_meeting(lambda i: b"<t:MeetingRequestType>NewMeetingRequest</t:MeetingRequestType>"),
    ),
    ("calendar:Start", _of_meeting(lambda i: element("t:Start", moment(i.facts.meeting.start)))),  # type: ignore[union-attr]
    ("calendar:End", _of_meeting(lambda i: element("t:End", moment(i.facts.meeting.end)))),  # type: ignore[union-attr]
    ("calendar:Location", _of_meeting(lambda i: element("t:Location", i.facts.meeting.location))),  # type: ignore[union-attr]
    ("calendar:IsMeeting", _of_meeting(lambda i: b"<t:IsMeeting>true</t:IsMeeting>")),
    ("calendar:IsCancelled", _of_meeting(lambda i: b"<t:IsCancelled>false</t:IsCancelled>")),
    (
        "calendar:Organizer",
        _of_meeting(lambda i: people_xml("t:Organizer", (i.facts.meeting.organizer,))),  # type: ignore[union-attr]
    ),
)
_EVERY = frozenset(uri for uri, _ in _FRAGMENTS)
# Given by GetItem alone: EWS Managed API's properties without the CanFind flag.
_ONLY_WHOLE = frozenset(
    {
        "item:Body",
        "item:TextBody",
        "item:UniqueBody",
        "item:Attachments",
        "item:InternetMessageHeaders",
        "message:ToRecipients",
        "message:CcRecipients",
        "message:BccRecipients",
        "message:ReplyTo",
    }
)
_SUMMARY = _EVERY - _ONLY_WHOLE
_ALL = _EVERY - {"item:UniqueBody", "item:TextBody", "item:InternetMessageHeaders"}
_DEFAULT = frozenset(
    {
        "item:ItemId",
        "item:ItemClass",
        "item:Subject",
        "item:Sensitivity",
        "item:Body",
        "item:Attachments",
        "item:Size",
        "item:DateTimeSent",
        "item:DateTimeCreated",
        "item:HasAttachments",
        "item:Importance",
        "message:ToRecipients",
        "message:CcRecipients",
        "message:BccRecipients",
        "message:From",
        "message:IsRead",
        "message:IsReadReceiptRequested",
        "message:IsDeliveryReceiptRequested",
    }
)
