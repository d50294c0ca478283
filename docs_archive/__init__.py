"""The archive of legal documents. This is its front door: nouns, errors and settings; what touches the database and the
index loads on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import (
    ArchiveDamaged,
    ArchiveDiskFull,
    ArchiveError,
    ArchiveStoreError,
    ArchiveUnknownSchema,
    FeedCertificateNotTrusted,
    FeedDamaged,
    FeedError,
    FeedExpired,
    FeedNotTrusted,
    FeedOffline,
    FeedRolledBack,
    FeedServerError,
    NoFeedThere,
)
from .settings import ArchiveSettings

if TYPE_CHECKING:
    from .archive import Archive, open_archive, set_aside_damaged
    from .draft_check.checking import check_draft
    from .draft_check.draft_file import DraftFile, DraftProblem, read_draft
    from .draft_check.model import CheckedCitation, Concern, DraftCheck, Mention
    from .gateway import PortalGateway
    from .model import (
        ArchiveChanges,
        ArchiveEvent,
        ArchiveProgress,
        DocumentId,
        DocumentSummary,
        LegalDocument,
        LegalStatus,
        Provision,
        ProvisionKind,
        Relation,
        RelationKind,
        SearchHit,
        SearchQuery,
        SearchResult,
    )
    from .sync import ArchiveSync

_LAZY = {
    "read_draft": "draft_check.draft_file",
    "DraftProblem": "draft_check.draft_file",
    "DraftFile": "draft_check.draft_file",
    "check_draft": "draft_check.checking",
    "Mention": "draft_check.model",
    "DraftCheck": "draft_check.model",
    "Concern": "draft_check.model",
    "CheckedCitation": "draft_check.model",
    "Archive": "archive",
    "ArchiveChanges": "model",
    "ArchiveEvent": "model",
    "ArchiveProgress": "model",
    "ArchiveSync": "sync",
    "DocumentId": "model",
    "DocumentSummary": "model",
    "LegalDocument": "model",
    "LegalStatus": "model",
    "PortalGateway": "gateway",
    "Provision": "model",
    "ProvisionKind": "model",
    "Relation": "model",
    "RelationKind": "model",
    "SearchHit": "model",
    "SearchQuery": "model",
    "SearchResult": "model",
    "open_archive": "archive",
    "set_aside_damaged": "archive",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Archive",
    "ArchiveChanges",
    "ArchiveDamaged",
    "ArchiveDiskFull",
    "ArchiveError",
    "ArchiveEvent",
    "ArchiveProgress",
    "ArchiveSettings",
    "ArchiveStoreError",
    "ArchiveSync",
    "ArchiveUnknownSchema",
    "CheckedCitation",
    "Concern",
    "DocumentId",
    "DocumentSummary",
    "DraftCheck",
    "DraftFile",
    "DraftProblem",
    "FeedCertificateNotTrusted",
    "FeedDamaged",
    "FeedError",
    "FeedExpired",
    "FeedNotTrusted",
    "FeedOffline",
    "FeedRolledBack",
    "FeedServerError",
    "LegalDocument",
    "LegalStatus",
    "Mention",
    "NoFeedThere",
    "PortalGateway",
    "Provision",
    "ProvisionKind",
    "Relation",
    "RelationKind",
    "SearchHit",
    "SearchQuery",
    "SearchResult",
    "check_draft",
    "open_archive",
    "read_draft",
    "set_aside_damaged",
]
