"""The way to a GED: the tests, classes near the person, and what sources say of time and cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from actions.centers import nearest_center
from actions.following import stay_with
from actions.gaps import say_gap
from actions.learned import read_back
from actions.phrases import any_of, plain
from actions.reply import Reply
from actions.showing import is_here
from actions.terms import short
from actions.turn import Turn
from matching.match import OPEN, Match
from matching.program import Program
from matching.ranking import finds

WORDS = Path(__file__).with_name("ged.yml")
RECORD = "ged-hiset-adult-education"
CLASSES = "ged"  # a support
IN_SPANISH = "test_language"  # the unit of a figure
NAME = "TEST"
ASKING = frozenset(
    {"ask_apply", "ask_support", "ask_ladder", "ask_eligibility", "ask_requirements", "ask_cost"}
    | {"find_programs", "what_if", "help", "nlu_fallback", "out_of_scope", "inform", "restart"}
)
DONE = frozenset({"high_school", "some_college", "certificate", "associate", "bachelor"})
SHOWN = 3


def asks_the_way_to_a_ged(turn: Turn) -> bool:
    """Tell a question how to get a GED from one held, supposed, or asked for by a program."""
    said = plain(turn.heard.text)
    if turn.heard.intent not in ASKING or turn.program(RECORD) is None:
        return False
    if not _asks("ways", said) or _asks("held", said) or _asks("theirs", said):
        return False
    if turn.changed and "?" not in turn.heard.text and _tells_of_more(turn):
        return False
    return set(turn.memory.mentioned) <= {RECORD}


def _tells_of_more(turn: Turn) -> bool:
    """Tell whether facts come with it that make a list; then the list goes first."""
    return bool(turn.heard.delta.keys() - {"education"})


def tell_way_to_a_ged(turn: Turn) -> tuple[Turn, Reply]:
    """Say what to do, who teaches for it near here, and keep the test in view.

    What is asked for is not had yet: it changes no schooling.
    """
    rest = {key: value for key, value in turn.heard.delta.items() if key != "education"}
    quiet = replace(turn, heard=replace(turn.heard, delta=rest), profile=turn.profile)
    if "education" in turn.heard.delta or turn.heard.hypothetical:
        quiet = replace(quiet, profile=turn.before)
    return quiet, _way(quiet, turn.release.programs[RECORD])


def _way(turn: Turn, record: Program) -> Reply:
    reply = Reply(turn.who)
    read_back(turn, reply)
    if turn.profile.education.level in DONE:
        reply.say("ged.has_one")
        return stay_with(turn, reply, record, "ged")
    if record.how_to_apply:
        reply.say("ged.way", text=short(record.how_to_apply))
    [match] = turn.advice.judged(turn.profile, [RECORD])
    if match.verdict not in OPEN:
        say_gap(turn, reply, match)
    _say_languages(turn, reply, record)
    _show_classes(turn, reply)
    return stay_with(turn, reply, record, "ged")


def _say_languages(turn: Turn, reply: Reply, record: Program) -> None:
    if not _asks("spanish", plain(turn.heard.text)):
        return
    for figure in record.figures:
        if figure.unit == IN_SPANISH:
            reply.say("ged.stated", text=figure.text)


def _show_classes(turn: Turn, reply: Reply) -> None:
    """Show who helps to study for it around here; else the people who know of classes."""
    near = _teaching_here(turn)
    if near:
        names = [turn.name_of(match.program_id) for match in near]
        reply.say("ged.classes", names=names)
        reply.show_matches(turn.advice.cards(near, turn.profile))
        reply.shown = [match.program_id for match in near]
    else:
        reply.say("ged.center" if turn.where.state else "ged.center_where")
        reply.show_resources(nearest_center(turn))


def _teaching_here(turn: Turn) -> Sequence[Match]:
    if not turn.where.state:
        return []
    reached = [
        match
        for match in finds(turn.matches)
        if CLASSES in turn.release.programs[match.program_id].supports and is_here(match)
    ]
    return reached[:SHOWN]


def _asks(about: str, said: str) -> bool:
    return _patterns()[about].search(said) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    written = list(yaml.safe_load(WORDS.read_text(encoding="utf-8")).values())
    return {
        about: any_of(
            phrase.replace(NAME, name)
            for spoken in written
            for phrase in spoken[about]
            for name in spoken["names"]
        )
        for about in ("ways", "held", "theirs", "spanish")
    }
