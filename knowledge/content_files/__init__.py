"""The YAML and CSV files an operator edits, turned into records or into problems."""

from knowledge.content_files.loading import Loaded, load

__all__ = ["Loaded", "load"]
