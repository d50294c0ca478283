"""The EWS operations by name, and the carrying out of one request under the store's lock."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from . import (
    category_operations,
    desk_items,
    directory_operations,
    folder_changes,
    folder_operations,
    reading_operations,
    service_operations,
    writing_operations,
)
from .events import availability
from .exchange import Exchange
from .notifications import Notifications
from .soap import EwsError, M, Request, SoapFault, failure, response

Operation = Callable[[Exchange, etree._Element], bytes]

OPERATIONS: dict[str, Operation] = {
    "ConvertId": directory_operations.convert_id,
    "CopyItem": writing_operations.copy_item,
    "CreateFolder": folder_operations.create_folder,
    "CreateItem": desk_items.creating(writing_operations.create_item),
    "DeleteFolder": folder_changes.delete_folder,
    "UpdateFolder": folder_changes.update_folder,
    "DeleteItem": writing_operations.delete_item,
    "FindFolder": folder_operations.find_folder,
    "FindItem": desk_items.finding(reading_operations.find_item),
    "GetAttachment": reading_operations.get_attachment,
    "GetFolder": folder_operations.get_folder,
    "GetItem": reading_operations.get_item,
    "GetInboxRules": service_operations.get_inbox_rules,
    "GetUserOofSettingsRequest": service_operations.get_user_oof_settings,
    "SetUserOofSettingsRequest": service_operations.set_user_oof_settings,
    "UpdateInboxRules": service_operations.update_inbox_rules,
    "CreateUserConfiguration": category_operations.create_user_configuration,
    "GetUserConfiguration": category_operations.get_user_configuration,
    "UpdateUserConfiguration": category_operations.update_user_configuration,
    "GetRoomLists": availability.get_room_lists,
    "GetRooms": availability.get_rooms,
    "GetUserAvailabilityRequest": availability.get_user_availability,
    "GetServerTimeZones": directory_operations.get_server_time_zones,
    "MoveItem": writing_operations.move_item,
    "ResolveNames": directory_operations.resolve_names,
    "SendItem": writing_operations.send_item,
    "SyncFolderHierarchy": folder_operations.sync_folder_hierarchy,
    "SyncFolderItems": reading_operations.sync_folder_items,
    "UpdateItem": desk_items.updating(writing_operations.update_item),
}
STREAMING = "GetStreamingEvents"
_SUBJECTS = ("ItemIds", "FolderIds", "ParentFolderIds", "Items", "ItemChanges", "AttachmentIds", "SourceIds")


def carry_out(exchange: Exchange, notifications: Notifications, request: Request) -> bytes:
    """The <m:XResponse> of a request. Raises SoapFault for what is no operation of ours."""
    with exchange.store.lock:
        try:
            if request.operation == "Subscribe":
                return notifications.subscribe(request.element)
            if request.operation == "Unsubscribe":
                return notifications.unsubscribe(request.element)
            operation = OPERATIONS.get(request.operation)
            if operation is None:
                raise SoapFault("ErrorInvalidRequest", f"The operation {request.operation} is not offered.")
            return operation(exchange.meant_by(request.element), request.element)
        except EwsError as error:
            # Raised outside one subject, by the request's shape or view: the whole request is at fault.
            raise SoapFault(error.code, error.text) from error


def refused(request: Request, response_code: str) -> bytes:
    """The answer in which every subject of the request failed with this code."""
    subjects = next((found for name in _SUBJECTS if (found := request.element.find(f"{M}{name}")) is not None), None)
    count = 1 if subjects is None else max(len(subjects), 1)
    return response(request.operation, [failure(request.operation, EwsError(response_code))] * count)
