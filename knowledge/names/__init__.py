"""Program and job names in what people write. Words that tell nothing stand in words.txt."""

from knowledge.names.index import NameHit, NameIndex
from knowledge.names.jobs import JobIndex
from knowledge.names.spoken import spoken_names

__all__ = ["JobIndex", "NameHit", "NameIndex", "spoken_names"]
