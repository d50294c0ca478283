"""Reads and checks a ministry's profile: one TOML file, written by its IT office. A ministry is a profile, never code.

Used at start by `desktop.application` and when building by `build_installer`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from conference import (
    AddressScheme,
    Conference,
    ConferenceError,
    Receiver,
    Site,
    SiteId,
    WeeklyTime,
    parse_site_address,
)
from docs_archive import ArchiveSettings
from mail import PRIVATE_MAILBOXES, MailSettings

from .weekly_times import read_weekly_time

_LARGEST = 256 * 1024
_ARCHIVE_KEYS = {"feed", "mirrors", "trust_root", "ca_file", "poll_seconds"}
_MAIL_KEYS = {
    *("server", "domains", "ca_file", "sign_in", "poll_seconds"),
    *("private_mailboxes", "picture_hosts", "autodiscover", "proxy", "signature", "largest_attachment"),
}
_SERVICES = {
    *("zoom", "teams", "webex", "meet", "skype", "jitsi", "bigbluebutton", "gomeet", "zavi", "vnpt", "viettel"),
    *("trueconf", "polycom", "room"),
}
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class ProfileError(Exception):
    """The profile cannot be used. ``args``: (path, line or 0, key, problem); ``problem`` is one of `PROBLEMS`."""

    PROBLEMS = ("unreadable", "syntax", "missing", "type", "value", "unknown", "file")

    def __init__(self, path: str, line: int, key: str, problem: str) -> None:
        super().__init__(path, line, key, problem)
        self.path, self.line, self.key, self.problem = path, line, key, problem


class ProfileMissing(Exception):
    """Nobody said where the profile is, and none lies beside the program."""


@dataclass(frozen=True, slots=True)
class MinistryProfile:
    name: str
    short_name: str
    mail: MailSettings
    archive: ArchiveSettings
    conferences: tuple[Conference, ...]
    receiver: Receiver | None = None
    """Where desks send their own picture and sound; ``{user}`` in its address is hers."""
    service_hosts: tuple[tuple[str, str], ...] = ()
    """The ministry's own hosts of outside conference services: (service, host), both lower case."""


def read_profile(path: Path) -> MinistryProfile:
    """Read the profile at ``path``; files it names are looked for beside it. Raises `ProfileError`."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ProfileError(str(path), 0, "", "unreadable")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(str(path), 0, "", "unreadable") from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        line = int(where[1]) if where else text.count("\n") + 1
        raise ProfileError(str(path), line, _key_on_line(text, line), "syntax") from error
    return _ProfileReader(path, text).read(tables)


class _ProfileReader:
    """Takes the tables apart; every complaint names the line and the key."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def read(self, tables: dict[str, Any]) -> MinistryProfile:
        self._only(
            tables, "", {"format", "ministry", "mail", "archive", "conference", "receiver", "conference_services"}
        )
        if tables.get("format", 1) != 1:
            self._complain("format", "value")
        ministry = self._table(tables, "ministry", {"name", "short_name"})
        name = self._text(ministry, "ministry.name")
        return MinistryProfile(
            name=name,
            short_name=self._text(ministry, "ministry.short_name", name),
            mail=self._mail(self._table(tables, "mail", _MAIL_KEYS)),
            archive=self._archive(self._table(tables, "archive", _ARCHIVE_KEYS)),
            conferences=self._conferences(tables.get("conference", [])),
            receiver=self._receiver(tables) if "receiver" in tables else None,
            service_hosts=self._service_hosts(tables.get("conference_services", {})),
        )

    def _mail(self, table: dict[str, Any]) -> MailSettings:
        domains = table.get("domains")
        if domains is None:
            self._complain("mail.domains", "missing")
        if not isinstance(domains, list) or not domains or not all(isinstance(d, str) and d for d in domains):
            self._complain("mail.domains", "type")
        sign_in = self._text(table, "mail.sign_in", "basic")
        if sign_in not in ("basic", "ntlm", "kerberos"):
            self._complain("mail.sign_in", "value")
        return MailSettings(
            ews_url=self._web_address(table, "mail.server") if "server" in table else "",
            autodiscover_url=self._web_address(table, "mail.autodiscover") if "autodiscover" in table else "",
            proxy=self._proxy(table),
            own_domains=tuple(domain.lower() for domain in domains),
            ca_file=self._file(table, "mail.ca_file"),
            auth=sign_in,
            poll_interval=self._seconds(table, "mail.poll_seconds", 60.0),
            private_domains=self._domains(table, "mail.private_mailboxes", PRIVATE_MAILBOXES),
            signature=self._text(table, "mail.signature") if "signature" in table else "",
            picture_hosts=self._domains(table, "mail.picture_hosts", ()),
            largest_attachment=self._megabytes(table, "mail.largest_attachment", 25),
        )

    def _proxy(self, table: dict[str, Any]) -> str:
        wish = self._text(table, "mail.proxy", "system")
        if wish in ("system", "none"):
            return wish
        try:
            parts = urlsplit(wish.removeprefix("pac+"))
            ok = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
        except ValueError:
            ok = False
        if not ok:
            self._complain("mail.proxy", "value")
        return wish

    def _archive(self, table: dict[str, Any]) -> ArchiveSettings:
        root = self._file(table, "archive.trust_root")
        if root is None:
            self._complain("archive.trust_root", "missing")
        feed = self._web_address(table, "archive.feed")
        return ArchiveSettings(
            feed_url=feed if feed.endswith("/") else feed + "/",
            trust_root=root.read_bytes(),
            ca_file=self._file(table, "archive.ca_file"),
            mirrors=self._mirrors(table),
            poll_interval=self._seconds(table, "archive.poll_seconds", 300.0),
        )

    def _mirrors(self, table: dict[str, Any]) -> tuple[str, ...]:
        """https addresses, or folders with their whole path: a share of the department."""
        listed = table.get("mirrors", [])
        if not isinstance(listed, list) or len(listed) > 8 or not all(isinstance(one, str) for one in listed):
            self._complain("archive.mirrors", "type")
        for one in listed:
            if "://" in one:
                self._web_address({"mirrors": one}, "archive.mirrors")
            elif not (Path(one).is_absolute() or one.startswith("\\\\")):
                self._complain("archive.mirrors", "value")
        return tuple(one if "://" not in one or one.endswith("/") else one + "/" for one in listed)

    def _conferences(self, tables: Any) -> tuple[Conference, ...]:
        if not isinstance(tables, list):
            self._complain("conference", "type")
        conferences = []
        for table in tables:
            self._only(table, "conference", {"title", "site", "weekly"})
            sites = table.get("site")
            if not isinstance(sites, list) or len(sites) != 2:
                self._complain("conference.site", "value")
            first, second = (self._site(site) for site in sites)
            if first.id == second.id:
                self._complain("conference.site.id", "value")
            conferences.append(Conference(self._text(table, "conference.title"), (first, second), self._weekly(table)))
        return tuple(conferences)

    def _weekly(self, table: dict[str, Any]) -> tuple[WeeklyTime, ...]:
        written = table.get("weekly", [])
        if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
            self._complain("conference.weekly", "type")
        try:
            return tuple(read_weekly_time(one) for one in written)
        except ValueError:
            self._complain("conference.weekly", "value")

    def _service_hosts(self, table: Any) -> tuple[tuple[str, str], ...]:
        """Hosts by service; one that begins with "." stands for all below it. ``room`` names hosts of streams."""
        if not isinstance(table, dict):
            self._complain("conference_services", "type")
        self._only(table, "conference_services", _SERVICES)
        found = []
        for service in table:
            key = f"conference_services.{service}"
            for host in self._domains(table, key, ()):
                if not re.fullmatch(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)+", host):
                    self._complain(key, "value")
                found.append((service, host))
        return tuple(found)

    def _receiver(self, tables: dict[str, Any]) -> Receiver:
        table = self._table(tables, "receiver", {"name", "address", "ca_file"})
        address = self._text(table, "receiver.address")
        try:
            scheme = parse_site_address(address.replace("{user}", "user")).scheme
        except ConferenceError:
            scheme = AddressScheme.HTTPS
        if scheme is AddressScheme.HTTPS:
            self._complain("receiver.address", "value", address)
        roots = self._file(table, "receiver.ca_file")
        return Receiver(self._text(table, "receiver.name", "receiver"), address, str(roots) if roots else "")

    def _site(self, table: dict[str, Any]) -> Site:
        self._only(table, "conference.site", {"id", "name", "address", "time_zone"})
        address = self._text(table, "conference.site.address")
        try:
            parse_site_address(address)
        except ConferenceError:
            self._complain("conference.site.address", "value", address)
        zone = self._text(table, "conference.site.time_zone") if "time_zone" in table else ""
        if zone and not _is_zone(zone):
            self._complain("conference.site.time_zone", "value", zone)
        name = self._text(table, "conference.site.name")
        return Site(SiteId(self._text(table, "conference.site.id")), name, address, zone)

    # --- single values ---

    def _table(self, tables: dict[str, Any], key: str, known: set[str]) -> dict[str, Any]:
        table = tables.get(key)
        if table is None:
            self._complain(key, "missing")
        if not isinstance(table, dict):
            self._complain(key, "type")
        self._only(table, key, known)
        return table

    def _only(self, table: dict[str, Any], prefix: str, known: set[str]) -> None:
        for key in table:
            if key not in known:
                self._complain(f"{prefix}.{key}" if prefix else key, "unknown")

    def _text(self, table: dict[str, Any], key: str, default: str | None = None) -> str:
        value = table.get(key.rpartition(".")[2], default)
        if value is None:
            self._complain(key, "missing")
        if not isinstance(value, str) or not value.strip():
            self._complain(key, "type")
        return value.strip()

    def _domains(self, table: dict[str, Any], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        value = table.get(key.rpartition(".")[2])
        if value is None:
            return default
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            self._complain(key, "type")
        return tuple(one.strip().lower() for one in value)

    def _seconds(self, table: dict[str, Any], key: str, default: float) -> float:
        value = table.get(key.rpartition(".")[2], default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._complain(key, "type")
        if not 1 <= value <= 86_400:
            self._complain(key, "value")
        return float(value)

    def _megabytes(self, table: dict[str, Any], key: str, default: int) -> int:
        """In bytes, of a number of MB."""
        value = table.get(key.rpartition(".")[2], default)
        if isinstance(value, bool) or not isinstance(value, int):
            self._complain(key, "type")
        if not 1 <= value <= 500:
            self._complain(key, "value")
        return value * 1_000_000

    def _web_address(self, table: dict[str, Any], key: str) -> str:
        """An https address; http on this very PC only (the demo ministry)."""
        address = self._text(table, key)
        try:
            parts = urlsplit(address)
            ok = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
            ok = ok and bool(parts.hostname) and parts.username is None
        except ValueError:
            ok = False
        if not ok:
            self._complain(key, "value")
        return address

    def _file(self, table: dict[str, Any], key: str) -> Path | None:
        if key.rpartition(".")[2] not in table:
            return None
        file = self.path.parent / self._text(table, key)
        if not file.is_file() or file.stat().st_size > _LARGEST:
            self._complain(key, "file")
        return file

    def _complain(self, key: str, problem: str, value: str | None = None) -> NoReturn:
        raise ProfileError(str(self.path), _line_of(self.text, key, value), key, problem)


def _line_of(text: str, key: str, value: str | None = None) -> int:
    """The line (from 1) where ``key`` stands in its table, else the table's heading, else 0. ``value`` tells repeats
    apart."""
    table, _, name = key.rpartition(".")
    heading, current = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line):
            current = found[1]
            if current in (table, key):
                heading = number
        elif current == table and re.match(rf"\s*{re.escape(name)}\s*=", line) and (value is None or value in line):
            return number
    return heading


def _key_on_line(text: str, line: int) -> str:
    lines = text.splitlines()
    found = re.match(r"\s*([\w.-]+)", lines[line - 1]) if 0 < line <= len(lines) else None
    return found[1] if found else ""


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo  # few profiles name one

    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True
