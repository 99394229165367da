"""Content as rows and back. What is read equals what was written, to the byte of its document."""

from knowledge.storing.reading import content_of
from knowledge.storing.writing import write_content

__all__ = ["content_of", "write_content"]
