"""The server's inbox rules: a list with a tick each for on and off, and the chosen one in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mail import GetInboxRules, InboxRule, InboxRules, Refused, SwitchInboxRule
from ui.page_tools import PageTools
from ui.style import S, px
from ui.widgets.screen_room import resize_within_screen

from .rule_words import rule_words
from .server_dialog import ServerDialog

_RULE_ROLE = Qt.ItemDataRole.UserRole


class RulesDialog(ServerDialog):
    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, self.tr("Quy tắc hộp thư"), parent=parent)
        self._is_filling = False
        caption = QLabel(self.tr("Máy chủ áp dụng các quy tắc này với thư đến, theo thứ tự từ trên xuống."))
        caption.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các quy tắc"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(px(64))
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(self.tr("Quy tắc được chọn"))
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(caption)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        self.list.currentItemChanged.connect(self._show_words)
        self.list.itemChanged.connect(self._switched)
        resize_within_screen(self, px(520), px(460))
        self.load()

    def load(self) -> None:
        self.ask(GetInboxRules(), self.show_rules, self.tr("Đang hỏi máy chủ…"), is_load=True)

    def show_rules(self, rules: InboxRules) -> None:
        row = max(0, self.list.currentRow())
        self._is_filling = True
        self.list.clear()
        for rule in rules.rules:
            item = QListWidgetItem(rule.name or self.tr("(không tên)"))
            item.setData(_RULE_ROLE, rule)
            can_switch = not rule.is_not_supported and not rules.has_outlook_blob
            item.setCheckState(Qt.CheckState.Checked if rule.is_enabled else Qt.CheckState.Unchecked)
            if not can_switch:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setToolTip(rule_words(rule))
            state = self.tr("đang bật") if rule.is_enabled else self.tr("đang tắt")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {state}. {rule_words(rule)}")
            self.list.addItem(item)
        self._is_filling = False
        if rules.rules:
            self.list.setCurrentRow(min(row, len(rules.rules) - 1))
            self.list.setFocus()
        else:
            self.words.setText(self.tr("Hộp thư này chưa có quy tắc nào trên máy chủ."))
        if rules.has_outlook_blob:
            self.say(self._blob_words())

    def words_for(self, error: Exception) -> str:
        if isinstance(error, Refused) and error.code == "ErrorOutlookRuleBlobExists":
            return self._blob_words()
        return super().words_for(error)

    def _blob_words(self) -> str:
        return self.tr(
            "Outlook còn giữ quy tắc riêng của nó cho hộp thư này. Bật, tắt ở đây sẽ làm mất chúng, nên hãy đổi quy tắc"
            " trong Outlook."
        )

    def _show_words(self, item: QListWidgetItem | None) -> None:
        rule: InboxRule | None = item.data(_RULE_ROLE) if item is not None else None
        if rule is None:
            return
        words = rule_words(rule)
        if rule.is_in_error:
            words += " " + self.tr("Máy chủ báo quy tắc này đang bị lỗi và không áp dụng được.")
        if rule.is_not_supported:
            words += " " + self.tr("Quy tắc này chỉ đổi được trong Outlook.")
        self.words.setText(words)

    def _switched(self, item: QListWidgetItem) -> None:
        rule: InboxRule = item.data(_RULE_ROLE)
        is_on = item.checkState() is Qt.CheckState.Checked
        if self._is_filling or rule is None or is_on == rule.is_enabled:
            return
        words = self.tr("Đang bật quy tắc…") if is_on else self.tr("Đang tắt quy tắc…")
        self.ask(SwitchInboxRule(rule.id, is_on), self.show_rules, words)

    def _settle(self, words: str, *, is_busy: bool, is_failure: bool = False) -> None:
        super()._settle(words, is_busy=is_busy, is_failure=is_failure)
        if is_failure:  # the ticks say again what the server has
            self._is_filling = True
            for row in range(self.list.count()):
                item = self.list.item(row)
                rule: InboxRule = item.data(_RULE_ROLE)
                item.setCheckState(Qt.CheckState.Checked if rule.is_enabled else Qt.CheckState.Unchecked)
            self._is_filling = False
