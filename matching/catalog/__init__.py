"""A release's programs laid out so that the best of very many are found in a few milliseconds."""

from matching.catalog.best import Catalog, Standings
from matching.catalog.shortlist import shortlist

__all__ = ["Catalog", "Standings", "shortlist"]
