"""What a row of the list says of where a program is, and whom it takes. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import locales
from knowledge.cards.wording import IN_CITY_MILES
from matching.program import Program
from matching.where import Whereabouts, nearest
from web.chat.browse.listing import Row
from web.chat.browse.place import Spot

Phrase = tuple[str, Mapping[str, Any]]
NAMED = 3  # towns or states that are named; more are counted
NOTHING: Mapping[str, Any] = {}


def where_words(row: Row, spot: Spot | None, where: Whereabouts, language: str) -> list[str]:
    """Say how far it is, or whom it takes: a few words each, the nearest first."""
    found = _anywhere(row.program) if spot is None else _from(row, spot, where)
    return [locales.say(code, language, params) for code, params in found]


def state_name(code: str) -> Mapping[str, str]:
    """Name a state as a value to say."""
    return {"code": f"states.{code}"}


def _from(row: Row, spot: Spot, where: Whereabouts) -> Iterator[Phrase]:
    if spot.is_state:
        inside = [site.city for site in row.program.sites if site.state == where.state]
        if inside:
            yield _towns(inside)
    elif row.miles is not None:
        yield from _distance(row, where)
    if row.reach == "state" and where.state:
        yield "browse.reach.state", {"state": state_name(where.state)}
    elif row.reach == "nation":
        yield "browse.reach.nation", NOTHING
    elif row.reach == "area" and row.miles is None:
        yield "browse.reach.area", NOTHING
    elif row.reach == "unsaid":
        yield "browse.reach.unsaid", NOTHING


def _distance(row: Row, where: Whereabouts) -> Iterator[Phrase]:
    closest = nearest(where, row.program.sites)
    assert closest is not None and row.miles is not None
    town = f"{closest[1].city}, {closest[1].state}"
    if row.miles < IN_CITY_MILES:
        yield "browse.in_town", {"town": town}
    else:
        yield "browse.miles_to", {"distance": {"miles": row.miles}, "town": town}


def _anywhere(program: Program) -> Iterator[Phrase]:
    """Say where it is when nobody asked from where."""
    if program.sites:
        yield _towns(f"{site.city}, {site.state}" for site in program.sites)
        return
    area = program.serves
    if area is None:
        yield "browse.reach.unsaid", NOTHING
    elif area.nationwide:
        yield "browse.reach.nation", NOTHING
    elif area.states:
        yield _states(area.states)
    else:
        yield _towns((*area.cities, *area.counties))


def _states(codes: tuple[str, ...]) -> Phrase:
    if len(codes) > NAMED:
        return "browse.states", {"count": len(codes)}
    return "browse.named", {"places": [state_name(code) for code in codes]}


def _towns(towns: Iterable[str]) -> Phrase:
    named = list(dict.fromkeys(towns))
    if len(named) > NAMED:
        return "browse.towns", {"count": len(named)}
    return "browse.named", {"places": {"listed": named} if len(named) > 1 else named[0]}
