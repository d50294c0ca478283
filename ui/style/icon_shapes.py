# ruff: noqa: E501 (a drawing is one line)
"""The desk's own icons, drawn for it on a 24 × 24 grid: the inside of an SVG whose lines take the current colour.

``f`` marks shapes that are filled instead of drawn. Used by `ui.style.icons` alone.
"""

from __future__ import annotations

SHAPES: dict[str, str] = {
    # the three pages, and those to come
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M3.8 7.2 12 13l8.2-5.8"/>',
    "conference": '<rect x="3" y="6" width="12.5" height="12" rx="2.5"/><path d="m15.5 10.5 5.5-3v9l-5.5-3"/>',
    "documents": '<path d="M12 6.2C9.8 4.7 7 4.3 3.5 4.5v14c3.5-.2 6.3.2 8.5 1.7 2.2-1.5 5-1.9 8.5-1.7v-14'
    'C17 4.3 14.2 4.7 12 6.2Z"/><path d="M12 6.2v14"/>',
    "today": '<rect x="4" y="5" width="16" height="15" rx="2.5"/><path d="M4 9.5h16M8 3v4M16 3v4"/>'
    '<circle class="f" cx="12" cy="14.5" r="1.9"/>',
    # folders
    "inbox": '<path d="M4 13.5 6.3 6A2 2 0 0 1 8.2 4.6h7.6A2 2 0 0 1 17.7 6L20 13.5V17a2.4 2.4 0 0 1-2.4 2.4'
    'H6.4A2.4 2.4 0 0 1 4 17Z"/><path d="M4 13.5h4.5l1.3 2.3h4.4l1.3-2.3H20"/>',
    "drafts": '<path d="M13 4.5H7A2.5 2.5 0 0 0 4.5 7v10.5A2.5 2.5 0 0 0 7 20h9.5a2.5 2.5 0 0 0 2.5-2.5V12"/>'
    '<path d="m10 14 .6-3 7.7-7.7 2.4 2.4L13 13.4Z"/>',
    "sent": '<path d="M20.5 3.5 3.5 10l7 3.5 3.5 7Z"/><path d="M20.5 3.5 10.5 13.5"/>',
    "outbox": '<path d="M4 14v3.5A2.5 2.5 0 0 0 6.5 20h11a2.5 2.5 0 0 0 2.5-2.5V14M12 15V4M8 7.8 12 4l4 3.8"/>',
    "trash": '<path d="M4.5 6.5h15M9.5 6.5V4.7c0-.6.4-1 1-1h3c.6 0 1 .4 1 1v1.8M6.3 6.5l.9 12a2 2 0 0 0 2 1.8h5.6'
    'a2 2 0 0 0 2-1.8l.9-12M10.2 10.5v6M13.8 10.5v6"/>',
    "junk": '<path d="M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3Z"/><path d="M12 7.8v5M12 16v.1"/>',
    "archive": '<rect x="3.5" y="4.5" width="17" height="4.5" rx="1.3"/>'
    '<path d="M5 9v8.5A2 2 0 0 0 7 19.5h10a2 2 0 0 0 2-2V9M10 13h4"/>',
    "folder": '<path d="M3.5 7A2 2 0 0 1 5.5 5h3.7l2.2 2.5h7.1a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2Z"/>',
    # what is done with a mail
    "compose": '<path d="M12 5H6.5A2.5 2.5 0 0 0 4 7.5v10A2.5 2.5 0 0 0 6.5 20h10a2.5 2.5 0 0 0 2.5-2.5V12"/>'
    '<path d="m9.5 14.5.7-3.4 7.9-7.9 2.7 2.7-7.9 7.9Z"/>',
    "reply": '<path d="M9.5 6 4 11.2l5.5 5.3M4.5 11.2H14c3.6 0 6 2.2 6 7.3"/>',
    "reply_all": '<path d="M7.5 6.5 3 11.2l4.5 4.6M12 6.5l-4.5 4.7 4.5 4.6M8 11.2h7c3.4 0 5.5 2.1 5.5 7"/>',
    "forward": '<path d="M14.5 6 20 11.2l-5.5 5.3M19.5 11.2H10c-3.6 0-6 2.2-6 7.3"/>',
    "flag": '<path d="M6 21V4M6 4.8c3.5-1.8 6.5 1.6 12 .2v8.7c-5.5 1.4-8.5-2-12-.2"/>',
    "flag_set": '<path d="M6 21V4"/><path class="f" d="M6 4.8c3.5-1.8 6.5 1.6 12 .2v8.7c-5.5 1.4-8.5-2-12-.2Z"/>',
    "attachment": '<path d="m19.5 11.5-7.7 7.7a4.7 4.7 0 0 1-6.6-6.6l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9'
    'a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2"/>',
    "unread": '<path d="M20.5 11v5.5A2.5 2.5 0 0 1 18 19H6a2.5 2.5 0 0 1-2.5-2.5v-9A2.5 2.5 0 0 1 6 5h8.5M4 7.2 12 13l3.3-2.3"/>'
    '<circle class="f" cx="19.5" cy="6" r="2.7"/>',
    "read": '<path d="M3.5 10 12 4.5 20.5 10v7.5A2.5 2.5 0 0 1 18 20H6a2.5 2.5 0 0 1-2.5-2.5ZM3.8 10.3 12 15.5l8.2-5.2"/>',
    "move": '<path d="M10 19H5.5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h3.7l2.2 2.5h7.1a2 2 0 0 1 2 2V11M13 16.5h7.5M17.5 13.3l3.2 3.2-3.2 3.2"/>',
    "undo": '<path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10h-4"/>',
    "important": '<path d="M12 4v10"/><circle class="f" cx="12" cy="18.5" r="1.3"/>',
    "unimportant": '<path d="M12 4.5v14M6.5 13l5.5 5.8L17.5 13"/>',
    "category": '<path d="M3.8 4.5h7.4l9 9-6.7 6.7-9.7-9.7Z"/><circle cx="8" cy="8.8" r="1.4"/>',
    "away": '<path d="M4 20h9M6 20V5.5L13 4v16M16 8.5 20 12l-4 3.5M20 12h-6"/>',
    "rules": '<path d="M4 6.5h9M4 12h6M4 17.5h6M14 15.5l2.3 2.3 4.4-5"/>',
    "image": '<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><circle cx="9" cy="10" r="1.6"/><path d="m4 17 5-4 3.5 2.8L16 12l4.5 4.5"/>',
    # writing
    "bold": '<path d="M7.5 4.5h5.2a3.6 3.6 0 0 1 0 7.3H7.5ZM7.5 11.8h6a3.9 3.9 0 0 1 0 7.7h-6Z"/>',
    "italic": '<path d="M10.5 4.5h7M6.5 19.5h7M14 4.5l-4 15"/>',
    "underline": '<path d="M7 4v6.5a5 5 0 0 0 10 0V4M6 20h12"/>',
    "text_colour": '<path d="m6.5 15.5 5.5-12 5.5 12M8.5 11.2h7"/><rect class="f" x="4.5" y="18.2" width="15" height="3" rx="1"/>',
    "bullets": '<circle class="f" cx="5" cy="6.5" r="1.5"/><circle class="f" cx="5" cy="12" r="1.5"/><circle class="f" cx="5" cy="17.5" r="1.5"/><path d="M9.5 6.5H20M9.5 12H20M9.5 17.5H20"/>',
    "numbers": '<path d="M10 6.5h10M10 12h10M10 17.5h10M4 4.7 5.4 4v4.6M3.8 15.8c.3-1.2 2.4-1.2 2.4.2 0 1-2.4 1.9-2.4 3.2h2.6"/>',
    "outdent": '<path d="M4 5h16M11 10h9M11 14.5h9M4 19.5h16M7.5 9.5 4.3 12.2l3.2 2.7"/>',
    "indent": '<path d="M4 5h16M11 10h9M11 14.5h9M4 19.5h16M4.3 9.5l3.2 2.7-3.2 2.7"/>',
    "align_left": '<path d="M4 5.5h16M4 10h10M4 14.5h16M4 19h10"/>',
    "align_centre": '<path d="M4 5.5h16M7 10h10M4 14.5h16M7 19h10"/>',
    "align_right": '<path d="M4 5.5h16M10 10h10M4 14.5h16M10 19h10"/>',
    "align_justify": '<path d="M4 5.5h16M4 10h16M4 14.5h16M4 19h16"/>',
    "table": '<rect x="3.5" y="5" width="17" height="14" rx="1.8"/><path d="M3.5 9.7h17M3.5 14.3h17M9.2 5v14M14.8 5v14"/>',
    "template": '<rect x="5" y="3.5" width="14" height="17" rx="2"/><path d="M8.5 8h7M8.5 12h7M8.5 16h4"/>',
    "signature": '<path d="M3.5 16.5c3-6 6-11.5 7.7-10.8 2 .8-4.5 9.6-3 10.4 1.4.7 3.3-4.6 4.6-4 1.1.5-.7 3.2.4 3.7 1.2.5 2.3-1.8 3.6-1.5 1 .2.9 1.4 3.7 1.2M4 20h16"/>',
    # general
    "search": '<circle cx="10.7" cy="10.7" r="6.2"/><path d="m15.3 15.3 5 5"/>',
    "refresh": '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.3h-4.3"/>',
    "settings": '<path d="M4 7.5h8M17 7.5h3M4 16.5h3M12 16.5h8"/><circle cx="14.5" cy="7.5" r="2.5"/><circle cx="9.5" cy="16.5" r="2.5"/>',
    "keyboard": '<rect x="2.5" y="6" width="19" height="12" rx="2.5"/><path d="M6 9.8h.1M9 9.8h.1M12 9.8h.1M15 9.8h.1M18 9.8h.1M8 14.2h8"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "check": '<path d="m5 12.5 4.7 4.7L19.5 7"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "more": '<circle class="f" cx="5.5" cy="12" r="1.5"/><circle class="f" cx="12" cy="12" r="1.5"/><circle class="f" cx="18.5" cy="12" r="1.5"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "chevron_left": '<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>',
    "chevron_right": '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
    "chevron_up": '<path d="m5.5 14.5 6.5-6.5 6.5 6.5"/>',
    "chevron_down": '<path d="m5.5 9.5 6.5 6.5 6.5-6.5"/>',
    "back": '<path d="M11 5.5 4.5 12l6.5 6.5M5 12h15"/>',
    "copy": '<rect x="8" y="8" width="12" height="12" rx="2.2"/><path d="M16 8V6.2A2.2 2.2 0 0 0 13.8 4H6.2A2.2 2.2 0 0 0 4 6.2v7.6A2.2 2.2 0 0 0 6.2 16H8"/>',
    "link": '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2"/>',
    "open": '<path d="M18.5 13.5V18a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7.5a2 2 0 0 1 2-2h4.5M14 4h6v6M20 4l-9 9"/>',
    "save": '<path d="M12 4v11M7.5 11l4.5 4.3L16.5 11M4.5 16.5v1.3A2.2 2.2 0 0 0 6.7 20h10.6a2.2 2.2 0 0 0 2.2-2.2v-1.3"/>',
    "zoom_in": '<circle cx="10.7" cy="10.7" r="6.2"/><path d="m15.3 15.3 5 5M8 10.7h5.4M10.7 8v5.4"/>',
    "zoom_out": '<circle cx="10.7" cy="10.7" r="6.2"/><path d="m15.3 15.3 5 5M8 10.7h5.4"/>',
    "fit": '<path d="M4 9V6a2 2 0 0 1 2-2h3M15 4h3a2 2 0 0 1 2 2v3M20 15v3a2 2 0 0 1-2 2h-3M9 20H6a2 2 0 0 1-2-2v-3"/>',
    "conversation": '<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h8A2.5 2.5 0 0 1 17 6.5v4a2.5 2.5 0 0 1-2.5 2.5H8l-4 3.5Z"/>'
    '<path d="M20 9.5a2.3 2.3 0 0 1 1 2V20l-3.5-3H11"/>',
    "source": '<path d="m8.5 7.5-5 4.5 5 4.5M15.5 7.5l5 4.5-5 4.5M13.5 5l-3 14"/>',
    "print": '<path d="M7 9V4h10v5M7 17H5.5A2 2 0 0 1 3.5 15v-4a2 2 0 0 1 2-2h13a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H17"/><rect x="7" y="14" width="10" height="6.5" rx="1"/>',
    "eye": '<path d="M2.8 12C5 8 8.3 6 12 6s7 2 9.2 6c-2.2 4-5.5 6-9.2 6s-7-2-9.2-6Z"/><circle cx="12" cy="12" r="2.7"/>',
    "eye_off": '<path d="M6.3 7.7C4.9 8.7 3.7 10.2 2.8 12c2.2 4 5.5 6 9.2 6 1.5 0 2.9-.3 4.2-1M10 6.2c.6-.1 1.3-.2 2-.2 3.7 0 7 2 9.2 6-.5 1-1.2 1.9-1.9 2.7'
    'M10 10.2a2.7 2.7 0 0 0 3.8 3.8M4 4l16 16"/>',
    "person": '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20c.6-4 3.7-6 7.5-6s6.9 2 7.5 6"/>',
    "people": '<circle cx="9" cy="8.5" r="3.3"/><path d="M2.8 19.5c.5-3.6 3-5.4 6.2-5.4s5.7 1.8 6.2 5.4M15.5 5.5a3.3 3.3 0 0 1 0 6.1M17.8 14.6c1.9.8 3.1 2.4 3.4 4.9"/>',
    "panel": '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M14.5 5v14M17 9h1.5M17 12.5h1.5"/>',
    "roll_call": '<circle cx="8" cy="8" r="2.8"/><path d="M2.8 18.5c.4-3.2 2.5-4.8 5.2-4.8s4.8 1.6 5.2 4.8M14.8 11.2l2.2 2.2 4-4.4"/>',
    "speaking": '<rect x="5.5" y="3" width="6" height="11" rx="3"/><path d="M2.8 11.5a5.7 5.7 0 0 0 11.4 0M8.5 17.2V21M17 7.5h4M17 12h4M17 16.5h4"/>',
    "agenda": '<rect x="4" y="4" width="16" height="16.5" rx="2.2"/><path d="M7.5 9h.1M7.5 12.7h.1M7.5 16.4h.1M10.8 9h6M10.8 12.7h6M10.8 16.4h3.5"/>',
    "minutes": '<path d="M13 3.5H7A2.2 2.2 0 0 0 4.8 5.7v12.6A2.2 2.2 0 0 0 7 20.5h4M8.3 8h7M8.3 12h4"/><path d="m12.5 20.5.6-3.1 5.6-5.6 2.5 2.5-5.6 5.6Z"/>',
    "monitor": '<rect x="2.5" y="4.5" width="13" height="9.5" rx="1.6"/><path d="M9 14v3.5M6 17.5h6"/><rect x="16.8" y="10" width="5" height="8.5" rx="1.2"/>',
    "picture_in_picture": '<rect x="2.5" y="5" width="19" height="14" rx="2"/><rect class="f" x="12.5" y="11.5" width="6.5" height="5" rx="1"/>',
    "calendar": '<rect x="4" y="5" width="16" height="15" rx="2.5"/><path d="M4 9.5h16M8 3v4M16 3v4"/>',
    "repeat": '<path d="M4.5 11V9.5a3 3 0 0 1 3-3h11M15.5 3.5l3.2 3-3.2 3M19.5 13v1.5a3 3 0 0 1-3 3h-11M8.5 20.5l-3.2-3 3.2-3"/>',
    "bell": '<path d="M12 3.8a5.5 5.5 0 0 0-5.5 5.5c0 5-2 6.7-2 6.7h15s-2-1.7-2-6.7A5.5 5.5 0 0 0 12 3.8ZM10 19a2.1 2.1 0 0 0 4 0"/>',
    "clock": '<circle cx="12" cy="12" r="8.3"/><path d="M12 7.3V12l3.2 2"/>',
    "location": '<path d="M12 21c4.5-5 6.5-8.3 6.5-11.2a6.5 6.5 0 0 0-13 0C5.5 12.7 7.5 16 12 21Z"/><circle cx="12" cy="9.8" r="2.3"/>',
    "contents": '<path d="M4.5 6h.1M4.5 12h.1M4.5 18h.1M8.5 6H20M8.5 12H20M8.5 18h8"/>',
    "relations": '<circle cx="6" cy="6" r="2.5"/><circle cx="6" cy="18" r="2.5"/><circle cx="18" cy="12" r="2.5"/><path d="M8.3 7.2 15.7 11M8.3 16.8 15.7 13"/>',
    "history": '<path d="M4 5v4.5h4.5M4.6 9.3A8.2 8.2 0 1 1 3.8 12.6M12 7.8V12l3 2"/>',
    "building": '<path d="M3.5 20h17M5.5 20v-9M18.5 20v-9M10 20v-6M14 20v-6M3.5 11h17L12 4.5Z"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="9.5" rx="2.3"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "shield": '<path d="M12 3.5 5 6v5.5c0 4.3 2.8 7.4 7 9 4.2-1.6 7-4.7 7-9V6Z"/>',
    # what is true
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.2"/><circle class="f" cx="12" cy="7.8" r="1.1"/>',
    "success": '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8 5.3-5.8"/>',
    "warning": '<path d="M12 4 2.8 19.5h18.4Z"/><path d="M12 10v4.5"/><circle class="f" cx="12" cy="17" r="1"/>',
    "error": '<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>',
    "unknown": '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.9"/><circle class="f" cx="12" cy="16.5" r="1"/>',
    "online": '<path d="M2.8 9.5a13.5 13.5 0 0 1 18.4 0M6 13a8.8 8.8 0 0 1 12 0M9.1 16.3a4.3 4.3 0 0 1 5.8 0"/><circle class="f" cx="12" cy="19.3" r="1.2"/>',
    "offline": '<path d="M2.8 9.5A13.5 13.5 0 0 1 8 6.4M11.5 5.9a13.5 13.5 0 0 1 9.7 3.6M6 13a8.8 8.8 0 0 1 3.5-2.1M14.5 11a8.8 8.8 0 0 1 3.5 2'
    'M9.1 16.3a4.3 4.3 0 0 1 5.8 0M4 3.5l16 17"/><circle class="f" cx="12" cy="19.3" r="1.2"/>',
    "sync": '<path d="M19.3 10A7.6 7.6 0 0 0 5.5 8M4.7 14a7.6 7.6 0 0 0 13.8 2M5 3.8V8.3h4.5M19 20.2v-4.5h-4.5"/>',
    "stand_back": '<circle cx="12" cy="12" r="8.5"/><path d="M10 9v6M14 9v6"/>',
    # the conference
    "live": '<circle class="f" cx="12" cy="12" r="3"/><path d="M7.5 7.5a6.4 6.4 0 0 0 0 9M16.5 7.5a6.4 6.4 0 0 1 0 9M4.7 4.7a10.3 10.3 0 0 0 0 14.6M19.3 4.7a10.3 10.3 0 0 1 0 14.6"/>',
    "weak": '<path d="M5 19v-3M10 19v-6"/><path d="M15 19V9M20 19V5" opacity="0.35"/>',
    "frozen": '<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5"/>',
    "sound": '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4ZM15.5 9a4.3 4.3 0 0 1 0 6M18 6.3a8 8 0 0 1 0 11.4"/>',
    "muted": '<path d="M4 9.5h3.5L12 5.5v13l-4.5-4H4ZM16 9.5l5 5M21 9.5l-5 5"/>',
    "record": '<circle cx="12" cy="12" r="8.5"/><circle class="f" cx="12" cy="12" r="4.6"/>',
    "stop": '<circle cx="12" cy="12" r="8.5"/><rect class="f" x="8.6" y="8.6" width="6.8" height="6.8" rx="1"/>',
    "snapshot": '<path d="M4 8.5A1.8 1.8 0 0 1 5.8 6.7h2l1.4-2.2h5.6l1.4 2.2h2A1.8 1.8 0 0 1 20 8.5v8.7a1.8 1.8 0 0 1-1.8 1.8H5.8A1.8 1.8 0 0 1 4 17.2Z"/><circle cx="12" cy="12.7" r="3.4"/>',
    "mic": '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M6 11.5a6 6 0 0 0 12 0M12 17.5V21M9 21h6"/>',
    "mic_off": '<path d="M9 9V6a3 3 0 0 1 6 0v5M9 11.5a3 3 0 0 0 4.6 2.5M6 11.5a6 6 0 0 0 9.2 5M18 11.5c0 1-.2 1.9-.7 2.7M12 17.5V21M9 21h6M4 4l16 16"/>',
    "camera_off": '<path d="M8.5 6H13a2.5 2.5 0 0 1 2.5 2.5V13M15.5 16.5c-.5.9-1.4 1.5-2.5 1.5H5.5A2.5 2.5 0 0 1 3 15.5v-7c0-1 .6-1.8 1.4-2.2M15.5 10.5l5.5-3v9l-3-1.6M4 4l16 16"/>',
    "share": '<rect x="3" y="5" width="18" height="12" rx="2"/><path d="M12 14V8.5M9.3 11 12 8.3l2.7 2.7M8 20.5h8"/>',
    "leave": '<path d="M3.3 14.8c-.5-1-.4-2.2.4-3 4.6-4.3 12-4.3 16.6 0 .8.8.9 2 .4 3l-.7 1.3c-.3.6-1 .9-1.6.7l-3-1c-.6-.2-1-.8-1-1.4v-1.7'
    'a9 9 0 0 0-4.8 0v1.7c0 .6-.4 1.2-1 1.4l-3 1c-.6.2-1.3-.1-1.6-.7Z"/>',
    "full_screen": '<path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5"/>',
    "leave_full_screen": '<path d="M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5"/>',
    "swap": '<path d="M7.5 4.5 4 8l3.5 3.5M4 8h16M16.5 12.5 20 16l-3.5 3.5M20 16H4"/>',
    "side_by_side": '<rect x="2.5" y="6" width="8.5" height="12" rx="1.8"/><rect x="13" y="6" width="8.5" height="12" rx="1.8"/>',
    "one_large": '<rect x="2.5" y="5" width="13" height="14" rx="1.8"/><rect x="18" y="8.5" width="4" height="7" rx="1"/>',
}
