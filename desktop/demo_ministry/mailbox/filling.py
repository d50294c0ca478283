"""A mailbox full of invented mails for the benchmark: deterministic, quick to make, shaped like a ministry's."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from .facts import Facts, facts_of_letter
from .letter import AttachedFile, Correspondent, Letter, MailboxStory
from .mime_building import build_mime

_SUBJECTS = (
    "V/v góp ý dự thảo Thông tư sửa đổi Thông tư {number}/2024/TT-BLĐPTXH",
    "Báo cáo tình hình lao động tháng {month}/2026",
    "Giấy mời họp số {number}/GM-BLĐPTXH",
    "V/v đôn đốc thực hiện Kế hoạch số 88/KH-BLĐPTXH",
    "Số liệu việc làm quý {quarter} năm 2026 của tỉnh Hải Hà",
    "Xin ý kiến về phương án bố trí kinh phí đợt {quarter}",
    "Lịch công tác tuần {week} của lãnh đạo Bộ",
    "Về việc cử cán bộ tham dự tập huấn tháng {month}",
)
_SENTENCES = (
    "Văn phòng Bộ đã nhận được công văn của quý đơn vị và chuyển tới bộ phận chuyên môn để xử lý theo thẩm quyền.",
    "Đề nghị các đơn vị rà soát lại số liệu của đơn vị mình trước khi gửi về Văn phòng Bộ để tổng hợp.",
    "Nội dung góp ý xin gửi trước 17 giờ ngày làm việc cuối cùng của tuần này.",
    "Trường hợp có vướng mắc trong quá trình thực hiện, xin liên hệ với chuyên viên phụ trách để được hướng dẫn.",
    "Qua rà soát, một số chỉ tiêu về việc làm và bảo hiểm xã hội còn chênh lệch so với kỳ báo cáo trước.",
    "Tài liệu kèm theo thư này là bản dự thảo, chưa phải ý kiến chính thức của lãnh đạo Bộ.",
    "Căn cứ Thông tư số 12/2024/TT-BLĐPTXH, báo cáo được lập theo mẫu thống nhất trên toàn quốc.",
    "Kính mong anh chị quan tâm, phối hợp để công việc được hoàn thành đúng thời hạn.",
    "Các ý kiến tiếp thu và giải trình được tổng hợp trong phụ lục của báo cáo này.",
    "Sở Lao động và Phát triển Xã hội tỉnh Hải Hà xin báo cáo kết quả thực hiện như sau.",
)
_FILES = (
    ("Dự thảo lần {number}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Báo cáo tháng {month}.pdf", "application/pdf"),
    ("Số liệu tổng hợp {number}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
_SMALLEST = 2_000
_RAW_LINE, _ENCODED_LINE = 57, 78
_MARK = b"in place of the attachment"
_ENCODED_MARK = base64.b64encode(_MARK)
_FIRST_DAY = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class InventedMail:
    facts: Facts
    mime: Callable[[], bytes]
    is_read: bool


def invented_mails(story: MailboxStory, count: int, total_bytes: int, seed: int) -> Iterator[InventedMail]:
    """``count`` mails, oldest first, of together about ``total_bytes``; most are short, few are heavy."""
    chance = random.Random(seed)  # noqa: S311  (not for secrets: it must give the same mails again)
    people = [entry.person for entry in story.directory if entry.person != story.owner] or [story.owner]
    # Attachments are cut out of one block of noise, encoded once: encoding 100 MB afresh takes longer than serving it.
    noise = base64.encodebytes(chance.randbytes(17_544 * _RAW_LINE)).replace(b"\n", b"\r\n")
    sizes = _sizes(chance, count, total_bytes)
    for number, size in enumerate(sizes):
        yield _mail(chance, number, size, noise, people, story.owner)


def _sizes(chance: random.Random, count: int, total_bytes: int) -> list[int]:
    weights = [chance.paretovariate(1.2) for _ in range(count)]
    capped = [min(weight, 60.0) for weight in weights]
    scale = max(total_bytes - count * _SMALLEST, 0) / sum(capped) if count else 0
    return [_SMALLEST + int(weight * scale) for weight in capped]


def _mail(
    chance: random.Random,
    number: int,
    size: int,
    noise: bytes,
    people: list[Correspondent],
    owner: Correspondent,
) -> InventedMail:
    month = chance.randint(1, 11)
    values = {
        "number": chance.randint(1, 999),
        "month": month,
        "quarter": month // 4 + 1,
        "week": chance.randint(1, 47),
    }
    paragraphs = [" ".join(chance.choices(_SENTENCES, k=chance.randint(1, 4))) for _ in range(chance.randint(1, 5))]
    sender = chance.choice(people)
    text = "Kính gửi chị Hạnh,\n\n" + "\n\n".join(paragraphs) + f"\n\nTrân trọng,\n{sender.name}\n"
    is_html = chance.random() < 0.6
    html = None
    if is_html:
        html = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n") if line) + "</body></html>"
    letter = Letter(
        subject=chance.choice(_SUBJECTS).format(**values),
        sender=sender,
        to=(owner,),
        at=_FIRST_DAY + timedelta(minutes=97 * number),
        text=text,
        html=html,
        message_id=f"<{seeded_id(chance)}@boldptxh.example>",
    )
    lines = (size - _SMALLEST) // _ENCODED_LINE
    if lines < 20:
        facts, mime = facts_of_letter(letter), build_mime(letter)
    else:
        name, media_type = chance.choice(_FILES)
        letter = replace(letter, attachments=(AttachedFile(name.format(**values), media_type, _MARK),))
        attached = replace(facts_of_letter(letter).attachments[0], size=lines * _RAW_LINE)
        facts = replace(facts_of_letter(letter), attachments=(attached,))
        start = chance.randrange(len(noise) // _ENCODED_LINE)
        mime = build_mime(letter).replace(_ENCODED_MARK, _cut(noise, start, lines))
    return InventedMail(facts, lambda: mime, chance.random() < 0.7)


def seeded_id(chance: random.Random) -> str:
    return base64.b32encode(chance.randbytes(15)).decode().lower()


def _cut(noise: bytes, start: int, lines: int) -> bytes:
    """So many encoded lines from line ``start`` on, round and round, without the last line's end."""
    block = noise[start * _ENCODED_LINE :] + noise * (lines * _ENCODED_LINE // len(noise) + 1)
    return block[: lines * _ENCODED_LINE - 2]
