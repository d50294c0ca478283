"""Search as one types, at 100,000 mails: processor time of each keystroke, in the real encrypted store.

``python -m benchmarks.mail_search [mails] [store]`` runs it alone; a store that is there already is used again.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from mail.database import Database
from mail.search.index import SearchIndex

from .mail_generator import fill_store, make_mail
from .tables import percentile, table

KEY = bytes(range(32))
_LIMIT = 500
TYPED = (
    "bao hiem that nghiep", "thuế thu nhập", "nghi dinh 30/2020", "tt 9/2015/tt-bldtbxh", "từ:hạnh góp ý",
    "hoà giải viên", "trong:hiem báo cáo", "thông tư có:tệp", "sau:1/1/2021 trước:1/3/2021 họp",
    '"dự thảo lần 3" -thuế', "nguyen van nam", "sở nội vụ tỉnh sơn la", "trong:inbox thuy loi",
    "kinh gui", "xuat khau lao dong",
    "khongcodau", "tiêu-đề:kế hoạch quý III", "đến:trang từ:dũng", "hanh.n", "xin y kien thanh tra so noi vu",
)  # fmt: skip


def measure(count: int = 100_000, store: Path | None = None) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = store or Path(folder) / "mail.db"
        built = 0.0
        if not path.exists():
            began = time.process_time()
            for _ in fill_store(path, KEY, count):
                pass
            built = time.process_time() - began
        database = Database(path, KEY)
        index = SearchIndex(database)
        index.find("a", _LIMIT)
        spent: list[float] = []
        slowest: dict[str, float] = {}
        for typed in TYPED:
            for length in range(1, len(typed) + 1):
                began = time.process_time()
                index.find(typed[:length], _LIMIT)
                took = (time.process_time() - began) * 1000
                spent.append(took)
                slowest[typed[:length]] = took
        size = path.stat().st_size
        database.close()
    worst = sorted(slowest.items(), key=lambda pair: -pair[1])[:6]
    text = sum(len(make_mail(number).text.encode()) for number in range(0, count, max(1, count // 500))) * (
        count / len(range(0, count, max(1, count // 500)))
    )
    rows = [
        ("keystrokes", str(len(spent)), ""),
        ("processor time p50", f"{percentile(spent, 0.5):.1f} ms", ""),
        ("processor time p95", f"{percentile(spent, 0.95):.1f} ms", "100 ms"),
        ("slowest", ", ".join(f"“{typed}” {took:.0f}" for typed, took in worst), ""),
        ("store / text", f"{size / text:.2f}", ""),
        *([("written and indexed, per MB of text", f"{built / text * 1e6:.2f} s", "")] if built else []),
    ]
    return table(f"Search as one types, {count:,} mails", rows)


if __name__ == "__main__":
    print(
        measure(
            int(sys.argv[1]) if len(sys.argv) > 1 else 100_000,
            Path(sys.argv[2]) if len(sys.argv) > 2 else None,
        )
    )
