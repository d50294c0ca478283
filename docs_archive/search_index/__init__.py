"""The search index of the archive: Tantivy, and nowhere else. `Archive` searches it, `ArchiveSync` keeps it level
with the store."""

from .index_building import IndexBuilder
from .index_files import IndexDamaged
from .searching import SearchIndex, UnitHit

__all__ = ["IndexBuilder", "IndexDamaged", "SearchIndex", "UnitHit"]
