"""Saves the technician's report where she says; the folder is remembered. Written whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from conference import CheckResult, Conference, verdict

from ..formatting import local
from ..page_tools import PageTools
from .report_html import Report, about_this_pc
from .report_pdf import report_pdf

translate = QCoreApplication.translate
_REMEMBERED = "check_report_folder"


def save_report(
    tools: PageTools, window: QWidget, conference: Conference, results: Sequence[CheckResult], when: datetime
) -> QFileDialog:
    """Ask where, then make and write it on a worker; a notice says how that went."""
    report = Report(
        tools.desk.ministry,
        conference,
        when,
        verdict(results, (site.id for site in conference.sites)),
        tuple(results),
        about_this_pc(),
    )
    dialog = QFileDialog(window, translate("CheckReport", "Lưu báo cáo kiểm tra"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("CheckReport", "Tệp PDF (*.pdf)"))
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(_folder(tools))
    dialog.selectFile(f"kiem-tra-diem-cau-{local(when):%Y%m%d-%H%M}.pdf")
    dialog.fileSelected.connect(lambda chosen: _write(tools, report, Path(chosen)))
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.open()
    return dialog


def _folder(tools: PageTools) -> str:
    remembered = tools.preferences.word(_REMEMBERED)
    if remembered and Path(remembered).is_dir():
        return remembered
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())


def _write(tools: PageTools, report: Report, path: Path) -> None:
    tools.preferences.remember_word(_REMEMBERED, str(path.parent))

    def saved(problem: str) -> None:
        if problem:
            tools.notices.say(
                translate("CheckReport", "Chưa lưu được báo cáo vào {folder}. Anh/chị chọn thư mục khác.").format(
                    folder=path.parent
                )
            )
        else:
            tools.notices.say(
                translate("CheckReport", "Đã lưu báo cáo {name}.").format(name=path.name),
                action_text=translate("CheckReport", "Mở"),
                action=lambda: _open(path),
            )

    tools.background.run(tools.notices, lambda: write_whole(path, report_pdf(report)), saved)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def write_whole(path: Path, content: bytes) -> str:
    """ "" when it is there, else what the system said; what stood at ``path`` before is kept then."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return file.errorString() or "open"
    file.write(content)
    return "" if file.commit() else file.errorString() or "write"
