"""Whose desk it was last time: one small file in the data folder, no secret in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .early_service import ACCOUNT_FILE

if TYPE_CHECKING:
    from mail import Account


def remembered_account(root: Path) -> Account | None:
    from mail import Account

    try:
        kept = json.loads((root / ACCOUNT_FILE).read_text(encoding="utf-8"))
        names = str(kept["address"]), str(kept["user_name"]), str(kept.get("display_name", ""))
        return Account(*names, str(kept.get("ews_url", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remember_account(root: Path, account: Account) -> None:
    kept = {"address": account.address, "user_name": account.user_name, "display_name": account.display_name}
    if account.ews_url:
        kept["ews_url"] = account.ews_url
    new = root / (ACCOUNT_FILE + ".new")
    new.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    new.chmod(0o600)
    new.replace(root / ACCOUNT_FILE)
