"""FakeCategories: a master list in memory."""

from __future__ import annotations

from dataclasses import dataclass

from mail.categories import Categories


@dataclass
class FakeCategories:
    """Implements `mail.categories.CategoriesGateway`."""

    categories: Categories = ()

    def master_list(self) -> Categories:
        return self.categories

    def add(self, categories: Categories) -> Categories:
        for one in categories:
            if one.name.casefold() not in {known.name.casefold() for known in self.categories}:
                self.categories = (*self.categories, one)
        return self.categories
