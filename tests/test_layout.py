"""Who may import whom: the table of ARCHITECTURE.md, held. When it fails it says which line, and what to do instead."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = {"desktop", "ui", "mail", "conference", "docs_archive", "vietnamese", "text_extraction", "tests", "benchmarks"}
FEATURES = ("mail", "conference", "docs_archive")
FRONT_DOORS = (*FEATURES, "conference.publishing")  # the last opens with a conference only
ADAPTERS = ("mail.ews", "conference.vlc", "conference.srt", "conference.publishing.child", "docs_archive.feed")

OURS_ALLOWED = {
    "vietnamese": set(),
    "text_extraction": {"vietnamese"},
    "mail": {"vietnamese", "text_extraction"},
    "conference": {"vietnamese", "text_extraction"},
    "docs_archive": {"vietnamese", "text_extraction"},
    "ui": {"mail", "conference", "docs_archive", "vietnamese"},
    "desktop": {"ui", "mail", "conference", "docs_archive", "vietnamese", "text_extraction"},
    "desktop.demo_ministry": set(),
}

# Which library may be imported below which module; the longest match counts. Everything unlisted is refused.
LIBRARIES = {
    "mail.ews": {"exchangelib", "requests", "urllib3", "lxml", "cached_property", "spnego", "pypac"},
    "mail.database": {"sqlalchemy", "sqlcipher3"},
    "mail.first_rows": {"sqlcipher3"},
    "mail.html_cleaning": {"nh3"},
    "mail.html_text": {"nh3"},
    "mail.outgoing_html": {"nh3"},
    "mail.html_for_web": {"nh3"},
    "mail.calendar": {"sqlalchemy", "dateutil"},
    "mail": {"sqlalchemy"},
    "conference.vlc": {"vlc", "av"},
    "conference.publishing.child": {"av"},
    "docs_archive.feed": {"tuf", "securesystemslib", "requests", "urllib3", "zstandard"},
    "docs_archive.publisher": {"tuf", "securesystemslib", "cryptography", "zstandard", "lxml"},
    "docs_archive.search_index": {"tantivy"},
    "docs_archive": {"sqlalchemy"},
    "text_extraction.pdf": {"pypdfium2"},
    "ui": {"PySide6", "shiboken6"},
    "desktop.credential_store": {"keyring"},
    "desktop.key_recovery": {"cryptography"},
    "desktop.self_test": {"PySide6", "keyring"},
    "desktop.demo_ministry": {"lxml", "cryptography", "imageio_ffmpeg", "gi"},
    "desktop.demo_ministry.sites.clips": {"PySide6", "imageio_ffmpeg"},
    "desktop": {"PySide6"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for package in sorted(OURS - {"tests", "benchmarks"}):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(module: str, path: Path) -> Iterator[tuple[str, int]]:
    """Absolute names of what a module imports, also inside functions, with line numbers."""
    is_package = path.name == "__init__.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.module or "", node.lineno
            else:
                base = module.split(".")
                base = base[: len(base) - node.level + (1 if is_package else 0)]
                yield ".".join([*base, node.module] if node.module else base), node.lineno


def longest_rule(module: str, rules: dict[str, set[str]]) -> set[str]:
    matches = [rule for rule in rules if module == rule or module.startswith(rule + ".")]
    return rules[max(matches, key=len)] if matches else set()


def is_below(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def complaint_about(module: str, name: str) -> str | None:
    """What is wrong with ``module`` importing ``name``, and what to do instead; None if nothing is."""
    top, mine = name.split(".")[0], module.split(".")[0]
    if name == "__future__" or top in sys.stdlib_module_names:
        return None
    if top not in OURS:
        if top in longest_rule(module, LIBRARIES):
            return None
        return f"{top} has no place here; let the adapter that may import it do the work"
    if is_below(module, "desktop.demo_ministry"):
        if is_below(name, "desktop.demo_ministry"):
            return None
        return "the demo ministry shares no code with the application, lest both misread a protocol alike"
    if is_below(name, "desktop.demo_ministry") and not is_below(module, "desktop.application", "desktop.tour"):
        return "only desktop/application.py starts the demo ministry"
    if mine == top:
        if mine in FEATURES and is_below(name, *ADAPTERS) and not is_below(module, *ADAPTERS):
            return "a feature does not know its adapter; desktop/bootstrap.py joins them"
        return None
    if top not in OURS_ALLOWED.get(mine, set()):
        return f"{mine} may not know {top}; join them in ui/ or desktop/"
    if mine == "ui" and top in FEATURES and name not in FRONT_DOORS:
        return f"ui uses the front door: from {top} import …"
    if is_below(name, *ADAPTERS) and module != "desktop.bootstrap":
        return "adapters are named in desktop/bootstrap.py alone"
    return None


def test_every_import_goes_the_one_direction() -> None:
    complaints = [
        f"{path.relative_to(ROOT)}:{line}: imports {name}: {complaint}"
        for module, path in modules()
        for name, line in imports(module, path)
        if (complaint := complaint_about(module, name)) is not None
    ]
    assert not complaints, "\n".join(complaints)


def test_the_rule_sees_what_it_forbids() -> None:
    assert complaint_about("mail.sync", "docs_archive.model")
    assert complaint_about("mail.sync", "PySide6.QtCore")
    assert complaint_about("mail.sync", "mail.ews.gateway")
    assert complaint_about("ui.main_window", "mail.store")
    assert complaint_about("desktop.service", "mail.ews")
    assert complaint_about("desktop.demo_ministry.mailbox.soap", "mail.model")
    assert complaint_about("mail.reading", "exchangelib")
    assert complaint_about("desktop.bootstrap", "mail.ews") is None


def test_no_module_hides_one_of_the_standard_library() -> None:
    fine = {"mail.mailbox"}  # EWS's own word for the thing; inside a package it hides nothing
    hiding = [name for name, path in modules() if path.stem in sys.stdlib_module_names and name not in fine]
    assert not hiding, f"rename: {hiding}"


def test_every_test_folder_is_a_package() -> None:
    without = [
        str(folder.relative_to(ROOT))
        for folder in {path.parent for path in (ROOT / "tests").rglob("*.py")}
        if not (folder / "__init__.py").exists()
    ]
    assert not without, f"add an empty __init__.py to: {without}"


def test_files_stay_of_a_size_that_can_be_named() -> None:
    long = {  # a front door is a list of names, three lines for each: it has no parts
        str(path.relative_to(ROOT)): lines
        for _, path in modules()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > (700 if path.name == "__init__.py" else 400)
    }
    assert not long, f"each of these is two files: {long}"


def test_nothing_of_a_ministry_stands_in_code() -> None:
    """A ministry is a profile: no domain of a real one in what the application runs."""
    named = [
        f"{path.relative_to(ROOT)}:{number}"
        for module, path in modules()
        if not is_below(module, "desktop.demo_ministry")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "molisa.gov.vn" in line and '"""' not in line and "``" not in line and not line.lstrip().startswith("#")
    ]
    assert not named, f"belongs into a profile: {named}"
