"""A change supposed in words that understanding reads as no fact: “si saco la cdl”."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import yaml

from actions.heard import Json
from actions.phrases import any_of, plain
from actions.turn import Turn
from matching.profile import Profile
from places.gazetteer import is_certain

WORDS = Path(__file__).with_name("supposed.yml")
AGE = re.compile(
    r"\b(?:was|were|am|im|turn|turned|turns|be|hes|shes|is|cumpla|cumplo|tenga|tuviera|fuera|sea|de)"
    r"\s+(1[3-9]|[2-6]\d)\b"
)
MOVE = re.compile(
    r"\b(?:move|moved|moving|lived|live|go|went|relocated?|stayed|mudo|mudara|mudo|viviera|voy|fuera)"
    r"\s+(?:down |up |over |back |out )?(?:to|in|a|pa|para|en)\s+(\w+(?:\s\w+){0,2})"
)
HAS_DIPLOMA = ("high_school", "some_college", "certificate", "associate", "bachelor", "graduate")


def supposed(turn: Turn) -> Json:
    """Return the change a what-if is about; what it reads as none may be told by its words."""
    if turn.heard.delta:
        return turn.heard.delta
    said = plain(turn.heard.text)
    found = _age_in(said) or _place_in(turn, said) or _thing_in(turn.before, said)
    return found or _the_other_way(turn.memory.told)


def _age_in(said: str) -> Json:
    found = AGE.search(said)
    return {"age": int(found[1])} if found else {}


def _place_in(turn: Turn, said: str) -> Json:
    """Find the town of “if I moved to Lawrence”: of several, the one in the person's state."""
    found = MOVE.search(said)
    words = found[1].split() if found else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        places = turn.advice.gazetteer.named(name)
        near = turn.advice.gazetteer.named(name, turn.where.state) if turn.where.state else []
        place = next(iter(near), None) or (places[0] if is_certain(places) else None)
        if place is not None and place.kind == "city":
            return {"location": {"city": place.name, "state": place.state}}
    return {}


def _thing_in(who: Profile, said: str) -> Json:
    found = (make(who) for name, make in CHANGES.items() if _words()[name].search(said))
    return next(filter(None, found), {})


def _the_other_way(told: Json) -> Json:
    """Take “if she got it” for what was last said to be missing."""
    missing = {name: True for name, value in (told.get("facts") or {}).items() if value is False}
    return {"facts": missing} if missing else {}


def _fact(name: str, value: bool = True) -> Callable[[Profile], Json]:
    return lambda who: {} if who.facts.get(name) is value else {"facts": {name: value}}


def _holding(credential: str) -> Callable[[Profile], Json]:
    return lambda who: {} if credential in who.credentials else {"credentials": [credential]}


def _diploma(who: Profile) -> Json:
    known = who.education.level in HAS_DIPLOMA
    return {} if known else {"education": {"level": "high_school"}}


def _older(who: Profile) -> Json:
    return {} if who.age is None else {"age": who.age + 1}


CHANGES: Mapping[str, Callable[[Profile], Json]] = {
    "cdl": _holding("cdl"),
    "cna": _holding("cna"),
    "high_school": _diploma,
    "english": _fact("english_learner", value=False),
    "union": _fact("union_member"),
    "license": _fact("driver_license"),
    "car": _fact("own_transport"),
    "algebra": _fact("algebra_credit"),
    "older": _older,
}


@cache
def _words() -> dict[str, re.Pattern[str]]:
    written = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return {name: any_of(words) for name, words in written.items()}
