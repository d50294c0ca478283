"""Categories (EWS item:Categories): named, coloured marks on messages, hers to set and clear."""

from .model import Categories, CategoriesGateway, Category, MasterCategories, default_categories

__all__ = ["Categories", "CategoriesGateway", "Category", "MasterCategories", "default_categories"]
