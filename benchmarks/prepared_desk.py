"""A demo ministry and a desk's data folder already synced with it, for the benchmarks of the window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop import bootstrap, demo_ministry
from desktop.data_folder import open_data_folder
from desktop.demo_ministry import DemoMinistry
from desktop.ministry_profile import read_profile
from desktop.sign_in import SignIn
from mail import Account


@dataclass(frozen=True)
class PreparedDesk:
    ministry: DemoMinistry
    profile: Path
    data_folder: Path
    mail_store: Path
    database_key: bytes


@contextmanager
def prepared_desk(*, synced: bool = True, mail_server: str | None = None) -> Iterator[PreparedDesk]:
    """``mail_server`` replaces the demo's own mailbox server by another address."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        ministry = demo_ministry.start(Path(temporary) / "ministry", sites=False)
        if mail_server is not None:
            text = ministry.profile.read_text(encoding="utf-8").replace(ministry.mailbox.url, mail_server)
            ministry.profile.write_text(text, encoding="utf-8")
        profile = read_profile(ministry.profile)
        folder = open_data_folder(Path(temporary) / "data")
        account = Account(ministry.address, ministry.user_name, ministry.owner)
        sign_in = SignIn(folder, profile.mail, bootstrap.credential_store())
        sign_in.take(account, ministry.password)
        if synced:
            store = folder.mail_store(account.address)
            store.parent.mkdir(parents=True, exist_ok=True)
            gateway = bootstrap.mailbox_gateway(profile.mail, account, ministry.password)
            for sync in (
                bootstrap.mail_sync(gateway, folder, account, sign_in.secrets.database_key, profile.mail),
                bootstrap.archive_sync(folder, profile.archive),
            ):
                for _ in sync.round():
                    pass
                sync.close()
            gateway.close()
        yield PreparedDesk(
            ministry,
            ministry.profile,
            folder.root,
            folder.mail_store(account.address),
            sign_in.secrets.database_key,
        )
        sign_in.forget(account)
        ministry.stop()
