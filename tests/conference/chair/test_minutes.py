"""The minutes: the form of Decree 30/2020 with what is known filled in, and nothing in them that could be markup."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from conference import AgendaItem, MinutesFacts, Presence, RollCall, Site, SiteId, SpeakingOrder
from conference.chair.minutes import (
    closing_html,
    minutes_html,
    roll_call_text,
    speakers_html,
    written_day,
    written_length,
)

HANOI = timezone(timedelta(hours=7))
SITES = (
    Site(SiteId("bo"), "Điểm cầu Bộ", "rtsp://a.example/1"),
    Site(SiteId("haiha"), "Điểm cầu Hải Hà", "rtsp://a.example/2"),
)


def roll() -> RollCall:
    at = datetime(2026, 11, 23, 8, 12, tzinfo=HANOI)
    call = RollCall(SITES).with_people(["Trần Quốc Khánh", "Lê <b>An</b>"]).with_person("Vũ Đình Lâm", SiteId("haiha"))
    return call.marked(1, Presence.PRESENT, at).marked(2, Presence.LATE, at).marked(3, Presence.ABSENT, at)


def facts() -> MinutesFacts:
    return MinutesFacts(
        "Họp giao ban trực tuyến",
        "Bộ Lao động",
        datetime(2026, 2, 5, 8, 0, tzinfo=HANOI),
        tuple(site.name for site in SITES),
        unit="Văn phòng Bộ",
        chair="Trần Quốc Khánh",
        secretary="Nguyễn Thị Minh Hạnh",
        agenda=(AgendaItem("Khai mạc", time(8)), AgendaItem("Báo cáo", speaker="Sở")),
        roll_call=roll(),
    )


def test_the_form_has_its_parts_in_order() -> None:
    html = minutes_html(facts())
    parts = [
        "BỘ LAO ĐỘNG<br><b>VĂN PHÒNG BỘ</b>",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BIÊN BẢN",
        "Họp giao ban trực tuyến",
        "Thời gian bắt đầu:</b> 08 giờ 00, ngày 05 tháng 02 năm 2026",
        "Họp trực tuyến tại 2 điểm cầu: Điểm cầu Bộ; Điểm cầu Hải Hà",
        "Thành phần tham dự",
        "Chủ trì (chủ tọa):</b> Trần Quốc Khánh",
        "Thư ký (người ghi biên bản):</b> Nguyễn Thị Minh Hạnh",
        "1. Khai mạc</b> (08:00)",
        "2. Báo cáo</b> – Sở",
        "Kết luận",
        "kết thúc vào",
        "CHỦ TỌA",
        "Nơi nhận",
    ]
    places = [html.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_names_are_text_and_presences_are_words() -> None:
    html = minutes_html(facts())
    assert "Lê &lt;b&gt;An&lt;/b&gt; (đến muộn, 08:12)" in html
    assert "Vũ Đình Lâm (vắng)" in html
    assert "<b>Điểm cầu Bộ</b> (có mặt 2/2):" in html
    assert roll_call_text(roll()).splitlines() == [
        "Điểm cầu Bộ: có mặt 2/2",
        "- Trần Quốc Khánh",
        "- Lê <b>An</b> (đến muộn, 08:12)",
        "Điểm cầu Hải Hà: có mặt 0/1",
        "- Vũ Đình Lâm (vắng)",
    ]


def test_with_nothing_known_there_are_dots_to_fill_in() -> None:
    html = minutes_html(MinutesFacts("giao ban", "Bộ", datetime(2026, 7, 15, tzinfo=UTC), ("A", "B")))
    assert "Cuộc họp giao ban" in html
    assert "Chủ trì (chủ tọa):</b> …" in html
    assert "None" not in html


def test_who_spoke_and_for_how_long() -> None:
    assert speakers_html(SpeakingOrder(), 0.0) == ""
    order = SpeakingOrder().with_speaker("Bà Ngọc").next(0.0).finished(300.0).with_speaker("Ông Lâm").next(400.0)
    assert "Bà Ngọc (5 phút)" in speakers_html(order, 425.0)
    assert "Ông Lâm (25 giây)" in speakers_html(order, 425.0)


def test_days_and_lengths_as_the_decree_writes_them() -> None:
    assert written_day(date(2026, 7, 5)) == "ngày 05 tháng 7 năm 2026"
    assert written_day(date(2026, 1, 25)) == "ngày 25 tháng 01 năm 2026"
    assert written_length(59.4) == "59 giây"
    assert written_length(89) == "1 phút"
    assert "kết thúc vào 09 giờ 30, ngày 23 tháng 11 năm 2026./." in closing_html(
        datetime(2026, 11, 23, 9, 30, tzinfo=HANOI)
    )
