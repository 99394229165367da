"""Program and job names in what people write. Words that tell nothing stand in words.txt."""

from knowledge.names.index import NameHit, NameIndex
from knowledge.names.jobs import JobIndex

__all__ = ["JobIndex", "NameHit", "NameIndex"]
