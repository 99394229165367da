"""“Why not the building trades?”: which program somebody wonders about, and nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import locales
from actions.asked import after, untelling
from actions.buttons import ALWAYS_THERE
from actions.centers import nearest_center
from actions.following import go_on
from actions.heard import Json
from actions.likeness import is_called, likest, sectors_told_of, told_by_a_rare_name
from actions.phrases import plain
from actions.pointing import named
from actions.reply import Reply
from actions.showing import is_for_a_workplace
from actions.turn import Turn
from matching.match import OPEN, Match
from matching.profile import Profile
from matching.profile_json import ProfileProblem, profile_after
from matching.program import Program

FEW_SECTORS = 4  # kinds of work that a program for one of them may list
SHORT = 3  # letters of words that tell nothing by themselves
OPEN_TO_IT = frozenset(
    {"ask_eligibility", "ask_requirements", "inform", "nlu_fallback", "correct", "out_of_scope"}
    | {"find_programs", "deny"}
)
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


def nothing_here(turn: Turn, reply: Reply, sector: str) -> Reply:
    """Say that no program for some work takes people from where the person lives."""
    place = turn.where.city or {"code": f"states.{turn.where.state}"}
    reply.say("eligibility.none_here", what={"code": f"codes.sector.{sector}"}, place=place)
    reply.show_resources(nearest_center(turn))
    return go_on(turn, reply)


def work_wondered_of(turn: Turn) -> str | None:
    """Name the kind of work a why-not is about."""
    words = after("why_not", plain(turn.heard.text)) or ""
    told = turn.heard.delta.get("interests") or {}
    named_work = [*(told.get("likes") or ()), *(told.get("dislikes") or ())]
    return next(iter([*named_work, *sectors_told_of(turn, words)]), None)


def _told_of(turn: Turn) -> Program | None:
    """Find the program by its own name, else one within reach by the kind of work told of."""
    words = after("why_not", plain(turn.heard.text)) or ""
    found = likest(turn, words, [one for one in _around(turn) if is_called(one, words)])
    found = found or told_by_a_rare_name(turn, words)
    if found:
        return found
    reached = [turn.release.programs[one.program_id] for one in turn.matches if _is_in_reach(one)]
    sector = work_wondered_of(turn)
    if sector is not None:
        reached = [one for one in reached if sector in one.sectors and _is_about(one)]
    by_words = likest(turn, words, reached)
    return by_words or likest(turn, " ".join(_labels(turn, [sector] if sector else [])), reached)


def _is_in_reach(match: Match) -> bool:
    return match.serves_location is not False and not (
        match.verdict in ("closed", "not_now") or is_for_a_workplace(match)
    )


def _is_about(program: Program) -> bool:
    """Tell a program for some work from a college or a center that lists every kind."""
    return program.kind not in ALWAYS_THERE and len(program.sectors) <= FEW_SECTORS


def _around(turn: Turn) -> list[Program]:
    """List the programs that may serve the place, those that fit best first.

    Others must be named in full to be meant.
    """
    near = [match for match in turn.matches if match.serves_location is not False]
    return [turn.release.programs[one.program_id] for one in sorted(near, key=_standing)]


def _labels(turn: Turn, sectors: Iterable[str]) -> list[str]:
    return [locales.say(f"codes.sector.{sector}", turn.language) for sector in sectors]


def _standing(match: Match) -> tuple[bool, int]:
    """Put what is closed or for one workplace's people last; then the nearest miss."""
    aside = match.verdict == "closed" or is_for_a_workplace(match)
    nearest = 0 if match.verdict == "one_step_away" else 1 if match.verdict in OPEN else 2
    return aside, nearest


def _without_wishes(turn: Turn) -> Profile:
    delta: Json = {
        key: value
        for key, value in turn.heard.delta.items()
        if key not in ("interests", "location", "remove")
    }
    if turn.heard.hypothetical or not turn.changed:
        return turn.before
    try:
        return profile_after(turn.before, delta)
    except ProfileProblem:
        return turn.before
