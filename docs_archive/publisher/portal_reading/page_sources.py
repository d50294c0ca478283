"""Where pages come from: a folder of saved ones, or a portal, asked politely and resumed where it was left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docs_archive.publisher.errors import PublisherError

from .findings import Finding, FindingKind
from .page_reader import read_page
from .polite_fetching import LARGEST_PAGE, DisallowedError, FetchError, PoliteFetcher
from .portal_profile import Profile
from .reader_state import ReaderState

ADDRESSES = "addresses.tsv"
_MOST_FILES = 200_000
_FAILURES_IN_A_ROW = 10


@dataclass(frozen=True, slots=True)
class FoundPage:
    """``address`` is empty for a saved page of which nobody wrote down whence it came; ``asked`` before redirects."""

    place: str
    data: bytes
    address: str = ""
    asked: str = ""


def saved_pages(folder: Path, findings: list[Finding]) -> Iterator[FoundPage]:
    """Every file below ``folder``, by name. A file addresses.tsv may say, a line each: name, tab, address."""
    addresses = {}
    if (folder / ADDRESSES).is_file():
        for line in (folder / ADDRESSES).read_text(encoding="utf-8").splitlines():
            name, _, address = line.partition("\t")
            addresses[name] = address.strip()
    for count, path in enumerate(sorted(folder.rglob("*"))):
        if count >= _MOST_FILES:
            raise PublisherError(f"{folder} holds more than {_MOST_FILES} files")
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or path.is_symlink() or name == ADDRESSES:
            continue
        if path.stat().st_size > LARGEST_PAGE:
            findings.append(Finding(FindingKind.NOT_RECOGNISED, name, said=f"larger than {LARGEST_PAGE >> 20} MB"))
            continue
        address = addresses.get(name, "")
        yield FoundPage(name, path.read_bytes(), address, address)


def visit(
    profile: Profile,
    state: ReaderState,
    fetcher: PoliteFetcher,
    starts: list[str],
    most_pages: int,
    findings: list[Finding],
) -> bool:
    """One round over the portal, from ``starts`` and the links that the profile follows; what was read already in a
    round that was broken off is not asked again. False when ``most_pages`` ended it early: the rest waits for the next
    run. Raises PublisherError when the portal does not answer at all."""
    state.begin_round(starts)
    failures = 0
    for _ in range(most_pages):
        address = state.next_waiting()
        if address is None:
            return True
        follow: list[str] = []
        known = state.page(address)
        try:
            answer = fetcher.fetch(address, known[2] if known else ("", ""))
        except DisallowedError as error:
            findings.append(Finding(FindingKind.DISALLOWED, address, said=str(error)))
            state.drop_page(address)
        except FetchError as error:
            if str(error) in ("answered 404", "answered 410"):
                findings.append(Finding(FindingKind.PAGE_NOT_FOUND, address, said=str(error)))
                state.drop_page(address)
                failures = 0
            else:
                failures += 1
                if failures >= _FAILURES_IN_A_ROW:
                    raise PublisherError(f"the portal did not answer {failures} times in a row ({error})") from error
                findings.append(Finding(FindingKind.NOT_FETCHED, address, said=str(error)))
        else:
            failures = 0
            if not answer.is_unchanged:
                state.keep_page(address, answer.address, answer.body, answer.validators)
                known = answer.address, answer.body, answer.validators
            if known is not None:
                follow = read_page(profile, known[1], address, known[0], address).follow
        state.done(address, [each for each in follow if each.startswith(("https:", "http:"))])
    return state.next_waiting() is None


def visited_pages(state: ReaderState) -> Iterator[FoundPage]:
    """The pages of the round that `visit` made, as they were answered last."""
    for address in state.visited():
        if (page := state.page(address)) is not None:
            yield FoundPage(address, page[1], page[0], address)
