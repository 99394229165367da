"""Which programs a list should hold: worked out anew from all matches of the profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.people.desk import Desk
from evaluation.people.line import Turn
from evaluation.playing import USEFUL

Json = dict[str, Any]
LISTED = 4
EXAMPLE = "-example"
WORTH_SHOWING = 0.2  # of the best score in the list
INSIDERS_MILES = 60.0
WHEN_NOTHING_FITS = 3


def wrong_list(turn: Turn, desk: Desk) -> Iterator[str]:
    """Compare the programs shown with those that the profile of that moment calls for."""
    language = turn.answer["language"]
    should = expected(desk.matches(turn.answer["profile"], language), desk, language)
    shown = {card["program_id"] for card in turn.cards}
    if shown != should:
        yield f"shows {sorted(shown - should)}, lacks {sorted(should - shown)}"


def expected(matches: Sequence[Json], desk: Desk, language: str) -> set[str]:
    """Return the ids a list of programs should show for these matches."""
    behind = {part for match in matches for part in match["parts"]}
    useful = [one for one in matches if one["verdict"] in USEFUL and _may_be_shown(one, behind)]
    useful.sort(key=lambda one: bool(one["only_if"]))
    open_to_all = [one for one in useful if not desk.is_for_a_workplace(one, language)]
    chosen = (open_to_all or useful)[:LISTED]
    if not chosen:
        shut = [one["program_id"] for one in matches if one["verdict"] == "not_now"]
        return set(shut[:WHEN_NOTHING_FITS])
    floor = WORTH_SHOWING * max(one["score"] for one in chosen)
    return {one["program_id"] for one in chosen if one["score"] >= floor}


def _may_be_shown(match: Json, behind: set[str]) -> bool:
    """Leave out parts of what is shown, examples, and insiders' programs of some far place."""
    if match["program_id"] in behind or match["program_id"].endswith(EXAMPLE):
        return False
    if not match["only_if"] or match["serves_location"]:
        return True
    distance = match["distance_miles"]
    return distance is not None and distance <= INSIDERS_MILES


def differing_verdicts(cards: Sequence[Json], matches: Sequence[Json]) -> list[str]:
    """List shown programs whose verdict is not that of a match of the same profile."""
    verdicts = {match["program_id"]: match["verdict"] for match in matches}
    return [
        f"{card['program_id']}: shown {card['verdict']}, matched {verdicts[card['program_id']]}"
        for card in cards
        if card["program_id"] in verdicts and verdicts[card["program_id"]] != card["verdict"]
    ]
