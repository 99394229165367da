"""Which program a few words tell of: part of its name, its trade, what kind of thing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import locales
from actions.asked import untelling
from actions.phrases import plain
from actions.turn import Turn
from matching.program import Program

SHORTEST = 3  # letters of a word that tells something: EMT
ALIKE = 6  # letters from which on two words are one: welding, welder differ, soldar, soldador too
STEM = 5


def likest(turn: Turn, words: str, among: Iterable[Program]) -> Program | None:
    """Pick the first of the programs that most of the words tell of; None when none do."""
    wanted = [stem for stem in map(_stem, re.findall(r"\w+", plain(words))) if stem]
    if not wanted:
        return None
    scored = [(sum(stem in _tells(turn, one) for stem in wanted), one) for one in among]
    best = max((score for score, _ in scored), default=0)
    return next((one for score, one in scored if score == best), None) if best else None


def _stem(word: str) -> str:
    if len(word) < SHORTEST or word in untelling():
        return ""
    return word[:STEM] if len(word) >= ALIKE else word


def _tells(turn: Turn, program: Program) -> frozenset[str]:
    jobs = turn.release.occupations
    titles = [jobs[soc].title for soc in program.occupations if soc in jobs]
    texts = [program.name, *titles]
    said = " ".join([*program.aliases, *(part for text in texts for part in text.values())])
    return _stems_of(said, program.kind, program.sectors)


@lru_cache(maxsize=1024)
def _stems_of(said: str, kind: str, sectors: tuple[str, ...]) -> frozenset[str]:
    codes = (f"codes.kind.{kind}", *(f"codes.sector.{sector}" for sector in sectors))
    labels = (locales.say(code, spoken) for code in codes for spoken in locales.languages())
    words = re.findall(r"\w+", plain(" ".join([said, *labels])))
    return frozenset(stem for stem in map(_stem, words) if stem)
