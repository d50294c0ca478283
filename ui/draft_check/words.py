"""What a citation's concerns are called and how grave they look. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from docs_archive import CheckedCitation, Concern, DocumentSummary, DraftCheck, DraftFile, DraftProblem
from ui import formatting
from ui.legal_status import status_words

translate = QCoreApplication.translate

_GRAVE = frozenset(
    {
        Concern.EXPIRED,
        Concern.SUSPENDED,
        Concern.NO_LONGER_SUITABLE,
        Concern.WRONG_NUMBER,
        Concern.NO_SUCH_PROVISION,
    }
)
_UNSURE = frozenset({Concern.NOT_HELD, Concern.STATUS_UNKNOWN})


def role(citation: CheckedCitation) -> str:
    """The colour role: danger, warning, muted or success."""
    if not citation.concerns:
        return "success"
    first = citation.concerns[0]
    return "danger" if first in _GRAVE else "muted" if first in _UNSURE else "warning"


def needs_a_look(citation: CheckedCitation) -> bool:
    return role(citation) in ("danger", "warning")


def title(citation: CheckedCitation) -> str:
    """How the draft calls it."""
    mention = citation.mentions[0]
    if mention.number:
        return f"{mention.type} số {mention.number}" if mention.type else mention.number
    day = f" {formatting.day(mention.issued)}" if mention.issued else f" {mention.year}" if mention.year else ""
    return f"{mention.type} {mention.name}{day}"


def badge(citation: CheckedCitation) -> str:
    """One to four words."""
    if citation.held is not None and (not citation.concerns or citation.concerns[0] in _OF_STATUS):
        return status_words(citation.held.status)
    match citation.concerns[0]:
        case Concern.NOT_HELD:
            return translate("DraftCheck", "Chưa có trong kho")
        case Concern.SEVERAL:
            return translate("DraftCheck", "Trùng số")
        case Concern.WITHDRAWN:
            return translate("DraftCheck", "Đã gỡ khỏi Cổng")
        case _:
            return translate("DraftCheck", "Cần xem lại")


_OF_STATUS = frozenset(
    {
        Concern.EXPIRED,
        Concern.SUSPENDED,
        Concern.NO_LONGER_SUITABLE,
        Concern.NOT_YET_IN_FORCE,
        Concern.EXPIRED_IN_PART,
        Concern.SUSPENDED_IN_PART,
        Concern.STATUS_UNKNOWN,
    }
)


def sentences(citation: CheckedCitation) -> list[str]:
    """Each concern in a sentence that says what to look at."""
    return [_sentence(concern, citation) for concern in citation.concerns]


def _sentence(concern: Concern, citation: CheckedCitation) -> str:
    held, mention = citation.held, citation.mentions[0]
    other_day = [
        one.issued for one in citation.mentions if one.issued and held is not None and one.issued != held.issued
    ]
    match concern:
        case Concern.EXPIRED:
            if held is not None and held.expires is not None:
                words = translate("DraftCheck", "Hết hiệu lực từ ngày {day}.")
                return words.format(day=formatting.day(held.expires))
            return translate("DraftCheck", "Đã hết hiệu lực.")
        case Concern.SUSPENDED:
            return translate("DraftCheck", "Đang tạm ngưng hiệu lực.")
        case Concern.NO_LONGER_SUITABLE:
            return translate("DraftCheck", "Không còn phù hợp.")
        case Concern.NOT_YET_IN_FORCE:
            if held is not None and held.effective is not None:
                words = translate("DraftCheck", "Đến ngày {day} mới có hiệu lực.")
                return words.format(day=formatting.day(held.effective))
            return translate("DraftCheck", "Chưa có hiệu lực.")
        case Concern.EXPIRED_IN_PART:
            return translate("DraftCheck", "Hết hiệu lực một phần: đề nghị xem lại phần được viện dẫn.")
        case Concern.SUSPENDED_IN_PART:
            return translate("DraftCheck", "Tạm ngưng hiệu lực một phần: đề nghị xem lại phần được viện dẫn.")
        case Concern.WRONG_NUMBER:
            return translate("DraftCheck", "Kho không có số này; cùng số, cùng ngày có: {others}.").format(
                others=", ".join(one.number for one in citation.candidates)
            )
        case Concern.WRONG_DATE:
            return translate("DraftCheck", "Dự thảo ghi ngày {cited}, kho ghi ngày {held}.").format(
                cited=formatting.day(other_day[0]) if other_day else "",
                held=formatting.day(held.issued) if held is not None and held.issued else "",
            )
        case Concern.WRONG_ISSUER:
            words = translate("DraftCheck", "Cơ quan ban hành ghi trong dự thảo khác với kho ({held}).")
            return words.format(held=held.issuer if held is not None else "")
        case Concern.WRONG_TYPE:
            words = translate("DraftCheck", "Dự thảo ghi là {cited}, kho ghi là {held}.")
            return words.format(cited=mention.type, held=held.type if held is not None else "")
        case Concern.NO_SUCH_PROVISION:
            words = translate("DraftCheck", "Văn bản này không có Điều {articles}.")
            return words.format(articles=", ".join(citation.missing_articles))
        case Concern.WITHDRAWN:
            return translate("DraftCheck", "Cổng đã gỡ văn bản này; nội dung trên máy là bản lưu.")
        case Concern.SEVERAL:
            return translate("DraftCheck", "Có nhiều văn bản cùng số: đề nghị ghi rõ loại văn bản và ngày ban hành.")
        case Concern.NOT_HELD:
            return translate("DraftCheck", "Kho trên máy này chưa có văn bản này nên không kiểm tra được.")
        case Concern.STATUS_UNKNOWN:
            return translate("DraftCheck", "Nguồn không cho biết tình trạng hiệu lực.")


def summary(check: DraftCheck) -> str:
    """One line over all of it."""
    count = len(check.citations)
    if not count:
        return translate("DraftCheck", "Không thấy văn bản nào được viện dẫn.")
    grave = sum(role(one) == "danger" for one in check.citations)
    look = sum(role(one) == "warning" for one in check.citations)
    unsure = sum(role(one) == "muted" for one in check.citations)
    parts = [translate("DraftCheck", "{count} văn bản được viện dẫn").format(count=count)]
    if grave:
        parts.append(translate("DraftCheck", "{count} hết hiệu lực hoặc sai").format(count=grave))
    if look:
        parts.append(translate("DraftCheck", "{count} cần xem lại").format(count=look))
    if unsure:
        parts.append(translate("DraftCheck", "{count} chưa kiểm tra được").format(count=unsure))
    if not grave and not look and not unsure:
        parts.append(translate("DraftCheck", "tất cả còn hiệu lực"))
    line = ", ".join(parts) + "."
    if check.is_cut:
        line += " " + translate("DraftCheck", "Dự thảo quá dài: phần cuối chưa được kiểm tra.")
    return line


def document_line(one: DocumentSummary) -> str:
    """“Thông tư 3/2024/TT-BNV (01/11/2024)”"""
    words = f"{one.type} {one.number}".strip()
    return f"{words} ({formatting.day(one.issued)})" if one.issued else words


def file_problem(draft: DraftFile) -> str:
    match draft.problem:
        case DraftProblem.CANNOT_OPEN:
            words = translate("DraftCheck", "Không mở được tệp {name}.")
        case DraftProblem.TOO_LARGE:
            words = translate("DraftCheck", "Tệp {name} quá lớn: chỉ đọc được một phần hoặc không đọc được.")
        case DraftProblem.ENCRYPTED:
            words = translate("DraftCheck", "Tệp {name} đặt mật khẩu nên không đọc được.")
        case DraftProblem.NO_TEXT:
            words = translate("DraftCheck", "Tệp {name} là ảnh quét, không có chữ để kiểm tra.")
        case DraftProblem.UNREADABLE:
            words = translate("DraftCheck", "Không đọc được hết tệp {name}: có thể tệp bị hỏng.")
        case None:
            return ""
    return words.format(name=draft.name)
