"""Marks cited document numbers in the web view: the one script that runs there, ours, in a world of its own that the
mail's (switched off) scripts could neither see nor reach."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from ui.legal_status import status_roles
from ui.style import LIGHT

from ..citations import Citation

DOCUMENT_PATH = "vanban/"
_SCRIPT = """
(function (wanted) {
  for (const old of document.querySelectorAll('a.vb-citation')) old.replaceWith(old.textContent);
  document.body.normalize();
  if (!wanted.length) return;
  const escaped = wanted.map(one => one.text.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&').replace(/\\s+/g, '\\\\s+'));
  const any = new RegExp('(' + escaped.join('|') + ')', 'g');
  const plain = text => text.replace(/\\s+/g, ' ');
  const known = new Map(wanted.map(one => [plain(one.text), one]));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode() && nodes.length < 50000) nodes.push(walker.currentNode);
  let marked = 0;
  for (const node of nodes) {
    if (node.parentElement.closest('a, style')) continue;
    const pieces = node.data.split(any);
    if (pieces.length < 2) continue;
    const put = [];
    for (const piece of pieces) {
      const one = known.get(plain(piece));
      if (!one || marked > 500) { put.push(piece); continue; }
      marked += 1;
      const link = document.createElement('a');
      link.className = 'vb-citation';
      link.setAttribute('href', one.path);
      link.title = one.title;
      if (one.colour) link.style.color = one.colour;
      link.style.textDecorationStyle = one.dotted ? 'dotted' : 'solid';
      link.textContent = piece;
      put.push(link);
    }
    node.replaceWith(...put);
  }
})(%s);
"""


def marking_script(text: str, found: Sequence[tuple[Citation, str]]) -> str:
    """``found``: citations in ``text`` and the words to say when one is pointed at."""
    wide = text.encode("utf-16-le")
    wanted: dict[str, dict[str, object]] = {}
    for citation, title in found:
        status = citation.held.status if citation.held is not None else None
        for start, end in citation.places:
            raw = " ".join(wide[2 * start : 2 * end].decode("utf-16-le", "replace").split())
            if raw:
                wanted[raw] = {
                    "text": raw,
                    "path": DOCUMENT_PATH + quote(citation.number, safe=""),
                    "title": title,
                    "colour": getattr(LIGHT, status_roles(status)[0]) if status else "",
                    "dotted": status is None,
                }
    # "<" cannot end a script that stands in no document, but costs nothing to keep out.
    longest_first = sorted(wanted.values(), key=lambda one: -len(str(one["text"])))
    return _SCRIPT % json.dumps(longest_first).replace("<", "\\u003c")


_HITS = """
(function (words, ground, letters) {
  for (const old of document.querySelectorAll('mark.vb-hit')) old.replaceWith(...old.childNodes);
  document.body.normalize();
  if (!words.length) return 0;
  const escaped = words.map(one => one.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&').replace(/\\s+/g, '\\\\s+'));
  const any = new RegExp('(' + escaped.join('|') + ')', 'g');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode() && nodes.length < 50000) nodes.push(walker.currentNode);
  let first = null, marked = 0;
  for (const node of nodes) {
    if (node.parentElement.closest('style') || marked > 500) continue;
    const pieces = node.data.split(any);
    if (pieces.length < 2) continue;
    const put = pieces.map((piece, place) => {
      if (!(place & 1)) return piece;
      const mark = document.createElement('mark');
      mark.className = 'vb-hit';
      mark.style.cssText = 'background:' + ground + ' !important; color:' + letters + ' !important';
      mark.textContent = piece;
      first = first || mark;
      marked += 1;
      return mark;
    });
    node.replaceWith(...put.filter(one => one !== ''));
  }
  if (first) first.scrollIntoView({block: 'center'});
  return marked;
})(%s, %s, %s);
"""
_MOST_WORDS = 100


def hits_script(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Marks the words that stand at ``places`` of ``text``, wherever they stand in the page; goes to the first."""
    words = list(dict.fromkeys(" ".join(text[start:end].split()) for start, end in places))[:_MOST_WORDS]
    longest_first = sorted(filter(None, words), key=lambda one: -len(one))
    return _HITS % (
        json.dumps(longest_first).replace("<", "\\u003c"),
        json.dumps(LIGHT.mark),
        json.dumps(LIGHT.on_mark),
    )
