"""The mailbox's own list of categories (its master list): the noun, the port and the question.

Real: `mail.ews.categories.EwsCategories`. Fake: `tests.mail.fake_categories.FakeCategories`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..questions import AskedServer, Question

LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class Category:
    """``colour`` is Outlook's preset, 0 to 24 ([MS-OXOCFG] 2.2.5.2.1), or -1 for none."""

    name: str
    colour: int = -1


Categories = tuple[Category, ...]

DEFAULTS: Categories = (
    Category("Khẩn", 0),
    Category("Cần trình", 1),
    Category("Xin ý kiến", 3),
    Category("Chờ phản hồi", 7),
    Category("Theo dõi", 8),
    Category("Đã xử lý", 4),
)
"""Offered until the mailbox's own list is known, and where it is empty."""


def default_categories() -> Categories:
    return DEFAULTS


class CategoriesGateway(Protocol):
    def master_list(self) -> Categories:
        """The mailbox's list, in its order; empty where it has none. Raises `GatewayError`."""
        ...

    def add(self, categories: Categories) -> Categories:
        """Put those of ``categories`` whose name the list lacks at its end; the list as it is then. May be repeated.
        Nothing else of the list changes. Raises `GatewayError`."""
        ...


def lacking(known: Categories, wanted: Categories) -> Categories:
    """Those of ``wanted`` whose names are not in ``known``, each once. Names are compared without case."""
    names = {one.name.casefold() for one in known}
    fresh: dict[str, Category] = {}
    for one in wanted:
        if one.name.casefold() not in names:
            fresh.setdefault(one.name.casefold(), one)
    return tuple(fresh.values())


@dataclass(frozen=True, slots=True)
class AddCategories(Question[Categories]):
    """Put these into the mailbox's list, where it lacks them. The answer is the list as it is then."""

    categories: Categories

    def put_to(self, server: AskedServer) -> Categories:
        return server.categories.add(self.categories)


@dataclass(frozen=True, slots=True)
class MasterCategories(Question[Categories]):
    """Which categories does this mailbox know, and in which colours?"""

    def put_to(self, server: AskedServer) -> Categories:
        return server.categories.master_list()
