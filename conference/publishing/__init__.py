"""Being seen and heard: what is captured here, sent to the ministry's receiver by a process of our own. A front door of
its own (``from conference import publishing``), so that nothing of it loads before a conference begins."""

from .messages import (
    Authorise,
    Begin,
    Devices,
    Level,
    ListShareables,
    Mute,
    SelfPicture,
    Share,
    Shareables,
    ShowPicture,
    StateNow,
    TurnCamera,
    UseDevice,
)
from .model import (
    TEST_PICTURE,
    TEST_TONE,
    Device,
    DeviceKind,
    DeviceTrouble,
    OwnState,
    PublishRefusal,
    PublishState,
    Shareable,
    ShareKind,
)
from .port import Publisher

__all__ = [
    "TEST_PICTURE",
    "TEST_TONE",
    "Authorise",
    "Begin",
    "Device",
    "DeviceKind",
    "DeviceTrouble",
    "Devices",
    "Level",
    "ListShareables",
    "Mute",
    "OwnState",
    "PublishRefusal",
    "PublishState",
    "Publisher",
    "SelfPicture",
    "Share",
    "ShareKind",
    "Shareable",
    "Shareables",
    "ShowPicture",
    "StateNow",
    "TurnCamera",
    "UseDevice",
]
