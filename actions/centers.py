"""People to turn to: the job center of the person's state, and the national finders."""

from __future__ import annotations

from collections.abc import Iterable

from actions.heard import Json
from actions.turn import Turn
from knowledge.cards import resource_card
from knowledge.contacts import EVERYWHERE, centers_for
from matching.program import Program

CALLED_211 = "211"


def nearest_center(turn: Turn) -> list[Json]:
    """Return the card of the state's job center; the national finder where no state is known."""
    own = center_of(turn)
    national = turn.program(EVERYWHERE)
    return cards(turn, [own or national] if own or national else [])


def centers(turn: Turn) -> list[Json]:
    """Return the state's job center, then the national finder."""
    found = [center_of(turn), turn.program(EVERYWHERE)]
    return cards(turn, [program for program in found if program])


def center_of(turn: Turn) -> Program | None:
    """Return the job center nearest to the person, or that of their state."""
    return next(iter(centers_for(turn.release, turn.where)), None)


def has_211(turn: Turn) -> bool:
    """Tell whether the release holds the 211 line."""
    return any(CALLED_211 in program_id.split("-") for program_id in turn.release.programs)


def cards(turn: Turn, programs: Iterable[Program | None]) -> list[Json]:
    return [resource_card(program, turn.release, turn.language) for program in programs if program]
