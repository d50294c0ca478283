"""What the service reads first of all, while the window's process still loads Qt: the remembered account's secrets out
of the keyring, and the first rows of its Inbox. Both go to the window over the inherited pipe."""

from __future__ import annotations

from pathlib import Path

from mail import first_look
from ui.service_wire import Prepared

from .credential_store import CredentialError, CredentialStore, take_the_short_way
from .data_folder import DataFolder
from .remembered_account import remembered_account


def prepare(root: Path) -> Prepared:
    """Asks nobody anything but the keyring; what is not there is None."""
    account = remembered_account(root)
    if account is None:
        return Prepared(None, None, None)
    take_the_short_way()
    store = CredentialStore()
    try:
        password, key = store.password(account.address), store.database_key(account.address)
    except CredentialError:
        return Prepared(None, None, None)
    look = first_look(DataFolder(root).mail_store(account.address), key) if key else None
    return Prepared(password, key, look)
