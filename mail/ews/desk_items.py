"""Her own contacts and tasks: FindItem by pages in the two well-known folders, and a task ticked off or added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from exchangelib.services import CreateItem, UpdateItem
from exchangelib.services.common import EWSAccountService
from exchangelib.util import create_element

from ..directory import DirectoryEntry
from ..model import Person
from ..tasks import LONGEST_SUBJECT, Task, Tasks, in_order
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import M, T, distinguished, flag_of, shape, text_of

PAGE = 200
_MOST_CONTACTS, _MOST_TASKS = 5000, 2000
_CONTACT_FIELDS = ("contacts:DisplayName", "contacts:CompanyName", "contacts:Department", "contacts:JobTitle")
_TASK_FIELDS = ("item:Subject", "item:Importance", "task:DueDate", "task:IsComplete")
_ADDRESSES = ("EmailAddress1", "EmailAddress2", "EmailAddress3")


class _FindItem(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "FindItem"

    @classmethod
    def _get_elements_in_container(cls, container: Any) -> list[Any]:
        return [container]

    def items(self, folder: str, item_shape: Any, most: int) -> Iterator[Any]:
        offset = 0
        while offset < most:
            payload = create_element("m:FindItem", attrs={"Traversal": "Shallow"})
            payload.append(item_shape)
            payload.append(
                create_element(
                    "m:IndexedPageItemView",
                    attrs={"MaxEntriesReturned": str(PAGE), "Offset": str(offset), "BasePoint": "Beginning"},
                )
            )
            folders = create_element("m:ParentFolderIds")
            folders.append(distinguished(folder, self.account.primary_smtp_address))
            payload.append(folders)
            (message,) = self._get_elements(payload)
            if isinstance(message, Exception):
                raise message
            root = message.find(f"{M}RootFolder")
            found = list(root.iterfind(f"{T}Items/*"))
            yield from found
            offset += len(found)
            if not found or root.get("IncludesLastItemInRange") != "false":
                return


class _UpdateTask(OneShot, UpdateItem):  # type: ignore[misc]
    def set_status(self, task_id: str, status: str) -> None:
        payload = create_element("m:UpdateItem", attrs={"ConflictResolution": "AlwaysOverwrite"})
        change = create_element("t:ItemChange")
        change.append(create_element("t:ItemId", attrs={"Id": task_id}))
        task = create_element("t:Task")
        task.append(_leaf("t:Status", status))
        field = create_element("t:SetItemField")
        field.append(create_element("t:FieldURI", attrs={"FieldURI": "task:Status"}))
        field.append(task)
        updates = create_element("t:Updates")
        updates.append(field)
        change.append(updates)
        changes = create_element("m:ItemChanges")
        changes.append(change)
        payload.append(changes)
        _raise_errors(self._get_elements(payload))


class _CreateTask(OneShot, CreateItem):  # type: ignore[misc]
    is_send = True

    def create(self, subject: str, due: date | None) -> None:
        payload = create_element("m:CreateItem")
        folder = create_element("m:SavedItemFolderId")
        folder.append(distinguished("tasks", self.account.primary_smtp_address))
        payload.append(folder)
        task = create_element("t:Task")
        task.append(_leaf("t:Subject", subject))
        if due is not None:
            task.append(_leaf("t:DueDate", f"{due.isoformat()}T12:00:00Z"))  # noon: the same day in every zone near
        items = create_element("m:Items")
        items.append(task)
        payload.append(items)
        _raise_errors(self._get_elements(payload))


class EwsContacts:
    """`mail.contacts.ContactsGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def list(self) -> tuple[DirectoryEntry, ...]:
        wanted = shape("m:ItemShape", _CONTACT_FIELDS)
        properties = wanted.find(f"{T}AdditionalProperties")
        for key in _ADDRESSES:
            attributes = {"FieldURI": "contacts:EmailAddress", "FieldIndex": key}
            properties.append(create_element("t:IndexedFieldURI", attrs=attributes))
        entries: list[DirectoryEntry] = []
        with ews_errors(self._conversation.host, about="contacts"):
            for element in _FindItem(account=self._conversation).items("contacts", wanted, _MOST_CONTACTS):
                entries += _entries(element)
        return tuple(entries[:_MOST_CONTACTS])


class EwsTasks:
    """`mail.tasks.TasksGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def list(self) -> Tasks:
        with ews_errors(self._conversation.host, about="tasks"):
            wanted = shape("m:ItemShape", _TASK_FIELDS)
            found = _FindItem(account=self._conversation).items("tasks", wanted, _MOST_TASKS)
            return in_order(tuple(_task(element) for element in found if element.tag == f"{T}Task"))

    def complete(self, task_id: str, is_complete: bool) -> None:
        with ews_errors(self._conversation.host, about=task_id):
            _UpdateTask(account=self._conversation).set_status(task_id, "Completed" if is_complete else "NotStarted")

    def add(self, subject: str, due: date | None) -> None:
        with ews_errors(self._conversation.host, is_send=True):
            _CreateTask(account=self._conversation).create(" ".join(subject.split())[:LONGEST_SUBJECT], due)


def _entries(element: Any) -> Sequence[DirectoryEntry]:
    name = " ".join(text_of(element, f"{T}DisplayName").split())
    facts = [text_of(element, f"{T}{tag}") for tag in ("JobTitle", "Department", "CompanyName")]
    entries = []
    for entry in element.iterfind(f"{T}EmailAddresses/{T}Entry"):
        address = (entry.text or "").strip()
        address = address[5:] if address[:5].lower() == "smtp:" else address
        if "@" in address and len(address) <= 254:
            entries.append(DirectoryEntry(Person(name or address, address), *facts))
    return entries


def _task(element: Any) -> Task:
    return Task(
        id=str(element.find(f"{T}ItemId").get("Id")),
        subject=" ".join(text_of(element, f"{T}Subject").split())[:LONGEST_SUBJECT],
        is_complete=flag_of(element, f"{T}IsComplete"),
        due=_day(text_of(element, f"{T}DueDate")),
        importance=text_of(element, f"{T}Importance") or "Normal",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _raise_errors(elements: Any) -> None:
    for element in elements:
        if isinstance(element, Exception):
            raise element


def _leaf(tag: str, text: str) -> Any:
    element = create_element(tag)
    element.text = text
    return element
