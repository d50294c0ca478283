"""DemoPortal: publishes the story's documents by running the publisher as any ministry would, and serves the feed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from ..story_documents import StoryDocument, story_documents
from .static_server import Request, StaticServer

PUBLISHER = (sys.executable, "-m", "docs_archive.publisher")
_PROJECT = Path(__file__).resolve().parents[3]
"""Where ``-m docs_archive.publisher`` is found, wherever the application was started."""
_FRESH = 24 * 3600.0
_STORY = ".published-story"


class PublisherFailed(Exception):
    """The publisher ended otherwise than well. ``args``: (what it said,)."""


class DemoPortal:
    """A feed in ``folder`` and a server in front of it.

    The first start publishes the story (about a second); a later one in the same folder goes on with the same keys and
    log, and publishes only what differs. ``publisher`` is the command to run: a frozen program passes its own.
    """

    def __init__(
        self,
        folder: Path,
        *,
        publisher: Sequence[str] = PUBLISHER,
        documents: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        self.folder = folder = folder.resolve()
        self._publisher = list(publisher)
        story = story_documents() if documents is None else documents
        self.documents: dict[str, StoryDocument] = {str(each["number"]): dict(each) for each in story}
        self._feed = folder / "feed"
        self._keys = folder / "keys"
        self._server = StaticServer(self._feed)
        self._preparing: threading.Thread | None = None
        self._failure: PublisherFailed | None = None
        self._timestamps: list[bytes] = []

    # --- life -------------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Begin publishing in the background; `start` waits for its end."""
        if self._preparing is None:
            self._preparing = threading.Thread(target=self._prepare, name="demo portal publishes")
            self._preparing.start()

    def start(self) -> DemoPortal:
        self.prepare()
        assert self._preparing is not None
        self._preparing.join()
        self._preparing = None
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def __enter__(self) -> DemoPortal:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def feed_url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}/"

    @property
    def trust_root(self) -> bytes:
        """The first root.json: what an IT office puts beside its profile."""
        return (self._feed / "1.root.json").read_bytes()

    @property
    def requests(self) -> list[Request]:
        return self._server.requests

    # --- what the ministry does -------------------------------------------------------------------------------------

    def amend(
        self, number: str, *, new_text: str | None = None, replace: tuple[str, str] | None = None, **fields: Any
    ) -> None:
        """Publish a document anew, with another text, with one passage replaced, or with other fields."""
        document = dict(self.documents[number])
        if new_text is not None:
            document["text"] = new_text
        if replace is not None:
            if replace[0] not in document["text"]:
                raise ValueError(f"{number} does not say: {replace[0]}")
            document["text"] = document["text"].replace(*replace)
        self.add_document(**{**document, **fields})

    def add_document(self, **fields: Any) -> None:
        """Publish a document; at least ``number``, ``type``, ``title``, ``issuer`` and ``text``."""
        fields.setdefault("id", f"boldptxh:{hashlib.sha256(fields['number'].encode()).hexdigest()[:12]}")
        self.documents[fields["number"]] = dict(fields)
        self._publish([fields])

    def withdraw(self, number: str) -> None:
        self._changed()
        self._run("withdraw", "--document", self.documents[number]["id"])

    def set_status(self, number: str, status: str, expires: str = "") -> None:
        """``status``: a code of vbpl.vn (CHL, HHL, …); ``expires``: ISO 8601."""
        self._changed()
        dates = ["--expires", expires] if expires else []
        self._run("status", "--document", self.documents[number]["id"], "--status", status, *dates)

    def refresh(self) -> None:
        """Renew the timestamp, as a daily task does."""
        self._run("refresh")

    # --- what goes wrong --------------------------------------------------------------------------------------------

    def damage_next_download(self, count: int = 1) -> None:
        """The next pages, packs or blobs come with one byte changed."""
        self._server.faults.damage_next = count

    def truncate_next_download(self, count: int = 1) -> None:
        """The next pages, packs or blobs end in the middle."""
        self._server.faults.truncate_next = count

    def go_offline(self) -> None:
        self._server.stop()

    def come_back(self) -> None:
        """End every fault; online again."""
        self._server.faults = type(self._server.faults)()
        self._server.start()

    def fail_with(self, status: int | None) -> None:
        """Answer everything with this HTTP status; None: no longer."""
        self._server.faults.status = status

    def answer_slowly(self, seconds_per_byte: float) -> None:
        self._server.faults.seconds_per_chunk = seconds_per_byte

    def roll_back(self) -> None:
        """Serve the timestamp before the newest, as a server restored from its backup would."""
        if len(self._timestamps) < 2:
            raise ValueError("there was nothing before; change something first")
        self._server.faults.served["timestamp.json"] = self._timestamps[-2]

    def sign_by_stranger(self) -> None:
        """Serve a feed that somebody else signed, with numbers high enough to look newer."""
        stranger = self.folder / "stranger"
        shutil.rmtree(stranger, ignore_errors=True)
        source = stranger / "documents.jsonl"
        stranger.mkdir(parents=True)
        _write_lines(source, [{**next(iter(self.documents.values())), "text": "Văn bản giả mạo."}])
        where = ("--keys", str(stranger / "keys"), "--output", str(stranger / "feed"))
        self._run("publish", "--create", "--documents", str(source), where=where)
        for _ in range(3):
            self._run("refresh", where=where)
        files = [path for path in (stranger / "feed").rglob("*") if path.is_file()]
        self._server.faults.served |= {
            path.relative_to(stranger / "feed").as_posix(): path.read_bytes()
            for path in files
            if not path.name.startswith(".") and not path.name.endswith("root.json")
        }

    def let_expire(self) -> None:
        """Sign a timestamp whose day has passed, as after a week of nobody looking after the portal."""
        self._changed()
        self._run("refresh", days=-1.0)

    # --- publishing -------------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        try:
            mark = self._feed / _STORY
            digest = hashlib.sha256(json.dumps(list(self.documents.values()), default=str).encode()).hexdigest()
            stamp = self._feed / "timestamp.json"
            if mark.exists() and mark.read_text() == digest and time.time() - stamp.stat().st_mtime < _FRESH:
                self._remember()
                return
            if not (self._feed / "1.root.json").exists():  # keys without a root: a first start that was killed
                shutil.rmtree(self._keys, ignore_errors=True)
            self._publish(list(self.documents.values()), "--create", "--restore")
            mark.write_text(digest)
        except PublisherFailed as error:
            self._failure = error

    def _publish(self, documents: Sequence[Mapping[str, Any]], *options: str) -> None:
        self._changed()
        source = self.folder / "documents.jsonl"
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_lines(source, documents)
        self._run("publish", *options, "--documents", str(source))

    def _run(self, *verb: str, where: Sequence[str] = (), days: float = 7.0) -> None:
        where = where or ("--keys", str(self._keys), "--output", str(self._feed))
        command = [*self._publisher, *where, "--no-fsync", "--timestamp-days", str(days), *verb]
        where_from = _PROJECT if _PROJECT.is_dir() else None
        try:
            done = subprocess.run(  # noqa: S603 (a command of ours, no shell)
                command, capture_output=True, text=True, encoding="utf-8", timeout=120, cwd=where_from
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PublisherFailed(str(error)) from error
        if done.returncode != 0:
            raise PublisherFailed(done.stderr.strip() or f"exit code {done.returncode}")
        self._remember()

    def _remember(self) -> None:
        stamp = (self._feed / "timestamp.json").read_bytes()
        if stamp not in self._timestamps:
            self._timestamps.append(stamp)

    def _changed(self) -> None:
        """The feed is no longer just the story: the next start publishes what differs."""
        (self._feed / _STORY).unlink(missing_ok=True)


def _write_lines(path: Path, documents: Sequence[Mapping[str, Any]]) -> None:
    lines = [json.dumps(dict(each), ensure_ascii=False, default=str) for each in documents]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
