"""The law: publish, sync and search, beside bare Tantivy with the same query on the same index.

With BAN_CONG_VU_TEST_DATA the 3,993 real documents, else the demo's forty (and the table says so).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop.demo_ministry.portal import DemoPortal
from desktop.demo_ministry.portal.static_server import StaticServer
from docs_archive import ArchiveSettings, ArchiveSync, SearchQuery, open_archive
from docs_archive.feed import SignedFeedGateway
from docs_archive.search_index.index_files import open_index, read_state
from vietnamese.folding import fold

from .tables import percentile, table

QUERIES = (
    "bảo hiểm xã hội bắt buộc",
    "tro cap that nghiep",
    "thời giờ làm việc của người lao động",
    "dau thau qua mang",
    "thuế thu nhập cá nhân",
    "cho thuê lại lao động",
    "điều kiện cấp giấy phép",
    "an toan ve sinh lao dong",
    "xu phat vi pham hanh chinh",
    "nghi dinh",
    "người đứng đầu cơ quan",
    "hợp đồng lao động vô hiệu",
)
ROUNDS = 20


def measure() -> str:
    data = os.environ.get("BAN_CONG_VU_TEST_DATA")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        began = time.perf_counter()
        if data:
            feed, root = _publish(Path(data) / "legal" / "documents.jsonl.zst", folder)
            published = time.perf_counter() - began
            server = StaticServer(feed)
            server.start()
            url = f"http://127.0.0.1:{server.port}/"
            stop = server.stop
        else:
            portal = DemoPortal(folder / "portal").start()
            published = time.perf_counter() - began
            url, root, stop = portal.feed_url, portal.trust_root, portal.stop
        gateway = SignedFeedGateway(ArchiveSettings(url, root), folder / "state")
        sync = ArchiveSync(gateway, folder / "archive")
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in sync.round():
            pass
        synced, synced_cpu = time.perf_counter() - wall, time.process_time() - cpu
        wall = time.perf_counter()
        for _ in range(20):
            gateway.has_news()
        poll = (time.perf_counter() - wall) / 20
        sync.close()
        stop()
        archive = open_archive(folder / "archive")
        screenful = _search(lambda words: archive.search(SearchQuery(words, limit=16)))
        ours = _search(lambda words: archive.search(SearchQuery(words)))
        bare = _search(_bare_tantivy(folder / "archive"))
        count = archive.count()
        archive.close()
        size = sum(file.stat().st_size for file in (folder / "archive").rglob("*") if file.is_file())
    return table(
        f"The law: {count:,} documents" + ("" if data else " (the demo's; BAN_CONG_VU_TEST_DATA names real ones)"),
        [
            ("publish with the command line", f"{published:.1f} s", ""),
            ("first sync, verified, stored and indexed: wall", f"{synced:.1f} s", ""),
            ("first sync: CPU", f"{synced_cpu:.1f} s", ""),
            ("first sync: documents per second", f"{count / synced:.0f}", ""),
            ("an idle look at the portal", f"{poll * 1000:.1f} ms", ""),
            ("on disk, store and index", f"{size / 1e6:.0f} MB", ""),
            ("search, a screenful of 16 with snippets (a keystroke): p50 / p99", _ms(screenful), ""),
            ("search, a page of 50 with snippets: p50 / p99", _ms(ours), ""),
            ("bare Tantivy, same query and index, ids only: p50 / p99", _ms(bare), ""),
            ("search against bare Tantivy at p50", f"{percentile(ours, 0.5) / percentile(bare, 0.5):.1f} times", ""),
        ],
    )


def _ms(values: list[float]) -> str:
    return f"{percentile(values, 0.5) * 1000:.1f} / {percentile(values, 0.99) * 1000:.1f} ms"


def _publish(documents: Path, folder: Path) -> tuple[Path, bytes]:
    publisher = [sys.executable, "-m", "docs_archive.publisher"]
    places = ["--keys", str(folder / "keys"), "--output", str(folder / "feed")]
    subprocess.run([*publisher, *places, "create"], check=True, capture_output=True)
    subprocess.run([*publisher, *places, "publish", "--documents", str(documents)], check=True, capture_output=True)
    return folder / "feed", next((folder / "feed").glob("**/1.root.json")).read_bytes()


def _search(ask):  # type: ignore[no-untyped-def]
    ask(QUERIES[0])
    times = []
    for _ in range(ROUNDS):
        for words in QUERIES:
            began = time.perf_counter()
            ask(words)
            times.append(time.perf_counter() - began)
    return times


def _bare_tantivy(folder: Path):  # type: ignore[no-untyped-def]
    """Tantivy's own query parser on the same index, the same folded words, the fifty best entries, nothing else."""
    state = read_state(folder / "index")
    assert state is not None
    index = open_index(folder / "index" / state.folder)
    index.reload()
    searcher = index.searcher()

    def ask(words: str) -> object:
        return searcher.search(index.parse_query(fold(words), ["folded"]), 50).hits

    return ask


if __name__ == "__main__":
    print(measure())
