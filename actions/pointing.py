"""Which programs a message is about: named, pointed at, in view, or the ones shown last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from actions.fitting import fitting_first
from actions.likeness import likest, told_by_a_rare_name
from actions.phrases import any_of, plain
from actions.turn import Turn
from matching.profile import FLAGS
from matching.program import Program
from matching.ranking import finds

WORDS = Path(__file__).with_name("pointing.yml")
MOST = 3
OTHER = frozenset({"other", "otro", "otra"})
LONGEST = 9  # words of a message that points by a trade
TRADE = r"((?:\w+\s+){0,2}\w+)"
JOINING = r"(?:and|or|n|vs|versus|with|to|against|y|o|u|e|con|contra)"  # the next one named
AFTER_ARTICLE = "(?:(?<=the )|(?<=that )|(?<=el )|(?<=la ))"
DIGIT = re.compile(r"\W*([1-9])\W*")


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
        return spoken[:limit] if len(spoken) <= limit else fitting_first(turn, spoken)[:limit]
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
    if counts_something(turn):
        return []
    for shown in (turn.memory.shown, turn.memory.listed):  # the third, after two were compared
        places = positions_in(turn.heard.text, len(shown))
        if places:
            return [shown[place] for place in places]
    return []


def one_in_view(turn: Turn) -> str | None:
    """Return the program “that one” means: the one in view, or the only one shown."""
    if turn.program(turn.memory.in_view):
        return turn.memory.in_view
    shown = [one for one in turn.memory.shown if turn.program(one)]
    return shown[0] if len(shown) == 1 else None


def trade_pointed_at(turn: Turn) -> str | None:
    """Return the program shown that “the welding one”, “el de soldadura” means."""
    said = plain(turn.heard.text)
    found = _words().trade.search(said)
    if not found or len(said.split()) > LONGEST or positions_in(said, len(turn.memory.shown)):
        return None
    ids = (*turn.memory.shown, turn.memory.in_view)
    shown = [program for program in map(turn.program, ids) if program]
    if turn.memory.mentioned:
        return turn.memory.mentioned[0]
    words = next(filter(None, found.groups()), "")
    if set(words.split()) & OTHER:
        return other_shown(turn)
    program = likest(turn, words, shown) or told_by_a_rare_name(turn, words)
    return program.id if program else None


def other_shown(turn: Turn) -> str | None:
    """Return what “the other one” means: the one shown after that in view, else the second."""
    shown = [one for one in turn.memory.shown if turn.program(one)]
    if not shown:
        return None
    at = shown.index(str(turn.memory.in_view)) if turn.memory.in_view in shown else 0
    return shown[(at + 1) % len(shown)]


def positions_in(text: str, count: int) -> list[int]:
    """Find which of `count` things a text points at, counted from 0."""
    words, said = _words(), plain(text)
    for start, pattern in words.twos.items():
        if count > 1 and pattern.search(said):
            return [start % count, start % count + 1]
    places = [words.places[found[1]] for found in words.pattern.finditer(said)]
    digit = DIGIT.fullmatch(said)
    if digit:
        places.append(int(digit[1]) - 1)
    return list(dict.fromkeys(place % count for place in places if -count <= place < count))


def only_points(text: str) -> bool:
    """Tell whether a message does no more than point: “nah, the second one”, “2”."""
    words, said = _words(), plain(text)
    if DIGIT.fullmatch(said):
        return True
    left, found = words.pattern.subn(" ", said)
    rest = set(re.findall(r"\w+", left)) - words.around
    return found > 0 and not rest


def counts_something(turn: Turn) -> bool:
    """Tell whether a message is one digit that answers a question: an age, a choice, no place."""
    awaiting = turn.memory.awaiting
    kind, name = awaiting.get("kind"), str(awaiting.get("name"))
    asked = kind == "choice" or (kind == "field" and name.removeprefix("facts.") not in FLAGS)
    return asked and DIGIT.fullmatch(plain(turn.heard.text)) is not None


@dataclass(frozen=True)
class _Words:
    places: Mapping[str, int]
    pattern: re.Pattern[str]
    twos: Mapping[int, re.Pattern[str]]
    around: frozenset[str]
    trade: re.Pattern[str]  # “the … one”


@cache
def _words() -> _Words:
    written = list(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())
    places = {
        plain(word): int(place)
        for spoken in written
        for place, words in spoken["places"].items()
        for word in words
    }
    things = "|".join(plain(word) for spoken in written for word in spoken["things"])
    asking = "|".join(plain(str(word)) for spoken in written for word in spoken["asking"])
    ordinals = "|".join(sorted(map(re.escape, places), key=len, reverse=True))
    ends = rf"(?:{ordinals})(?=\s+(?:{things})\b|\s*(?:$|[.,;:?!]|{JOINING}\b))"
    goes_on = rf"{AFTER_ARTICLE}(?=(?:{ordinals})\s+(?:{asking})\b)"
    pattern = re.compile(rf"(?<!\w)(?:(?={ends})|{goes_on})({ordinals})\b")
    beside = (word for spoken in written for word in (*spoken["around"], *spoken["things"]))
    around = frozenset(plain(str(word)) for word in beside)
    return _Words(places, pattern, _twos(written), around, _trades(written))


def _trades(written: Sequence[Mapping[str, Any]]) -> re.Pattern[str]:
    kinds = [kind for spoken in written for kind in spoken["trades"]]
    return re.compile("|".join(rf"\b{kind.replace('…', TRADE)}\b" for kind in kinds))


def _twos(written: Sequence[Mapping[str, Any]]) -> dict[int, re.Pattern[str]]:
    starts = sorted({start for spoken in written for start in spoken["twos"]})
    return {
        start: any_of(phrase for spoken in written for phrase in spoken["twos"].get(start, ()))
        for start in starts
    }
