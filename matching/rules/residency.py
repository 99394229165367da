"""Rules about the state, county or city a person lives in."""

from __future__ import annotations

from matching.program import ServiceArea
from matching.requirements import Finding, Status, any_of
from matching.rules.case import Case, Check, Rule
from matching.where import lives_in, within_named


def _lives_there(case: Case, rule: Rule) -> Finding:
    """Live in any of all the places listed; a list that is only a part can never say no."""
    area = ServiceArea(
        states=tuple(rule.get("states", ())),
        counties=tuple(rule.get("counties", ())),
        cities=tuple(rule.get("cities", ())),
    )
    status = lives_in(case.place, area)
    part = tuple(rule.get("counties_include", ()))
    if part:
        named = within_named(case.place.county, case.place.state, part)
        status = any_of((status, named, Status.UNKNOWN))
    # A place already said in full is not asked for again.
    settles = status is not Status.UNKNOWN or case.place.city is None
    return Finding(status, "location" if settles else None)


KEYS: dict[str, Check] = {
    "states": _lives_there,
    "counties": _lives_there,
    "cities": _lives_there,
    "counties_include": _lives_there,
}
