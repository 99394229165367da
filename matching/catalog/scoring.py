"""The scores of many programs at once: the sums that `matching.reasons` explains one by one.

Both add up the same whole billionths. That they agree on every program is tried by tests on
generated people and programs; nothing here decides a requirement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.catalog.outcomes import (
    DOUBT,
    FAILED,
    GAINED,
    INSIDE,
    LEVEL,
    MISSED,
    ONE_STEP,
    OUTSIDE,
    SOME,
    UNLIKELY,
    UNMET,
)
from matching.catalog.traits import BIT_OF_NEED, BIT_OF_SECTOR
from matching.catalog.views import View
from matching.match import OPEN
from matching.reasons import NEEDS
from matching.requirements import Status
from matching.rules.case import Case
from matching.shares import KNOWN_SECTORS, is_past_school, is_pupil, names_a_job, several_wishes
from matching.weights import ALL, WEIGHTS

Numbers = NDArray[np.intp]
Points = NDArray[np.int64]

VERDICTS = ("closed", "not_now", "one_step_away", "likely", "eligible")
CLOSED, NOT_NOW, ONE_STEP_AWAY, LIKELY, ELIGIBLE = range(len(VERDICTS))
OF_VERDICT = np.array([WEIGHTS.points.get(f"verdict.{name}", 0) for name in VERDICTS], np.int64)
OPEN_FROM = min(VERDICTS.index(name) for name in OPEN)
BEST_VERDICT = int(OF_VERDICT.max())
BITS_SET = np.array([one.bit_count() for one in range(1 << 16)], np.int64)
OF_SUPPORTS = np.minimum(BITS_SET[: 1 << 8], WEIGHTS.supports_counted) * WEIGHTS.of("support")


@dataclass(frozen=True)
class Scoring:
    """One person beside the programs of a view; `at` are places in the view."""

    view: View
    case: Case

    @cached_property
    def given(self) -> Points:
        """Billionths that no requirement decides, before any are held back."""
        needs = sum(BIT_OF_NEED[name] for name, holds in NEEDS.items() if holds(self.case))
        points: Points = self.view.points + OF_SUPPORTS[self.view.needs_met & np.uint8(needs)]
        points += self._liked * self._if_liked
        points[self._named] += WEIGHTS.of("interest.occupation")
        if self.case.flag("justice_involved"):
            points[self.view.holding(self.view.traits.for_record)] += WEIGHTS.of("fits.record")
        return points

    @property
    def _if_liked(self) -> Points:
        """Billionths for the wishes each program meets, were it to meet one at all."""
        traits, at = self.view.traits, self.view.numbers
        whole: Points = traits.if_liked[at].astype(np.int64)
        if not several_wishes(self.case):
            return whole
        met = BITS_SET[self.view.sectors & _mask(self.case.profile.interests.likes)]
        found: Points = np.where(met == 1, traits.if_one_of_several[at], whole)
        return found

    @cached_property
    def ceilings(self) -> Points:
        """What each program can score at most, with the best verdict its place allows."""
        most = self.given + BEST_VERDICT + WEIGHTS.of("fits.level")
        if self.case.named("employer") or self.case.named("union"):
            most += WEIGHTS.of("belongs.inside")
        found: Points = most * self._shares // ALL
        return found

    @cached_property
    def _shares(self) -> NDArray[np.int16]:
        """Percent that programs may keep, as far as place, kind and wishes tell."""
        shares = self._of_others
        unnamed = np.ones(len(shares), np.bool_)
        unnamed[self._named] = False
        unnamed &= ~self.view.always_there
        if names_a_job(self.case):
            states_jobs = self.view.traits.states_jobs[self.view.numbers]
            shares = self._held(shares, unnamed & states_jobs, "other_job")
        unread = unnamed & ~self._liked & self.view.traits.unstated[self.view.numbers]
        shares = self._held(shares, unread, "unstated")
        if KNOWN_SECTORS.isdisjoint(self.case.profile.interests.likes):
            return shares
        beside = (unnamed & ~self._liked) | self._help_beside
        return self._held(shares, beside, "off_interest")

    @property
    def _of_others(self) -> NDArray[np.int16]:
        """Percent that programs for other people may keep: pupils, people with a record."""
        shares, traits, at = self.view.shares, self.view.traits, self.view.numbers
        for_pupils = traits.for_pupils[at]
        if is_past_school(self.case):
            shares = self._held(shares, for_pupils, "past_school")
        if is_pupil(self.case):
            shares = self._held(shares, ~for_pupils & ~self.view.always_there, "pupil")
        if not self.case.flag("justice_involved"):
            shares = self._held(shares, traits.reentry[at], "reentry")
        return shares

    @property
    def _help_beside(self) -> NDArray[np.bool_]:
        """Help for a few fields, of which none is liked."""
        liked = _mask(self.case.profile.interests.likes)
        helps = self.view.traits.helps_few[self.view.numbers]
        found: NDArray[np.bool_] = helps & (self.view.sectors & liked == 0)
        return found

    @cached_property
    def _liked(self) -> NDArray[np.bool_]:
        liked = _mask(self.case.profile.interests.likes)
        found: NDArray[np.bool_] = (self.view.sectors & liked) != 0
        return found & ~self.view.always_there

    @cached_property
    def _named(self) -> Numbers:
        by_job = self.view.traits.by_job
        jobs = [by_job[soc] for soc in self.case.profile.interests.occupations if soc in by_job]
        whose = jobs[0] if len(jobs) == 1 else np.unique(np.concatenate([NO_ONE, *jobs]))
        return self.view.holding(whose)

    def about_wishes(self) -> Numbers | None:
        """Find what has to do with the person's wishes; None when they said none we know.

        The rest keeps at most the share of `off_interest`.
        """
        if KNOWN_SECTORS.isdisjoint(self.case.profile.interests.likes):
            return None
        beside = self._liked | self.view.always_there
        beside[self._named] = True
        return np.flatnonzero(beside)

    @cached_property
    def disliked(self) -> NDArray[np.bool_]:
        """Programs of disliked sectors alone: they are left out."""
        sectors = self.view.sectors
        mask = _mask(self.case.profile.interests.dislikes)
        found: NDArray[np.bool_] = (sectors != 0) & ((sectors & ~mask) == 0)
        return found & ~self.view.always_there

    @cached_property
    def _bits(self) -> NDArray[np.uint16]:
        """Outcomes by requirement number; the last one stands for no requirement."""
        return np.append(self.view.traits.outcomes.of(self.case), np.uint16(0))

    def judged(self, at: Numbers) -> tuple[Points, NDArray[np.int8]]:
        """Score some programs exactly, and say their verdicts as numbers of `VERDICTS`."""
        numbers = self.view.numbers[at]
        outcomes = self._bits[self.view.traits.requirements[numbers]]
        met = np.bitwise_or.reduce(outcomes, axis=1)
        verdicts = self._verdicts(at, numbers, outcomes, met)
        inside = (met & (INSIDE | OUTSIDE)) == INSIDE
        points = self.given[at] + OF_VERDICT[verdicts]
        points += ((met & LEVEL) != 0) * WEIGHTS.of("fits.level")
        points += inside * WEIGHTS.of("belongs.inside")
        doubted = ((met & DOUBT) != 0) & ~inside & (verdicts >= OPEN_FROM)
        shares = self._held(self._shares[at], doubted, "insiders")
        shares = self._held(shares, (met & SOME) != 0, "some_people")
        shares = self._held(shares, (met & UNLIKELY) != 0, "unlikely")
        shares = self._held(shares, verdicts == NOT_NOW, "not_now")
        return self._less_dislikes(at, numbers, points * shares // ALL), verdicts

    def _verdicts(
        self, at: Numbers, numbers: Numbers, outcomes: NDArray[np.uint16], met: NDArray[np.uint16]
    ) -> NDArray[np.int8]:
        place, traits = self.view.status[at], self.view.traits
        failed = ((outcomes & FAILED) != 0).sum(axis=1) + (place == Status.NOT_MET)
        gained = ((outcomes & ONE_STEP) != 0).sum(axis=1)
        self._add_tracks(numbers, failed, gained)
        all_met = ((met & UNMET) == 0) & (place == Status.MET) & ~traits.unstated[numbers]
        verdicts = np.where(all_met, ELIGIBLE, LIKELY).astype(np.int8)
        verdicts[failed > 0] = NOT_NOW
        verdicts[(failed == 1) & (gained == 1)] = ONE_STEP_AWAY
        verdicts[traits.closed[numbers]] = CLOSED
        return verdicts

    def _add_tracks(self, numbers: Numbers, failed: Points, gained: Points) -> None:
        """Count what closes programs that consist of tracks alone: the least closed track."""
        traits = self.view.traits
        for at in np.flatnonzero(traits.of_tracks[numbers]):
            tracks = [self._bits[own] for own in traits.tracks[int(numbers[at])]]
            missed = [track[(track & MISSED) != 0] for track in tracks]
            if all(len(track) for track in missed):
                least = min(missed, key=lambda track: (len(track), not track[0] & GAINED))
                failed[at] += len(least)
                gained[at] += int(len(least) == 1 and bool(least[0] & GAINED))

    @staticmethod
    def _held(shares: NDArray[np.int16], whose: NDArray[np.bool_], why: str) -> NDArray[np.int16]:
        return np.where(whose, np.minimum(shares, np.int16(WEIGHTS.shares[why])), shares)

    def _less_dislikes(self, at: Numbers, numbers: Numbers, points: Points) -> Points:
        dislikes = self.case.profile.interests.dislikes
        if not dislikes:
            return points
        count = BITS_SET[self.view.sectors[at] & _mask(dislikes)]
        count[self.view.always_there[at]] = 0
        left: Points = points - points * count // self.view.traits.sector_count[numbers]
        return left


NO_ONE: Numbers = np.empty(0, np.intp)


def _mask(sectors: tuple[str, ...]) -> np.uint16:
    mask: np.uint16 = np.uint16(sum(BIT_OF_SECTOR.get(name, 0) for name in set(sectors)))
    return mask
