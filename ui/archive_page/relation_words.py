"""The relations between documents, in words from the open document's side."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from docs_archive import Relation, RelationKind

_ORDER = [
    (RelationKind.REPLACES, True),
    (RelationKind.ABOLISHES, True),
    (RelationKind.SUSPENDS, True),
    (RelationKind.HALTS, True),
    (RelationKind.AMENDS, True),
    (RelationKind.CORRECTS, True),
    (RelationKind.REPLACES, False),
    (RelationKind.AMENDS, False),
    (RelationKind.ABOLISHES, False),
    (RelationKind.SUSPENDS, False),
    (RelationKind.HALTS, False),
    (RelationKind.CORRECTS, False),
    (RelationKind.BASED_ON, False),
    (RelationKind.GUIDES, True),
    (RelationKind.DETAILS, True),
    (RelationKind.EXPLAINS, True),
    (RelationKind.CONSOLIDATES, True),
]


def rank(relation: Relation) -> int:
    """What changes its force comes first."""
    pair = (relation.kind, relation.is_inbound)
    return _ORDER.index(pair) if pair in _ORDER else len(_ORDER)


def relation_words(kind: RelationKind, is_inbound: bool, is_partial: bool) -> str:
    tr = QCoreApplication.translate
    words = {
        (RelationKind.REPLACES, False): tr("Relations", "Thay thế"),
        (RelationKind.REPLACES, True): tr("Relations", "Bị thay thế bởi"),
        (RelationKind.AMENDS, False): tr("Relations", "Sửa đổi, bổ sung"),
        (RelationKind.AMENDS, True): tr("Relations", "Được sửa đổi, bổ sung bởi"),
        (RelationKind.ABOLISHES, False): tr("Relations", "Bãi bỏ"),
        (RelationKind.ABOLISHES, True): tr("Relations", "Bị bãi bỏ bởi"),
        (RelationKind.SUSPENDS, False): tr("Relations", "Tạm ngưng hiệu lực"),
        (RelationKind.SUSPENDS, True): tr("Relations", "Bị tạm ngưng hiệu lực bởi"),
        (RelationKind.HALTS, False): tr("Relations", "Đình chỉ việc thi hành"),
        (RelationKind.HALTS, True): tr("Relations", "Bị đình chỉ việc thi hành bởi"),
        (RelationKind.CORRECTS, False): tr("Relations", "Đính chính"),
        (RelationKind.CORRECTS, True): tr("Relations", "Được đính chính bởi"),
        (RelationKind.BASED_ON, False): tr("Relations", "Căn cứ"),
        (RelationKind.BASED_ON, True): tr("Relations", "Là căn cứ của"),
        (RelationKind.REFERS_TO, False): tr("Relations", "Dẫn chiếu"),
        (RelationKind.REFERS_TO, True): tr("Relations", "Được dẫn chiếu bởi"),
        (RelationKind.GUIDES, False): tr("Relations", "Hướng dẫn"),
        (RelationKind.GUIDES, True): tr("Relations", "Được hướng dẫn bởi"),
        (RelationKind.DETAILS, False): tr("Relations", "Quy định chi tiết"),
        (RelationKind.DETAILS, True): tr("Relations", "Được quy định chi tiết bởi"),
        (RelationKind.CONSOLIDATES, False): tr("Relations", "Hợp nhất"),
        (RelationKind.CONSOLIDATES, True): tr("Relations", "Được hợp nhất tại"),
        (RelationKind.ANNOUNCES, False): tr("Relations", "Công bố"),
        (RelationKind.ANNOUNCES, True): tr("Relations", "Được công bố bởi"),
        (RelationKind.EXPLAINS, False): tr("Relations", "Giải thích"),
        (RelationKind.EXPLAINS, True): tr("Relations", "Được giải thích bởi"),
    }
    found = words[kind, is_inbound]
    return tr("Relations", "{relation} (một phần)").format(relation=found) if is_partial else found
