"""What the guards found, in words: for the composer before sending, and for the bar over a mail that is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from mail import Finding, GuardContext
    from ui.desk import Desk

_MOST_NAMED = 3


def guard_context(desk: Desk) -> GuardContext:
    """What the guards must know of this ministry. Loads the guards: on a worker. Attachments' text is not looked at
    unless the caller says how (``dataclasses.replace(context, text_of=…)``)."""
    from mail import PRIVATE_MAILBOXES, GuardContext

    return GuardContext(own_domains=own_domains(desk), private_domains=desk.private_domains or PRIVATE_MAILBOXES)


def own_domains(desk: Desk) -> tuple[str, ...]:
    return desk.own_domains or (desk.account.address.rpartition("@")[2].lower(),)


def lawful_way() -> str:
    """What she does with a secret document instead. Shown wherever a mail is held back for a mark."""
    return QCoreApplication.translate(
        "Guards",
        "Thư này chưa gửi. Tài liệu bí mật nhà nước không được soạn, lưu giữ hay gửi trên máy tính nối mạng (Luật Bảo "
        "vệ bí mật nhà nước số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP). Xin chuyển tài liệu qua văn thư mật hoặc "
        "hệ thống riêng được cơ yếu bảo vệ, và hỏi người phụ trách bảo mật của đơn vị. Nếu đây không phải là tài liệu "
        "mật, xin bỏ dấu chỉ độ mật rồi gửi lại.",
    )


def words_of(finding: Finding) -> str:
    """One sentence, courteous, without markup; names out of the mail are shortened."""
    from mail import FindingKind as Kind

    translate = QCoreApplication.translate
    facts = [_short(fact) for fact in finding.facts]
    match finding.kind:
        case Kind.SECRECY_MARK:
            return _mark_words(finding, facts)
        case Kind.UNCHECKED_ATTACHMENT:
            words = translate("Guards", "Không đọc được chữ trong tệp “{name}” để kiểm tra dấu chỉ độ mật.")
            return words.format(name=facts[0])
        case Kind.OFFICIAL_TO_PRIVATE:
            words = translate(
                "Guards",
                "Thư có nội dung văn bản công vụ mà gửi tới hộp thư cá nhân: {people}. "
                "Việc công nên gửi qua hộp thư công vụ.",
            )
            return words.format(people=_listed(facts))
        case Kind.FORGOTTEN_ATTACHMENT:
            words = translate("Guards", "Thư viết “{words}” nhưng chưa có tệp nào đính kèm.")
            return words.format(words=facts[0])
        case Kind.OUTSIDE_RECIPIENTS:
            return translate("Guards", "Có người nhận ngoài cơ quan: {people}.").format(people=_listed(facts))
        case Kind.LOOK_ALIKE_DOMAIN:
            words = translate("Guards", "Địa chỉ {address} trông giống {like} nhưng không phải.")
            return words.format(address=facts[0], like=facts[1])
        case Kind.MIXED_SCRIPT_DOMAIN:
            words = translate(
                "Guards", "Địa chỉ {address} dùng chữ của bảng chữ cái khác cho giống; tên thật là {real}."
            )
            return words.format(address=facts[0], real=facts[1])
        case Kind.OUTSIDE_SENDER:
            return translate("Guards", "Người gửi ở ngoài cơ quan: {address}.").format(address=facts[0])
        case Kind.SEVERAL_SENDERS:
            return translate("Guards", "Thư ghi nhiều người gửi: {people}.").format(people=_listed(facts))
        case Kind.REPLY_ELSEWHERE:
            words = translate("Guards", "Trả lời thư này sẽ tới {reply}, không phải người gửi {sender}.")
            return words.format(reply=facts[1], sender=facts[0])
        case Kind.NAME_CARRIES_ADDRESS:
            words = translate("Guards", "Tên người gửi ghi {named}, nhưng thư gửi từ {real}.")
            return words.format(named=facts[0], real=facts[1])
        case _:
            return _file_words(finding, facts)


def _file_words(finding: Finding, facts: list[str]) -> str:
    from mail import FindingKind as Kind

    translate = QCoreApplication.translate
    match finding.kind:
        case Kind.REVERSED_NAME:
            words = translate("Guards", "Tên tệp bị viết ngược để che phần đuôi; tên thật là “{name}”.")
            return words.format(name=facts[0])
        case Kind.DISGUISED_PROGRAM:
            words = translate("Guards", "Tệp “{name}” giả dạng: thực ra là chương trình ({kind}). Xin đừng mở.")
            return words.format(name=facts[0], kind=facts[2])
        case Kind.PROGRAM:
            words = translate("Guards", "Tệp “{name}” là chương trình, mở ra là chạy. Chỉ mở khi biết chắc người gửi.")
            return words.format(name=facts[0])
        case Kind.MACROS:
            words = translate("Guards", "Tệp “{name}” có macro, có thể chạy lệnh khi mở.")
            return words.format(name=facts[0])
        case _:
            words = translate("Guards", "Tệp nén “{name}” chứa chương trình: “{inside}”. Xin đừng mở.")
            return words.format(name=facts[0], inside=facts[1])


def _mark_words(finding: Finding, facts: list[str]) -> str:
    from mail import Severity

    translate = QCoreApplication.translate
    mark, where, place = facts
    if finding.severity is not Severity.BLOCK:
        words = translate("Guards", "Có chữ chỉ độ mật ({mark}) trong: “{place}”. Thư này có phải tài liệu mật không?")
        return words.format(mark=mark, place=place)
    match where:
        case "subject":
            words = translate("Guards", "Chủ đề có dấu {mark}: “{place}”.")
        case "file name":
            words = translate("Guards", "Tên tệp có dấu {mark}: “{place}”.")
        case "file text":
            words = translate("Guards", "Trong tệp “{place}” có dấu {mark}.")
        case _:
            words = translate("Guards", "Trong thư có dấu {mark}: “{place}”.")
    return words.format(mark=mark, place=place)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return shown
    more = QCoreApplication.translate("Guards", "{names} và {count} địa chỉ khác")
    return more.format(names=shown, count=len(names) - _MOST_NAMED)


def _short(fact: str) -> str:
    return fact if len(fact) <= 80 else fact[:50] + "…" + fact[-25:]
