"""The best programs by looking at every one of them: what the catalog must equal, on its own terms.

It takes the product's judgement of one requirement, its verdict and its weights for granted, and
adds up all else anew from what the reasons are said to give: nothing of `matching.catalog` is used,
no program is left out, nothing is remembered from one person to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.oracle_columns import (
    GIVEN,
    Flags,
    Listed,
    flags,
    newest_of,
    shape_of,
    stepped,
    takes_a_record,
)
from matching.fit import ONE_TRADE, is_always_there
from matching.implied import asked, location_leaf
from matching.judging import judge_requirement
from matching.match import Judged
from matching.profile import SECTORS
from matching.program import Program, Requirement, leaves_of
from matching.reasons import NEEDS
from matching.rules.case import Case
from matching.shares import (
    FAR_MILES,
    is_doubted,
    is_for_pupils,
    is_for_some,
    is_past_school,
    is_pupil,
    is_unlikely,
    names_a_job,
    names_inside,
    names_outside,
)
from matching.verdict import has_tracks_only, is_one_gain, verdict_of
from matching.weights import ALL, WEIGHTS
from matching.where import EARTH_RADIUS_MILES, NEARBY_MILES, plain_name, split_listed

Points = NDArray[np.int64]
Scores = tuple[Points, Flags]  # whole billionths; which programs are left out
VERDICTS = ("closed", "not_now", "one_step_away", "likely", "eligible")
NOT_MET, UNKNOWN, MET = 0, 1, 2


class Oracle:
    """All programs, in the order of their ids."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self.programs = sorted(programs, key=lambda one: one.id)
        self.count = len(self.programs)
        self._lay_out_kinds()
        self._lay_out_places()
        self._lay_out_rules()

    def _lay_out_kinds(self) -> None:
        made = self.programs
        self.always_there = flags(map(is_always_there, made))
        self.support = flags(one.kind == "support" for one in made)
        self.for_pupils = flags(map(is_for_pupils, made))
        self.reentry = flags(one.kind == "reentry_program" for one in made)
        self.states_jobs = flags(one.occupations for one in made)
        self.online = flags("online" in one.schedule for one in made)
        self.closed = flags(one.status == "closed" for one in made)
        self.sectors = {name: flags(name in one.sectors for one in made) for name in SECTORS}
        self.sector_count = np.array([max(1, len(one.sectors)) for one in made])
        self.no_sector = flags(not one.sectors for one in made)
        self.jobs = Listed((*one.occupations, *one.leads_to) for one in made)
        self.needs = {need: flags(need in one.supports for one in made) for need in NEEDS}
        self.given: dict[str, Points] = {
            name: np.array([gives(one) for one in made], np.int64) for name, gives in GIVEN.items()
        }
        self.newest = np.array([newest_of(one) for one in made])

    def _lay_out_places(self) -> None:
        areas = [one.serves for one in self.programs]
        self.nationwide = flags(area and area.nationwide for area in areas)
        self.states = Listed(area.states if area else () for area in areas)
        self.counties = Listed(map(split_listed, area.counties if area else ()) for area in areas)
        self.cities = Listed(map(split_listed, area.cities if area else ()) for area in areas)
        self.county_states = Listed(
            (split_listed(name)[1] for name in (area.counties if area else ())) for area in areas
        )
        self.city_states = Listed(
            (split_listed(name)[1] for name in (area.cities if area else ())) for area in areas
        )
        self.small = flags(area and (area.counties or area.cities) for area in areas)
        self.stated = self.small | self.nationwide | flags(area and area.states for area in areas)
        self.door_states = Listed((site.state for site in one.sites) for one in self.programs)
        doors = [
            (site.lat, site.lon, at)
            for at, one in enumerate(self.programs)
            for site in one.sites
            if site.lat is not None and site.lon is not None
        ]
        table = np.array(doors, np.float64).reshape(-1, 3)
        self.lats, self.lons, self.whose = table[:, 0], table[:, 1], table[:, 2].astype(int)

    def _lay_out_rules(self) -> None:
        numbers: dict[str, int] = {}
        self.shapes: list[Requirement] = []
        rows = []
        for one in self.programs:
            row = []
            for shape in map(shape_of, asked(one)):
                if repr(shape) not in numbers:
                    numbers[repr(shape)] = len(self.shapes)
                    self.shapes.append(shape)
                row.append(numbers[repr(shape)])
            rows.append(row)
        self.rows = rows
        self.width = max(map(len, rows), default=0)
        table = np.array([row + [-1] * (self.width - len(row)) for row in rows], np.intp)
        self.table, self.asking = np.unique(table, axis=0, return_inverse=True)
        self.unstated = flags(
            not one.requirements and one.kind != "job_center" for one in self.programs
        )
        self.tracks = [at for at, one in enumerate(self.programs) if has_tracks_only(one)]
        self.for_members = self._with_rule(lambda rule: "employer" in rule or "union" in rule)
        self.for_record = self._with_rule(takes_a_record)

    def _with_rule(self, wanted: Callable[[Any], bool]) -> Flags:
        return flags(
            any(wanted(leaf.rule) for entry in one.requirements for leaf in leaves_of(entry))
            for one in self.programs
        )

    def scores(self, case: Case) -> Scores:
        """Score every program."""
        look = _Look(self, case)
        return look.points, look.left_out

    def best(self, points: Points, left_out: Flags, limit: int) -> list[tuple[str, int]]:
        """List the ids and scores of the best programs, ties by id."""
        standing = np.where(left_out, -1, points)
        order = np.argsort(-standing, kind="stable")[:limit]
        return [(self.programs[at].id, int(points[at])) for at in order if standing[at] >= 0]


@dataclass(frozen=True)
class _Look:
    """One person beside every program."""

    all: Oracle
    case: Case

    @cached_property
    def judged(self) -> list[Judged]:
        return [judge_requirement(self.case, shape) for shape in self.all.shapes]

    def tally(self, holds: Callable[[Judged], bool]) -> NDArray[np.int64]:
        """Count the requirements of each program of which something holds."""
        values = np.array([*(int(holds(one)) for one in self.judged), 0], np.int8)
        counts: NDArray[np.int64] = values[self.all.table].sum(axis=1, dtype=np.int64)
        found: NDArray[np.int64] = counts[self.all.asking]
        return found

    @cached_property
    def miles(self) -> NDArray[np.float64]:
        """Measure to the nearest door, to a tenth of a mile; infinite where none is known."""
        miles = np.full(self.all.count, np.inf)
        if self.case.place.point is not None:
            np.minimum.at(miles, self.all.whose, self._away())
        return miles

    def _away(self) -> NDArray[np.float64]:
        lat, lon = np.radians(np.array(self.case.place.point))
        lats, lons = np.radians(self.all.lats), np.radians(self.all.lons)
        half = np.sin((lats - lat) / 2) ** 2
        half += np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
        away: NDArray[np.float64] = 2 * EARTH_RADIUS_MILES * np.arcsin(np.sqrt(half))
        return away

    @cached_property
    def tenths(self) -> NDArray[np.float64]:
        rounded: NDArray[np.float64] = np.round(self.miles, 1)
        return rounded

    @cached_property
    def in_city(self) -> Flags:
        place = self.case.place
        named = [(plain_name(place.city), place.state)] if place.city and place.state else []
        return self.all.cities.among(self.all.count, named)

    @cached_property
    def served(self) -> NDArray[np.int8]:
        """Say of every program whether it serves the person's place."""
        every, place = self.all, self.case.place
        status = np.full(every.count, UNKNOWN, np.int8)
        if place.state is not None:
            status[every.stated] = NOT_MET
            for own, among in (
                (place.county, every.county_states),
                (place.city, every.city_states),
            ):
                if own is None:
                    status[among.among(every.count, [place.state])] = UNKNOWN
            status[every.states.among(every.count, [place.state]) | self._named_here] = MET
            status[(status == NOT_MET) & self._just_outside] = UNKNOWN
        status[every.nationwide] = MET
        return status

    @cached_property
    def _named_here(self) -> Flags:
        place = self.case.place
        own = [(plain_name(place.county), place.state)] if place.county else []
        return self.all.counties.among(self.all.count, own) | self.in_city

    @cached_property
    def _just_outside(self) -> Flags:
        every, state = self.all, [self.case.place.state]
        near = every.small & (self.miles <= NEARBY_MILES)
        listed = every.county_states.among(every.count, state)
        listed |= every.city_states.among(every.count, state)
        return near | (listed & ~np.isfinite(self.miles))

    @cached_property
    def verdicts(self) -> NDArray[np.int8]:
        """Name every verdict by its place in `VERDICTS`."""
        failed = self.tally(lambda one: one.status == "not_met" and one.closes)
        steps = self.tally(lambda one: one.status == "not_met" and one.closes and is_one_gain(one))
        unmet = self.tally(lambda one: one.status != "met")
        failed += self.served == NOT_MET
        met = (unmet == 0) & (self.served == MET) & ~self.all.unstated
        found = np.where(met, VERDICTS.index("eligible"), VERDICTS.index("likely"))
        found[failed > 0] = VERDICTS.index("not_now")
        found[(failed == 1) & (steps == 1)] = VERDICTS.index("one_step_away")
        found[self.all.closed] = VERDICTS.index("closed")
        for at in self.all.tracks:
            found[at] = VERDICTS.index(self._verdict_of_tracks(at))
        return found.astype(np.int8)

    def _verdict_of_tracks(self, at: int) -> str:
        program, status = self.all.programs[at], ("not_met", "unknown", "met")[self.served[at]]
        place = Judged(location_leaf(program.id), status, gainable=False)
        return verdict_of(program, [place, *(self.judged[n] for n in self.all.rows[at])])

    def is_verdict(self, *names: str) -> Flags:
        return np.isin(self.verdicts, [VERDICTS.index(name) for name in names])

    @cached_property
    def liked(self) -> Flags:
        likes = (self.all.sectors[name] for name in self._likes)
        return _any(likes, self.all.count) & ~self.all.always_there

    @cached_property
    def _likes(self) -> Sequence[str]:
        return [name for name in self.case.profile.interests.likes if name in self.all.sectors]

    @cached_property
    def named(self) -> Flags:
        return self.all.jobs.among(self.all.count, self.case.profile.interests.occupations)

    @cached_property
    def inside(self) -> Flags:
        named = self.tally(lambda one: names_inside(one.requirement, self.case)) > 0
        other = self.tally(lambda one: names_outside(one.requirement, self.case)) > 0
        found: Flags = named & ~other
        return found

    @cached_property
    def left_out(self) -> Flags:
        """Programs of disliked sectors alone."""
        disliked = self._disliked
        every: Flags = (disliked > 0) & (disliked == self.all.sector_count)
        return every & ~self.all.always_there & ~self.all.no_sector

    @cached_property
    def _disliked(self) -> NDArray[np.int64]:
        names = [one for one in self.case.profile.interests.dislikes if one in self.all.sectors]
        count = np.zeros(self.all.count, np.int64)
        for name in names:
            count += self.all.sectors[name]
        return count

    @cached_property
    def points(self) -> Points:
        """Add up what every reason gives, of which the program keeps its share."""
        shares = self._shares
        total = sum((part * shares // ALL for part in self._parts()), np.zeros(1, np.int64))
        lost = np.where(self.all.always_there, 0, total * self._disliked // self.all.sector_count)
        found: Points = total - lost
        return found

    def _parts(self) -> Iterable[Points]:
        for name in VERDICTS:
            if f"verdict.{name}" in WEIGHTS.points:
                yield self.is_verdict(name) * WEIGHTS.of(f"verdict.{name}")
        yield self.liked * self._for_a_wish
        yield self.named * WEIGHTS.of("interest.occupation")
        yield self.inside * WEIGHTS.of("belongs.inside")
        yield stepped(WEIGHTS.near_miles, self.tenths) * WEIGHTS.of("near.site") // ALL
        yield from self._area()
        by_school = self.tally(lambda one: one.status == "met" and one.because == "education")
        yield (by_school > 0) * WEIGHTS.of("fits.level")
        yield self._supports()
        yield from self.all.given.values()
        if self.case.flag("justice_involved"):
            yield self.all.for_record * WEIGHTS.of("fits.record")
        age = np.maximum(0, self.case.today.year - self.all.newest)
        yield stepped(WEIGHTS.fresh_years, age) * WEIGHTS.of("fresh.facts") // ALL

    @cached_property
    def _met(self) -> NDArray[np.int64]:
        """Count the wishes each program's sectors meet."""
        wished = (self.all.sectors[name] for name in set(self._likes))
        return sum(wished, np.zeros(self.all.count, np.int64))

    @cached_property
    def _for_a_wish(self) -> Points:
        percent = stepped(WEIGHTS.sector_counts, self.all.sector_count)
        if len(set(self._likes)) > 1:
            some = percent * WEIGHTS.one_of_several // ALL
            percent = np.where(self._met == 1, some, percent)
        points: Points = percent * WEIGHTS.points["interest.sector"] // ALL
        return points

    def _area(self) -> Iterable[Points]:
        served = self.served == MET
        yield (served & self.all.nationwide) * WEIGHTS.of("serves.nationwide")
        local = served & ~self.all.nationwide
        yield (local & self.in_city) * WEIGHTS.of("serves.city")
        yield (local & ~self.in_city) * WEIGHTS.of("serves.state")

    def _supports(self) -> Points:
        wanted = [self.all.needs[need] for need, holds in NEEDS.items() if holds(self.case)]
        count = sum(wanted, np.zeros(self.all.count, np.int64))
        points: Points = np.minimum(count, WEIGHTS.supports_counted) * WEIGHTS.of("support")
        return points

    @cached_property
    def _shares(self) -> NDArray[np.int64]:
        """Percent that every program may keep: the smallest that holds it back."""
        shares = np.full(self.all.count, ALL, np.int64)
        for name, whose in self._held_back():
            shares[whose] = np.minimum(shares[whose], WEIGHTS.shares[name])
        return shares

    def _held_back(self) -> Iterable[tuple[str, Flags]]:
        every, state = self.all, self.case.place.state
        yield from ((name, self.is_verdict(name)) for name in VERDICTS if name in WEIGHTS.shares)
        yield "support", every.always_there & every.support
        yield "always_there", every.always_there & ~every.support
        yield from self._beside_the_wish()
        yield from self._for_others()
        far = np.isfinite(self.miles) & (self.tenths > FAR_MILES) & ~every.online
        here = every.nationwide | every.door_states.among(every.count, [state])
        yield "far_door", far & ~here
        yield "long_way", far & here
        if state is None:
            yield "some_place", ~every.nationwide
            return
        told = (self.served != UNKNOWN) | every.for_members | np.isfinite(self.miles)
        yield "somewhere", ~told

    def _beside_the_wish(self) -> Iterable[tuple[str, Flags]]:
        every = self.all
        programs = ~every.always_there & ~self.named
        if self._likes:
            few = every.support & ~every.no_sector & (every.sector_count <= ONE_TRADE)
            yield "off_interest", (programs & ~self.liked) | (few & (self._met == 0))
        if names_a_job(self.case):
            yield "other_job", programs & every.states_jobs

    def _for_others(self) -> Iterable[tuple[str, Flags]]:
        doubted = self.tally(lambda one: is_doubted(one, self.case)) > 0
        yield "insiders", doubted & ~self.inside & self.is_verdict("likely", "eligible")
        unread = self.all.unstated & ~self.all.always_there & ~self.liked & ~self.named
        yield "unstated", unread
        yield "some_people", self.tally(is_for_some) > 0
        yield "unlikely", self.tally(lambda one: is_unlikely(one, self.case)) > 0
        if is_past_school(self.case):
            yield "past_school", self.all.for_pupils
        if is_pupil(self.case):
            yield "pupil", ~self.all.for_pupils & ~self.all.always_there
        if not self.case.flag("justice_involved"):
            yield "reentry", self.all.reentry


def _any(found: Iterable[Flags], count: int) -> Flags:
    holds = np.zeros(count, np.bool_)
    for one in found:
        holds |= one
    return holds
