"""What the two rooms look like: walls, people, table, and the footer with a picture's number. Used by `draw_clips`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

WIDTH, HEIGHT, RATE, SECONDS = 1280, 720, 25, 60
CELL_LEFT, CELL_TOP, CELL_WIDTH, CELL_HEIGHT, CELLS = 940, 688, 26, 18, 12


@dataclass(frozen=True)
class Person:
    x: float
    skin: str
    hair: str
    clothes: str
    long_hair: bool = False
    glasses: bool = False


@dataclass(frozen=True)
class Room:
    name: str
    caption: str
    wall: tuple[str, str]
    panel: str
    table: tuple[str, str]
    accent: str
    people: tuple[Person, ...]
    view: Callable[[QPainter, QRectF, float], None]
    chord: tuple[float, ...]


def city(painter: QPainter, window: QRectF, second: float) -> None:
    sky = QLinearGradient(window.topLeft(), window.bottomLeft())
    sky.setColorAt(0, QColor("#8fc3ea"))
    sky.setColorAt(1, QColor("#e9f3f7"))
    painter.fillRect(window, sky)
    for start, y, size in ((0.1, 50, 34), (0.55, 92, 26), (0.8, 36, 22)):
        left = window.left() - 80 + ((start + second / SECONDS) % 1.0) * (window.width() + 160)
        cloud(painter, left, window.top() + y, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#b9cdd8"))
    for x, width, height in (
        (0, 50, 120),
        (56, 38, 160),
        (100, 64, 100),
        (172, 44, 180),
        (224, 56, 130),
        (288, 40, 150),
    ):
        painter.drawRect(QRectF(window.left() + x, window.bottom() - height, width, height))
    painter.setBrush(QColor("#93adbd"))
    for x, width, height in ((24, 46, 84), (84, 58, 110), (150, 40, 70), (204, 52, 96), (264, 64, 78)):
        painter.drawRect(QRectF(window.left() + x, window.bottom() - height, width, height))
    painter.setBrush(QColor("#7fa08b"))
    for x in range(-10, 340, 38):
        painter.drawEllipse(QPointF(window.left() + x + 12, window.bottom() + 4), 28, 26)


def sea(painter: QPainter, window: QRectF, second: float) -> None:
    sky = QLinearGradient(window.topLeft(), window.bottomLeft())
    sky.setColorAt(0, QColor("#f7d9b0"))
    sky.setColorAt(1, QColor("#fdf3e1"))
    painter.fillRect(window, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#fbe6a8"))
    painter.drawEllipse(QPointF(window.left() + 240, window.top() + 62), 30, 30)
    hills = QPainterPath(QPointF(window.left(), window.bottom() - 96))
    for x, y in ((40, 140), (84, 104), (130, 168), (188, 112), (236, 136), (290, 100), (330, 96)):
        hills.lineTo(window.left() + x, window.bottom() - y)
    hills.lineTo(window.right(), window.bottom())
    hills.lineTo(window.left(), window.bottom())
    painter.setBrush(QColor("#a9bcae"))
    painter.drawPath(hills)
    water = QLinearGradient(0, window.bottom() - 96, 0, window.bottom())
    water.setColorAt(0, QColor("#7fb6bd"))
    water.setColorAt(1, QColor("#3f8794"))
    painter.fillRect(QRectF(window.left(), window.bottom() - 96, window.width(), 96), water)
    left = window.left() - 60 + (second / SECONDS) * (window.width() + 120)
    top = window.bottom() - 58 + 2.5 * math.sin(2 * math.pi * second / 4)
    boat = QPainterPath(QPointF(left - 26, top))
    boat.lineTo(left + 26, top)
    boat.lineTo(left + 17, top + 12)
    boat.lineTo(left - 18, top + 12)
    boat.closeSubpath()
    painter.setBrush(QColor("#7a4a35"))
    painter.drawPath(boat)
    sail = QPainterPath(QPointF(left, top - 46))
    sail.lineTo(left + 22, top - 5)
    sail.lineTo(left, top - 5)
    sail.closeSubpath()
    painter.setBrush(QColor("#fff8ec"))
    painter.drawPath(sail)


def cloud(painter: QPainter, x: float, y: float, size: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#f8fcff"))
    for dx, dy, scale in ((-0.9, 0.2, 0.6), (0, 0, 0.85), (0.9, 0.25, 0.55)):
        painter.drawEllipse(QPointF(x + dx * size, y + dy * size), size * scale * 1.2, size * scale * 0.62)


ROOMS = {
    "bo": Room(
        name="Điểm cầu Bộ",
        caption="Hà Nội  ·  Phòng họp A",
        wall=("#dfe7ee", "#c3d0dc"),
        panel="#35506b",
        table=("#8a5f3f", "#6b452b"),
        accent="#e8b64c",
        people=(
            Person(300, "#e9bf98", "#2b211d", "#33475e"),
            Person(500, "#f0cba8", "#231a17", "#7d3f4c", long_hair=True),
            Person(700, "#e2b48c", "#4b4640", "#27364a", glasses=True),
            Person(900, "#efc7a2", "#1f1815", "#40695c", long_hair=True),
            Person(1090, "#e4b891", "#2d2521", "#54607a"),
        ),
        view=city,
        chord=(220.0, 277.0, 330.0),
    ),
    "haiha": Room(
        name="Điểm cầu tỉnh Hải Hà",
        caption="Sở Lao động và Phát triển Xã hội",
        wall=("#f3e9da", "#e2d2bb"),
        panel="#2f6a6b",
        table=("#a97c50", "#835a36"),
        accent="#e07a4f",
        people=(
            Person(360, "#e3b58d", "#221a17", "#2f5d73"),
            Person(590, "#f0c9a5", "#2a1f1b", "#b0643f", long_hair=True, glasses=True),
            Person(820, "#dfae85", "#39322d", "#4c5b44"),
            Person(1040, "#edc39c", "#1d1614", "#775a86", long_hair=True),
        ),
        view=sea,
        chord=(196.0, 247.0, 294.0),
    ),
}


def still(room: Room) -> QImage:
    """Everything of a room that never moves."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wall = QLinearGradient(0, 0, 0, 560)
    wall.setColorAt(0, QColor(room.wall[0]))
    wall.setColorAt(1, QColor(room.wall[1]))
    painter.fillRect(image.rect(), wall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(room.panel))
    painter.drawRoundedRect(QRectF(440, 60, 520, 170), 14, 14)
    painter.setBrush(QColor(room.accent))
    painter.drawRoundedRect(QRectF(472, 182, 90, 5), 2.5, 2.5)
    write(painter, QRectF(472, 84, 460, 46), "Họp giao ban trực tuyến", 30, "#ffffff", QFont.Weight.DemiBold)
    write(painter, QRectF(472, 130, 460, 40), "Bộ – tỉnh Hải Hà", 24, "#d7e3ea")
    painter.setBrush(QColor("#ffffff"))
    painter.drawRoundedRect(WINDOW.adjusted(-10, -10, 10, 10), 6, 6)
    painter.end()
    return image


WINDOW = QRectF(56, 66, 320, 260)
DIAL = QPointF(1120, 146)


def draw(painter: QPainter, room: Room, background: QImage, frame: int) -> None:
    second = frame / RATE
    painter.drawImage(0, 0, background)
    painter.save()
    painter.setClipRect(WINDOW)
    room.view(painter, WINDOW, second)
    painter.restore()
    painter.setPen(QPen(QColor("#ffffff"), 8))
    painter.drawLine(QPointF(WINDOW.center().x(), WINDOW.top()), QPointF(WINDOW.center().x(), WINDOW.bottom()))
    dial(painter, room, second)
    for number, person in enumerate(room.people):
        draw_person(painter, person, second, number)
    table(painter, room)
    footer(painter, room, frame)


def dial(painter: QPainter, room: Room, second: float) -> None:
    painter.setPen(QPen(QColor(room.panel), 5))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(DIAL, 78, 78)
    for tick in range(12):
        angle = math.radians(tick * 30)
        outer = DIAL + QPointF(math.sin(angle) * 69, -math.cos(angle) * 69)
        inner = DIAL + QPointF(math.sin(angle) * 60, -math.cos(angle) * 60)
        painter.setPen(QPen(QColor("#8795a1"), 3))
        painter.drawLine(inner, outer)
    angle = math.radians(second * 6)
    tip = QPointF(math.sin(angle), -math.cos(angle))
    painter.setPen(QPen(QColor(room.accent), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(DIAL + tip * 36, DIAL + tip * 62)
    box = QRectF(DIAL.x() - 40, DIAL.y() - 28, 80, 56)
    write(painter, box, f"{int(second):02}", 34, room.panel, QFont.Weight.DemiBold, Qt.AlignmentFlag.AlignCenter)


def draw_person(painter: QPainter, person: Person, second: float, number: int) -> None:
    sway = 3.0 * math.sin(2 * math.pi * (second / 5 + number * 0.23))
    nod = 2.0 * math.sin(2 * math.pi * (second / 3 + number * 0.41))
    x, head = person.x + sway, 372 + nod
    painter.setPen(Qt.PenStyle.NoPen)
    if person.long_hair:
        painter.setBrush(QColor(person.hair))
        painter.drawRoundedRect(QRectF(x - 50, head - 50, 100, 128), 46, 46)
    shoulders = QPainterPath(QPointF(x - 97, 561))
    shoulders.cubicTo(x - 92, 474, x - 60, 458, x - 22, 450)
    shoulders.lineTo(x + 22, 450)
    shoulders.cubicTo(x + 60, 458, x + 92, 474, x + 97, 561)
    painter.setBrush(QColor(person.clothes))
    painter.drawPath(shoulders)
    painter.setBrush(QColor(person.skin).darker(108))
    painter.drawRoundedRect(QRectF(x - 17, head + 34, 34, 54), 14, 14)
    collar = QPainterPath(QPointF(x - 26, 450))
    collar.lineTo(x, 492)
    collar.lineTo(x + 26, 450)
    collar.closeSubpath()
    painter.setBrush(QColor("#f7f7f4"))
    painter.drawPath(collar)
    painter.setBrush(QColor(person.skin))
    painter.drawRoundedRect(QRectF(x - 17, head + 30, 34, 40), 15, 15)
    painter.drawEllipse(QPointF(x, head), 41, 48)
    hair = QPainterPath(QPointF(x - 43, head + 2))
    hair.cubicTo(x - 48, head - 68, x + 48, head - 68, x + 43, head + 2)
    hair.cubicTo(x + 34, head - 26, x + 6, head - 30, x - 14, head - 30)
    hair.cubicTo(x - 28, head - 26, x - 38, head - 14, x - 43, head + 2)
    painter.setBrush(QColor(person.hair))
    painter.drawPath(hair)
    blink = (second + number * 1.7) % 4.0 < 0.14
    painter.setBrush(QColor("#2a2320"))
    for side in (-15, 15):
        painter.drawEllipse(QPointF(x + side, head + 6), 4.2, 0.9 if blink else 4.6)
    if person.glasses:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#3b4148"), 2.6))
        painter.drawEllipse(QPointF(x - 15, head + 6), 12, 11)
        painter.drawEllipse(QPointF(x + 15, head + 6), 12, 11)
        painter.drawLine(QPointF(x - 3, head + 5), QPointF(x + 3, head + 5))
    speaking = int(second / 12) % 2 == number % 2 and number in (2, 1)
    opening = 3.6 + 2.4 * math.sin(2 * math.pi * second * 2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#9c5a4c"))
    if speaking:
        painter.drawEllipse(QPointF(x, head + 26), 8, opening)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#9c5a4c"), 2.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(QRectF(x - 11, head + 12, 22, 16), 215 * 16, 110 * 16)


def table(painter: QPainter, room: Room) -> None:
    top = QPainterPath(QPointF(120, 560))
    top.lineTo(1160, 560)
    top.lineTo(1240, 640)
    top.lineTo(40, 640)
    top.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    wood = QLinearGradient(0, 560, 0, 640)
    wood.setColorAt(0, QColor(room.table[0]).lighter(112))
    wood.setColorAt(1, QColor(room.table[0]))
    painter.setBrush(wood)
    painter.drawPath(top)
    painter.fillRect(QRectF(40, 640, 1200, 80), QColor(room.table[1]))
    for person in room.people:
        painter.setBrush(QColor("#fbfbf8"))
        painter.drawRoundedRect(QRectF(person.x - 38, 580, 76, 30), 3, 3)
        painter.setBrush(QColor(room.accent))
        painter.drawRect(QRectF(person.x - 38, 606, 76, 4))
        painter.setPen(QPen(QColor("#2c333a"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(person.x + 66, 592), QPointF(person.x + 58, 540))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#2c333a"))
        painter.drawEllipse(QPointF(person.x + 58, 536), 6, 9)


def footer(painter: QPainter, room: Room, frame: int) -> None:
    shade = QRadialGradient(QPointF(640, 720), 900)
    shade.setColorAt(0, QColor("#17222e"))
    shade.setColorAt(1, QColor("#1d2a38"))
    painter.fillRect(QRectF(0, 648, WIDTH, 72), shade)
    painter.fillRect(QRectF(0, 648, 10, 72), QColor(room.accent))
    write(painter, QRectF(32, 654, 800, 34), room.name, 23, "#ffffff", QFont.Weight.DemiBold)
    write(painter, QRectF(32, 685, 800, 28), room.caption, 16, "#b6c4d1")
    bits = [(frame >> (10 - bit)) & 1 for bit in range(11)]
    bits.append(sum(bits) % 2)
    for cell, bit in enumerate(bits):
        box = QRectF(CELL_LEFT + cell * CELL_WIDTH, CELL_TOP, CELL_WIDTH, CELL_HEIGHT)
        painter.fillRect(box, QColor("#7f98b0" if bit else "#22303f"))


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    pixels: int,
    colour: str,
    weight: QFont.Weight = QFont.Weight.Normal,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
) -> None:
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    font.setWeight(weight)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, alignment, text)
