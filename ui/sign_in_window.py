"""Who sits down at the desk: address, password, and the passphrase of the local copy where the PC has no keyring.

The password is tried once on a worker; a refusal is said in words and nothing is tried again by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mail import CertificateNotTrusted, Offline, ServerBusy, WrongPassword

from .background import Background
from .spoken_errors import spoken
from .style import application_icon, font, icon, primary, px, quiet
from .widgets.secret_field import SecretField

SHORTEST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class SignInEntry:
    """What she typed. ``user_name`` is the address where she gave none of its own."""

    address: str
    user_name: str
    password: str = field(repr=False)
    remember: bool
    passphrase: str = field(default="", repr=False)


class _Card(QWidget):
    """As high as its wrapped words need at its width; a scroll area would otherwise squeeze it."""

    def event(self, event: QEvent) -> bool:
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return super().event(event)


class SignInWindow(QWidget):
    """``check`` runs on a worker and raises on refusal. ``needs_passphrase``: the local copy's key comes from a
    passphrase, asked for twice when there is no copy yet."""

    signed_in = Signal(object)
    """`SignInEntry`, accepted by the server."""
    offline_chosen = Signal(object)
    """`SignInEntry` without a password."""
    closed = Signal()

    def __init__(
        self,
        background: Background,
        ministry: str,
        *,
        has_keyring: bool,
        has_local_copy: bool,
        needs_passphrase: bool,
        address: str = "",
        restore_key: Callable[[str, bytes, str], None] | None = None,
        check: Callable[[SignInEntry], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._check = background, check
        self._restore_key = restore_key
        self._has_local_copy, self._needs_passphrase = has_local_copy, needs_passphrase
        self.setWindowTitle(self.tr("Đăng nhập · Bàn Công Vụ"))
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("ten@bo.gov.vn")
        self.address.setInputMethodHints(
            Qt.InputMethodHint.ImhEmailCharactersOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.user_name = QLineEdit()
        self.user_name.setPlaceholderText(self.tr("MIEN\\ten — để trống nếu như địa chỉ thư"))
        self.user_name.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.more_button = quiet(QPushButton(self.tr("Tên đăng nhập khác địa chỉ thư")))
        self.more_button.setCheckable(True)
        self.restore_button = quiet(QPushButton(self.tr("Khôi phục khoá của kho thư…")))
        self.restore_button.clicked.connect(self._ask_recovery_copy)
        self.password = SecretField(self.tr("Mật khẩu"))
        self.remember = QCheckBox(self.tr("Ghi nhớ mật khẩu trên máy này"))
        self.remember.setChecked(has_keyring)
        self.no_keyring = QLabel(
            self.tr("Máy này không có kho khoá hệ thống, nên mật khẩu chỉ dùng cho phiên làm việc này.")
        )
        self.passphrase = SecretField(self.tr("Cụm mật khẩu của kho thư"))
        self.passphrase_again = SecretField(self.tr("Nhập lại cụm mật khẩu"))
        self.message = QLabel()
        self.message_icon = QLabel()
        self.progress = QProgressBar()
        self.sign_in_button = primary(QPushButton(self.tr("Đăng nhập")))
        self.offline_button = QPushButton(self.tr("Làm việc ngoại tuyến"))
        self._lay_out(ministry)
        self.remember.setVisible(has_keyring)
        self.no_keyring.setVisible(not has_keyring)
        self.offline_button.setVisible(has_local_copy)
        self.restore_button.setVisible(restore_key is not None)
        self.sign_in_button.setDefault(True)
        self.sign_in_button.clicked.connect(self.sign_in)
        self.offline_button.clicked.connect(self.work_offline)
        self.more_button.toggled.connect(self._show_user_name)
        for edit in (
            self.address,
            self.user_name,
            self.password.edit,
            self.passphrase.edit,
            self.passphrase_again.edit,
        ):
            edit.returnPressed.connect(self.sign_in)
            edit.textChanged.connect(self._clear_message)
        (self.password if address else self.address).setFocus()

    # --- what she presses ---------------------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Try what stands in the fields, once."""
        entry = self._entry()
        missing = self._missing(entry, with_password=True)
        if missing is not None:
            self._say(*missing)
            return
        self._set_busy(True)
        self._background.run(self, lambda: self._check(entry), lambda _: self._accepted(entry), self._refused)

    def work_offline(self) -> None:
        entry = self._entry()
        missing = self._missing(entry, with_password=False)
        if missing is not None:
            self._say(*missing)
            return
        self._forget_secrets()
        self.offline_chosen.emit(SignInEntry(entry.address, entry.user_name, "", False, entry.passphrase))

    def show_refusal(self, error: Exception) -> None:
        """Say why it cannot go on (also for the application: a store that does not open)."""
        self._refused(error)

    def _ask_recovery_copy(self) -> None:
        entry = self._entry()
        name, _, domain = entry.address.partition("@")
        if not name or not domain:
            self._say(self.tr("Hãy nhập địa chỉ thư trước."), self.address)
            return
        from .restore_key_dialog import RestoreKeyDialog

        restore = self._restore_key
        assert restore is not None
        dialog = RestoreKeyDialog(
            self._background, lambda content, passphrase: restore(entry.address, content, passphrase), self
        )
        dialog.restored.connect(self._key_restored)
        dialog.open()

    def _key_restored(self) -> None:
        self._has_local_copy = True
        self.offline_button.setVisible(True)
        self._say(self.tr("Đã khôi phục khoá của kho thư. Hãy đăng nhập."), self.password.edit)

    # --- inside -------------------------------------------------------------------------------------------------------

    def _entry(self) -> SignInEntry:
        address = self.address.text().strip()
        return SignInEntry(
            address,
            self.user_name.text().strip() or address,
            self.password.text(),
            self.remember.isChecked() and not self.remember.isHidden(),
            self.passphrase.text() if self._needs_passphrase else "",
        )

    def _missing(self, entry: SignInEntry, *, with_password: bool) -> tuple[str, QWidget] | None:
        name, _, domain = entry.address.partition("@")
        if not name or "." not in domain or " " in entry.address:
            return self.tr("Hãy nhập địa chỉ thư công vụ đầy đủ, ví dụ ten@bo.gov.vn."), self.address
        if with_password and not entry.password:
            return self.tr("Hãy nhập mật khẩu thư."), self.password.edit
        if self._needs_passphrase and not entry.passphrase:
            return self.tr("Hãy nhập cụm mật khẩu của kho thư."), self.passphrase.edit
        if self._needs_passphrase and not self._has_local_copy:
            if len(entry.passphrase) < SHORTEST_PASSPHRASE:
                text = self.tr("Cụm mật khẩu cần ít nhất {count} ký tự, ví dụ bốn từ không liên quan nhau.")
                return text.format(count=SHORTEST_PASSPHRASE), self.passphrase.edit
            if entry.passphrase != self.passphrase_again.text():
                return self.tr("Hai lần nhập cụm mật khẩu không giống nhau."), self.passphrase_again.edit
        return None

    def _accepted(self, entry: SignInEntry) -> None:
        self._set_busy(False)
        self._forget_secrets()
        self.signed_in.emit(entry)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        words = spoken(error)
        advice = words.advice
        if isinstance(error, Offline):
            advice = (
                self.tr("Anh/chị có thể làm việc ngoại tuyến trên bản lưu ở máy này.")
                if self._has_local_copy
                else self.tr("Lần đăng nhập đầu tiên cần có mạng: hãy kiểm tra dây mạng hoặc Wi-Fi rồi thử lại.")
            )
        elif isinstance(error, ServerBusy):
            advice = self.tr("Hãy thử lại sau ít phút.")
        self._say(f"{words.text} {advice}".strip(), self.password.edit)
        if isinstance(error, WrongPassword):
            self.password.edit.selectAll()
        elif isinstance(error, (Offline, CertificateNotTrusted)) and self._has_local_copy:
            self.offline_button.setFocus()

    def _say(self, text: str, place: QWidget) -> None:
        self.message.setText(text)
        self.message_box.setVisible(True)
        place.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))

    def _clear_message(self) -> None:
        self.message_box.setVisible(False)

    def _set_busy(self, busy: bool) -> None:
        self._clear_message()
        self.progress.setVisible(busy)
        self.sign_in_button.setText(self.tr("Đang hỏi máy chủ…") if busy else self.tr("Đăng nhập"))
        for widget in (self.fields, self.sign_in_button, self.offline_button):
            widget.setEnabled(not busy)

    def _forget_secrets(self) -> None:
        for secret in (self.password, self.passphrase, self.passphrase_again):
            secret.edit.clear()

    def _show_user_name(self, shown: bool) -> None:
        self.user_name.setVisible(shown)
        self._user_label.setVisible(shown)
        if shown:
            self.user_name.setFocus()
        else:
            self.user_name.clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self, ministry: str) -> None:
        mark = QLabel()
        mark.setPixmap(application_icon().pixmap(QSize(px(56), px(56))))
        name, whose = QLabel("Bàn Công Vụ"), QLabel(ministry)
        name.setFont(font("title"))
        whose.setFont(font("subheading"))
        whose.setWordWrap(True)
        head_words = QVBoxLayout()
        head_words.setSpacing(0)
        head_words.addWidget(name)
        head_words.addWidget(whose)
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(head_words, 1)

        self.fields = _Card()
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))

        def row(label: str, place: QWidget, edit: QWidget) -> QLabel:
            words = QLabel(label)
            words.setWordWrap(True)
            words.setBuddy(edit)
            edit.setAccessibleName(label)
            column.addWidget(words)
            column.addWidget(place)
            column.addSpacing(px(8))
            return words

        row(self.tr("Địa chỉ thư"), self.address, self.address)
        self._user_label = row(self.tr("Tên đăng nhập"), self.user_name, self.user_name)
        row(self.tr("Mật khẩu"), self.password, self.password.edit)
        self._user_label.setVisible(False)
        self.user_name.setVisible(False)
        column.addWidget(self.remember)
        self.no_keyring.setWordWrap(True)
        self.no_keyring.setFont(font("small"))
        column.addWidget(self.no_keyring)
        if self._needs_passphrase:
            column.addSpacing(px(8))
            first = self.tr("Cụm mật khẩu của kho thư")
            new = self.tr("Đặt cụm mật khẩu cho kho thư trên máy này")
            row(first if self._has_local_copy else new, self.passphrase, self.passphrase.edit)
            if not self._has_local_copy:
                row(self.tr("Nhập lại cụm mật khẩu"), self.passphrase_again, self.passphrase_again.edit)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)

        self.message_box = QFrame()
        self.message_box.setObjectName("refusal")
        self.message_icon.setPixmap(icon("warning", "danger").pixmap(QSize(px(20), px(20))))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        words = QHBoxLayout(self.message_box)
        words.setSpacing(px(10))
        words.addWidget(self.message_icon, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.message, 1)
        self.message_box.setVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(px(4))
        self.progress.setAccessibleName(self.tr("Đang hỏi máy chủ…"))
        self.progress.setVisible(False)

        card = _Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(28))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addSpacing(px(8))
        column.addWidget(self.fields)
        column.addWidget(self.message_box)
        column.addWidget(self.progress)
        column.addWidget(self.sign_in_button)
        column.addWidget(self.offline_button)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        scroll = QScrollArea()  # at 200 % a small screen does not hold it all
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        room = self.screen().availableSize()
        card.setFixedWidth(min(px(440), room.width() - px(40)))
        self.resize(min(px(520), room.width()), min(px(680), room.height()))
