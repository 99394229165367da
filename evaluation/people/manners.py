"""How the product carried itself: repeats, dead ends, outages, questions asked or left open."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.people.answering import is_told
from evaluation.people.line import Turn
from evaluation.people.problem import NEVER, Problem
from evaluation.people.talking import PlayedTalk
from evaluation.playing import is_dead_end


def lapses(talk: PlayedTalk) -> Iterator[Problem]:
    """List what would put a person off."""
    spoken: tuple[str, ...] = ()
    for at, turn in enumerate(talk.turns):
        yield from (Problem("repeat", text, at) for text in turn.texts if text in spoken)
        yield from (Problem(kind, what, at) for kind, what in _in_turn(talk, turn))
        spoken = turn.texts
    if talk.broke:
        yield Problem("unavailable", talk.broke, len(talk.turns) - 1)
    if talk.got_answer is False:
        yield Problem("unanswered", str(talk.person.question), _question_turn(talk))


def _in_turn(talk: PlayedTalk, turn: Turn) -> Iterator[tuple[str, str]]:
    said = " / ".join(turn.texts)
    if is_dead_end(turn.answer):
        yield "dead_end", said
    if turn.answer.get("unavailable"):
        yield "unavailable", said
    if turn.answer["language"] != talk.person.language:
        yield "language", f"{talk.person.language} answered in {turn.answer['language']}"
    asked = turn.answer.get("asked") or {}
    if asked.get("kind") == "field" and _is_old(str(asked["name"]), turn):
        yield "asked_again", str(asked["name"])


def _is_old(name: str, turn: Turn) -> bool:
    """Say whether a field was told already; the grade may be asked after the level."""
    if name == "education" and turn.told.value("education.grade") is None:
        return False
    return is_told(name, turn.told)


def _question_turn(talk: PlayedTalk) -> int:
    asked = (at for at, turn in enumerate(talk.turns) if turn.line.purpose == "ask")
    return next(asked, NEVER)
