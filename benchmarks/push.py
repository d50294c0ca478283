"""How soon new mail is seen: one by one, and after 30 seconds in which every packet vanished while 100 mails came.

Server and desk stand in two network namespaces joined by a cable (veth). To cut it, each side is given a wrong hardware
address of the other: frames go out and nobody takes them, as behind a dead switch; no connection is closed. Needs
Linux with user namespaces and iproute2; what is missing is said.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from .tables import median, percentile, table

SINGLE_MAILS, CUT_SECONDS, CUT_MAILS = 60, 30.0, 100
DESK, SERVER = "127.77.0.1", "127.77.0.2"
HEARTBEAT = 45.0
"""Exchange's: too slow to notice such a cut by."""
NOBODY = "02:00:00:00:00:01"


def measure() -> str:
    command = ["unshare", "-rn", sys.executable, "-m", "benchmarks.push", "inside"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    said = dict(line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
    return table(
        f"New mail, pushed; then {CUT_SECONDS:.0f} s without a packet while {CUT_MAILS} arrive",
        [
            ("seen after: median", said.get("median", "could not be run"), ""),
            ("seen after: p95", said.get("p95", "?"), "2 s"),
            ("seen after: longest", said.get("longest", "?"), ""),
            ("all that came during the cut seen, after its end", said.get("cut", "?"), "10 s"),
            ("missing or twice", said.get("wrong", "?"), "0"),
        ],
    )


class Cable:
    def __init__(self, other: int) -> None:
        self._other = ["nsenter", "-t", str(other), "-n"]
        _run("ip", "link", "set", "lo", "up")
        _run("ip", "link", "add", "name", "veth0", "type", "veth", "peer", "name", "veth1")
        _run("ip", "link", "set", "veth1", "netns", str(other))
        self._sides = (([], "veth0", DESK, SERVER), (self._other, "veth1", SERVER, DESK))
        for into, device, own, _ in self._sides:
            _run(*into, "ip", "link", "set", "lo", "up")
            # The desk takes plain http on 127.0.0.0/8 only; here that network is a cable.
            _run(*into, "ip", "addr", "del", "127.0.0.1/8", "dev", "lo")
            _run(*into, "ip", "addr", "add", "127.0.0.1/32", "dev", "lo")
            _run(*into, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/conf/all/route_localnet")
            _run(*into, "ip", "addr", "add", f"{own}/24", "dev", device)
            _run(*into, "ip", "link", "set", device, "up")
        self._addresses = [_hardware_address(into, device) for into, device, _, _ in self._sides]
        self.join()

    def cut(self) -> None:
        self._point([NOBODY, NOBODY])

    def join(self) -> None:
        self._point(self._addresses[::-1])

    def _point(self, addresses: list[str]) -> None:
        for (into, device, _, peer), address in zip(self._sides, addresses, strict=True):
            _run(*into, "ip", "neigh", "replace", peer, "lladdr", address, "dev", device, "nud", "permanent")


class Office:
    """A server beyond the cable and the service's loop, listener and store on this side."""

    def __init__(self, folder: Path) -> None:
        self._server = subprocess.Popen(
            ["unshare", "-n", sys.executable, "-m", "benchmarks.push", "server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._server.stdout is not None
        assert self._server.stdout.readline() == "here\n"
        self.cable = Cable(self._server.pid)
        self._tell("serve")
        port = self._server.stdout.readline().strip()
        from desktop.demo_ministry.ministry import ADDRESS, PASSWORD, USER_NAME
        from desktop.mail_listener import MailListener
        from desktop.sync_loop import SyncLoop
        from mail import Account, MailboxSync, MailSettings, open_mailbox
        from mail.ews import EwsMailboxGateway
        from ui.service_messages import MailEvent
        from ui.sync_status import Feature

        settings = MailSettings(f"http://{SERVER}:{port}/EWS/Exchange.asmx", ("boldptxh.example",))
        gateway = EwsMailboxGateway(settings, Account(ADDRESS, USER_NAME), PASSWORD)
        path, key = folder / "mail.db", bytes(32)
        self.mailbox = open_mailbox(path, key)
        self.seen: dict[str, float] = {}
        self.times: dict[str, int] = {}
        self._changed = threading.Condition()

        def heard(message: Any) -> None:
            changes = getattr(message, "event", None)
            if getattr(changes, "folder_ids", ()):
                self._look()

        self.loop = SyncLoop(
            Feature.MAIL, lambda: MailboxSync(gateway, path, key, settings), MailEvent, settings.poll_interval, heard
        )
        self.loop.start()
        self.until(lambda: self.loop.last_synced is not None, 60)
        folders = [folder.id for folder in self.mailbox.folders()]
        MailListener(lambda: (folders, gateway), self.loop.wake, self.loop.news).start()
        self.deliver("đầu tiên")
        self.until(lambda: "đầu tiên" in self.seen, 60)

    def deliver(self, subject: str) -> float:
        began = time.monotonic()
        self._tell(f"deliver {subject}")
        return began

    def until(self, look: Any, within: float) -> bool:
        ends = time.monotonic() + within
        while not look() and time.monotonic() < ends:
            time.sleep(0.005)
        return bool(look())

    def _look(self) -> None:
        """On the loop's thread, as soon as it says that a list changed: what the window would show."""
        now = time.monotonic()
        inbox = self.mailbox.folders()[0].id
        subjects = [one.subject for one in self.mailbox.summaries(self.mailbox.message_ids(inbox)[:300])]
        for subject in subjects:
            self.seen.setdefault(subject, now)
        self.times = {subject: subjects.count(subject) for subject in subjects}

    def _tell(self, words: str) -> None:
        assert self._server.stdin is not None
        self._server.stdin.write(words + "\n")
        self._server.stdin.flush()

    def close(self) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(10)


def inside() -> None:
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        office = Office(Path(temporary))
        waits = []
        for number in range(SINGLE_MAILS):
            time.sleep(chance.random() * 0.6)
            began = office.deliver(f"đơn {number}")
            office.until(lambda name=f"đơn {number}": name in office.seen, 30)
            waits.append(office.seen.get(f"đơn {number}", began + 30) - began)
        print(f"median\t{median(waits):.2f} s\np95\t{percentile(waits, 0.95):.2f} s\nlongest\t{max(waits):.2f} s")
        office.cable.cut()
        for number in range(CUT_MAILS):
            office.deliver(f"lúc mất mạng {number}")
            time.sleep(CUT_SECONDS / CUT_MAILS)
        names = {f"lúc mất mạng {number}" for number in range(CUT_MAILS)}
        seen_early = len(names & office.seen.keys())
        assert seen_early == 0, f"{seen_early} came through the cut"
        ended = time.monotonic()
        office.cable.join()
        office.until(lambda: names <= office.seen.keys(), 90)
        missing = names - office.seen.keys()
        took = max(office.seen.get(name, ended + 90) for name in names) - ended
        twice = [name for name in names if office.times.get(name, 0) > 1]
        print(f"cut\t{took:.1f} s\nwrong\t{len(missing) + len(twice)}", flush=True)
        office.close()
        os._exit(0)


def server() -> None:
    from desktop.demo_ministry.mailbox import DemoMailbox

    print("here", flush=True)
    sys.stdin.readline()
    with DemoMailbox() as mailbox:
        mailbox.heartbeat_seconds = HEARTBEAT
        front = _Front(mailbox.port)
        print(front.port, flush=True)
        for line in sys.stdin:
            mailbox.deliver(line.removeprefix("deliver ").strip())


class _Front:
    """Gives the demo server, which listens on 127.0.0.1 only, an address on the cable."""

    def __init__(self, inner_port: int) -> None:
        import socket

        self._inner_port = inner_port
        self._outer = socket.create_server((SERVER, 0))
        self.port = int(self._outer.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        import socket

        while True:
            caller, _ = self._outer.accept()
            inner = socket.create_connection(("127.0.0.1", self._inner_port))
            for one, other in ((caller, inner), (inner, caller)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=_copy, args=(one, other), daemon=True).start()


def _copy(source: Any, target: Any) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    finally:
        target.close()


def _hardware_address(into: list[str], device: str) -> str:
    said = subprocess.run([*into, "ip", "-o", "link", "show", device], capture_output=True, text=True, check=True)
    found = re.search(r"link/ether (\S+)", said.stdout)
    assert found is not None
    return found[1]


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    {"inside": inside, "server": server}.get(sys.argv[-1], lambda: print(measure()))()
