"""What the window asks the server and waits for, besides what the sync brings: free times, the directory, rules …

A question is a frozen dataclass below `Question`, in the files of its capability, exported by `mail`. The service
process puts it to the server (`desktop/answering.py`); the window asks through `ui.service_link.ServiceLink.ask`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from .calendar.gateway import CalendarGateway
    from .categories import CategoriesGateway
    from .contacts import ContactsGateway
    from .directory import DirectoryGateway
    from .folder_changes import FolderChangesGateway
    from .inbox_rules import InboxRulesGateway
    from .out_of_office import OutOfOfficeGateway
    from .quota import QuotaGateway
    from .remote_pictures.question import PicturesGateway
    from .shared.model import SharedMailboxesGateway
    from .tasks import TasksGateway

Answer = TypeVar("Answer")


class AskedServer(Protocol):
    """The server as questions see it: each capability's own port behind one property, as `EwsMailboxGateway` has it.

    Its connections are its own, so that a running sync neither delays a question nor is delayed by it. May be used
    from several threads at once.
    """

    @property
    def directory(self) -> DirectoryGateway: ...

    @property
    def categories(self) -> CategoriesGateway: ...

    @property
    def out_of_office(self) -> OutOfOfficeGateway: ...

    @property
    def inbox_rules(self) -> InboxRulesGateway: ...

    @property
    def quota(self) -> QuotaGateway: ...

    @property
    def calendar(self) -> CalendarGateway: ...

    @property
    def pictures(self) -> PicturesGateway: ...

    @property
    def shared(self) -> SharedMailboxesGateway: ...

    @property
    def contacts(self) -> ContactsGateway: ...

    @property
    def tasks(self) -> TasksGateway: ...

    @property
    def folder_changes(self) -> FolderChangesGateway: ...

    def close(self) -> None: ...


class Question(Generic[Answer]):
    """Something asked of the server that needs an answer now. Subclasses are ``@dataclass(frozen=True, slots=True)``
    and, like their answers, hold only plain values, dates and our own frozen values: both cross the process border."""

    __slots__ = ()

    def put_to(self, server: AskedServer) -> Answer:
        """Ask the server, in the service process. Blocking; raises `GatewayError` only."""
        raise NotImplementedError
