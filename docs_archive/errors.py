"""Everything that can go wrong with the archive: facts, no sentences (the words are in ui/error_messages.py).

ArchiveError
 ├─ FeedError
 │   ├─ FeedOffline             the portal does not answer
 │   │   └─ FeedCertificateNotTrusted   or something answers whose certificate nobody vouches for
 │   ├─ FeedNotTrusted          signed by a stranger, or not signed
 │   ├─ FeedRolledBack          older than what we have already seen
 │   ├─ FeedExpired             nobody has signed it for too long (or this PC's clock is ahead)
 │   ├─ FeedDamaged             a file does not match its hash or length, or cannot be read
 │   ├─ FeedServerError         the portal answers with an error status
 │   └─ NoFeedThere             a folder she chose holds no copy of the feed
 └─ ArchiveStoreError
     ├─ ArchiveDiskFull
     ├─ ArchiveUnknownSchema
     └─ ArchiveDamaged
"""

from __future__ import annotations


class ArchiveError(Exception):
    """Base of all errors of `docs_archive`."""


class FeedError(ArchiveError):
    """The portal's feed."""


class FeedOffline(FeedError):
    """Nobody answers. ``args``: (host,)."""


class FeedCertificateNotTrusted(FeedOffline):
    """The server's TLS certificate does not verify. ``args``: (host,)."""


class FeedNotTrusted(FeedError):
    """Signatures do not verify against the profile's trust root. ``args``: (file name,)."""


class FeedRolledBack(FeedError):
    """Older than what was seen before. ``args``: (file name,)."""


class FeedExpired(FeedError):
    """Metadata past its expiry. ``args``: (file name, expiry in ISO 8601)."""


class FeedDamaged(FeedError):
    """Hash, length or form is wrong. ``args``: (file name,)."""


class FeedServerError(FeedError):
    """``args``: (HTTP status,)."""


class NoFeedThere(FeedError):
    """``args``: (folder,)."""


class ArchiveStoreError(ArchiveError):
    """The local archive."""


class ArchiveDiskFull(ArchiveStoreError):
    """``args``: (path,)."""


class ArchiveUnknownSchema(ArchiveStoreError):
    """``args``: (found user_version, ours)."""


class ArchiveDamaged(ArchiveStoreError):
    """``args``: (path,)."""
