"""Which folders ``trong:`` means where several mailboxes are open: the closest fit among the names of all of them.
Used by the joined mailbox's search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Folder, FolderId
from ..search.folders import folders_meant
from ..search.grammar import SearchProblem, SearchProblemKind, parse_search
from .naming import split


@dataclass(frozen=True, slots=True)
class AskedFolders:
    """``ids`` as the window has them, of all mailboxes; ``problems`` are names that no folder bears."""

    ids: frozenset[FolderId]
    problems: tuple[SearchProblem, ...] = ()

    def of(self, prefix: str) -> frozenset[FolderId]:
        """Those of one mailbox ("": hers), by that mailbox's own ids."""
        return frozenset(FolderId(own) for found, own in map(split, self.ids) if found == prefix)


def asked_folders(words: str, folders: Callable[[], Sequence[Folder]]) -> AskedFolders | None:
    """None where no folder is asked for; ``folders`` is called only where one is."""
    names = parse_search(words).folders
    if not names:
        return None
    known = folders()
    ids: set[FolderId] = set()
    problems = []
    for name in names:
        found = _meant(name, known)
        ids.update(found)
        if not found:
            problems.append(SearchProblem(SearchProblemKind.UNKNOWN_FOLDER, name))
    return AskedFolders(frozenset(ids), tuple(problems))


def _meant(name: str, folders: Sequence[Folder]) -> set[FolderId]:
    if found := folders_meant(name, folders):
        return _with_all_of_roots(found, folders)
    owner, slash, rest = name.partition("/")
    if not slash:
        return set()
    roots = [one for one in folders_meant(owner, folders) if _is_root(one)]
    inside = [one for one in folders if any(_is_within(one, root) for root in roots)]
    return _with_all_of_roots(folders_meant(rest, inside) if rest.strip() else roots, folders)


def _with_all_of_roots(found: Sequence[Folder], folders: Sequence[Folder]) -> set[FolderId]:
    """A shared mailbox's own name means all that is in it."""
    roots = [one for one in found if _is_root(one)]
    ids = {one.id for one in found if not _is_root(one)}
    return ids | {one.id for one in folders for root in roots if _is_within(one, root)}


def _is_root(folder: Folder) -> bool:
    prefix, own = split(folder.id)
    return bool(prefix) and not own


def _is_within(folder: Folder, root: Folder) -> bool:
    return split(folder.id)[0] == root.id and folder.id != root.id
