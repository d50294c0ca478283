"""Who sits at the desk: the account remembered on this PC, and its secrets, from the keyring or from her. No Qt."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from mail import Account, MailSettings, WrongPassword

from .credential_store import CredentialError, CredentialStore, key_from_passphrase
from .data_folder import DataFolder
from .remembered_account import remember_account, remembered_account
from .set_aside import SetAside, bring_back, set_aside, stores_aside


@dataclass(frozen=True, slots=True)
class Secrets:
    password: str = field(repr=False)
    database_key: bytes = field(repr=False)


class WrongPassphrase(Exception):
    """The passphrase typed does not open the mailbox kept on this PC."""


class StoreKeyMissing(Exception):
    """The mailbox kept on this PC was encrypted with a key of the keyring, and that is not to be had."""


class NotSignedIn(Exception):
    """Nobody signed in, and nobody will any more."""


class SignIn:
    """The conversation before the desk opens. Its methods block: call them off the window's thread."""

    def __init__(self, folder: DataFolder, settings: MailSettings, store: CredentialStore) -> None:
        self._folder, self._settings, self._store = folder, settings, store
        self.secrets_ready = threading.Event()
        self._secrets: Secrets | None = None
        self._refused: tuple[str, str] | None = None
        self._keeps_password = False
        self.set_aside: SetAside | None = None
        """A store whose key was gone when she signed in."""

    @property
    def secrets(self) -> Secrets:
        """Waits until she has signed in. Raises `NotSignedIn` when the program ends before."""
        self.secrets_ready.wait()
        if self._secrets is None:
            raise NotSignedIn
        return self._secrets

    def give_up(self) -> None:
        """The program ends: whoever waits for the secrets waits no longer."""
        self.secrets_ready.set()

    def remembered_account(self) -> Account | None:
        return remembered_account(self._folder.root)

    def has_local_copy(self, address: str) -> bool:
        return bool(address) and self._folder.mail_store(address).exists()

    def has_passphrase(self, address: str) -> bool:
        """Whether the mailbox kept on this PC opens with a passphrase."""
        return self.has_local_copy(address) and self._salt(address).exists()

    def take_prepared(self, password: str | None, key: bytes | None) -> bool:
        """What the service has read in the keyring. False: she has to type."""
        if password is None or key is None:
            return False
        self._take(Secrets(password, key))
        return True

    def from_keyring(self, account: Account) -> bool:
        """Take both secrets from the keyring. False: she has to type. Raises `CredentialError`."""
        return self.take_prepared(self._store.password(account.address), self._store.database_key(account.address))

    def enter(self, account: Account, password: str, *, remember: bool, passphrase: str = "") -> Account:
        """Try what she typed, once, at the mail server; then keep it where it belongs. Returns the account with its
        owner's name. Raises `MailError`, `CredentialError`, `WrongPassphrase`, `StoreKeyMissing`."""
        from .service_process import check_sign_in

        if self._refused == (account.user_name, password):
            raise WrongPassword(account.user_name, "")  # known to be wrong: not sent again, for domain accounts lock
        try:
            found = check_sign_in(account, self._settings, password)
        except WrongPassword:
            self._refused = (account.user_name, password)
            raise
        name = found.person.name or account.display_name
        account = Account(account.address, account.user_name, name, found.ews_url)
        key = self._key(account, passphrase)
        with contextlib.suppress(CredentialError):
            if remember:
                self._store.save_password(account.address, password)
                if passphrase:  # a keyring that came later spares her the passphrase
                    self._store.save_database_key(account.address, key)
            else:
                self._store.forget_password(account.address)
        remember_account(self._folder.root, account)
        self._take(Secrets(password, key))
        return account

    def work_offline(self, account: Account, passphrase: str = "") -> None:
        """Open the local copy without asking the server; the password stays empty until she types one. Raises
        `CredentialError`, `WrongPassphrase`, `StoreKeyMissing`."""
        password = ""
        with contextlib.suppress(CredentialError):
            password = self._store.password(account.address) or ""
        self._take(Secrets(password, self._key(account, passphrase, may_make=False)))

    def renew_password(self, account: Account, password: str) -> None:
        """After a refusal she typed another one: it replaces the old, in the keyring too if that had it. The one just
        refused is not taken again."""
        if self.is_refused(account, password):
            return
        self._take(Secrets(password, self.secrets.database_key))
        with contextlib.suppress(CredentialError):
            if self._keeps_password or self._store.password(account.address) is not None:
                self._store.save_password(account.address, password)

    def is_refused(self, account: Account, password: str) -> bool:
        """Whether this is the one the server said no to last. Never blocks."""
        return self._refused == (account.user_name, password)

    def password_was_refused(self, account: Account, refusal: WrongPassword) -> bool:
        """The server said no to it: from this moment no service that starts anew is given it. Never blocks once she
        has signed in. False: it is news of one that she has replaced meanwhile, and changes nothing."""
        refused = self.secrets.password
        if not refused or not refusal.is_about(refused):
            return False
        self._refused = (account.user_name, refused)
        self._take(Secrets("", self.secrets.database_key))
        return True

    def forget_refused(self, account: Account) -> None:
        """The desk tomorrow must not send it again either: out of the keyring."""
        refused = self._refused[1] if self._refused is not None else ""
        with contextlib.suppress(CredentialError):
            if refused and self._store.password(account.address) == refused:
                self._keeps_password = True
                self._store.forget_password(account.address)

    def take(self, account: Account, password: str) -> None:
        """Sign in without asking the server: an account that was made for her (the demo ministry). Without a keyring
        the key lives for this session only."""
        try:
            self._store.save_password(account.address, password)
            key = self._store.database_key(account.address) or self._store.make_database_key(account.address)
        except CredentialError:
            import secrets

            key = secrets.token_bytes(32)
        self._take(Secrets(password, key))
        remember_account(self._folder.root, account)

    def forget(self, account: Account) -> None:
        """Undo `take`: nothing of a demo stays in her keyring."""
        with contextlib.suppress(CredentialError):
            self._store.forget_password(account.address)
            self._store.forget_database_key(account.address)

    def can_restore_key(self, address: str) -> bool:
        """Whether there is a store on this PC that a recovered key might open."""
        path = self._folder.mail_store(address) if address else None
        return path is not None and (path.exists() or bool(stores_aside(path)))

    def seal_key(self, account: Account, passphrase: str) -> bytes:
        """The recovery copy of the key, for a file of hers (`key_recovery`). Takes some 0.4 s."""
        from .key_recovery import seal

        return seal(self.secrets.database_key, account.address, passphrase)

    def restore_key(self, address: str, content: bytes, passphrase: str) -> None:
        """Take the key from a recovery copy into the keyring, and bring the store that it opens back if it had been
        set aside. Raises `NotARecoveryCopy`, `WrongRecoveryPassphrase`, `NothingToRestore`, `CredentialError`."""
        from .key_recovery import NothingToRestore, open_sealed, store_of

        key = open_sealed(content, address, passphrase)
        path = self._folder.mail_store(address)
        found = store_of(key, path)
        if found is None:
            raise NothingToRestore
        self._store.save_database_key(address, key)  # first: without it the store stays where it is
        if found != path:
            bring_back(found, path)

    def has_keyring(self) -> bool:
        return self._store.is_there()

    def _take(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self.secrets_ready.set()

    def _salt(self, address: str) -> Path:
        return self._folder.mail_store(address).with_name("salt")

    def _key(self, account: Account, passphrase: str, *, may_make: bool = True) -> bytes:
        path, salt = self._folder.mail_store(account.address), self._salt(account.address)
        if passphrase:
            if path.exists() and not salt.exists():
                raise StoreKeyMissing
            key = key_from_passphrase(passphrase, salt)
            self._try_key(path, key)
            return key
        kept = self._store.database_key(account.address)
        if kept is not None:
            return kept
        if not may_make:
            raise StoreKeyMissing
        if path.exists():
            self.set_aside = set_aside(path)
        return self._store.make_database_key(account.address)

    def _try_key(self, path: Path, key: bytes) -> None:
        if not path.exists():
            return
        from mail import WrongKey, open_mailbox

        try:
            open_mailbox(path, key).close()
        except WrongKey as error:
            raise WrongPassphrase from error
