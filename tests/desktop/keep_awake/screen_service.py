"""A small real service on the session bus that keeps the screen on, as desktops have one. Run by Debian's own Python.

Prints what it is asked: "inhibit NAME | WHY", "uninhibit COOKIE", "gone" when who asked has left the bus.
"""

import sys

from gi.repository import Gio, GLib

SCREEN_SAVER = """<node><interface name="org.freedesktop.ScreenSaver">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="UnInhibit"><arg type="u" direction="in"/></method></interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Inhibit">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method></interface></node>"""
REQUEST = """<node><interface name="org.freedesktop.portal.Request"><method name="Close"/></interface></node>"""
HANDLE = "/org/freedesktop/portal/desktop/request/1"


def say(*words: object) -> None:
    print(*words, flush=True)


def called(bus, sender, path, interface, method, arguments, invocation) -> None:
    values = arguments.unpack()
    if method == "Inhibit":
        Gio.bus_watch_name_on_connection(bus, sender, Gio.BusNameWatcherFlags.NONE, None, lambda *_: say("gone"))
    if interface == "org.freedesktop.ScreenSaver" and method == "Inhibit":
        say("inhibit", values[0], "|", values[1])
        invocation.return_value(GLib.Variant("(u)", (3_000_000_007,)))
    elif method == "UnInhibit":
        say("uninhibit", values[0])
        invocation.return_value(None)
    elif method == "Inhibit":
        say("portal", values[1], "|", values[2]["reason"])
        invocation.return_value(GLib.Variant("(o)", (HANDLE,)))
    elif method == "Close":
        say("closed")
        invocation.return_value(None)


def main(kind: str) -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    if kind == "portal":
        name, objects = "org.freedesktop.portal.Desktop", {"/org/freedesktop/portal/desktop": PORTAL, HANDLE: REQUEST}
    else:
        name, objects = "org.freedesktop.ScreenSaver", {kind: SCREEN_SAVER}
    for path, xml in objects.items():
        bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, lambda *_: say("ready"), None)
    GLib.MainLoop().run()


main(sys.argv[1])
