"""Categories (EWS item:Categories): named, coloured marks on messages, hers to set and clear."""

from .model import DEFAULTS, Categories, CategoriesGateway, Category, MasterCategories

__all__ = ["DEFAULTS", "Categories", "CategoriesGateway", "Category", "MasterCategories"]
