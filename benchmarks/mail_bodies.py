"""2,000 messages, about 100 MB: bodies through the gateway into the encrypted store, beside a bare fetch of the bytes.

The bare fetch posts the very same GetItem requests on as many connections and parses nothing."""

from __future__ import annotations

import http.client
import queue
import secrets
import tempfile
import threading
import time
from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from desktop.demo_ministry.ministry import ADDRESS, PASSWORD, USER_NAME
from mail import Account, MailboxSync, MailSettings
from mail.bodies import BodyStore
from mail.database import Database
from mail.ews import EwsMailboxGateway
from mail.ews.bodies import _GetMime
from mail.model import (
    ChangeBatch,
    Folder,
    FolderBatch,
    FolderId,
    FolderRole,
    ItemId,
    MessageSummary,
    RawMessage,
    SyncState,
)
from mail.store import MirrorStore

from .independent_bodies import independent_bodies
from .mail_server import running_mail_server
from .tables import table

MESSAGES, MEGABYTES = 2000, 100
CPU_PER_MEGABYTE = 0.10
"""Seconds: of the whole first sync, and what it may take beyond the bare fetch."""
ACCOUNT = Account(ADDRESS, USER_NAME)


def measure() -> str:
    with running_mail_server(MESSAGES, MEGABYTES) as url, tempfile.TemporaryDirectory() as temporary:
        settings = MailSettings(url, ("boldptxh.example",))
        ids, ids_took = _timed(lambda: _ids(settings))
        gateway = EwsMailboxGateway(settings, ACCOUNT, PASSWORD)
        mime_bytes, gateway_only = _timed(lambda: sum(len(raw.mime) for raw in gateway.bodies(ids)))
        megabytes = mime_bytes / 1e6
        requests = _requests(gateway, ids, settings.body_chunk)
        gateway.close()
        answer_bytes, bare = _timed(lambda: _fetch_bare(url, requests, settings.connections))
        database = _store_with_rows(Path(temporary) / "a" / "mail.db", ids)
        _, with_store = _timed(lambda: _gateway_and_store(settings, ids, database))
        database.close()
        _, whole = _timed(lambda: _whole_sync(settings, Path(temporary) / "b" / "mail.db"))
        peer = independent_bodies(url, USER_NAME, PASSWORD)
    allowed = bare[0] + CPU_PER_MEGABYTE * megabytes
    rows = [
        ("bare fetch, unparsed: wall", f"{bare[0]:.2f} s", ""),
        ("bare fetch: of the answers", f"{answer_bytes / 1e6 / bare[0]:.0f} MB/s", ""),
        ("gateway alone: CPU per MB", f"{gateway_only[1] / megabytes:.4f} s", ""),
        ("ids and bodies by our gateway, kept nowhere: wall", f"{ids_took[0] + gateway_only[0]:.2f} s", ""),
        ("gateway and encrypted store: wall", f"{with_store[0]:.2f} s", ""),
        ("gateway and encrypted store: CPU per MB", f"{with_store[1] / megabytes:.4f} s", "0.02 s"),
        ("gateway and encrypted store: bodies per second", f"{len(ids) / with_store[0]:.0f}", ""),
        ("whole first sync, searchable: wall", f"{whole[0]:.2f} s", f"{allowed:.2f} s"),
        ("whole first sync, searchable: CPU per MB", f"{whole[1] / megabytes:.4f} s", f"{CPU_PER_MEGABYTE:.2f} s"),
        ("whole first sync: bodies per second", f"{len(ids) / whole[0]:.0f}", ""),
        ("whole first sync against the bare fetch", f"{whole[0] / bare[0]:.1f} times", ""),
    ]
    if isinstance(peer, str):
        rows.append(("ews-javascript-api: ids and bodies", peer, ""))
    else:
        rows.append(("ews-javascript-api: ids and bodies, kept nowhere: wall", f"{peer['wall']:.2f} s", "slower"))
        rows.append(("ews-javascript-api: CPU per MB", f"{peer['cpu'] / (peer['bytes'] / 1e6):.4f} s", ""))
        rows.append(("ews-javascript-api: messages", f"{peer['messages']:,}", ""))
    return table(f"Bodies: {len(ids):,} messages, {megabytes:.0f} MB of MIME, {settings.connections} connections", rows)


def _timed(work):  # type: ignore[no-untyped-def]
    """(value, (wall seconds, CPU seconds of this process))"""
    wall, cpu = time.perf_counter(), time.process_time()
    value = work()
    return value, (time.perf_counter() - wall, time.process_time() - cpu)


def _ids(settings: MailSettings) -> list[ItemId]:
    gateway = EwsMailboxGateway(settings, ACCOUNT, PASSWORD)
    ids: list[ItemId] = []
    for folder in gateway.folders(None).folders:
        state = None
        while True:
            page = gateway.changes(folder.id, state)
            ids += [item.id for item in page.items]
            state = page.sync_state
            if page.is_last:
                break
    gateway.close()
    return ids


def _requests(gateway: EwsMailboxGateway, ids: list[ItemId], chunk: int) -> list[bytes]:
    """The requests that `bodies` sends."""
    service = _GetMime(account=gateway._conversation)
    return [service.request(ids[start : start + chunk])[0] for start in range(0, len(ids), chunk)]


def _fetch_bare(url: str, requests: list[bytes], connections: int) -> int:
    parts = urlsplit(url)
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    for request in requests:
        waiting.put(request)
    credentials = b64encode(f"{USER_NAME}:{PASSWORD}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Content-Type": "text/xml; charset=utf-8"}
    got: list[int] = []

    def fetch() -> None:
        line = http.client.HTTPConnection(parts.hostname or "", parts.port)
        while True:
            try:
                request = waiting.get_nowait()
            except queue.Empty:
                break
            line.request("POST", parts.path, request, headers)
            got.append(len(line.getresponse().read()))
        line.close()

    threads = [threading.Thread(target=fetch) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(got)


def _gateway_and_store(settings: MailSettings, ids: list[ItemId], database: Database) -> None:
    """Bodies as the sync takes them, without reading or indexing what comes."""
    gateway = EwsMailboxGateway(settings, ACCOUNT, PASSWORD)
    store = BodyStore(database)
    buffer: list[RawMessage] = []
    size = 0
    for raw in gateway.bodies(ids):
        buffer.append(raw)
        size += len(raw.mime)
        if len(buffer) >= 64 or size >= 2_000_000:
            store.store(buffer)
            buffer, size = [], 0
    store.store(buffer)
    assert store.counts()[0] == len(ids)
    gateway.close()


def _store_with_rows(path: Path, ids: list[ItemId]) -> Database:
    """An encrypted store that knows the messages but has no body yet."""
    path.parent.mkdir(parents=True)
    database = Database(path, secrets.token_bytes(32))
    mirror = MirrorStore(database)
    inbox = Folder(FolderId("inbox"), None, "Inbox", FolderRole.INBOX, 0, 0)
    mirror.apply_folders(FolderBatch((inbox,), (), SyncState("1")), seen=None)
    folder = mirror.folder_states()[0]
    now = datetime.now(UTC)
    for start in range(0, len(ids), 512):
        rows = tuple(
            MessageSummary(one, folder.id, "", None, (), now, True, False, 0) for one in ids[start : start + 512]
        )
        page = ChangeBatch(folder.id, rows, (), (), SyncState(str(start)), start + 512 >= len(ids))
        mirror.apply_page(folder, page, walk_began=0, announce_after=None)
    return database


def _whole_sync(settings: MailSettings, path: Path) -> None:
    path.parent.mkdir(parents=True)
    gateway = EwsMailboxGateway(settings, ACCOUNT, PASSWORD)
    sync = MailboxSync(gateway, path, secrets.token_bytes(32), settings)
    for _ in sync.round():
        pass
    sync.close()
    gateway.close()


if __name__ == "__main__":
    print(measure())
