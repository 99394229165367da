"""Whether the programs shown were the right ones, and their cards true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.people.cards import untrue_in
from evaluation.people.desk import Desk
from evaluation.people.line import Turn
from evaluation.people.listing import differing_verdicts, wrong_list
from evaluation.people.oracle import broken_by
from evaluation.people.problem import Problem
from evaluation.people.told import Told, slots_in

Json = dict[str, Any]
OPEN = ("eligible", "likely")


def wrongly_shown(turns: Sequence[Turn], desk: Desk) -> Iterator[Problem]:
    """Check every card, and the last list against all matches of that moment."""
    lists = [(at, turn) for at, turn in enumerate(turns) if turn.cards]
    for at, turn in lists:
        yield from (Problem(kind, what, at) for kind, what in _wrong_cards(turn, desk))
    if lists:
        at, turn = lists[-1]
        yield from (Problem("list", what, at) for what in wrong_list(turn, desk))


def _wrong_cards(turn: Turn, desk: Desk) -> Iterator[tuple[str, str]]:
    language = turn.answer["language"]
    for card in turn.cards:
        record = desk.record(card["program_id"], language)
        yield from (("untrue", what) for what in untrue_in(card, record))
        if card["verdict"] in OPEN:
            yield from _broken_limits(turn, record)
    matches = desk.matches(turn.answer["profile"], language)
    yield from (("verdict", what) for what in differing_verdicts(turn.cards, matches))


def _broken_limits(turn: Turn, record: Json) -> Iterator[tuple[str, str]]:
    """Tell what was told and not understood from what was known and still broken."""
    known = Told(slots_in(turn.answer["profile"]))
    still = broken_by(known, record)
    for what in broken_by(turn.told, record):
        yield "limit", f"{what} ({'known' if what in still else 'not understood'})"
