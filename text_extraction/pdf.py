"""Words of a PDF, by PDFium. A page without letters is a picture of one: a scan is said to be one."""

from __future__ import annotations

import pypdfium2

from .collected import Collected
from .model import Problem
from .plain import unlegacied


def load() -> None:
    """Have the library in memory: to be called before memory is limited."""
    pypdfium2.PdfDocument.new().close()


def read_pdf(content: bytes, collected: Collected) -> None:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        collected.problem(Problem.ENCRYPTED if "assword" in str(error) else Problem.DAMAGED)
        return
    pages = len(document)
    letters = 0
    for place in range(min(pages, collected.limits.pages)):
        try:
            text = document[place].get_textpage().get_text_bounded()
        except (pypdfium2.PdfiumError, ValueError):
            collected.problem(Problem.DAMAGED)
            continue
        letters += sum(letter.isalnum() for letter in text[:200])
        collected.add(unlegacied(text) + "\n")
    if pages > collected.limits.pages:
        collected.problem(Problem.CUT)
    if pages and letters < 4 * min(pages, collected.limits.pages):
        collected.problem(Problem.NO_TEXT)
