"""The best programs for a person, exactly, without judging each one in full.

A ceiling on every score is cheap: place, wishes and what is known of the program give it. Programs
are judged from the highest ceiling down until no other could do better; only the best are judged in
full, with every requirement and reason, by the same code as one program alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.bridges import teaches_anyone
from matching.catalog.places import Places
from matching.catalog.scoring import OPEN_FROM, VERDICTS, Scoring
from matching.catalog.traits import Traits
from matching.catalog.views import View, Views
from matching.families import root_of
from matching.judging import judge_all
from matching.match import Match
from matching.profile import Profile
from matching.program import Program
from matching.requirements import Status
from matching.rules.case import Case
from matching.weights import ALL, WEIGHTS, WHOLE
from matching.where import Whereabouts

Numbers = NDArray[np.intp]
FIRST_LOOK = 64  # programs judged to learn how good a score must be
BELOW_ALL = int(np.iinfo(np.int64).min)


class Catalog:
    """Programs, numbered in the order of their ids. Immutable; safe to share by threads."""

    def __init__(self, programs: Iterable[Program]) -> None:
        self.programs: Sequence[Program] = sorted(programs, key=lambda program: program.id)
        self.number: dict[str, int] = {one.id: at for at, one in enumerate(self.programs)}
        self._traits = Traits(self.programs)
        self._views = Views(self._traits, Places(self.programs))
        self._families = _families(self.programs)
        self._teaching = np.array(
            [at for at, program in enumerate(self.programs) if teaches_anyone(program)], np.intp
        )

    def best(self, profile: Profile, where: Whereabouts, today: date, limit: int) -> list[Match]:
        """Return the best matches, ties by id, as judging every program would.

        Programs of disliked sectors alone are left out. Families are not folded.
        """
        case = Case(profile, where, today)
        return judge_all(case, (self.programs[at] for at in self.numbers_of_best(case, limit)))

    def program(self, program_id: str) -> Program:
        """Return a program by its id. Raises KeyError."""
        return self.programs[self.number[program_id]]

    def family_of(self, number: int) -> Sequence[int]:
        """Return the numbers of a program's whole and of all its parts, its own among them."""
        return self._families.get(number, (number,))

    def teaching(self, case: Case, limit: int) -> list[int]:
        """Return the numbers of open programs around that teach for a diploma, best first."""
        view = self._view(case, reachable=True)
        at = view.holding(self._teaching)
        scoring = Scoring(view.taking(at[view.status[at] == Status.MET]), case)
        scores, verdicts = scoring.judged(np.arange(len(scoring.view.numbers)))
        found = np.flatnonzero((verdicts >= OPEN_FROM) & ~scoring.disliked)
        order = np.lexsort((found, -scores[found]))[:limit]
        return [int(number) for number in scoring.view.numbers[found[order]]]

    def numbers_of_best(self, case: Case, limit: int) -> list[int]:
        """Return the numbers of the best programs, best first."""
        if limit < 1:
            return []
        found: list[tuple[int, int]] = []
        for view, rest in self._narrowest_first(case):
            found = self._best_in(Scoring(view, case), limit)
            if len(found) == limit and found[-1][1] > rest:
                break
        return [at for at, _ in found]

    def _narrowest_first(self, case: Case) -> Iterator[tuple[View, int]]:
        """View fewer programs before more, each with the most that one left out can score.

        What takes nobody from a person's place, or has nothing to do with their wishes, keeps so
        few of its points that it counts only where all else is worse still.
        """
        near = self._view(case, reachable=not _speaks_of_place(case))
        unserved = WHOLE * WEIGHTS.shares["not_now"] // ALL
        wished = Scoring(near, case).about_wishes()
        if wished is not None and not case.profile.confirmed:
            beside = WHOLE * WEIGHTS.shares["off_interest"] // ALL
            yield near.taking(wished), max(beside, unserved)
        yield near, unserved
        yield self._view(case, reachable=False), BELOW_ALL

    def _best_in(self, scoring: Scoring, limit: int) -> list[tuple[int, int]]:
        """List the numbers and scores of the best programs of a view, best first."""
        alone = self._judged_alone(scoring)
        ceilings = scoring.ceilings.copy()
        ceilings[alone] = WHOLE
        ceilings[scoring.disliked] = BELOW_ALL
        look = min(len(ceilings), max(limit, FIRST_LOOK))
        if not look:
            return []
        first = np.argpartition(ceilings, -look)[-look:]
        needed = _at_place(self._scores(scoring, first, alone), limit)
        hopeful = np.flatnonzero((ceilings >= needed) & (ceilings > BELOW_ALL))
        scores = self._scores(scoring, hopeful, alone)
        order = np.lexsort((hopeful, -scores))[:limit]
        numbers = scoring.view.numbers[hopeful[order]]
        return [(int(at), int(score)) for at, score in zip(numbers, scores[order], strict=True)]

    def standings(self, profile: Profile, where: Whereabouts, today: date) -> Standings:
        """Say how every program stands to a person, without the reasons."""
        case = Case(profile, where, today)
        scoring = Scoring(self._view(case, reachable=False), case)
        scores, verdicts = scoring.judged(np.arange(len(self.programs)))
        for at in self._judged_alone(scoring):
            match = judge_all(case, (self.programs[at],))[0]
            scores[at], verdicts[at] = _billionths(match), VERDICTS.index(match.verdict)
        return Standings(self, scores, verdicts, scoring.disliked)

    def _view(self, case: Case, *, reachable: bool) -> View:
        return self._views.of(case.place, case.today.year, reachable=reachable)

    def _judged_alone(self, scoring: Scoring) -> Numbers:
        """Find programs that no sum covers: they ask very much, or the person spoke of them."""
        confirmed = {name.partition("#")[0] for name in scoring.case.profile.confirmed}
        spoken_of = [self.number[name] for name in confirmed if name in self.number]
        numbers = sorted({*self._traits.odd.tolist(), *spoken_of})
        return scoring.view.holding(np.array(numbers, np.intp))

    def _scores(self, scoring: Scoring, chosen: Numbers, alone: Numbers) -> NDArray[np.int64]:
        scores, _ = scoring.judged(chosen)
        for place in np.flatnonzero(np.isin(chosen, alone)):
            program = self.programs[scoring.view.numbers[chosen[place]]]
            scores[place] = _billionths(judge_all(scoring.case, (program,))[0])
        scores[scoring.disliked[chosen]] = BELOW_ALL
        return scores


class Standings:
    """The verdict and score of every program of a catalog for one person."""

    def __init__(
        self,
        catalog: Catalog,
        scores: NDArray[np.int64],
        verdicts: NDArray[np.int8],
        left_out: NDArray[np.bool_],
    ) -> None:
        self._catalog, self._scores, self._verdicts = catalog, scores, verdicts
        self._left_out = left_out

    def verdict(self, program_id: str) -> str:
        """Name the verdict of one program."""
        return VERDICTS[self._verdicts[self._catalog.number[program_id]]]

    def score(self, program_id: str) -> float:
        """Return the score of one program."""
        return int(self._scores[self._catalog.number[program_id]]) / WHOLE

    def open(self) -> list[str]:
        """List the ids of programs a person can go to now, best first."""
        return self._in_order(np.flatnonzero((self._verdicts >= OPEN_FROM) & ~self._left_out))

    def best(self, limit: int) -> list[str]:
        """List the ids of the best programs, best first."""
        return self._in_order(np.flatnonzero(~self._left_out))[:limit]

    def _in_order(self, found: Numbers) -> list[str]:
        order = np.lexsort((found, -self._scores[found]))
        return [self._catalog.programs[at].id for at in found[order]]


def _families(programs: Sequence[Program]) -> dict[int, Sequence[int]]:
    """List families of more than one by the number of each member."""
    by_id = {program.id: program for program in programs}
    found: dict[str, list[int]] = defaultdict(list)
    for at, program in enumerate(programs):
        found[root_of(program, by_id)].append(at)
    return {at: family for family in found.values() if len(family) > 1 for at in family}


def _speaks_of_place(case: Case) -> bool:
    """Say whether the person answered for a place themselves, so that no map can tell."""
    return any(name.endswith("#location") for name in case.profile.confirmed)


def _billionths(match: Match) -> int:
    return round(match.score * WHOLE)


def _at_place(scores: NDArray[np.int64], limit: int) -> int:
    """Return the score that `limit` programs reach; the lowest possible where they are fewer."""
    if len(scores) < limit:
        return int(BELOW_ALL)
    return int(np.partition(scores, -limit)[-limit])
