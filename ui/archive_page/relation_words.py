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
    translate = QCoreApplication.translate
    words = {
        (RelationKind.REPLACES, False): translate("Relations", "Thay thế"),
        (RelationKind.REPLACES, True): translate("Relations", "Bị thay thế bởi"),
        (RelationKind.AMENDS, False): translate("Relations", "Sửa đổi, bổ sung"),
        (RelationKind.AMENDS, True): translate("Relations", "Được sửa đổi, bổ sung bởi"),
        (RelationKind.ABOLISHES, False): translate("Relations", "Bãi bỏ"),
        (RelationKind.ABOLISHES, True): translate("Relations", "Bị bãi bỏ bởi"),
        (RelationKind.SUSPENDS, False): translate("Relations", "Tạm ngưng hiệu lực"),
        (RelationKind.SUSPENDS, True): translate("Relations", "Bị tạm ngưng hiệu lực bởi"),
        (RelationKind.HALTS, False): translate("Relations", "Đình chỉ việc thi hành"),
        (RelationKind.HALTS, True): translate("Relations", "Bị đình chỉ việc thi hành bởi"),
        (RelationKind.CORRECTS, False): translate("Relations", "Đính chính"),
        (RelationKind.CORRECTS, True): translate("Relations", "Được đính chính bởi"),
        (RelationKind.BASED_ON, False): translate("Relations", "Căn cứ"),
        (RelationKind.BASED_ON, True): translate("Relations", "Là căn cứ của"),
        (RelationKind.REFERS_TO, False): translate("Relations", "Dẫn chiếu"),
        (RelationKind.REFERS_TO, True): translate("Relations", "Được dẫn chiếu bởi"),
        (RelationKind.GUIDES, False): translate("Relations", "Hướng dẫn"),
        (RelationKind.GUIDES, True): translate("Relations", "Được hướng dẫn bởi"),
        (RelationKind.DETAILS, False): translate("Relations", "Quy định chi tiết"),
        (RelationKind.DETAILS, True): translate("Relations", "Được quy định chi tiết bởi"),
        (RelationKind.CONSOLIDATES, False): translate("Relations", "Hợp nhất"),
        (RelationKind.CONSOLIDATES, True): translate("Relations", "Được hợp nhất tại"),
        (RelationKind.ANNOUNCES, False): translate("Relations", "Công bố"),
        (RelationKind.ANNOUNCES, True): translate("Relations", "Được công bố bởi"),
        (RelationKind.EXPLAINS, False): translate("Relations", "Giải thích"),
        (RelationKind.EXPLAINS, True): translate("Relations", "Được giải thích bởi"),
    }
    found = words[kind, is_inbound]
    return translate("Relations", "{relation} (một phần)").format(relation=found) if is_partial else found
