"""Letters as HTML: as Outlook writes them, and a newsletter with everything that newsletters have."""

from __future__ import annotations

from html import escape

_HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style><!--\n'
    "p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; margin-bottom:6.0pt; font-size:13.0pt;"
    ' font-family:"Times New Roman",serif;}\n'
    'table.MsoNormalTable {border-collapse:collapse; font-size:12.0pt; font-family:"Times New Roman",serif;}\n'
    "--></style></head>"
)
_CELL = 'style="border:solid windowtext 1.0pt; padding:2.0pt 5.4pt"'
# Nothing listens there: whoever fetches this picture has been told not to.
_REMOTE = "http://127.0.0.1:9"


def html_letter(text: str, quotation_head: str, quotation: str, pictures: tuple[str, ...] = ()) -> str:
    """Plain words with `- ` lists and `| a | b |` tables, then pictures by Content-ID, then the answered letter."""
    shown = "".join(f'<p class="MsoNormal"><img src="cid:{picture}" width="480" alt=""></p>' for picture in pictures)
    quoted = ""
    if quotation_head:
        head = "<br>".join(escape(line) for line in quotation_head.splitlines()[1:])
        quoted = (
            '<div style="border:none; border-top:solid #E1E1E1 1.0pt; padding:3.0pt 0cm 0cm 0cm">'
            f'<p class="MsoNormal">{head}</p></div>{_blocks(quotation)}'
        )
    return (
        f'{_HEAD}<body lang="VI" link="#0563C1" vlink="#954F72" style="word-wrap:break-word">'
        f'<div class="WordSection1">{_blocks(text)}{shown}{quoted}</div></body></html>'
    )


def newsletter(title: str, text: str) -> str:
    """Nested tables, a gradient, remote pictures, a form of tracking: what a careful reader must survive."""
    stories = [story for story in text.split("\n\n") if story.strip()]
    cells = "".join(
        f'<tr><td width="120" valign="top"><img src="{_REMOTE}/anh/{number}.jpg" width="110" height="80"'
        f' alt="Ảnh minh họa"></td><td valign="top" style="padding:8px 16px; font:15px/1.5 Arial,sans-serif;'
        f' color:#24313f">{escape(story).replace(chr(10), "<br>")}</td></tr>'
        for number, story in enumerate(stories, 1)
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bản tin</title><style>'
        f"@import url({_REMOTE}/chung.css); .nen {{ background-image: url({_REMOTE}/nen.png); }}"
        '</style></head><body style="margin:0; background:#eef2f6"><table width="100%" cellpadding="0"'
        ' cellspacing="0" role="presentation"><tr><td align="center"><table width="640" class="nen" cellpadding="0"'
        ' cellspacing="0"><tr><td colspan="2" style="padding:28px; background:linear-gradient(135deg,#0b4f8a,#2f9e8f);'
        f' color:#ffffff; font:bold 22px Georgia,serif">{escape(title)}</td></tr>{cells}'
        '<tr><td colspan="2" style="padding:16px; font:12px Arial; color:#6b7785">Ban Biên tập Cổng thông tin điện tử'
        f' Bộ. <a href="{_REMOTE}/huy?nguoi=hanh.ntm">Không nhận bản tin</a></td></tr></table></td></tr></table>'
        f'<img src="{_REMOTE}/mo.gif?nguoi=hanh.ntm" width="1" height="1" alt=""></body></html>'
    )


def _blocks(text: str) -> str:
    pieces: list[str] = []
    table: list[list[str]] = []
    items: list[str] = []

    def close() -> None:
        if table:
            rows = "".join(f"<tr>{''.join(f'<td {_CELL}>{escape(cell)}</td>' for cell in row)}</tr>" for row in table)
            pieces.append(f'<table class="MsoNormalTable" border="1" cellspacing="0">{rows}</table>')
            table.clear()
        if items:
            pieces.append("<ul>" + "".join(f'<li class="MsoNormal">{escape(item)}</li>' for item in items) + "</ul>")
            items.clear()

    for line in text.splitlines():
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith("- "):
            items.append(line[2:])
        else:
            close()
            pieces.append(f'<p class="MsoNormal">{escape(line) or "&nbsp;"}</p>')
    close()
    return "".join(pieces)
