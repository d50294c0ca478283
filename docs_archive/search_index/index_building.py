"""Writes the search index: catches up from the store, document by document, in bounded memory. Used by the service
only; the window never opens a Tantivy writer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tantivy

from ..store import ArchiveStore, IndexedDocument
from ..structure import articles_of
from ..word_fields import word_fields
from .index_files import (
    INDEX_FORMAT,
    IndexDamaged,
    IndexState,
    create_index,
    index_errors,
    new_folder,
    open_index,
    read_state,
    remove_others,
    write_state,
)
from .precedence import precedence

WRITER_BYTES = 64 << 20
_BATCH_DOCUMENTS = 64
_COMMIT_CHARACTERS = 24_000_000
_LONGEST_PIECE = 20_000
_HEADING_WITHIN = 1200
_LONGEST_HEADING = 300


class IndexBuilder:
    """The index in ``folder`` (``index/``) kept level with ``store``."""

    def __init__(self, folder: Path, store: ArchiveStore) -> None:
        self._folder = folder
        self._store = store

    def is_behind(self) -> bool:
        state = self._usable_state()
        return state is None or state.sequence < self._store.newest_sequence()

    def catch_up(self) -> Iterator[int]:
        """Index what is new in the store; yields how many documents of it are done. Begins anew where the index is
        missing, damaged, of another format or of another archive. May be closed between two yields."""
        state = self._usable_state()
        if state is not None:
            if state.sequence >= self._store.newest_sequence():
                return
            try:
                yield from self._index_into(open_index(self._folder / state.folder), state, is_new=False)
                return
            except IndexDamaged:
                pass
        yield from self.rebuild()

    def rebuild(self) -> Iterator[int]:
        """A new index beside the old one, which is read until the new one is whole."""
        state = IndexState(new_folder(self._folder), INDEX_FORMAT, self._store.identity(), 0)
        yield from self._index_into(create_index(self._folder / state.folder), state, is_new=True)

    def _usable_state(self) -> IndexState | None:
        state = read_state(self._folder)
        if state is None or state.identity != self._store.identity():
            return None
        try:
            open_index(self._folder / state.folder)
        except IndexDamaged:
            return None
        return state

    def _index_into(self, index: Any, state: IndexState, *, is_new: bool) -> Iterator[int]:
        sequence, done, characters = state.sequence, 0, 0
        path = self._folder / state.folder
        with index_errors(path):
            writer = index.writer(heap_size=WRITER_BYTES, num_threads=1)
        try:
            while batch := self._store.changed_after(sequence, _BATCH_DOCUMENTS):
                with index_errors(path):
                    for document in batch:
                        if not is_new:
                            # Not delete_documents_by_term: for an unsigned field it deletes nothing, and says nothing.
                            old = tantivy.Query.term_query(index.schema, "document", document.row)
                            writer.delete_documents_by_query(old)
                        for unit in _units(document):
                            writer.add_document(unit)
                        characters += len(document.text)
                sequence, done = batch[-1].sequence, done + len(batch)
                if characters >= _COMMIT_CHARACTERS:
                    characters = 0
                    self._commit(writer, state, sequence, is_current=not is_new)
                yield done
            self._commit(writer, state, sequence, is_current=True)
        finally:
            with index_errors(path):
                writer.wait_merging_threads()
        remove_others(self._folder, state.folder)

    def _commit(self, writer: Any, state: IndexState, sequence: int, *, is_current: bool) -> None:
        with index_errors(self._folder / state.folder):
            writer.commit()
        if is_current:
            write_state(self._folder, IndexState(state.folder, state.format, state.identity, sequence))


def _units(document: IndexedDocument) -> Iterator[Any]:
    """One entry per article; what has no articles, or very long ones, is cut at lines."""
    title, title_folded, title_pairs = word_fields(
        f"{document.type} {document.number} {document.title} {document.issuer}"
    )
    weight = precedence(document.type, document.year)
    for start, end, place in _pieces(document.text):
        exact, folded, pairs = word_fields(document.text[start:end])
        _, _, heading_pairs = word_fields(_heading(document.text, start, end))
        unit = tantivy.Document()
        # By kind: a keyword argument would make it a signed number, over which the writer dies.
        unit.add_unsigned("document", document.row)
        unit.add_unsigned("start", start)
        unit.add_unsigned("end", end)
        unit.add_unsigned("precedence", weight)
        unit.add_bytes("place", place)
        unit.add_unsigned("year", document.year)
        unit.add_unsigned("effective", document.effective.toordinal() if document.effective else 0)
        unit.add_unsigned("expires", document.expires.toordinal() if document.expires else 0)
        unit.add_text("type", document.type)
        unit.add_text("issuer", document.issuer)
        unit.add_text("status", document.status)
        unit.add_text("exact", exact)
        unit.add_text("folded", folded)
        unit.add_text("pairs", pairs)
        unit.add_text("title", title)
        unit.add_text("title_folded", title_folded)
        unit.add_text("title_pairs", title_pairs)
        unit.add_text("heading_pairs", heading_pairs)
        yield unit


def _heading(text: str, start: int, end: int) -> str:
    """The line "Điều 81. …" of an article; a chapter's heading may stand before it."""
    for line in text[start : min(end, start + _HEADING_WITHIN)].split("\n"):
        if line.lstrip()[:4].casefold() in ("điều", "ðiều"):  # the second with the Icelandic eth of old documents
            return line.strip()[:_LONGEST_HEADING]
    return ""


def _pieces(text: str) -> Iterator[tuple[int, int, bytes]]:
    if not text:
        yield 0, 0, b"\n"  # found by its title and number all the same
    for start, end, provision in articles_of(text):
        place = f"{provision.label}\n{provision.anchor}".encode() if provision else b"\n"
        while end - start > _LONGEST_PIECE:
            cut = text.rfind("\n", start + _LONGEST_PIECE // 2, start + _LONGEST_PIECE)
            cut = cut if cut > 0 else start + _LONGEST_PIECE
            yield start, cut, place
            start = cut
        yield start, end, place
