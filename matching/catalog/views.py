"""What place and day alone decide of many programs, kept for the next person from there."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matching.catalog.places import Around, Places
from matching.catalog.traits import Traits
from matching.requirements import Status
from matching.weights import WEIGHTS
from matching.where import Whereabouts

Numbers = NDArray[np.intp]
KEPT = 256  # views; about 20 bytes a program each


@dataclass(frozen=True)
class View:
    """Some programs, in the order of their numbers, as they stand to one place in one year."""

    traits: Traits
    numbers: Numbers
    status: NDArray[np.int8]  # of the service area, as `Status`
    points: NDArray[np.int32]  # billionths for place, money and fresh facts
    shares: NDArray[np.int16]  # percent a program may keep, as far as place and kind tell
    sectors: NDArray[np.uint16]
    needs_met: NDArray[np.uint8]
    always_there: NDArray[np.bool_]

    def taking(self, at: Numbers) -> View:
        """View only the programs at some places, in order."""
        return View(
            traits=self.traits,
            numbers=self.numbers[at],
            status=self.status[at],
            points=self.points[at],
            shares=self.shares[at],
            sectors=self.sectors[at],
            needs_met=self.needs_met[at],
            always_there=self.always_there[at],
        )

    def holding(self, numbers: Numbers) -> Numbers:
        """Find where programs stand in the view; those not in it are left out."""
        at = np.searchsorted(self.numbers, numbers)
        inside = at < len(self.numbers)
        inside[inside] = self.numbers[at[inside]] == numbers[inside]
        return at[inside]


class Views:
    """The views of a catalog. Safe to share by threads."""

    def __init__(self, traits: Traits, places: Places) -> None:
        self._traits, self._places = traits, places
        self._kept: OrderedDict[tuple[Whereabouts, int, bool], View] = OrderedDict()
        self._lock = Lock()

    def of(self, where: Whereabouts, year: int, *, reachable: bool) -> View:
        """View the programs that may take people from a place, or every program."""
        key = (where, year, reachable)
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                return known
        made = self._made(where, year, reachable=reachable)
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def _made(self, where: Whereabouts, year: int, *, reachable: bool) -> View:
        traits, around = self._traits, self._places.around(where)
        here = around.status != Status.NOT_MET
        numbers = np.flatnonzero(here) if reachable else np.arange(len(here))
        points = around.points[numbers] + traits.money[numbers] + traits.fresh(year)[numbers]
        return View(
            traits=traits,
            numbers=numbers,
            status=around.status[numbers],
            points=points,
            shares=_shares(traits, around, numbers),
            sectors=traits.sectors[numbers],
            needs_met=traits.needs_met[numbers],
            always_there=traits.always_there[numbers],
        )


def _shares(traits: Traits, around: Around, numbers: Numbers) -> NDArray[np.int16]:
    """Take the smallest share for each program: choosing all at once is cheaper than some."""
    shares = traits.shares[numbers]
    for why, whose in (
        ("long_way", around.far & ~around.elsewhere),
        ("far_door", around.elsewhere),
        ("some_place", around.some_place),
        ("somewhere", around.somewhere),
        ("not_now", around.status == Status.NOT_MET),
    ):
        held = np.minimum(shares, np.int16(WEIGHTS.shares[why]))
        shares = np.where(whose[numbers], held, shares)
    return shares
