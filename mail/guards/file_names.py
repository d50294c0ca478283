"""Attachments that are not what their name says: programs in disguise, reversed names, archives holding programs.

Judged by name and first bytes; archives by their directory alone, nothing is unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from .findings import Finding, FindingKind, Severity

# What Windows runs, or hands to something that does, at a double click.
PROGRAMS_WORDS = (
    "exe com scr pif bat cmd msi msp mst msix appx cpl dll sys drv ocx js jse vbs vbe wsf wsh ws hta lnk url "
    "scf reg ps1 psm1 ps1xml psd1 jar jnlp chm hlp gadget application inf ins isp job library-ms search-ms "
    "settingcontent-ms appref-ms iqy slk xll wll ade adp mde sct shb diagcab theme website desktop run sh bash "
    "app command apk deb rpm iso img vhd vhdx one "
)
PROGRAMS = frozenset(PROGRAMS_WORDS.split())
_MACRO_NAMES_WORDS = "docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam sldm "
_MACRO_NAMES = frozenset(_MACRO_NAMES_WORDS.split())
_OFFICE_WORDS = "docx dotx xlsx xltx pptx potx ppsx doc dot xls xlt ppt pot rtf "
_OFFICE = frozenset(_OFFICE_WORDS.split())
_ARCHIVES_WORDS = "zip jar rar 7z gz tar tgz cab ace arj z xz bz2 lzh "
_ARCHIVES = frozenset(_ARCHIVES_WORDS.split())
_INNOCENT_WORDS = (
    "pdf doc docx xls xlsx ppt pptx txt rtf jpg jpeg png gif bmp tif tiff odt ods odp csv htm html xml zip rar "
    "mp3 mp4 eml "
)
_INNOCENT = frozenset(_INNOCENT_WORDS.split())
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MOST_ENTRIES = 2_000
_MOST_BYTES = 60_000_000
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"\xcf\xfa\xed\xfe", "mach-o"),
    (b"\xca\xfe\xba\xbe", "class"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "lnk"),
    (b"ITSF", "chm"),
    (b"#!/", "sh"),
    (b"MSCF", "cab"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHOWN_AS = {
    "pdf": (b"%PDF",),
    "png": (b"\x89PNG",),
    "jpg": (b"\xff\xd8",),
    "jpeg": (b"\xff\xd8",),
    "gif": (b"GIF8",),
    "docx": (b"PK", _OLE),
    "xlsx": (b"PK", _OLE),
    "pptx": (b"PK", _OLE),
}
_SCRIPT_IN_HTML = re.compile(rb"<\s*(?:script|hta:application)|mshta|WScript\.Shell|ActiveXObject", re.IGNORECASE)


def extensions(name: str) -> list[str]:
    """Of "bao cao.pdf   .exe ": ["pdf", "exe"]. Windows drops dots and blanks at the end of a name."""
    plain = _TURNING.sub("", name).rstrip(". \u00a0\t")
    return [part.strip(" \u00a0\t_").lower() for part in plain.split(".")[1:]]


def look_at(raw_name: str, content: bytes) -> Iterator[Finding]:
    """``raw_name`` with whatever turns the writing direction still in it."""
    name = _TURNING.sub("", raw_name)
    endings = extensions(name)
    ending = endings[-1] if endings else ""
    if _TURNING.search(raw_name) and re.search("[\u202b\u202e\u2067\u202d\u2066\u2068\u202a]", raw_name):
        yield Finding(FindingKind.REVERSED_NAME, Severity.TELL, (name,))
    real = _magic(content)
    pretended = next((one for one in reversed(endings[:-1]) if one in _INNOCENT), "")
    if ending in PROGRAMS:
        if pretended or _has_gap(name):
            yield Finding(FindingKind.DISGUISED_PROGRAM, Severity.TELL, (name, pretended or "", ending))
        else:
            yield Finding(FindingKind.PROGRAM, Severity.TELL, (name, ending))
    elif real is not None and not (real == "cab" and ending == "cab") and ending not in ("", "bin", "dat"):
        yield Finding(FindingKind.DISGUISED_PROGRAM, Severity.TELL, (name, ending, real))
    elif real in ("exe", "elf", "mach-o", "lnk", "chm"):
        yield Finding(FindingKind.PROGRAM, Severity.TELL, (name, real))
    elif ending in _MACRO_NAMES or (ending in _OFFICE and _has_macros(content)):
        yield Finding(FindingKind.MACROS, Severity.TELL, (name,))
    elif ending in _ARCHIVES or content[:2] == b"PK":
        inside = _program_inside(content, ending)
        if inside is not None:
            yield Finding(FindingKind.ARCHIVE_WITH_PROGRAM, Severity.TELL, (name, inside))
    elif ending in _SHOWN_AS and (content[:2] == b"<h" or _SCRIPT_IN_HTML.search(content[:4096])):
        yield Finding(FindingKind.DISGUISED_PROGRAM, Severity.TELL, (name, ending, "html"))


def _has_gap(name: str) -> bool:
    """A long blank before the real ending pushes it out of sight."""
    return re.search(r"\s{8,}\.?\w+$", name) is not None


def _magic(content: bytes) -> str | None:
    for begin, kind in _MAGIC:
        if content.startswith(begin) and (begin != b"MZ" or len(content) > 64):
            return kind
    return None


def _has_macros(content: bytes) -> bool:
    if content[:2] == b"PK":
        return any(name.lower().endswith("vbaproject.bin") for name in _entries(content))
    if content[:8] == _OLE:
        # A compound file names its storages in UTF-16; a macro project's is one of these.
        head = content[:_MOST_BYTES]
        return any(word.encode("utf-16-le") in head for word in ("_VBA_PROJECT", "Macros", "_VBA_PROJECT_CUR"))
    return content[:5] == b"{\\rtf" and b"\\objdata" in content[:5_000_000]


def _entries(content: bytes) -> list[str]:
    if len(content) > _MOST_BYTES:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [info.filename for info in archive.infolist()[:_MOST_ENTRIES]]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError, OverflowError):
        return []


def _program_inside(content: bytes, ending: str) -> str | None:
    if content[:2] == b"PK":
        for entry in _entries(content):
            inner = extensions(entry.rpartition("/")[2])
            if inner and inner[-1] in PROGRAMS and ending != "jar":
                return _TURNING.sub("", entry)[:200]
        return None
    if content[:4] in (b"Rar!", b"7z\xbc\xaf"):
        # Their directories are packed; RAR keeps names in the clear, as they are or in UTF-8.
        found = re.search(rb"[\w .\-]{1,80}\.(?:exe|scr|js|vbs|hta|lnk|bat|cmd|msi|ps1|jar)\b", content[:2_000_000])
        return found[0].decode("latin-1").strip() if found else None
    return None
