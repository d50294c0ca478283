"""Small pages in the portals' own markup, words ours: what the tests change to see it refused."""

from __future__ import annotations

import json


def properties(
    item: str = "5",
    number: str = "09/2015/TT-BLĐTBXH",
    title: str = "Quy định về việc thử",
    issued: str = "14/12/2015",
    effective: str = "01/02/2016",
    status: str = "Còn hiệu lực",
) -> bytes:
    """vbpq-thuoctinh.aspx?ItemID=…"""
    return f"""<html><head><title>Trung ương</title></head><body><form>
<div class="box-tab-vb">
<div class="header"><ul><li><a href="/TW/Pages/vbpq-toanvan.aspx?ItemID={item}">Toàn văn</a></li></ul></div>
<div class="vbInfo"><ul><li class="red"><span>Hiệu lực: </span>{status}</li></ul></div>
<div class="vbProperties"><table><tbody><tr><td colspan="4" class="title">{title}</td></tr>
<tr><td class="label">Số ký hiệu</td><td>{number}</td><td class="label">Ngày ban hành</td><td>{issued}</td></tr>
<tr><td class="label">Loại văn bản</td><td><a href="x">Thông tư</a></td>
<td class="label">Ngày có hiệu lực</td><td>{effective}</td></tr>
<tr><td class="label">Nguồn thu thập</td><td>Nội dung đang cập nhật</td></tr>
<tr><td class="label">Cơ quan ban hành/ Chức danh / Người ký</td><td>Bộ Lao động</td><td>Thứ trưởng</td>
<td>Doãn Mậu Diệp</td></tr></tbody></table></div></div></form></body></html>""".encode()


def full_text(item: str = "5", number: str = "09/2015/TT-BLĐTBXH", text: str = "<p>Điều 1. Phạm vi</p>") -> bytes:
    """vbpq-toanvan.aspx?ItemID=…"""
    return f"""<html><body><form><div class="box-tab-vb"><div class="header">
<a href="/TW/Pages/vbpq-toanvan.aspx?ItemID={item}">Toàn văn</a>
<a href="/TW/Pages/vbpq-thuoctinh.aspx?ItemID={item}">Thuộc tính</a></div>
<div><table><tr><td><div><b>BỘ LAO ĐỘNG</b></div><div>Số: {number}</div></td></tr></table>
<div class="toanvancontent" id="toanvancontent">{text}</div></div></div></form></body></html>""".encode()


def listing(*items: str) -> bytes:
    """What a search answers."""
    entries = "".join(
        f'<li><p class="title"><a href="/TW/Pages/vbpq-toanvan.aspx?ItemID={item}">Thông tư</a></p></li>'
        for item in items
    )
    return f'<div><div class="message">Tìm thấy</div><ul class="listLaw">{entries}</ul></div>'.encode()


def answer(number: str = "18/2021/TT-BLĐTBXH", **more: object) -> bytes:
    """The new vbpl.vn's detail."""
    data = {"id": "153297", "docNum": number, "docType": {"name": "Thông tư"}, "issueDate": "2021-12-15T00:00:00"}
    return json.dumps({"success": True, "data": {**data, **more}}).encode()
