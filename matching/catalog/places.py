"""Where programs serve and stand, looked up for one place at a time.

The rules are those of `matching.where`; here they are worked out for every program at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.program import Program, ServiceArea
from matching.requirements import Status
from matching.shares import FAR_MILES, is_for_members, is_online
from matching.weights import WEIGHTS
from matching.where import EARTH_RADIUS_MILES, NEARBY_MILES, Whereabouts, plain_name, split_listed

Key = TypeVar("Key")
Numbers = NDArray[np.intp]
Listed = defaultdict[Key, list[int]]
NARROWEST = 0.05  # cosine of a latitude near a pole
LATITUDE_MILES = 69.0  # of one degree
WINDOW = FAR_MILES / LATITUDE_MILES + 0.2  # degrees: what stands further off is far in any case


@dataclass(frozen=True)
class Around:
    """How every program stands to one place."""

    status: NDArray[np.int8]  # of the service area, as `Status`
    points: NDArray[np.int32]  # billionths for being near and for serving the place
    far: NDArray[np.bool_]  # every known door is far off
    elsewhere: NDArray[np.bool_]  # and in another state
    some_place: NDArray[np.bool_]  # for people of some place, while none was said
    somewhere: NDArray[np.bool_]  # nothing tells that it is around here


class Places:
    """Service areas and doors of some programs. Immutable."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self._count = len(programs)
        self._areas(programs)
        self._doors(programs)

    def _areas(self, programs: Sequence[Program]) -> None:
        """Index whom programs serve: by state, county and city."""
        areas = [program.serves or NO_AREA for program in programs]
        self._nationwide = np.array([area.nationwide for area in areas], np.bool_)
        # serves cities or counties
        self._small = np.array([bool(area.cities or area.counties) for area in areas], np.bool_)
        by_state: Listed[str] = defaultdict(list)
        for at, area in enumerate(areas):
            for state in area.states:
                by_state[state].append(at)
        self._by_state = _arrays(by_state)
        self._by_county, self._county_in = _named([area.counties for area in areas])
        self._by_city, self._city_in = _named([area.cities for area in areas])
        self._online = np.array([is_online(one) for one in programs], np.bool_)
        self._of_members = np.array([is_for_members(one) for one in programs], np.bool_)
        in_states = np.array([bool(area.states) for area in areas], np.bool_)
        self._stated = self._nationwide | self._small | in_states

    def _doors(self, programs: Sequence[Program]) -> None:
        """Index where doors stand, by latitude."""
        in_state: Listed[str] = defaultdict(list)
        doors = []
        for at, program in enumerate(programs):
            for site in program.sites:
                in_state[site.state].append(at)
                if site.lat is not None and site.lon is not None:
                    doors.append((site.lat, site.lon, at))
        doors.sort()
        self._doors_in = _arrays(in_state)
        table = np.array(doors, np.float64).reshape(-1, 3)
        self._lat, self._lon = table[:, 0], table[:, 1]
        self._whose = table[:, 2].astype(np.intp)
        self._has_door = np.zeros(self._count, np.bool_)
        self._has_door[self._whose] = True

    def around(self, where: Whereabouts) -> Around:
        """Work out how every program stands to a place."""
        close, exact = self._miles(where)
        status = self._served(where, close[exact <= NEARBY_MILES])
        points = self._area_points(where, status)
        miles = np.round(exact, 1)
        points[close] += _near_points(miles)
        far = self._far(where, close[miles <= FAR_MILES])
        elsewhere = far & ~self._nationwide
        elsewhere[self._doors_in.get(where.state or "", NO_ONE)] = False
        unsaid = np.full(self._count, where.state is None) & ~self._nationwide
        return Around(status, points, far, elsewhere, unsaid, self._somewhere(where, status))

    def _served(self, where: Whereabouts, nearby: Numbers) -> NDArray[np.int8]:
        """Say of every program whether it serves the place."""
        status = np.full(self._count, Status.UNKNOWN, np.int8)
        if where.state is not None:
            status[self._stated] = Status.NOT_MET
            self._mark_within(where, status)
        status[self._nationwide] = Status.MET
        for outside in self._just_outside(where, nearby):
            status[outside[status[outside] == Status.NOT_MET]] = Status.UNKNOWN
        return status

    def _mark_within(self, where: Whereabouts, status: NDArray[np.int8]) -> None:
        state = where.state or ""
        met = [self._by_state.get(state, NO_ONE)]
        for own, inside, named in (
            (where.county, self._county_in, self._by_county),
            (where.city, self._city_in, self._by_city),
        ):
            if own is None:
                status[inside.get(state, NO_ONE)] = Status.UNKNOWN
            else:
                met.append(named.get((plain_name(own), state), NO_ONE))
        for found in met:
            status[found] = Status.MET

    def _just_outside(self, where: Whereabouts, nearby: Numbers) -> Iterator[Numbers]:
        """A home close to a served city, or in its state where no door tells how close."""
        yield nearby[self._small[nearby]]
        for inside in (self._county_in, self._city_in):
            in_state = inside.get(where.state or "", NO_ONE)
            yield in_state if where.point is None else in_state[~self._has_door[in_state]]

    def _miles(self, where: Whereabouts) -> tuple[Numbers, NDArray[np.float64]]:
        """Measure to the nearest door of every program that may not be far off."""
        if where.point is None:
            return NO_ONE, np.empty(0)
        lat, lon = where.point
        first, last = np.searchsorted(self._lat, (lat - WINDOW, lat + WINDOW))
        window = WINDOW / max(np.cos(np.radians(lat)), NARROWEST)
        there = np.arange(first, last)[np.abs(self._lon[first:last] - lon) <= window]
        miles = np.full(self._count, np.inf)
        away = _great_circle(lat, lon, self._lat[there], self._lon[there])
        np.minimum.at(miles, self._whose[there], away)
        close = np.flatnonzero(np.isfinite(miles))
        return close, miles[close]

    def _area_points(self, where: Whereabouts, status: NDArray[np.int8]) -> NDArray[np.int32]:
        points: NDArray[np.int32] = (status == Status.MET) * np.int32(WEIGHTS.of("serves.state"))
        if where.city is not None and where.state is not None:
            here = self._by_city.get((plain_name(where.city), where.state), NO_ONE)
            points[here] = WEIGHTS.of("serves.city")
        points[self._nationwide] = WEIGHTS.of("serves.nationwide")
        return points

    def _somewhere(self, where: Whereabouts, status: NDArray[np.int8]) -> NDArray[np.bool_]:
        if where.state is None:
            return np.zeros(self._count, np.bool_)
        unsaid: NDArray[np.bool_] = (status == Status.UNKNOWN) & ~self._of_members
        if where.point is not None:
            unsaid &= ~self._has_door
        return unsaid

    def _far(self, where: Whereabouts, within_reach: Numbers) -> NDArray[np.bool_]:
        if where.point is None:
            return np.zeros(self._count, np.bool_)
        far: NDArray[np.bool_] = self._has_door & ~self._online
        far[within_reach] = False
        return far


NO_AREA = ServiceArea()
NO_ONE: Numbers = np.empty(0, np.intp)


def _named(
    listed: Sequence[Sequence[str]],
) -> tuple[dict[tuple[str, str], Numbers], dict[str, Numbers]]:
    """Index programs by the "Name, XX" they list, and by the states of those."""
    by_name: Listed[tuple[str, str]] = defaultdict(list)
    in_state: Listed[str] = defaultdict(list)
    for at, names in enumerate(listed):
        for name, state in map(split_listed, names):
            by_name[name, state].append(at)
            in_state[state].append(at)
    return _arrays(by_name), _arrays(in_state)


def _arrays(lists: dict[Key, list[int]]) -> dict[Key, Numbers]:
    return {key: np.array(sorted(set(found)), np.intp) for key, found in lists.items()}


def _near_points(miles: NDArray[np.float64]) -> NDArray[np.int32]:
    points = np.zeros(len(miles), np.int32)
    for limit, percent in reversed(WEIGHTS.near_miles):
        points[miles <= limit] = WEIGHTS.of("near.site", percent)
    return points


def _great_circle(
    lat: float, lon: float, lats: NDArray[np.float64], lons: NDArray[np.float64]
) -> NDArray[np.float64]:
    here, there = np.radians(lat), np.radians(lats)
    apart = np.radians(lons) - np.radians(lon)
    half = np.sin((there - here) / 2) ** 2
    half = half + np.cos(here) * np.cos(there) * np.sin(apart / 2) ** 2
    found: NDArray[np.float64] = 2 * EARTH_RADIUS_MILES * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return found
