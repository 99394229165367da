"""“Why not the building trades?”: which program somebody wonders about, and nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import locales
from actions.asked import after, untelling
from actions.heard import Json
from actions.likeness import likest, sectors_told_of
from actions.phrases import plain
from actions.pointing import named
from actions.showing import is_for_a_workplace
from actions.turn import Turn
from matching.match import Match
from matching.profile import Profile
from matching.profile_json import ProfileProblem, profile_after
from matching.program import Program

SHORT = 3  # letters of words that tell nothing by themselves
OPEN_TO_IT = frozenset({"ask_eligibility", "ask_requirements", "inform", "nlu_fallback"})
AGREEING = "affirm"  # “sure, why not”


def asks_why_not(turn: Turn) -> bool:
    """Tell whether a message wonders why something is not for the person."""
    return turn.heard.intent != AGREEING and after("why_not", plain(turn.heard.text)) is not None


def wonders_of_something(turn: Turn) -> bool:
    """Tell “why not welding?” from a bare “why not?”, and from what another topic answers."""
    words = re.findall(r"\w+", after("why_not", plain(turn.heard.text)) or "")
    return turn.heard.intent in OPEN_TO_IT and any(
        len(word) > SHORT and word not in untelling() for word in words
    )


def refused(turn: Turn) -> Turn | None:
    """Return the turn as a question about one program; None when nothing says which.

    What is named in the question is no wish: only other facts of the message are kept.
    """
    asking = replace(turn, profile=_without_wishes(turn))
    program = next(iter(named(turn)), None) or _told_of(asking)
    if program is None:
        return None
    memory = replace(turn.memory, mentioned=(program.id,))
    heard = replace(turn.heard, intent="ask_eligibility")
    return replace(asking, heard=heard, memory=memory)


def _told_of(turn: Turn) -> Program | None:
    """Find the program by its words, else by the kind of work the words are of."""
    words = after("why_not", plain(turn.heard.text)) or ""
    ordered = _in_order(turn)
    likes = (turn.heard.delta.get("interests") or {}).get("likes") or ()
    found = likest(turn, " ".join([words, *_labels(turn, likes)]), ordered)
    return found or likest(turn, " ".join(_labels(turn, sectors_told_of(turn, words))), ordered)


def _in_order(turn: Turn) -> list[Program]:
    """List all programs, those that fit best first."""
    programs = turn.release.programs
    names = [match.program_id for match in sorted(turn.matches, key=_standing)]
    return [programs[name] for name in dict.fromkeys([*names, *programs])]


def _labels(turn: Turn, sectors: Iterable[str]) -> list[str]:
    return [locales.say(f"codes.sector.{sector}", turn.language) for sector in sectors]


def _standing(match: Match) -> bool:
    """Put what is closed, or for one workplace's people, last; the rest stays as ranked."""
    return match.verdict == "closed" or is_for_a_workplace(match)


def _without_wishes(turn: Turn) -> Profile:
    delta: Json = {
        key: value for key, value in turn.heard.delta.items() if key not in ("interests", "remove")
    }
    if turn.heard.hypothetical or not turn.changed:
        return turn.before
    try:
        return profile_after(turn.before, delta)
    except ProfileProblem:
        return turn.before
