"""Program names in what people write. Words that tell nothing stand in words.txt."""

from knowledge.names.index import NameHit, NameIndex

__all__ = ["NameHit", "NameIndex"]
