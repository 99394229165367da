"""How hard a text is to read: Flesch-Kincaid for English, Fernández Huerta for Spanish.

Flesch-Kincaid (1975) gives a US school grade: 0.39 words/sentence + 11.8 syllables/word - 15.59.
Fernández Huerta (1959) gives an ease: 206.84 - 60 syllables/word - 1.02 words/sentence; on its
scale 60 to 70 is what grades 7 and 8 read, and more is easier.
"""

from __future__ import annotations

import re

SENTENCE_ENDS = re.compile(r"[.!?…:;]+(?:\s|$)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
SPANISH_NUCLEI = re.compile(r"[íú]|[aeoáéó]|(?<![aeoáéó])[iuü]+(?![aeoáéó])")
FIELD = re.compile(r"\{\w+\}")


def spoken(text: str) -> str:
    """Stand a short word in for each field."""
    return FIELD.sub("Ana", text)


def words_in(text: str) -> list[str]:
    return WORD.findall(text)


def sentences_in(text: str) -> int:
    return max(1, len(SENTENCE_ENDS.findall(text.strip() + " ")))


def english_syllables(word: str) -> int:
    low = word.lower()
    count = len(ENGLISH_VOWELS.findall(low))
    if low.endswith(("e", "es", "ed")) and not low.endswith(("le", "les", "ted", "ded")):
        count -= 1
    return max(1, count)


def spanish_syllables(word: str) -> int:
    return max(1, len(SPANISH_NUCLEI.findall(word.lower())))


def english_grade(text: str) -> float:
    """Return the school grade an English text asks for."""
    words = words_in(text)
    syllables = sum(map(english_syllables, words))
    return 0.39 * len(words) / sentences_in(text) + 11.8 * syllables / len(words) - 15.59


def spanish_ease(text: str) -> float:
    """Return how easy a Spanish text is, about 0 to 100, more is easier."""
    words = words_in(text)
    syllables = sum(map(spanish_syllables, words))
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / sentences_in(text)


def spanish_grade(text: str) -> float:
    """Return a school grade for a Spanish text: its ease on the author's table, in a straight line.

    Ease 60 to 70 is grade 8, 70 to 80 grade 7, 80 to 90 grade 6, 90 to 100 grade 5.
    """
    return max(1.0, 8.0 - (spanish_ease(text) - 65.0) / 10.0)
