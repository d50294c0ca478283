"""A few seconds after the start: says which recordings a crash cut off, once, and opens where they are."""

from __future__ import annotations

from .page_tools import PageTools

_BEING_RECORDED = "recording_under_way"


def tell_unfinished(tools: PageTools) -> None:
    """Looks where something was being recorded when the desk last ended; nothing, not even a thread, where nothing
    was."""
    if not tools.preferences.word(_BEING_RECORDED):
        return
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from conference import Recording, any_under_way, close_interrupted, unfinished

    from .conference_page.recording_folder import folder_under_way, note_under_way, show_folder
    from .conference_page.recording_words import unfinished_words

    root = folder_under_way(tools.preferences)
    if not any_under_way():  # else she has begun another one already, whose end clears it
        note_under_way(tools.preferences, None)

    def look() -> list[Recording]:
        return [close_interrupted(one) for one in unfinished(root)] if root is not None else []

    def tell(found: list[Recording]) -> None:
        if not found:
            return
        place: Path = found[0].folder if len(found) == 1 else found[0].folder.parent
        tools.notices.say(
            unfinished_words(found),
            action_text=QCoreApplication.translate("RecordingWords", "Mở thư mục"),
            action=lambda: show_folder(tools, place),
        )

    tools.background.run(tools.background, look, tell, lane="recording")
