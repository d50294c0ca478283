"""One profile in, one frozen folder and a .deb out: ``python build_installer.py desktop/profiles/example.toml``.

The .deb depends on the system's libVLC instead of carrying it: PyInstaller collects libVLC without its plugins.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NAME = "ban-cong-vu"
DEPENDS = (
    "libvlc5",
    "vlc-plugin-base",
    "vlc-plugin-access-extra",  # SRT where libsrt does not load
    "libsrt1.5-gnutls",
    "vlc-plugin-video-output",
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libbrotli1",
    "libx11-6",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "fonts-noto-core",
    # the web view for mails that need one; without them the text view shows every mail
    "libasound2",
    "libgbm1",
    "libnspr4",
    "libnss3",
    "libudev1",
    "libxcb-dri3-0",
    "libxcomposite1",
    "libxdamage1",
    "libxkbfile1",
    "libxrandr2",
    "libxtst6",
)
RECOMMENDS = ("gnome-keyring | kwalletmanager", "libpulse0")
# Loaded by name at run time, so that PyInstaller does not see them by itself.
HIDDEN = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "sqlalchemy.dialects.sqlite",
    "sqlcipher3.dbapi2",
    "mail.ews",
    "conference.vlc",
    "conference.srt",
    "conference.publishing.child.entry",
    "docs_archive.feed",
)
PACKAGES = ("mail", "conference", "docs_archive", "ui", "vietnamese", "text_extraction")
LEFT_OUT = (
    "tkinter",
    "desktop.demo_ministry",
    "desktop.tour",
    "PySide6.QtQml",
    "PySide6.QtQuick",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", type=Path, help="the ministry's TOML")
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--maintainer", default="Bàn Công Vụ <noreply@localhost>", help="for the package's record")
    said = parser.parse_args()

    checked = check_profile(said.profile)
    folder = freeze(said.output)
    put_profile(said.profile, checked, folder)
    print(f"frozen: {folder} ({megabytes(folder)} MB)")  # noqa: T201
    package = build_deb(folder, said.output, said.maintainer)
    print(f"package: {package} ({package.stat().st_size // 2**20} MB)")  # noqa: T201
    return 0


def check_profile(path: Path) -> list[str]:
    """The names of the files that the profile names. Ends in words if the profile cannot be used."""
    from desktop.ministry_profile import ProfileError, read_profile

    try:
        read_profile(path)
    except ProfileError as error:
        sys.exit(f"{error.path}:{error.line}: {error.key}: {error.problem}")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    named = [tables["archive"]["trust_root"], tables["mail"].get("ca_file"), tables["archive"].get("ca_file")]
    return [name for name in named if name]


def freeze(output: Path) -> Path:
    """Run PyInstaller; one folder."""
    work = ROOT / "build" / "frozen"
    options = [
        *("--name", NAME, "--onedir", "--windowed", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(output), "--workpath", str(work), "--specpath", str(work)),
        *("--paths", str(ROOT)),
        *(part for name in HIDDEN for part in ("--hidden-import", name)),
        *(part for name in PACKAGES for part in ("--collect-submodules", name)),
        *(part for name in LEFT_OUT for part in ("--exclude-module", name)),
        *("--collect-data", "ui", "--collect-data", "conference", "--collect-data", "desktop.self_test_material"),
        *("--copy-metadata", "keyring"),
    ]
    work.mkdir(parents=True, exist_ok=True)
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "PyInstaller", *options, str(ROOT / "desktop" / "__main__.py")], check=True, cwd=ROOT
    )
    folder = output / NAME
    for stray in folder.rglob("libvlc*.so*"):
        stray.unlink()
    trim_web_view(folder)
    return folder


def trim_web_view(folder: Path) -> None:
    """The web view speaks our two languages and has no developer's tools: 55 MB less."""
    for file in folder.rglob("qtwebengine_locales/*.pak"):
        if file.stem not in ("vi", "en-US"):
            file.unlink()
    for file in folder.rglob("qtwebengine_devtools_resources*.pak"):
        file.unlink()


def put_profile(profile: Path, named: list[str], folder: Path) -> None:
    """The profile and its files go beside the program, where `desktop.command_line.find_profile` looks."""
    place = folder / "_internal" / "profile"
    place.mkdir(exist_ok=True)
    shutil.copyfile(profile, place / "ministry.toml")
    for name in named:
        target = place / name
        if not target.resolve().is_relative_to(place.resolve()):
            sys.exit(f"{profile}: {name}: must lie beside the profile")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(profile.parent / name, target)


def build_deb(folder: Path, output: Path, maintainer: str) -> Path:
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "opt" / NAME, symlinks=True)
    links = tree / "usr" / "bin"
    links.mkdir(parents=True)
    (links / NAME).symlink_to(f"/opt/{NAME}/{NAME}")
    menu = tree / "usr" / "share" / "applications"
    menu.mkdir(parents=True)
    (menu / f"{NAME}.desktop").write_text(DESKTOP_ENTRY, encoding="utf-8")
    pictures = tree / "usr" / "share" / "icons" / "hicolor" / "256x256" / "apps"
    pictures.mkdir(parents=True)
    draw_icon(pictures / f"{NAME}.png")
    notices = tree / "usr" / "share" / "doc" / NAME
    notices.mkdir(parents=True)
    for name in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copyfile(ROOT / name, notices / name)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        f"""Package: {NAME}
Version: {version()}
Section: mail
Priority: optional
Architecture: amd64
Installed-Size: {megabytes(folder) * 1024}
Depends: {", ".join(DEPENDS)}
Recommends: {", ".join(RECOMMENDS)}
Maintainer: {maintainer}
Description: Thư công vụ, họp hai điểm cầu và kho văn bản trên một bàn làm việc
""",
        encoding="utf-8",
    )
    package = output / f"{NAME}_{version()}_amd64.deb"
    subprocess.run(  # noqa: S603
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(tree), str(package)],  # noqa: S607
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return package


DESKTOP_ENTRY = f"""[Desktop Entry]
Type=Application
Name=Bàn Công Vụ
Comment=Thư công vụ, họp hai điểm cầu và kho văn bản
Exec=/usr/bin/{NAME}
Icon={NAME}
Categories=Office;Email;
StartupWMClass={NAME}
"""


def draw_icon(path: Path) -> None:
    """The application's own drawing, as a picture for menus; in a process of its own, so that this one needs no Qt."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; application = QApplication([]);"
        "from ui.style import application_icon, apply_style; apply_style(application);"
        "assert application_icon().pixmap(256, 256).save(sys.argv[1], 'PNG')"
    )
    subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, str(path)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def version() -> str:
    found = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert found
    return found[1]


def megabytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) // 2**20


if __name__ == "__main__":
    sys.exit(main())
