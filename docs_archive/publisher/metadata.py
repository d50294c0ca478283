"""The four TUF roles of a feed: made, checked, signed anew. Writing timestamp.json, the last, is what publishes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (  # type: ignore[attr-defined]
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from .errors import PublisherError
from .feed_folder import FeedFolder
from .keys import ROLES, KeyFolder

LIFETIMES: Mapping[str, timedelta] = {
    "root": timedelta(days=730),
    "targets": timedelta(days=365),
    "snapshot": timedelta(days=30),
    "timestamp": timedelta(days=7),
}

_T = TypeVar("_T", Root, Timestamp, Snapshot, Targets)
_SERIALIZER = JSONSerializer(compact=True)


def target_file(path: str, data: bytes, custom: dict[str, Any]) -> TargetFile:
    return TargetFile(len(data), {"sha256": hashlib.sha256(data).hexdigest()}, path, {"custom": custom})


def stored_name(target: TargetFile) -> str:
    """Where a target lies: consistent snapshots put its hash before its name."""
    folder, _, name = target.path.rpartition("/")
    return f"{folder}/{target.hashes['sha256']}.{name}"


@dataclass
class FeedMetadata:
    """What is signed now, and the way to sign the next."""

    folder: FeedFolder
    root: Metadata[Root]
    timestamp: Metadata[Timestamp] | None = None
    snapshot: Metadata[Snapshot] | None = None
    targets: Metadata[Targets] | None = None
    lifetimes: Mapping[str, timedelta] = field(default_factory=lambda: LIFETIMES)

    @classmethod
    def load(cls, folder: FeedFolder, lifetimes: Mapping[str, timedelta] = LIFETIMES) -> FeedMetadata:
        """Read and verify the feed's own metadata, so that nothing is signed anew which somebody slipped in."""
        versions = sorted(int(path.name.split(".")[0]) for path in folder.root.glob("[0-9]*.root.json"))
        if not versions:
            raise PublisherError(f"{folder.root} holds no feed; make one with the verb create")
        here = cls(folder, _read(folder.root / f"{versions[-1]}.root.json", Root), lifetimes=lifetimes)
        here._verify("root", here.root)
        path = folder.root / "timestamp.json"
        if not path.exists():
            if any(folder.root.glob("log/*.json")):
                raise PublisherError("the feed is damaged: timestamp.json is missing; restore it from a backup")
            return here  # killed while creating it
        here.timestamp = here._verify("timestamp", _read(path, Timestamp))
        meta = here.timestamp.signed.snapshot_meta
        path = folder.root / f"{meta.version}.snapshot.json"
        here.snapshot = here._verify("snapshot", _read(path, Snapshot, meta))
        meta = here.snapshot.signed.meta["targets.json"]
        path = folder.root / f"{meta.version}.targets.json"
        here.targets = here._verify("targets", _read(path, Targets, meta))
        return here

    @classmethod
    def create(
        cls, folder: FeedFolder, keys: KeyFolder, lifetimes: Mapping[str, timedelta] = LIFETIMES
    ) -> FeedMetadata:
        """New keys, 1.root.json and an empty feed."""
        if next(folder.root.glob("[0-9]*.root.json"), None) is not None:
            raise PublisherError(f"{folder.root} holds a feed already")
        if keys.exists():
            raise PublisherError(f"{keys.folder} holds keys already, which are never overwritten: move them away first")
        root = Root(version=1, expires=_expiry(lifetimes["root"]), consistent_snapshot=True)
        signers = {role: keys.create(role) for role in ROLES}
        for role, signer in signers.items():
            root.add_key(signer.public_key, role)
        here = cls(folder, Metadata(root), lifetimes=lifetimes)
        here.root.sign(signers["root"])
        folder.write("1.root.json", here.root.to_bytes(_SERIALIZER))
        here.publish({}, keys)
        return here

    @property
    def target_files(self) -> dict[str, TargetFile]:
        return dict(self.targets.signed.targets) if self.targets else {}

    def current_files(self) -> set[str]:
        names = {stored_name(target) for target in self.target_files.values()}
        if self.snapshot and self.targets:
            names |= {f"{self.snapshot.signed.version}.snapshot.json", f"{self.targets.signed.version}.targets.json"}
        return names

    def publish(self, target_files: Mapping[str, TargetFile], keys: KeyFolder) -> None:
        """Sign a new list of targets and everything above it."""
        version = self.targets.signed.version + 1 if self.targets else 1
        targets = Targets(version=version, expires=self._expires("targets"), targets=dict(target_files))
        self.targets = self._sign("targets", targets, keys)
        self._write(f"{version}.targets.json", self.targets)
        self.renew(keys, snapshot=True)

    def renew(self, keys: KeyFolder, *, snapshot: bool = False) -> None:
        """A new timestamp, and a new snapshot where asked for or when half its life is over."""
        assert self.targets is not None
        if self.snapshot is None or snapshot or self._half_spent(self.snapshot.signed, "snapshot"):
            version = self.snapshot.signed.version + 1 if self.snapshot else 1
            meta = {"targets.json": _meta_file(self.targets)}
            signed = Snapshot(version=version, expires=self._expires("snapshot"), meta=meta)
            self.snapshot = self._sign("snapshot", signed, keys)
            self._write(f"{version}.snapshot.json", self.snapshot)
        version = self.timestamp.signed.version + 1 if self.timestamp else 1
        stamp = Timestamp(version=version, expires=self._expires("timestamp"), snapshot_meta=_meta_file(self.snapshot))
        self.timestamp = self._sign("timestamp", stamp, keys)
        self.folder.settle()
        self._write("timestamp.json", self.timestamp)
        self.folder.settle()

    def rotate(self, role: str, keys: KeyFolder) -> None:
        """A new key for a role: the next root, signed by the old root key and (when that changes) the new one."""
        old_root_signer = keys.signer("root")
        signer = keys.create(role, replace=True)
        root = Root.from_dict(self.root.signed.to_dict())
        for keyid in list(root.roles[role].keyids):
            root.revoke_key(keyid, role)
        root.add_key(signer.public_key, role)
        root.version += 1
        root.expires = self._expires("root")
        metadata = Metadata(root)
        metadata.sign(old_root_signer)
        if role == "root":
            metadata.sign(signer, append=True)
        self.root = metadata
        self._write(f"{root.version}.root.json", metadata)
        if role == "targets":
            self.publish(self.target_files, keys)
        elif role != "root":
            self.renew(keys, snapshot=role == "snapshot")

    def timestamp_needs_renewal(self) -> bool:
        return self.timestamp is not None and self._half_spent(self.timestamp.signed, "timestamp")

    def targets_need_renewal(self) -> bool:
        return self.targets is not None and self._half_spent(self.targets.signed, "targets")

    def _half_spent(self, signed: Signed, role: str) -> bool:
        return signed.expires - datetime.now(UTC) < self.lifetimes[role] / 2

    def _expires(self, role: str) -> datetime:
        return _expiry(self.lifetimes[role])

    def _sign(self, role: str, signed: _T, keys: KeyFolder) -> Metadata[_T]:
        signer: CryptoSigner = keys.signer(role)
        if signer.public_key.keyid not in self.root.signed.roles[role].keyids:
            raise PublisherError(f"{keys.path(role)} is not the key that the feed's root names for {role}")
        metadata = Metadata(signed)
        metadata.sign(signer)
        return metadata

    def _verify(self, role: str, metadata: Metadata[_T]) -> Metadata[_T]:
        try:
            self.root.signed.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
        except RepositoryError as error:
            raise PublisherError(f"the feed's {role} is not signed by its own key") from error
        return metadata

    def _write(self, name: str, metadata: Metadata[Any]) -> None:
        self.folder.write(name, metadata.to_bytes(_SERIALIZER))


def _meta_file(metadata: Metadata[Any]) -> MetaFile:
    data = metadata.to_bytes(_SERIALIZER)
    return MetaFile(metadata.signed.version, len(data), {"sha256": hashlib.sha256(data).hexdigest()})


def _read(path: Path, kind: type[_T], meta: MetaFile | None = None) -> Metadata[_T]:
    try:
        data = path.read_bytes()
        if meta is not None:
            meta.verify_length_and_hashes(data)
        metadata: Metadata[Any] = Metadata.from_bytes(data)
    except (OSError, RepositoryError) as error:
        raise PublisherError(f"the feed is damaged: {path.name} cannot be used") from error
    if not isinstance(metadata.signed, kind):
        raise PublisherError(f"the feed is damaged: {path.name} is of another kind")
    return metadata


def _expiry(lifetime: timedelta) -> datetime:
    return (datetime.now(UTC) + lifetime).replace(microsecond=0)
