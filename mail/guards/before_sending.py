"""All that is looked at before a mail leaves. Takes as long as its attachments' text takes to read: on a worker."""

from __future__ import annotations

from collections.abc import Iterator

from ..html_text import html_to_text
from ..model import Draft, NewAttachment
from .domains import domain_of, imitation, is_foreign_script, is_within
from .findings import (
    WHERE_FILE_NAME,
    WHERE_FILE_TEXT,
    WHERE_SUBJECT,
    WHERE_TEXT,
    AttachedText,
    Finding,
    FindingKind,
    GuardContext,
    Severity,
)
from .official_text import announced_attachment, is_official_name, is_official_subject, is_official_text
from .secrecy import Mark, marks_in_name, marks_in_subject, marks_in_text

_ORDER = {Severity.BLOCK: 0, Severity.ASK: 1, Severity.TELL: 2}
_WITHOUT_TEXT = ("image/", "audio/", "video/")


def check_before_sending(draft: Draft, context: GuardContext) -> list[Finding]:
    """What is to be said before this mail is sent, the gravest first; an empty list lets it pass. Raises nothing of its
    own: an attachment that cannot be read is a finding."""
    texts = _attached_texts(draft, context)
    written = _written(draft)
    found = [
        *_secrecy(draft, written, texts),
        *_private_mailboxes(draft, written, texts, context),
        *_forgotten(draft, written),
        *_recipients(draft, context),
        *_unchecked(draft, texts, context),
    ]
    return sorted(dict.fromkeys(found), key=lambda finding: _ORDER[finding.severity])


def _written(draft: Draft) -> list[str]:
    """Body as text, and as the HTML says it, if that is another thing."""
    texts = [draft.text]
    if draft.html:
        texts.append(html_to_text(draft.html))
    return [text for text in dict.fromkeys(texts) if text.strip()]


def _attached_texts(draft: Draft, context: GuardContext) -> dict[int, AttachedText | None]:
    if context.text_of is None:
        return {}
    return {
        place: context.text_of(attachment.content, attachment.name)
        for place, attachment in enumerate(draft.attachments)
        if not attachment.media_type.lower().startswith(_WITHOUT_TEXT)
    }


def _secrecy(draft: Draft, written: list[str], texts: dict[int, AttachedText | None]) -> Iterator[Finding]:
    yield from _as_findings(marks_in_subject(draft.subject), WHERE_SUBJECT)
    for text in written:
        yield from _as_findings(marks_in_text(text), WHERE_TEXT)
    for place, attachment in enumerate(draft.attachments):
        yield from _as_findings(marks_in_name(attachment.name), WHERE_FILE_NAME, attachment.name)
        if (attached := texts.get(place)) is not None:
            yield from _as_findings(marks_in_text(attached.text), WHERE_FILE_TEXT, attachment.name)


def _as_findings(marks: list[Mark], where: str, name: str | None = None) -> Iterator[Finding]:
    for mark in marks:
        facts = (mark.mark, where, name if name is not None else mark.line)
        yield Finding(FindingKind.SECRECY_MARK, mark.severity, facts)


def _private_mailboxes(
    draft: Draft, written: list[str], texts: dict[int, AttachedText | None], context: GuardContext
) -> Iterator[Finding]:
    private = [one for one in _addresses(draft) if is_within(domain_of(one), context.private_domains)]
    if private and _is_official(draft, written, texts):
        yield Finding(FindingKind.OFFICIAL_TO_PRIVATE, Severity.ASK, tuple(private))


def _is_official(draft: Draft, written: list[str], texts: dict[int, AttachedText | None]) -> bool:
    return (
        is_official_subject(draft.subject)
        or any(is_official_text(text) for text in written)
        or any(is_official_name(attachment.name) for attachment in draft.attachments)
        or any(text is not None and is_official_text(text.text) for text in texts.values())
    )


def _forgotten(draft: Draft, written: list[str]) -> Iterator[Finding]:
    if any(_is_a_file(attachment) for attachment in draft.attachments):
        return
    for text in (*written[:1], draft.subject):
        words = announced_attachment(text)
        if words is not None:
            yield Finding(FindingKind.FORGOTTEN_ATTACHMENT, Severity.ASK, (words,))
            return


def _is_a_file(attachment: NewAttachment) -> bool:
    return attachment.content_id is None and (bool(attachment.content) or bool(attachment.name))


def _recipients(draft: Draft, context: GuardContext) -> Iterator[Finding]:
    outside = []
    for address in _addresses(draft):
        domain = domain_of(address)
        if not domain or is_within(domain, context.own_domains):
            continue
        outside.append(address)
        alike = imitation(domain, context.own_domains, context.registered_suffixes)
        if alike is not None:
            yield Finding(FindingKind.LOOK_ALIKE_DOMAIN, Severity.ASK, (address, alike.like))
        elif is_foreign_script(domain):
            yield Finding(FindingKind.MIXED_SCRIPT_DOMAIN, Severity.ASK, (address, _for_machines(domain)))
    if outside:
        yield Finding(FindingKind.OUTSIDE_RECIPIENTS, Severity.TELL, tuple(outside))


def _unchecked(draft: Draft, texts: dict[int, AttachedText | None], context: GuardContext) -> Iterator[Finding]:
    for place, text in texts.items():
        if text is not None and not text.is_complete:
            yield Finding(FindingKind.UNCHECKED_ATTACHMENT, Severity.TELL, (draft.attachments[place].name,))


def _addresses(draft: Draft) -> list[str]:
    return list(dict.fromkeys(person.address for person in (*draft.to, *draft.cc, *draft.bcc)))


def _for_machines(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain
