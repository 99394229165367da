"""From where to where a message asks the way: “from cna to nurse”, “cómo llego a ser capataz”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from actions.phrases import any_of, parts_of, plain
from actions.turn import Turn

WORDS = Path(__file__).with_name("way.yml")
Places = tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """Places of the net of ways. No start: from where the person stands."""

    goal: Places
    start: Places = ()


def asked_way(turn: Turn) -> Asked | None:
    """Read from where to where a message asks; None when it asks for no way to a job."""
    parts = parts_of(turn.heard.text)
    asking = turn.heard.intent == "ask_ladder" or asks_how(parts)
    if not asking:
        return None
    return _between(turn, parts) or _towards(turn, parts)


def asks_the_way_there(text: str) -> bool:
    """Tell “how do I get there?” from how to get there by bus."""
    said = plain(text)
    return (
        asks_how([said])
        and _words().there.search(said) is not None
        and _words().by_vehicle.search(said) is None
    )


def asks_how(parts: Iterable[str]) -> bool:
    """Tell whether some words ask how to get somewhere, and do not merely wish to."""
    listed = list(parts)
    alone = any(_words().alone.fullmatch(part.lstrip("¿¡ ")) for part in listed)
    return alone or any(_words().how.search(part) for part in listed)


def _between(turn: Turn, parts: Sequence[str]) -> Asked | None:
    for part in parts:
        for found in _matches(_words().between, part):
            start, goal = _named(turn, found["start"]), _through(turn, _cut(found["goal"]))
            if goal:  # "from pre-apprenticeship": a start that no job goes by
                return Asked(goal, start or _start(turn, (), goal))
    return None


def _towards(turn: Turn, parts: Sequence[str]) -> Asked | None:
    for part in parts:
        for found in _matches(_words().goal, part):
            goal = _named(turn, _cut(found["goal"]))
            if goal and turn.release.lattice.rung(goal[0]):
                beside = [*(one for one in parts if one != part), _without(part, found["goal"])]
                return Asked(goal, _start(turn, beside, goal))
    return None


def _start(turn: Turn, parts: Sequence[str], goal: Places) -> Places:
    """Find what somebody says to be, which is not what they ask the way to."""
    for part in parts:
        for found in _matches(_words().start, part):
            start = _named(turn, _cut(found["start"]))
            if start and start != goal:
                return start
    programs = [name for name in turn.memory.mentioned if name in turn.release.programs]
    return tuple(programs[:1])


def ladder_named(turn: Turn) -> str | None:
    """Return the ladder of “the ladder for electricians”; None when none is named so."""
    for part in parts_of(turn.heard.text):
        for found in _matches(_words().of, part):
            rungs = (turn.release.lattice.rung(place) for place in _named(turn, found["goal"]))
            ladder = next((rung[0].id for rung in rungs if rung), None)
            if ladder:
                return ladder
    return None


def _through(turn: Turn, words: str) -> Places:
    """Name the last of “operating engineer to foreman”, on the ladders of what is before it."""
    *before, last = (_named(turn, part) for part in _words().then.split(words))
    ladders = {place.rpartition("/")[0] for places in before for place in places}
    return tuple(one for one in last if one.rpartition("/")[0] in ladders) or last


def _named(turn: Turn, words: str) -> Places:
    return turn.release.places(words) or _mentioned(turn, words) or _read(turn, words)


def _read(turn: Turn, words: str) -> Places:
    """Return the job that understanding read in these words, slips and all."""
    spans = [one for one in turn.heard.spans if one["field"] == "interests.occupations"]
    socs = [one["value"] for one in spans if plain(str(one["text"])) in words]
    named = (place for soc in socs for place in turn.release.lattice.places(str(soc)))
    return tuple(place for place in named if turn.release.lattice.rung(place))


def _mentioned(turn: Turn, words: str) -> Places:
    """Return the program that a message names in these words, capitals aside."""
    said = set(words.split())
    names = ((one, turn.release.programs.get(one)) for one in turn.memory.mentioned)
    called = (
        (one, set(plain(" ".join(program.name.values())).split()))
        for one, program in names
        if program
    )
    return tuple(one for one, name in called if said & name)[:1]


def _without(part: str, words: str) -> str:
    """Leave what stands around the words of a job."""
    before, _, after = part.partition(_cut(words))
    return f"{before.strip()} {after.strip()}"


def _cut(words: str) -> str:
    """End a job's words where another thought begins."""
    return _words().until.split(words, maxsplit=1)[0].strip() or words


def _matches(patterns: Iterable[re.Pattern[str]], part: str) -> Iterator[re.Match[str]]:
    return (found for pattern in patterns if (found := pattern.search(part)))


@dataclass(frozen=True)
class _Words:
    alone: re.Pattern[str]
    how: re.Pattern[str]
    there: re.Pattern[str]
    until: re.Pattern[str]
    then: re.Pattern[str]
    by_vehicle: re.Pattern[str]
    between: tuple[re.Pattern[str], ...]
    of: tuple[re.Pattern[str], ...]
    goal: tuple[re.Pattern[str], ...]
    start: tuple[re.Pattern[str], ...]


@cache
def _words() -> _Words:
    written = list(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())

    def phrases(name: str) -> re.Pattern[str]:
        return any_of(phrase for spoken in written for phrase in spoken[name])

    return _Words(
        phrases("alone"),
        phrases("how"),
        phrases("there"),
        phrases("until"),
        phrases("then"),
        phrases("by_vehicle"),
        _templates(written, "between"),
        _templates(written, "of"),
        _templates(written, "goal"),
        _templates(written, "start"),
    )


def _templates(
    written: Iterable[Mapping[str, Sequence[str]]], name: str
) -> tuple[re.Pattern[str], ...]:
    """Compile the longest first, so that “get to be a cook” is no way to “be a cook”."""
    listed = sorted({one for spoken in written for one in spoken[name]}, key=len, reverse=True)
    return tuple(re.compile(rf"(?<!\w){_spaces(one)}$") for one in listed)


def _spaces(template: str) -> str:
    """Let words stand where a template says START and GOAL; its last takes all that is left."""
    first, _, last = template.rpartition(" ")
    opened = re.sub("START", "(?P<start>.+?)", first)
    return f"{opened} (?P<{last.casefold()}>.+)"
