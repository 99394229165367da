"""A release's programs laid out so that the best of very many are found in a few milliseconds."""

from matching.catalog.best import Catalog, Standings

__all__ = ["Catalog", "Standings"]
