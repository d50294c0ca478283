"""What can be said on the command line. Standard library only, so that ``--service`` and ``--help`` start at once."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CommandLine:
    profile: Path | None
    data_folder: Path | None
    demo: bool
    tour: Path | None
    service: bool
    prepare: Path | None
    self_test: bool


def read_command_line(arguments: list[str]) -> CommandLine:
    parser = argparse.ArgumentParser(
        prog="ban-cong-vu", description="Bàn Công Vụ: thư công vụ, họp hai điểm cầu và kho văn bản."
    )
    parser.add_argument("--profile", type=Path, help="hồ sơ của bộ (TOML)")
    parser.add_argument("--data-folder", type=Path, help="thư mục dữ liệu trên máy này")
    parser.add_argument("--demo", action="store_true", help="mở bàn làm việc trên bộ trình diễn (127.0.0.1)")
    parser.add_argument("--tour", type=Path, metavar="FOLDER", help="tự đi ba hành trình, lưu ảnh màn hình vào FOLDER")
    parser.add_argument("--self-test", action="store_true", help="kiểm tra bản cài đặt rồi kết thúc")
    parser.add_argument("--service", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", type=Path, help=argparse.SUPPRESS)
    said = parser.parse_args(arguments)
    return CommandLine(said.profile, said.data_folder, said.demo, said.tour, said.service, said.prepare, said.self_test)


def find_profile() -> Path | None:
    """The profile beside the frozen program, where the installer puts it; else what ``BAN_CONG_VU_PROFILE`` names."""
    if named := os.environ.get("BAN_CONG_VU_PROFILE"):
        return Path(named)
    beside = Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "profile" / "ministry.toml"
    return beside if beside.is_file() else None
