"""The demo mailbox server in its own process, filled, answers prepared: ``python -m benchmarks.mail_server N MB``.

Prints its address, then serves until its standard input ends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def running_mail_server(messages: int, megabytes: int) -> Iterator[str]:
    """The EWS address of a server with that many messages in its Inbox."""
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.mail_server", str(messages), str(megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None and server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.stdin.close()
        server.wait(10)


def main() -> None:
    from desktop.demo_ministry.mailbox import DemoMailbox

    messages, megabytes = int(sys.argv[1]), int(sys.argv[2])
    with DemoMailbox() as mailbox:
        mailbox.fill(messages, megabytes * 1_000_000)
        mailbox.prepare_answers()
        print(mailbox.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
