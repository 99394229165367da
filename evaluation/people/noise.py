"""How people really type: 0 tidy, 1 no capitals or marks, 2 typos and slang, 3 more of it, run on.

Numbers and the names of places keep their letters at every level.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from evaluation.people.wording import Book, Phrase, Piece

LEVELS = (0, 1, 2, 3)
TYPOS = {0: 0.0, 1: 0.0, 2: 0.06, 3: 0.12}  # of the longer words
SLANG = {0: 0.0, 1: 0.0, 2: 0.5, 3: 0.7}
FILLERS = {0: 0.0, 1: 0.0, 2: 0.35, 3: 0.7}
RUN_ON = {0: 0.0, 1: 0.2, 2: 0.3, 3: 0.8}
ACCENTS_DROPPED = {0: 0.0, 1: 0.6, 2: 0.8, 3: 1.0}
LONG = 5  # letters
WORD = re.compile(r"[^\W\d_]+")
MARKS = re.compile(r"[.,](?!\d)|(?<!\d)[.,]|[!?¿¡;:'’\"]")  # not within a number
# Turning these into something else would turn the meaning round.
NEVER_MISSPELLED = frozenset({"never", "nunca", "without", "nadie", "ningún", "menos", "nobody"})
NEIGHBORS = {  # on a keyboard
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "x",
}  # fmt: skip


def noisy(phrases: Sequence[Phrase], level: int, book: Book, random: Random) -> str:
    """Write a message as somebody of that level would."""
    said = [_phrase(phrase, level, book, random) for phrase in phrases]
    text = said[0]
    for following in said[1:]:
        text += _joined(text, following, level, book, random)
    if random.random() < ACCENTS_DROPPED[level]:
        text = without_accents(text)
    if level and random.random() < FILLERS[level]:
        text = f"{random.choice(book['fillers'])} {text}"
    return " ".join(text.split())


def without_accents(text: str) -> str:
    """Write a text without accents, ñ too."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _joined(  # noqa: PLR0913 - two texts, how noisy, whose words, which chance
    before: str, following: str, level: int, book: Book, random: Random
) -> str:
    """Put a phrase after another; two numbers never run into each other."""
    if level == 0:
        return _tidily(before, following, random.choice(book["joins"]))
    number_meets = before[-1:].isdigit() or following[:1].isdigit()
    if number_meets or random.random() < RUN_ON[level]:
        return f"{random.choice(book['runs_on'])}{following}"
    if level == 3 and random.random() < FILLERS[level]:
        return f" {random.choice(book['fillers'])} {following}"
    return " " + following


def _tidily(before: str, following: str, join: str) -> str:
    if before[-1:] in ".?!":
        return f" {following}"
    if following[:1] in "¿¡":
        return f". {following}"
    keeps_capital = join == ". " or following[:2] in ("I ", "I'") or following[1:2].isupper()
    return join + (following if keeps_capital else following[:1].lower() + following[1:])


def _phrase(phrase: Phrase, level: int, book: Book, random: Random) -> str:
    return "".join(_piece(piece, level, book, random) for piece in phrase)


def _piece(piece: Piece, level: int, book: Book, random: Random) -> str:
    if level == 0:
        return piece.text
    text = MARKS.sub("", piece.text.lower())
    if piece.kept or level == 1:
        return text
    text = _shortened(text, level, book, random)
    return WORD.sub(lambda found: _mistyped(found[0], level, random), text)


def _shortened(text: str, level: int, book: Book, random: Random) -> str:
    for words, short in book["shorten"].items():
        if random.random() < SLANG[level]:
            chosen = random.choice(short)
            text = re.sub(rf"(?<!\w){words}(?!\w)", lambda _, new=chosen: new, text)  # type: ignore[misc]
    return text


def _mistyped(word: str, level: int, random: Random) -> str:
    if len(word) < LONG or word in NEVER_MISSPELLED or random.random() >= TYPOS[level]:
        return word
    return random.choice(SLIPS)(word, random.randint(1, len(word) - 2), random)


def _neighbor(word: str, at: int, random: Random) -> str:
    keys = NEIGHBORS.get(word[at])
    return word[:at] + random.choice(keys) + word[at + 1 :] if keys else _doubled(word, at, random)


def _dropped(word: str, at: int, random: Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, random: Random) -> str:
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, at: int, random: Random) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


SLIPS: Sequence[Callable[[str, int, Random], str]] = (_neighbor, _dropped, _doubled, _swapped)
