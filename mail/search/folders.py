"""Which folders a name typed after ``trong:`` means: by what they are ("hộp-thư-đến", "inbox") or by their own name."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.folding import fold

from ..model import Folder, FolderRole

_ROLES: dict[str, FolderRole] = {
    "hop thu den": FolderRole.INBOX, "thu den": FolderRole.INBOX, "den": FolderRole.INBOX, "inbox": FolderRole.INBOX,
    "thu da gui": FolderRole.SENT, "da gui": FolderRole.SENT, "sent": FolderRole.SENT, "sent items": FolderRole.SENT,
    "thu nhap": FolderRole.DRAFTS, "nhap": FolderRole.DRAFTS, "drafts": FolderRole.DRAFTS, "draft": FolderRole.DRAFTS,
    "da xoa": FolderRole.DELETED, "thu da xoa": FolderRole.DELETED, "thung rac": FolderRole.DELETED,
    "trash": FolderRole.DELETED, "deleted": FolderRole.DELETED, "deleted items": FolderRole.DELETED,
    "thu rac": FolderRole.JUNK, "rac": FolderRole.JUNK, "spam": FolderRole.JUNK, "junk": FolderRole.JUNK,
    "luu tru": FolderRole.ARCHIVE, "archive": FolderRole.ARCHIVE,
}  # fmt: skip


def folders_meant(name: str, folders: Sequence[Folder]) -> list[Folder]:
    """The closest kind of fit: the folder's role or whole name, else its beginning, else a part of it."""
    wanted = " ".join(fold(name).replace("-", " ").replace("_", " ").split())
    if not wanted:
        return []
    names = [(" ".join(fold(folder.name).replace("-", " ").replace("_", " ").split()), folder) for folder in folders]
    role = _ROLES.get(wanted)
    whole = [one for known, one in names if known == wanted or (role is not None and one.role is role)]
    return (
        whole
        or [one for known, one in names if known.startswith(wanted)]
        or [one for known, one in names if wanted in known]
    )
