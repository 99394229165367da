"""How near a program is to where a person lives, as its match tells."""

from __future__ import annotations

from enum import IntEnum

from matching.match import Match
from matching.where import Whereabouts

NEAR_MILES = 60.0  # as far as people drive to work


class Nearness(IntEnum):
    """From a door around the corner to none that is known to take people from here."""

    HERE = 0  # a door within reach, or it serves just this city
    IN_STATE = 1  # it serves the state, or a part of it that the person lives in
    NATIONWIDE = 2  # it takes people from everywhere, and no door of it is known to be far
    FAR = 3  # every known door is far
    UNSAID = 4  # nothing tells that it takes people from here


def nearness_of(match: Match, home: Whereabouts) -> Nearness:
    """Tell how near a program is. Of somebody who did not say where they live, all are here."""
    if home.state is None:
        return Nearness.HERE
    codes = {reason.code for reason in match.reasons}
    miles = match.distance_miles
    if "serves.city" in codes or (miles is not None and miles <= NEAR_MILES):
        return Nearness.HERE
    if "serves.state" in codes:
        return Nearness.IN_STATE
    if miles is not None:
        return Nearness.FAR
    return Nearness.NATIONWIDE if "serves.nationwide" in codes else Nearness.UNSAID
