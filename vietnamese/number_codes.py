"""Abbreviations in document numbers: types after Nghị định 30/2020 (Phụ lục III) and the law on legal documents, and
the few issuers that stand alone behind a slash. Ministries are not here: they change, and their codes
need not be known."""

from __future__ import annotations

from typing import Final

# Folded code -> code as written. A type code in a number says what the document is.
KNOWN_TYPE_CODES: Final[dict[str, str]] = {
    "nq": "NQ", "nqlt": "NQLT", "qd": "QĐ", "ct": "CT", "qc": "QC", "qyd": "QyĐ", "tc": "TC", "tb": "TB", "hd": "HD",
    "ctr": "CTr", "kh": "KH", "pa": "PA", "da": "ĐA", "bc": "BC", "bb": "BB", "ttr": "TTr", "cd": "CĐ",
    "bgn": "BGN", "btt": "BTT", "guq": "GUQ", "gm": "GM", "ggt": "GGT", "gnp": "GNP", "pg": "PG", "pc": "PC",
    "pb": "PB", "sy": "SY", "trs": "TrS", "pl": "PL", "l": "L", "nd": "NĐ", "tt": "TT", "ttlt": "TTLT", "ttlb": "TTLB",
    "vbhn": "VBHN", "sl": "SL", "lct": "LCT", "tl": "TL", "kl": "KL", "qdlt": "QĐLT", "nqqh": "NQQH",
}  # fmt: skip

# Folded, without trailing digits: 74/CP, 45/2019/QH14, 27-NQ/TW, 76/SL.
KNOWN_SINGLE_CODES: Final[frozenset[str]] = frozenset(
    (
        "cp",
        "ttg",
        "qh",
        "ubtvqh",
        "hdbt",
        "hdnn",
        "hdcp",
        "ctn",
        "tw",
        "sl",
        "lb",
        "bct",
        "pltvqh",
        "ubnd",
        "hdnd",
        "tct",
    )
)

MIXED_CASE_CODES: Final[frozenset[str]] = frozenset(("TTg", "CTr", "TTr", "QyĐ", "TrS", "Ttg", "TTgCP", "Tg"))

# How a person begins a look-up (folded, longer first) -> the codes it may mean; "" where the number may bear none.
TYPE_WORDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("nghi quyet lien tich", ("nqlt",)),
    ("thong tu lien tich", ("ttlt",)),
    ("thong tu lien bo", ("ttlb", "tt")),
    ("van ban hop nhat", ("vbhn",)),
    ("chuong trinh", ("ctr",)),
    ("phap lenh", ("pl", "ubtvqh", "")),
    ("nghi quyet", ("nq", "qh", "ubtvqh")),
    ("nghi dinh", ("nd", "cp")),
    ("quyet dinh", ("qd",)),
    ("thong bao", ("tb",)),
    ("huong dan", ("hd",)),
    ("cong dien", ("cd",)),
    ("cong van", ("",)),
    ("ke hoach", ("kh",)),
    ("thong tu", ("tt", "ttlt")),
    ("to trinh", ("ttr",)),
    ("giay moi", ("gm",)),
    ("bao cao", ("bc",)),
    ("quy che", ("qc",)),
    ("van ban", ("",)),
    ("sac lenh", ("sl",)),
    ("chi thi", ("ct",)),
    ("ket luan", ("kl",)),
    ("bo luat", ("qh", "")),
    ("de an", ("da",)),
    ("luat", ("qh", "")),
    ("lenh", ("l",)),
)
