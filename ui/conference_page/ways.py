"""Enters what an invitation means: a room of the ministry's here in the desk, a known service over the system's
handler, nothing else. Used by the conference page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from conference import Conference, Findings, MeetingLink, Service, Site, SiteId, find_links, parse_site_address

from ..page_tools import PageTools
from .invitation import Invitation, known_hosts, parts_of
from .remembered_ways import RememberedWays
from .way_words import nothing_words, service_name

_SCHEMES = {"https", "sip", "sips"}


class Ways(QObject):
    """``join`` begins a conference of the desk; ``say`` puts words into the lobby."""

    def __init__(
        self, page: QWidget, tools: PageTools, join: Callable[[Conference], None], say: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._page, self._tools, self._join, self._say = page, tools, join, say
        self.remembered = RememberedWays(tools.preferences)

    def enter(self, asked: Invitation) -> None:
        """Looked through on a worker: an invitation may be long. Several links are asked about once."""
        parts, known = parts_of(asked), known_hosts(self._tools.desk)
        self._tools.background.run(self, lambda: find_links(parts, known), lambda found: self._found(asked, found))

    def _found(self, asked: Invitation, found: Findings) -> None:
        if not found.links:
            self._say(nothing_words(found))
            return
        name, address = _organiser(asked)
        remembered = self.remembered.of(address, found.links)
        if len(found.links) == 1 or remembered is not None:
            self._open(asked, remembered or found.links[0], is_remembered=len(found.links) > 1)
            return
        from .way_dialog import WayDialog

        def chosen(link: MeetingLink, keep: bool) -> None:
            if keep:
                self.remembered.remember(address, link)
            self._open(asked, link)

        dialog = WayDialog(
            " ".join(asked.summary.split()), (name or address) if address else "", found.links, self._page
        )
        dialog.chosen.connect(chosen)
        dialog.open()

    def _ask_again(self, asked: Invitation) -> None:
        self.remembered.forget(_organiser(asked)[1])
        self.enter(asked)

    def _open(self, asked: Invitation, link: MeetingLink, *, is_remembered: bool = False) -> None:
        if link.service is Service.ROOM:
            conference = self._with_room(asked, link)
            if conference is None:
                self._say(self.tr("Hồ sơ của bộ chưa khai báo điểm cầu của bàn này nên chưa vào phòng được."))
            else:
                self._join(conference)
            return
        url = QUrl.fromEncoded(link.address.encode("ascii"), QUrl.ParsingMode.StrictMode)
        is_as_checked = url.isValid() and url.scheme() in _SCHEMES and not (url.userName() and url.scheme() == "https")
        if url.scheme() == "https" and url.host() != link.host:
            is_as_checked = False
        if not is_as_checked or not QDesktopServices.openUrl(url):
            self._say(
                self.tr("Máy này chưa mở được {service}. Địa chỉ: {address}").format(
                    service=service_name(link.service), address=link.address
                )
            )
            return
        self._say_opened(asked, link, is_remembered)

    def _say_opened(self, asked: Invitation, link: MeetingLink, is_remembered: bool) -> None:
        text = self.tr("Đã mở {service} tại {host}.").format(service=service_name(link.service), host=link.host)
        if link.shown_host:
            text += " " + self.tr("Giấy mời ghi {shown}.").format(shown=link.shown_host)
        if link.passcode:
            text += " " + self.tr("Mật khẩu: {code}").format(code=link.passcode)
        self._say(text)
        if is_remembered:
            self._tools.notices.say(text, action_text=self.tr("Chọn cách khác…"), action=lambda: self._ask_again(asked))
        elif link.passcode:
            self._tools.notices.say(
                text,
                action_text=self.tr("Sao chép mật khẩu"),
                action=lambda: QGuiApplication.clipboard().setText(link.passcode),
            )
        else:
            self._tools.notices.say(text)

    def _with_room(self, asked: Invitation, link: MeetingLink) -> Conference | None:
        """The desk's own site and the room: of the conference that has a site on the room's host, else of the first."""
        conferences = self._tools.desk.conferences
        host = parse_site_address(link.address).host
        for conference in conferences:
            own, other = conference.sites
            if urlsplit(other.address).hostname == host.lower():
                return replace(conference, title=asked.summary, sites=(own, replace(other, address=link.address)))
        if not conferences:
            return None
        room = Site(SiteId("invited-room"), link.room or host, link.address)
        return Conference(asked.summary, (conferences[0].sites[0], room))


def _organiser(asked: Invitation) -> tuple[str, str]:
    person = getattr(asked, "organizer", None)
    return (getattr(person, "name", "") or "", getattr(person, "address", "") or "") if person is not None else ("", "")
