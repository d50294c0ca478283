"""The same mailbox read by npm's ews-javascript-api, for comparison: ids, then bodies. Used by `mail_bodies`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

MODULES = Path(__file__).parent.parent / "tests" / "independent_client" / "node_modules"
SCRIPT = Path(__file__).with_name("independent_bodies.js")


def independent_bodies(url: str, user: str, password: str) -> dict[str, Any] | str:
    """What it took; or what is missing, in a word."""
    node = shutil.which("node")
    if node is None or not (MODULES / "ews-javascript-api").is_dir():
        return "not here: make interoperability"
    done = subprocess.run(
        [node, str(SCRIPT)],
        input=json.dumps({"url": url, "user": user, "password": password}),
        env={**os.environ, "NODE_PATH": str(MODULES)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        return f"failed: {done.stderr.strip()[-200:]}"
    return dict(json.loads(done.stdout.splitlines()[-1]))
