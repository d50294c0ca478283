"""The style: contrast of both palettes, icons that draw and follow the theme, text that grows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from ui import style
from ui.style import DARK, LIGHT, Colours, contrast
from ui.style.colours import strengthened
from ui.style.icons import APPLICATION_ICON

GROUNDS = ("window", "surface", "raised", "hover")
READ = [
    (text, ground) for text in ("text", "muted", "accent", "success", "warning", "danger") for ground in GROUNDS
] + [
    ("on_fill", "fill"),
    ("on_fill", "fill_hover"),
    ("on_selection", "selection"),
    ("text", "selection"),
    ("muted", "selection"),
    ("accent", "selection"),
    ("success", "success_soft"),
    ("warning", "warning_soft"),
    ("danger", "danger_soft"),
    ("text", "success_soft"),
    ("text", "warning_soft"),
    ("text", "danger_soft"),
    ("on_mark", "mark"),
    ("on_video", "video"),
]


STRONG = [strengthened(LIGHT), strengthened(DARK)]


@pytest.mark.parametrize("colours", [LIGHT, DARK, *STRONG], ids=["light", "dark", "strong light", "strong dark"])
@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_keeps_its_contrast(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["outline", "focus"])
def test_edges_of_controls_are_seen(colours: Colours, edge: str) -> None:
    for ground in ("window", "surface", "raised"):
        assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", STRONG, ids=["light", "dark"])
def test_high_contrast_is_high(colours: Colours) -> None:
    for role in ("text", "muted", "accent", "success", "warning", "danger", "outline", "border", "focus"):
        for ground in GROUNDS:
            assert contrast(getattr(colours, role), getattr(colours, ground)) >= 7, (role, ground)
    assert contrast(colours.on_selection, colours.selection) >= 7 and contrast(colours.on_fill, colours.fill) >= 7


def test_the_systems_wish_for_contrast_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.style import application

    monkeypatch.setattr(application, "_system_wants_contrast", lambda: True)
    try:
        style.apply_style(qapp, theme="dark")
        assert style.colours() == STRONG[1]
        assert qapp.palette().color(qapp.palette().ColorRole.Window).name() == "#000000"
    finally:
        monkeypatch.undo()
        style.apply_style(qapp, theme="light")
    assert style.colours() == LIGHT


def test_the_states_of_a_site_are_read_on_the_dark_ground_of_pictures() -> None:
    for role in ("accent", "success", "warning", "danger", "muted"):
        assert contrast(getattr(DARK, role), DARK.video) >= 4.5


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", style.icon_names())
def test_every_icon_draws_something_in_its_colour(qapp: QApplication, name: str) -> None:
    image = style.icon(name, "accent").pixmap(QSize(32, 32)).toImage()
    assert style.colours().accent in colours_in(image)


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    mail = style.icon("mail")
    try:
        style.apply_style(qapp, theme="dark")
        assert DARK.text in colours_in(mail.pixmap(QSize(48, 48)).toImage())
    finally:
        style.apply_style(qapp, theme="light")
    assert LIGHT.text in colours_in(mail.pixmap(QSize(48, 48)).toImage())


def test_an_unknown_icon_is_a_mistake_said_at_once(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="no icon"):
        style.icon("unicorn")


def test_text_and_lengths_grow_together(qapp: QApplication) -> None:
    small, button = style.font().pointSizeF(), QPushButton("Vào họp")
    height = button.sizeHint().height()
    try:
        style.apply_style(qapp, theme="light", text_size=200)
        assert style.font().pointSizeF() == pytest.approx(2 * small)
        assert style.px(10) == 20
        button.ensurePolished()
        assert button.sizeHint().height() > 1.7 * height
    finally:
        style.apply_style(qapp, theme="light")
    assert style.font().pointSizeF() == pytest.approx(small)


def test_the_applications_own_icon_is_drawn(qapp: QApplication) -> None:
    assert "svg" in APPLICATION_ICON
    assert "#1b4f91" in colours_in(style.application_icon().pixmap(QSize(64, 64)).toImage())


def test_the_fonts_speak_vietnamese(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(style.font())
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ăâđêôơưĂÂĐÊÔƠƯếộữậ")


def test_what_is_printed_does_not_grow_with_the_text_on_the_screen(qapp: QApplication) -> None:
    style.apply_style(qapp, theme="light", text_size=100)
    on_paper, on_screen = style.paper_font().pointSizeF(), style.font("reading").pointSizeF()
    style.apply_style(qapp, theme="light", text_size=150)
    try:
        assert style.paper_font().pointSizeF() == pytest.approx(on_paper, abs=0.2)
        assert style.font("reading").pointSizeF() > on_screen * 1.3
    finally:
        style.apply_style(qapp, theme="light", text_size=100)
