"""The pages of the main window by name, each made (and loaded) when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from .page_tools import PageTools

PageFactory = Callable[["PageTools", QWidget], QWidget]
MAIL, CONFERENCE, DOCUMENTS, CALENDAR = "mail", "conference", "documents", "calendar"


def mail_page(tools: PageTools, parent: QWidget) -> QWidget:
    from .mail_page import MailPage

    page: QWidget = MailPage(tools, parent)
    return page


def conference_page(tools: PageTools, parent: QWidget) -> QWidget:
    from .conference_page import ConferencePage

    return ConferencePage(tools, parent)


def archive_page(tools: PageTools, parent: QWidget) -> QWidget:
    from .archive_page import ArchivePage

    page: QWidget = ArchivePage(tools, parent)
    return page


def calendar_page(tools: PageTools, parent: QWidget) -> QWidget:
    from .calendar_page import CalendarPage

    return CalendarPage(tools, parent)


PAGES: dict[str, PageFactory] = {
    MAIL: mail_page,
    CONFERENCE: conference_page,
    DOCUMENTS: archive_page,
    CALENDAR: calendar_page,
}
