"""`python -m ui.translations`: take the words of the sources, compile the .qm files, name what is missing.

Run it after changing any word of the interface; `tests/ui/test_translations.py` fails until it was.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from . import FILES, FOLDER

OUR_WORDS = FOLDER / "ban_cong_vu_en.ts"


def tool(name: str) -> str:
    """The Qt tool itself, as PySide6 brings it along."""
    folder = Path(PySide6.__file__).parent
    return str(folder / (f"{name}.exe" if sys.platform == "win32" else name))


def update(ts_file: Path) -> None:
    """Take every word of the sources into ``ts_file``, keep what is translated, drop what is gone."""
    ui, desktop = FOLDER.parent, FOLDER.parent.parent / "desktop"
    python_files = sorted([*ui.rglob("*.py"), *desktop.glob("*.py")])
    sources = [str(path) for path in python_files if FOLDER not in path.parents]
    options = ["-source-language", "vi_VN", "-target-language", "en", "-no-obsolete", "-locations", "none"]
    _run([tool("lupdate"), *sources, *options, "-ts", str(ts_file)])


def compile_to(ts_file: Path, qm_file: Path) -> None:
    _run([tool("lrelease"), "-silent", str(ts_file), "-qm", str(qm_file)])


def unfinished(ts_file: Path) -> list[str]:
    """Source words that have no finished translation."""
    found = []
    for message in ElementTree.parse(ts_file).iter("message"):  # noqa: S314 (our own file)
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished" or not "".join(translation.itertext()):
            found.append(message.findtext("source") or "")
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (Qt's own tools)


def main() -> int:
    update(OUR_WORDS)
    missing = []
    for name in FILES.values():
        ts_file = FOLDER / f"{name}.ts"
        compile_to(ts_file, ts_file.with_suffix(".qm"))
        missing += [f"{name}: {source}" for source in unfinished(ts_file)]
    sys.stdout.write("".join(f"not translated: {line}\n" for line in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
