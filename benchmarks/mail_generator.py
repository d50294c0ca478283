"""A mailbox of any size in a real encrypted store: mails as an office writes them, made from a seed.

For benchmarks and for the recall test: `make_mail` gives one mail, `fill_store` writes many in large transactions, as
no sync does, so that a million rows take minutes.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mail.database import Database
from mail.model import MessageSummary
from mail.rows import message_values
from mail.search.entries import Entry, entry, search_key
from mail.search.index import SearchIndex
from mail.store import _INSERT
from mail.summary import FolderId, ItemId, Person
from mail.threads.grouping import group, keys_of
from mail.threads.hints import ThreadHint
from vietnamese.folding import fold

_MINUTES = 11.0
FIRST_DAY = datetime(2019, 1, 2, 1, 0, tzinfo=UTC)
_FAMILY_NAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Lương "
_FAMILY = _FAMILY_NAMES.split()
_MIDDLE_NAMES = "Văn Thị Minh Hoàng Thanh Quốc Đức Hữu Ngọc Thu Xuân Anh Tuấn Kim Bảo Hồng Mạnh Công Gia Phương "
_MIDDLE = _MIDDLE_NAMES.split()
_GIVEN_NAMES = (
    "Hạnh Nam Mai Hùng Dũng Lan Hương Thủy Hòa Tuấn Linh Trang Huyền Quang Thắng Bình Cường Đạt Giang Hà Hải "
    "Hiếu Khánh Long Ly Nga Nhung Phúc Quý Sơn Tâm Thảo Tiến Toàn Trung Tùng Uyên Việt Vinh Yến Oanh Khoa Duy "
    "Ánh Thúy Loan "
)
_GIVEN = _GIVEN_NAMES.split()
_UNITS = (
    "Vụ Pháp chế", "Cục Việc làm", "Vụ Tổ chức cán bộ", "Văn phòng Bộ", "Thanh tra Bộ", "Cục An toàn lao động",
    "Vụ Kế hoạch - Tài chính", "Cục Bảo trợ xã hội", "Trung tâm Thông tin", "Vụ Hợp tác quốc tế", "Cục Trẻ em",
    "Sở Nội vụ tỉnh Sơn La", "Ủy ban nhân dân thành phố Huế", "Tổng cục Giáo dục nghề nghiệp", "Cục Người có công",
)  # fmt: skip
_ACTS = (
    "báo cáo", "góp ý dự thảo", "triển khai", "rà soát", "tổng hợp", "đăng ký", "cử cán bộ tham gia", "mời họp",
    "xin ý kiến", "thẩm định", "phê duyệt", "đôn đốc", "giải trình", "cung cấp số liệu", "kiểm tra", "đề xuất",
    "thông báo", "bàn giao", "thanh toán", "sửa đổi, bổ sung",
)  # fmt: skip
_MATTERS = (
    "kế hoạch công tác quý III", "chính sách bảo hiểm thất nghiệp", "thuế thu nhập cá nhân", "hợp đồng thuê hội trường",
    "công tác văn thư, lưu trữ", "chuyển đổi số", "cải cách hành chính", "an toàn, vệ sinh lao động", "hòa giải viên",
    "hỗ trợ người lao động bị mất việc", "quy chế làm việc của cơ quan",
    "dự toán ngân sách nhà nước", "đấu thầu qua mạng",
    "danh mục vị trí việc làm", "tinh giản biên chế", "tập huấn nghiệp vụ", "kỷ luật, khen thưởng", "xử phạt vi phạm",
    "phòng, chống tham nhũng", "trợ cấp xã hội hằng tháng", "điều tra lao động việc làm", "giáo dục nghề nghiệp",
    "quản lý tài sản công", "bảo vệ dữ liệu cá nhân", "đường dây nóng", "sức khỏe người cao tuổi", "quyền trẻ em",
    "xuất khẩu lao động sang Nhật Bản", "đề án sáp nhập đơn vị hành chính", "thủy lợi và phòng chống thiên tai",
)  # fmt: skip
_SENTENCES = (
    "Kính gửi đồng chí,", "Thực hiện {number}, đề nghị đơn vị {act} {matter} trước ngày {day}.",
    "Trân trọng đề nghị các đơn vị nghiên cứu, {act} và gửi về {unit} để tổng hợp.",
    "Căn cứ {number} và ý kiến chỉ đạo của Lãnh đạo Bộ, {unit} {act} {matter}.",
    "Nếu có vướng mắc, xin liên hệ đồng chí {person}, điện thoại 024{phone}.",
    "Cuộc họp bắt đầu lúc {hour} giờ 30 tại phòng họp tầng {floor}, do Thứ trưởng chủ trì.",
    "Các ý kiến của {unit} về {matter} đã được tiếp thu, giải trình trong dự thảo lần {floor}.",
    "Em gửi anh chị bản đã sửa theo góp ý, phần {matter} em tô vàng.",
    "Đến nay còn {floor} đơn vị chưa {act}; đề nghị khẩn trương thực hiện.",
    "Trân trọng cảm ơn sự phối hợp của Quý cơ quan.", "{person}\n{unit}",
)  # fmt: skip
_KINDS = (("Nghị định", "NĐ-CP"), ("Thông tư", "TT-BLĐTBXH"), ("Quyết định", "QĐ-TTg"), ("Công văn", "LĐTBXH-VP"),
          ("Chỉ thị", "CT-TTg"), ("Thông tư", "TT-BTC"), ("Kế hoạch", "KH-BNV"), ("Nghị quyết", "NQ-CP"))  # fmt: skip
_FOLDERS = (("inbox", "inbox", "Inbox", 70), ("sent", "sentitems", "Sent Items", 18), ("duan", "other", "Dự án", 10),
            ("hiem", "other", "Việc riêng", 2))  # fmt: skip


@dataclass(frozen=True, slots=True)
class GeneratedMail:
    summary: MessageSummary
    text: str
    number: str
    """The document number it names."""

    def mime(self) -> bytes:
        sender = self.summary.sender
        assert sender is not None
        head = [
            f"From: {_word(sender.name)} <{sender.address}>",
            "To: " + ", ".join(f"{_word(one.name)} <{one.address}>" for one in self.summary.to),
            f"Subject: {_word(self.summary.subject)}",
            f"Message-ID: <{self.summary.id}@boldptxh.example>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            self.text,
        ]
        return "\r\n".join(head).encode()


def _hint(mail: GeneratedMail, number: int) -> ThreadHint:
    answered = (f"<item-{number - 7 - number % 101}@boldptxh.example>",) if number % 3 == 0 and number > 200 else ()
    return ThreadHint(mail.summary.id, f"<{mail.summary.id}@boldptxh.example>", answered)


def _word(text: str) -> str:
    return text if text.isascii() else f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def make_mail(number: int, seed: int = 0, *, minutes: float = _MINUTES) -> GeneratedMail:
    """The ``number``-th mail, always the same; later numbers are newer."""
    some = random.Random(f"{seed}-{number}")
    kind, codes = some.choice(_KINDS)
    year = some.randint(2012, 2026)
    serial = some.randint(1, 240)
    written = f"{kind} số {serial:02d}/{year}/{codes}"
    words = {
        "number": written, "act": some.choice(_ACTS), "matter": some.choice(_MATTERS), "unit": some.choice(_UNITS),
        "person": _person(some).name, "day": f"{some.randint(1, 28):02d}/{some.randint(1, 12)}/{year}",
        "phone": some.randint(1_000_000, 9_999_999), "hour": some.randint(7, 16), "floor": some.randint(1, 12),
    }  # fmt: skip
    count = min(40, 3 + int(some.expovariate(0.16)))
    lines = [some.choice(_SENTENCES).format(**words | {"matter": some.choice(_MATTERS)}) for _ in range(count)]
    subject = f"{'V/v ' if some.random() < 0.5 else ''}{words['act']} {words['matter']}"
    if some.random() < 0.3:
        subject += f" theo {written}"
    sender = _person(some)
    folder = some.choices([one[0] for one in _FOLDERS], [one[3] for one in _FOLDERS])[0]
    text = "\n".join(lines)
    summary = MessageSummary(
        id=ItemId(f"item-{number}"),
        folder_id=FolderId(folder),
        subject=subject[:1].upper() + subject[1:],
        sender=sender,
        to=tuple(_person(some) for _ in range(some.choice((1, 1, 1, 2, 3, 8)))),
        received_at=FIRST_DAY + timedelta(minutes=number * minutes),
        is_read=some.random() < 0.93,
        has_attachments=some.random() < 0.3,
        size=len(text) + 2000,
        preview=" ".join(text[:160].split()),
        is_flagged=some.random() < 0.02,
    )
    return GeneratedMail(summary, text + ("\n" + written if written not in text else ""), written)


def _person(some: random.Random) -> Person:
    names = some.choice(_FAMILY), some.choice(_MIDDLE), some.choice(_GIVEN)
    address = f"{fold(names[2])}.{fold(names[0])[0]}{fold(names[1])[0]}{some.randint(1, 9)}@boldptxh.example"
    return Person(" ".join(names), address)


def fill_store(
    path: Path,
    key: bytes,
    count: int,
    *,
    seed: int = 0,
    indexed: bool = True,
    bodies: bool = False,
    synced: bool = False,
    distinct: int | None = None,
) -> Iterator[int]:
    """Write ``count`` mails; yields how many are in after each transaction. ``indexed``: the search knows them;
    ``bodies``: their MIME is kept too (else they are rows and words only, as after the bodies were let go). ``synced``:
    the store is one that a sync has filled; they are added to its own folders, as if the server had told of them, and
    lie in conversations, every third an answer to an earlier one. ``distinct``: so many are made and come again and
    again, each with an id and a moment of its own: quicker."""
    from mail.bodies import packed
    from mail.schema import PARTS_PER_BODY

    kept: dict[int, GeneratedMail] = {}
    entries_kept: dict[int, Entry] = {}

    def made(number: int) -> GeneratedMail:
        if distinct is None:
            return make_mail(number, seed)
        first = kept.get(number % distinct) or kept.setdefault(number % distinct, make_mail(number, seed))
        moment = FIRST_DAY + timedelta(minutes=number * _MINUTES)
        return replace(first, summary=replace(first.summary, id=ItemId(f"item-{number}"), received_at=moment))

    def indexed_as(mail: GeneratedMail, number: int, place: int) -> Entry:
        moment = message_values(mail.summary)[4]
        if distinct is None:
            return entry(mail.summary, number, moment, mail.mime())
        if place % distinct not in entries_kept:
            entries_kept[place % distinct] = entry(mail.summary, number, moment, mail.mime())
        return replace(entries_kept[place % distinct], number=number, key=search_key(number, moment))

    database = Database(path, key, checkpoint_pages=4000)
    index = SearchIndex(database)
    with database.write() as connection:
        if synced:
            by_role = dict(connection.exec_driver_sql("SELECT role, number FROM folders").all())
            folders = {id_: by_role.get(role, by_role["inbox"]) for id_, role, _, _ in _FOLDERS}
        else:
            for id_, role, name, _ in _FOLDERS:
                connection.exec_driver_sql(
                    "INSERT INTO folders (id, name, role, server_total, server_unread, is_complete)"
                    " VALUES (?, ?, ?, 0, 0, 1)",
                    (id_, name, role),
                )
            folders = dict(connection.exec_driver_sql("SELECT id, number FROM folders").all())
        before = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM messages").scalar_one()
    for done in range(0, count, 2000):
        start = before + done
        mails = [made(number) for number in range(done, min(count, done + 2000))]
        with database.write() as connection:
            connection.exec_driver_sql(
                _INSERT,
                [(one.summary.id, folders[one.summary.folder_id], 0, *message_values(one.summary)) for one in mails],
            )
            connection.exec_driver_sql(
                "UPDATE messages SET body_state = ?, is_indexed = 1 WHERE number > ?", (int(bodies), start)
            )
            if bodies:
                rows = [((start + at + 1) * PARTS_PER_BODY, *packed(one.mime())) for at, one in enumerate(mails)]
                connection.exec_driver_sql("INSERT INTO bodies (part, encoding, data) VALUES (?, ?, ?)", rows)
            if indexed:
                entries = [indexed_as(one, start + at + 1, done + at) for at, one in enumerate(mails)]
                for one_entry in entries:
                    index.put(connection, one_entry)
                index.learn(connection, entries)
                connection.exec_driver_sql(
                    "UPDATE messages SET search_key = ? WHERE number = ?", [(one.key, one.number) for one in entries]
                )
            if synced:
                numbers = {one.summary.id: start + at + 1 for at, one in enumerate(mails)}
                group(connection, keys_of(_hint(one, done + at) for at, one in enumerate(mails)), numbers)
        yield done + len(mails)
    database.close()
