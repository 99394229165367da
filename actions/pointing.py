"""Which programs a message is about: named, pointed at, in view, or the ones shown last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from actions.turn import Turn
from matching.program import Program
from matching.ranking import finds

WORDS = Path(__file__).with_name("pointing.yml")
MOST = 3
LAST = -1


def named(turn: Turn) -> list[Program]:
    """List the programs a message names, points at by number, or a button carries."""
    choice = turn.memory.choice
    ids = [choice.get("program_id"), *(choice.get("programs") or ()), *turn.memory.mentioned]
    ids += pointed_at(turn)
    return [program for program in map(turn.program, dict.fromkeys(ids)) if program]


def meant(turn: Turn, limit: int = MOST) -> list[Program]:
    """List the programs a question is about. Nothing named: the one in view, else those shown."""
    spoken = named(turn)
    if spoken:
        return spoken[:limit]
    in_view = turn.program(turn.memory.in_view)
    if in_view:
        return [in_view]
    shown = [program for program in map(turn.program, turn.memory.shown) if program]
    return shown[:limit] or best(turn, limit)


def best(turn: Turn, limit: int = MOST) -> list[Program]:
    """List the best matches of somebody we know something of."""
    if turn.knows_nothing:
        return []
    return [turn.release.programs[match.program_id] for match in finds(turn.matches, limit)]


def pointed_at(turn: Turn) -> list[str]:
    """List the shown programs that words such as “the second one” mean."""
    shown = turn.memory.shown
    places = positions_in(turn.heard.text, len(shown))
    return [shown[place] for place in places]


def positions_in(text: str, count: int) -> list[int]:
    """Find which of `count` things a text points at, counted from 0."""
    words = _words()
    places = (words.places[found[1]] for found in words.pattern.finditer(_plain(text)))
    return list(dict.fromkeys(place % count for place in places if -count <= place < count))


@dataclass(frozen=True)
class _Words:
    places: Mapping[str, int]
    pattern: re.Pattern[str]


@cache
def _words() -> _Words:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8")).values()
    places = {
        _plain(word): int(place)
        for spoken in written
        for place, words in spoken["places"].items()
        for word in words
    }
    things = "|".join(_plain(word) for spoken in written for word in spoken["things"])
    ordinals = "|".join(map(re.escape, places))
    ends = rf"(?=\s+(?:{things})\b|\s*(?:$|[.,;:?!]|and\b|y\b))"
    return _Words(places, re.compile(rf"(?<!\w)({ordinals})\b{ends}"))


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
