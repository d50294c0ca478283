"""A server's inbox rule as a sentence. EWS's names of conditions and actions come in; what is not known is named."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mail import InboxRule, RuleTerms
from ui import formatting

translate = QCoreApplication.translate
_MOST = 6


def rule_words(rule: InboxRule) -> str:
    """As "Nếu … thì …. Trừ khi …."."""
    actions = _joined(_actions(rule.actions)) or translate("RuleWords", "không làm gì")
    conditions = _joined(_conditions(rule.conditions)) or translate("RuleWords", "có thư đến")
    words = translate("RuleWords", "Nếu {conditions} thì {actions}.").format(conditions=conditions, actions=actions)
    exceptions = _joined(_conditions(rule.exceptions))
    if exceptions:
        words += " " + translate("RuleWords", "Trừ khi {exceptions}.").format(exceptions=exceptions)
    return words


def _conditions(terms: RuleTerms) -> list[str]:
    words = {
        "FromAddresses": translate("RuleWords", "người gửi là {0}"),
        "ContainsSenderStrings": translate("RuleWords", "địa chỉ người gửi có {0}"),
        "ContainsRecipientStrings": translate("RuleWords", "địa chỉ người nhận có {0}"),
        "ContainsSubjectStrings": translate("RuleWords", "chủ đề có {0}"),
        "ContainsBodyStrings": translate("RuleWords", "nội dung có {0}"),
        "ContainsSubjectOrBodyStrings": translate("RuleWords", "chủ đề hoặc nội dung có {0}"),
        "ContainsHeaderStrings": translate("RuleWords", "phần đầu thư có {0}"),
        "SentToAddresses": translate("RuleWords", "thư gửi đến {0}"),
        "SentToMe": translate("RuleWords", "thư gửi đến tôi"),
        "SentOnlyToMe": translate("RuleWords", "thư chỉ gửi cho tôi"),
        "SentCcMe": translate("RuleWords", "tôi ở dòng đồng gửi"),
        "SentToOrCcMe": translate("RuleWords", "tôi ở dòng đến hoặc đồng gửi"),
        "NotSentToMe": translate("RuleWords", "thư không gửi đến tôi"),
        "HasAttachments": translate("RuleWords", "thư có tệp đính kèm"),
        "Importance": translate("RuleWords", "mức quan trọng là {0}"),
        "Sensitivity": translate("RuleWords", "mức riêng tư là {0}"),
        "Categories": translate("RuleWords", "thư có phân loại {0}"),
        "FlaggedForAction": translate("RuleWords", "thư được gắn cờ"),
        "IsMeetingRequest": translate("RuleWords", "thư là giấy mời họp"),
        "IsMeetingResponse": translate("RuleWords", "thư là trả lời giấy mời họp"),
        "IsAutomaticReply": translate("RuleWords", "thư là trả lời tự động"),
        "IsAutomaticForward": translate("RuleWords", "thư được chuyển tiếp tự động"),
        "IsNDR": translate("RuleWords", "thư báo không gửi được"),
        "IsReadReceipt": translate("RuleWords", "thư báo đã đọc"),
        "IsEncrypted": translate("RuleWords", "thư được mã hoá"),
        "IsSigned": translate("RuleWords", "thư được ký số"),
        "WithinSizeRange": translate("RuleWords", "dung lượng {0}"),
        "WithinDateRange": translate("RuleWords", "ngày nhận {0}"),
    }
    return [_term(words, name, values, translate("RuleWords", "điều kiện “{name}”")) for name, values in terms]


def _actions(terms: RuleTerms) -> list[str]:
    words = {
        "MoveToFolder": translate("RuleWords", "chuyển vào thư mục {0}"),
        "CopyToFolder": translate("RuleWords", "chép vào thư mục {0}"),
        "Delete": translate("RuleWords", "xoá"),
        "PermanentDelete": translate("RuleWords", "xoá hẳn"),
        "MarkAsRead": translate("RuleWords", "đánh dấu đã đọc"),
        "MarkImportance": translate("RuleWords", "đặt mức quan trọng {0}"),
        "AssignCategories": translate("RuleWords", "đặt phân loại {0}"),
        "ForwardToRecipients": translate("RuleWords", "chuyển tiếp cho {0}"),
        "ForwardAsAttachmentToRecipients": translate("RuleWords", "chuyển tiếp như tệp đính kèm cho {0}"),
        "RedirectToRecipients": translate("RuleWords", "chuyển hướng đến {0}"),
        "ServerReplyWithMessage": translate("RuleWords", "trả lời bằng thư mẫu"),
        "SendSMSAlertToRecipients": translate("RuleWords", "nhắn tin cho {0}"),
        "StopProcessingRules": translate("RuleWords", "không áp dụng các quy tắc sau"),
    }
    return [_term(words, name, values, translate("RuleWords", "làm việc “{name}”")) for name, values in terms]


def _term(known: dict[str, str], name: str, values: tuple[str, ...], unknown: str) -> str:
    words = known.get(name)
    if words is None:
        return unknown.format(name=name)
    if "{0}" not in words:
        return words
    told = [_value(value) for value in values if value]
    if not told:
        return words.format(translate("RuleWords", "(không rõ, có thể đã bị xoá)"))
    more = len(told) - _MOST
    joined = (" " + translate("RuleWords", "hoặc") + " ").join(told[:_MOST])
    return words.format(
        joined + (" " + translate("RuleWords", "và {count} mục nữa").format(count=more) if more > 0 else "")
    )


def _value(value: str) -> str:
    name, is_bound, bound = value.partition("=")
    if is_bound and name in ("MinimumSize", "MaximumSize") and bound.isdigit():
        size = formatting.size(int(bound) * 1024)
        return (
            translate("RuleWords", "từ {size}").format(size=size)
            if name == "MinimumSize"
            else translate("RuleWords", "đến {size}").format(size=size)
        )
    if is_bound and name in ("StartDateTime", "EndDateTime"):
        day = bound[:10]
        return (
            translate("RuleWords", "từ {day}").format(day=day)
            if name == "StartDateTime"
            else translate("RuleWords", "đến {day}").format(day=day)
        )
    degrees = {
        "High": translate("RuleWords", "cao"),
        "Low": translate("RuleWords", "thấp"),
        "Normal": translate("RuleWords", "thường"),
    }
    return degrees.get(value, f"“{value}”")


def _joined(parts: list[str]) -> str:
    return (" " + translate("RuleWords", "và") + " ").join(parts) if len(parts) < 3 else ", ".join(parts)
