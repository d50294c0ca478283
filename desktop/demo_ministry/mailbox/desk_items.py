"""Contacts and tasks: what FindItem, CreateItem and UpdateItem do with them. They lie in no mail folder here."""

from __future__ import annotations

import base64
from collections.abc import Callable

from lxml import etree

from .exchange import Exchange
from .folder_operations import page_of, paging_tag
from .services import DemoTask
from .soap import EwsError, M, T, attribute, child_text, element, failure, response, success, text

Operation = Callable[[Exchange, etree._Element], bytes]


def finding(otherwise: Operation) -> Operation:
    """FindItem in Contacts or Tasks; in any other folder ``otherwise``."""

    def find_item(exchange: Exchange, request: etree._Element) -> bytes:
        folder = request.find(f"{M}ParentFolderIds/{T}DistinguishedFolderId")
        name = "" if folder is None else folder.get("Id", "")
        if name not in ("contacts", "tasks"):
            return otherwise(exchange, request)
        every = _contacts(exchange) if name == "contacts" else _tasks(exchange)
        offset, limit = page_of(request.find(f"{M}IndexedPageItemView"))
        page = every[offset : offset + limit]
        head = paging_tag("m:RootFolder", offset, len(page), len(every))
        return response("FindItem", [success("FindItem", head, b"<t:Items>", *page, b"</t:Items></m:RootFolder>")])

    return find_item


def updating(otherwise: Operation) -> Operation:
    """UpdateItem of a task; of anything else ``otherwise``."""

    def update_item(exchange: Exchange, request: etree._Element) -> bytes:
        status = request.find(f"{M}ItemChanges/{T}ItemChange/{T}Updates/{T}SetItemField/{T}Task/{T}Status")
        if status is None:
            return otherwise(exchange, request)
        named = request.find(f"{M}ItemChanges/{T}ItemChange/{T}ItemId")
        task = exchange.services.tasks.get("" if named is None else named.get("Id", ""))
        if task is None:
            return response("UpdateItem", [failure("UpdateItem", EwsError("ErrorItemNotFound"))])
        task.is_complete = status.text == "Completed"
        return response(
            "UpdateItem",
            [success("UpdateItem", b"<m:Items/>", b"<m:ConflictResults><t:Count>0</t:Count></m:ConflictResults>")],
        )

    return update_item


def creating(otherwise: Operation) -> Operation:
    """CreateItem of a task; of anything else ``otherwise``."""

    def create_item(exchange: Exchange, request: etree._Element) -> bytes:
        wanted = request.find(f"{M}Items/{T}Task")
        if wanted is None:
            return otherwise(exchange, request)
        task = DemoTask(child_text(wanted, f"{T}Subject"), child_text(wanted, f"{T}DueDate"))
        task_id = add_task(exchange, task)
        item = f"<m:Items><t:Task><t:ItemId Id={attribute(task_id)}/></t:Task></m:Items>".encode()
        return response("CreateItem", [success("CreateItem", item)])

    return create_item


def add_task(exchange: Exchange, task: DemoTask) -> str:
    with exchange.store.lock:
        number = len(exchange.services.tasks) + 1
        task_id = base64.b64encode(f"task-{exchange.owner.address}-{number:06d}".encode()).decode()
        exchange.services.tasks[task_id] = task
        return task_id


def _tasks(exchange: Exchange) -> list[bytes]:
    found = []
    for task_id, task in exchange.services.tasks.items():
        due = element("t:DueDate", task.due) if task.due else b""
        found.append(
            f"<t:Task><t:ItemId Id={attribute(task_id)}/>".encode()
            + element("t:Subject", task.subject)
            + element("t:Importance", task.importance)
            + due
            + element("t:IsComplete", task.is_complete)
            + b"</t:Task>"
        )
    return found


def _contacts(exchange: Exchange) -> list[bytes]:
    found = []
    for place, contact in enumerate(exchange.services.contacts):
        contact_id = base64.b64encode(f"contact-{place:06d}".encode()).decode()
        entries = "".join(
            f'<t:Entry Key="EmailAddress{key}">{text(address)}</t:Entry>'
            for key, address in enumerate(contact.addresses[:3], 1)
        )
        found.append(
            f"<t:Contact><t:ItemId Id={attribute(contact_id)}/>".encode()
            + element("t:DisplayName", contact.name)
            + element("t:CompanyName", contact.organisation)
            + f"<t:EmailAddresses>{entries}</t:EmailAddresses>".encode()
            + element("t:Department", contact.department)
            + element("t:JobTitle", contact.post)
            + b"</t:Contact>"
        )
    return found
