"""Categories (EWS item:Categories): named, coloured marks on messages, hers to set and clear."""

from .model import AddCategories, Categories, CategoriesGateway, Category, MasterCategories, default_categories

__all__ = ["AddCategories", "Categories", "CategoriesGateway", "Category", "MasterCategories", "default_categories"]
