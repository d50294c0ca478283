"""Joins the parts: the only file that names adapters, and so the place to see what talks to what.

Everything heavy is imported inside the functions: the window's process never loads exchangelib, the service never Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conference import ConferenceCheck, ConferenceLauncher, MediaEngine, Recording, SiteSecretStore
    from conference.publishing import Publisher
    from docs_archive import Archive, ArchiveSettings, ArchiveSync
    from mail import (
        Account,
        FirstLook,
        JoinedAttachmentIndexer,
        MailboxGateway,
        MailboxSync,
        MailboxWithShared,
        MailSettings,
        SharedMailSync,
    )
    from ui.desk import Desk
    from ui.own_sending import OwnSending
    from ui.service_messages import SignedIn

    from .credential_store import CredentialStore
    from .data_folder import DataFolder
    from .ministry_profile import MinistryProfile


def mailbox_gateway(settings: MailSettings, account: Account, password: str) -> MailboxGateway:
    from mail.ews import EwsMailboxGateway

    if not settings.ews_url:
        account = with_endpoint(settings, account, password)
        settings = replace(settings, ews_url=account.ews_url)
    return EwsMailboxGateway(settings, account, password)


def with_endpoint(settings: MailSettings, account: Account, password: str) -> Account:
    """The account with the address of its mailbox server, found by autodiscover where the profile names none and it
    was not found before. Raises `mail.GatewayError`."""
    if settings.ews_url or account.ews_url:
        return account
    from mail.ews.autodiscover import find_endpoint

    return replace(account, ews_url=find_endpoint(settings, account, password))


def mail_sync(
    gateway: MailboxGateway, folder: DataFolder, account: Account, key: bytes, settings: MailSettings
) -> MailboxSync:
    from mail import MailboxSync

    return MailboxSync(gateway, folder.mail_store(account.address), key, settings)


def mailbox(folder: DataFolder, account: Account, key: bytes) -> MailboxWithShared:
    from mail import MailboxWithShared

    path = folder.mail_store(account.address)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return MailboxWithShared(path, key)


def shared_mail_sync(
    gateway: Callable[[], MailboxGateway],
    folder: DataFolder,
    account: Account,
    key: bytes,
    settings: MailSettings,
    may_begin: Callable[[], bool],
) -> SharedMailSync:
    """``gateway`` gives her own mailbox's; her own mail ``may_begin`` first."""
    from mail import SharedMailSync

    return SharedMailSync(gateway, folder.mail_store(account.address), key, settings, may_begin)


def attachment_indexer(folder: DataFolder, account: Account, key: bytes) -> JoinedAttachmentIndexer:
    from mail import JoinedAttachmentIndexer

    return JoinedAttachmentIndexer(folder.mail_store(account.address), key)


def archive_sync(folder: DataFolder, settings: ArchiveSettings) -> ArchiveSync:
    from docs_archive import ArchiveSync
    from docs_archive.feed import SignedFeedGateway

    return ArchiveSync(SignedFeedGateway(settings, folder.feed), folder.archive)


def archive(folder: DataFolder) -> Archive:
    from docs_archive import open_archive

    return open_archive(folder.archive)


def conference_launcher(folder: DataFolder | None = None, secrets: SiteSecretStore | None = None) -> ConferenceLauncher:
    """Loads libVLC: call it when a conference is joined. How the lines to the sites are is remembered in ``folder``.

    Raises `conference.PlayerMissing`.
    """
    from conference import ConferenceLauncher

    return ConferenceLauncher(_media_engine(folder, secrets))


def conference_check(folder: DataFolder, secrets: SiteSecretStore | None = None) -> ConferenceCheck:
    """Players of its own, as a conference has them but sounding nowhere: what a site sends is measured, not heard."""
    from conference import ConferenceCheck
    from conference.vlc.clip_content import read_clip

    engine = _media_engine(folder, secrets, audio_output="adummy")
    return ConferenceCheck(engine, read_clip, folder.root, secrets=secrets)


def _media_engine(
    folder: DataFolder | None, secrets: SiteSecretStore | None, audio_output: str | None = None
) -> MediaEngine:
    from conference import AddressScheme
    from conference.srt import LineMemory, srt_sources
    from conference.vlc import VlcMediaEngine

    lines = LineMemory(folder.root / "conference_lines.json" if folder is not None else None)
    sources = {AddressScheme.SRT: srt_sources(lines)}
    return VlcMediaEngine(
        audio_output=audio_output,
        sources=sources,
        secrets=secrets.credentials if secrets else None,
        not_taken=secrets.was_refused if secrets else None,
    )


def srt_version() -> str | None:
    """Of the libsrt on this PC; None where there is none that is known."""
    from conference.srt.srt_library import version

    return version()


def site_secrets() -> SiteSecretStore:
    from .site_secrets import KeyringSiteSecrets

    return KeyringSiteSecrets(credential_store())


def publisher() -> Publisher:
    """What captures camera and microphone and sends them; starts nothing before it is told to begin."""
    from conference.publishing.process_publisher import ProcessPublisher

    from .early_service import command_of, program_folder

    return ProcessPublisher(lambda: command_of("--publish"), program_folder())


def own_sending(profile: MinistryProfile, account: Account) -> OwnSending | None:
    """How this desk is seen and heard; None where the profile names no receiver."""
    if profile.receiver is None:
        return None
    from .own_sending import own_sending

    return own_sending(profile.receiver, account, publisher, credential_store)


def run_publishing_child() -> int:
    """``--publish``: this process is the one that captures and sends."""
    from conference.publishing.child.entry import main

    return main()


def convert_recording(recording: Recording) -> Iterator[tuple[float, Path | None]]:
    """Loads PyAV: call it on a worker."""
    from conference.vlc.remux import to_mp4

    return to_mp4(recording)


def desk(
    profile: MinistryProfile,
    folder: DataFolder,
    account: Account,
    database_key: Callable[[], bytes],
    first_look: Callable[[bool], FirstLook | None] = lambda wait: None,
    seal_key: Callable[[str], bytes] | None = None,
) -> Desk:
    """``database_key`` may block until she has signed in; it is called on a worker."""
    from ui.desk import Desk

    from .keep_awake import screen_awake

    secrets = site_secrets()
    return Desk(
        ministry=profile.name,
        ministry_short=profile.short_name,
        account=account,
        conferences=profile.conferences,
        service_hosts=profile.service_hosts,
        open_mailbox=lambda: mailbox(folder, account, database_key()),
        open_archive=lambda: archive(folder),
        make_launcher=cache(lambda: conference_launcher(folder, secrets)),  # each has a libVLC of its own
        make_check=cache(lambda: conference_check(folder, secrets)),
        data_folder=folder.root,
        own_domains=profile.mail.own_domains,
        private_domains=profile.mail.private_domains,
        largest_attachment=profile.mail.largest_attachment,
        signature_template=profile.mail.signature,
        first_look=first_look,
        convert_recording=convert_recording,
        screen_awake=screen_awake(),
        site_secrets=secrets,
        own_sending=own_sending(profile, account),
        seal_key=seal_key,
    )


def credential_store() -> CredentialStore:
    from .credential_store import CredentialStore

    return CredentialStore()


def decode_clip(clip: bytes, wanted: int) -> int:
    """Pictures decoded of a clip: whether this PC can play. Raises `conference.PlayerMissing`."""
    from conference.vlc.clip_check import decode_clip

    return decode_clip(clip, wanted)


def check_sign_in(account: Account, settings: MailSettings, password: str) -> SignedIn:
    """Ask the mail server once, in a process of its own. Raises `mail.MailError`."""
    from .service_process import check_sign_in

    return check_sign_in(account, settings, password)
