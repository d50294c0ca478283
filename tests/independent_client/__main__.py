"""`python -m tests.independent_client`: npm's ews-javascript-api, which is none of ours, reads the demo mailbox.

Says in words what is missing (node, npm); ends with 0 only if the client saw folders, mails and changes as they are.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from desktop.demo_ministry.mailbox import DemoMailbox

FOLDER = Path(__file__).parent
SCRIPT = FOLDER / "read_mailbox.js"


def main() -> int:
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        print(f"Không chạy được: thiếu {' và '.join(missing)} (apt-get install nodejs npm).")
        return 2
    if not (FOLDER / "node_modules" / "ews-javascript-api").is_dir():
        install = [str(shutil.which("npm")), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        if subprocess.run(install, cwd=FOLDER, check=False).returncode != 0:
            print("Không chạy được: npm ci không cài được ews-javascript-api.")
            return 2
    with DemoMailbox() as mailbox:
        account = {"url": mailbox.url, "user": mailbox.user_name, "password": mailbox.password}
        run = subprocess.run(
            [str(shutil.which("node")), str(SCRIPT)],
            input=json.dumps(account),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        print(run.stdout, end="")
        print(run.stderr, end="", file=sys.stderr)
        complaints = _complaints(run.stdout, mailbox) if run.returncode == 0 else ["the client ended with an error"]
    for complaint in complaints:
        print(f"WRONG: {complaint}", file=sys.stderr)
    print(f"{0 if complaints else 1} passed, {len(complaints)} failed")
    return 1 if complaints else 0


def _complaints(printed: str, mailbox: DemoMailbox) -> list[str]:
    """Where what the client printed differs from what is in the mailbox."""
    lines = [line.split("\t") for line in printed.splitlines()]
    by_kind: dict[str, list[list[str]]] = {}
    for kind, *values in lines:
        by_kind.setdefault(kind, []).append(values)
    inbox = mailbox.items("inbox")
    newest = sorted(inbox, key=lambda item: item.received_at, reverse=True)[:10]
    expected = {
        "FOLDER": sorted([folder.name, str(folder.total_count)] for folder in mailbox.folders),
        "INBOX": [[str(len(inbox)), str(sum(not item.is_read for item in inbox))]],
        "SYNC": [[str(len(inbox)), "false"]],
        "SYNC AGAIN": [["0"]],
        "PERSON": [[mailbox.address]],
    }
    seen = {**by_kind, "FOLDER": sorted(by_kind.get("FOLDER", []))}
    complaints = [
        f"{kind}: {seen.get(kind)} is not {right}" for kind, right in expected.items() if seen.get(kind) != right
    ]
    # Sorted: this client reads a page's invitations after its other mails, wherever they stand in the answer.
    mails = sorted((values[1], values[2], values[3]) for values in by_kind.get("MAIL", []))
    right_mails = sorted((item.sender, item.subject, str(len(item.mime))) for item in newest)
    if mails != right_mails:
        complaints.append(f"MAIL: {mails} is not {right_mails}")
    return complaints


if __name__ == "__main__":
    sys.exit(main())
