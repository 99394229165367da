"""What we say: every sentence a person reads, by code and language. It decides nothing."""

from locales.catalog import (
    DEFAULT,
    SentenceMissing,
    SentencesMalformed,
    languages,
    sentence_keys,
    variants_of,
)
from locales.saying import has, say

__all__ = [
    "DEFAULT",
    "SentenceMissing",
    "SentencesMalformed",
    "has",
    "languages",
    "say",
    "sentence_keys",
    "variants_of",
]
