"""What a screen reader has of the desk: walks the AT-SPI tree, then waits for an announcement. Run by Debian's own
Python (it has GLib's D-Bus); speaks AT-SPI itself, so that nothing of ours or Qt's stands between. Prints JSON."""

import json
import sys
import time
from pathlib import Path

from gi.repository import Gio, GLib

ACCESSIBLE, ROOT = "org.a11y.atspi.Accessible", "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
MOST = 3000
SHOWING, FOCUSABLE, DEFUNCT = 25, 11, 6


def main(signal_file: Path) -> None:
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, flags)
    heard: list[str] = []

    def hear(*arguments: object) -> None:
        values = arguments[5].unpack()  # type: ignore[attr-defined]
        heard.append(str(values[3]))

    bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None, 0, hear)
    for event in ("object:announcement",):
        bus.call_sync(
            REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
            GLib.Variant("(sass)", (event, [], "")), None, 0, 5000,
        )  # fmt: skip
    context = GLib.MainContext.default()
    ends = time.monotonic() + 60
    while not signal_file.with_suffix(".shown").exists() and time.monotonic() < ends:
        time.sleep(0.05)
    controls = walk(bus)
    signal_file.write_text("walked")
    ends = time.monotonic() + 30
    while not heard and time.monotonic() < ends:
        context.iteration(False)
        time.sleep(0.01)
    signal_file.with_suffix(".end").write_text("heard")
    print(json.dumps({"controls": controls, "heard": heard}))


def walk(bus: Gio.DBusConnection) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    todo = children(bus, REGISTRY, ROOT)
    while todo and len(found) < MOST:
        name, path = todo.pop(0)
        try:
            states = ask(bus, name, path, ACCESSIBLE, "GetState")[0]
            bits = states[0] | states[1] << 32
            role = ask(bus, name, path, ACCESSIBLE, "GetRoleName")[0]
            words = ask(bus, name, path, "org.freedesktop.DBus.Properties", "Get", "(ss)", (ACCESSIBLE, "Name"))[0]
            if role == "application" or bits >> SHOWING & 1:
                found.append({"role": role, "name": words, "focusable": bool(bits >> FOCUSABLE & 1)})
                todo += children(bus, name, path)
        except GLib.Error:
            continue
    return found


def children(bus: Gio.DBusConnection, name: str, path: str) -> list[tuple[str, str]]:
    return list(ask(bus, name, path, ACCESSIBLE, "GetChildren")[0])


def ask(bus, name, path, interface, method, signature="()", values=()):  # type: ignore[no-untyped-def]
    return bus.call_sync(
        name, path, interface, method, GLib.Variant(signature, values), None, 0, 5000
    ).unpack()  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
