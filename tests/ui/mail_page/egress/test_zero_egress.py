"""Zero egress, proved: a hostile mail is opened, printed, answered and passed on in a network of its own in which every
address and every name leads to a canary and every packet is counted. None is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
NETWORK = """
set -e
ip link set lo up
ip route add local 0.0.0.0/0 dev lo table local
ip route add default dev lo
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 2>/dev/null || true
exec "$@"
"""


def own_network() -> list[str]:
    """The command that runs another in a network of its own; skips where that is not allowed."""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        pytest.skip("no unshare or ip (util-linux, iproute2)")
    shell = ["sh", "-c", NETWORK, "sh"]
    for flags in (["-n"], ["-rn"]):
        command = ["unshare", *flags, "--", *shell]
        if subprocess.run([*command, "true"], capture_output=True).returncode == 0:
            return command
    pytest.skip("network namespaces are not allowed here")


@pytest.mark.whole_program
@pytest.mark.timeout(240)
@pytest.mark.parametrize("way", ["text", "web", "raw"])
def test_a_hostile_mail_sends_not_one_packet(way: str) -> None:
    """``raw``: the web view is given the mail uncleaned, so that its own walls are what is tried."""
    command = [*own_network(), sys.executable, "-m", "tests.ui.mail_page.egress.open_it_all", way]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200)
    assert run.stdout.strip(), run.stderr[-3000:]
    told = json.loads(run.stdout.strip().splitlines()[-1])
    assert told["control"] > 1, "the measure itself saw nothing"
    assert told["done"] == ["opened", "printed", "reply", "reply_all", "forward"]
    assert told["seen"] == []
    assert told["packets"] == 0
