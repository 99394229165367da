"""Where a program lets people onto the ladders: at which rung, and who still learns there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matching.ladders import SOC
from matching.program import Ladder, Program

# First-line supervisors of a whole group of jobs: to lead carpenters is not to lead electricians.
SUPERVISING = re.compile(r"\d\d-10\d\d")
APPRENTICED = ("apprenticeship", "pre_apprenticeship")
LEARNED_AT_WORK = ("apprenticeship", "long_term")  # BLS: a year and more on the job


@dataclass(frozen=True)
class Entrance:
    """A rung a program prepares for. Rungs count from 0."""

    ladder: Ladder
    rung: int
    learning: bool  # True: the rung of those who still learn the job, such as apprentices

    @property
    def soc(self) -> str:
        return self.ladder.rungs[self.rung].soc


def entrances_of(program: Program, ladders: Iterable[Ladder]) -> list[Entrance]:
    """List where a program lets people in, on its own ladders, else on those of its sectors.

    Where one ladder has a rung for learners of a job, nobody enters that job past it.
    """
    found = [
        Entrance(ladder, rung, is_for_learners(ladder, rung))
        for ladder in _own_ladders(program, ladders)
        for rung in _rungs(program, ladder)
    ]
    learned = {entrance.soc for entrance in found if entrance.learning}
    return [one for one in found if one.learning or one.soc not in learned]


def jobs_off_ladders(program: Program, ladders: Iterable[Ladder]) -> Iterator[str]:
    """List the jobs of a program, by SOC code, that stand on no ladder."""
    held = {rung.soc for ladder in ladders for rung in ladder.rungs}
    for soc in dict.fromkeys((*program.occupations, *_stated(program))):
        if soc not in held:
            yield soc


def is_for_learners(ladder: Ladder, at: int) -> bool:
    """Tell a rung where one still learns: it has no wage of its own, and the job's other one has,
    or the job has none on this ladder."""
    rung = ladder.rungs[at]
    if rung.median_wage_usd is not None:
        return False
    paid = [other for other in _same_job(ladder, rung.soc) if _is_paid(ladder, other)]
    above = any(other > at for other in paid) and rung.on_the_job_training in LEARNED_AT_WORK
    return above or not paid


def _own_ladders(program: Program, ladders: Iterable[Ladder]) -> list[Ladder]:
    """Take the ladders the record names; when it names none, those of its sectors with its jobs,
    else any with its jobs."""
    known = list(ladders)
    if program.ladder_ids:
        return [ladder for ladder in known if ladder.id in program.ladder_ids]
    jobs = {*program.occupations, *_stated(program)}
    held = [ladder for ladder in known if any(rung.soc in jobs for rung in ladder.rungs)]
    return [ladder for ladder in held if ladder.sector in program.sectors] or held


def _rungs(program: Program, ladder: Ladder) -> list[int]:
    """List the rungs of the jobs it prepares for. A job it leads to that the ladder itself leads to
    from there is no entrance, and nobody begins as a supervisor of what they did not do."""
    entered = _of_jobs(program, ladder, program.occupations)
    if program.kind == "apprenticeship":
        entered = _of_apprentices(program, ladder, entered)
    for rung in sorted(_of_jobs(program, ladder, _stated(program))):
        soc = ladder.rungs[rung].soc
        if SUPERVISING.fullmatch(soc) and not entered:
            continue
        if all(ladder.rungs[one].soc != soc for one in _reached(ladder, entered)):
            entered.append(rung)
    return entered


def _of_apprentices(program: Program, ladder: Ladder, entered: list[int]) -> list[int]:
    """An apprenticeship ends in the jobs it leads to. Of its other jobs those go that one learns
    within a month, and those below such an end: they are what apprentices were before."""
    skilled = [soc for soc in _stated(program) if not SUPERVISING.fullmatch(soc)]
    ends = _of_jobs(program, ladder, skilled)
    others = [
        rung
        for rung in entered
        if not skilled
        or (
            ladder.rungs[rung].on_the_job_training != "short_term"
            and _reached(ladder, [rung]).isdisjoint(set(ends) - {rung})
        )
    ]
    return list(dict.fromkeys([*others, *ends]))


def _of_jobs(program: Program, ladder: Ladder, socs: Sequence[str]) -> list[int]:
    rungs = (_rung_to_enter(program, ladder, soc) for soc in socs)
    return list(dict.fromkeys(rung for rung in rungs if rung is not None))


def _rung_to_enter(program: Program, ladder: Ladder, soc: str) -> int | None:
    """Pick the rung for learners of a job, else its first one with a wage of its own.

    Everyone learns an apprenticed trade from there; of other jobs, who goes through an
    apprenticeship does: a school or a fund may lead right into the job.
    """
    rungs = _same_job(ladder, soc)
    paid = [rung for rung in rungs if _is_paid(ladder, rung)]
    learning = [
        rung
        for rung in rungs
        if is_for_learners(ladder, rung)
        and (program.kind in APPRENTICED or not paid or _is_apprenticed(ladder, rung))
    ]
    return next(iter([*learning, *paid]), None)


def _is_apprenticed(ladder: Ladder, at: int) -> bool:
    return ladder.rungs[at].on_the_job_training == LEARNED_AT_WORK[0]


def _reached(ladder: Ladder, rungs: Sequence[int]) -> set[int]:
    reached, left = set(rungs), list(rungs)
    while left:
        start = left.pop()
        new = {move.end for move in ladder.moves if move.start == start} - reached
        reached |= new
        left.extend(new)
    return reached


def _same_job(ladder: Ladder, soc: str) -> list[int]:
    return [at for at, rung in enumerate(ladder.rungs) if rung.soc == soc]


def _is_paid(ladder: Ladder, at: int) -> bool:
    return ladder.rungs[at].median_wage_usd is not None


def _stated(program: Program) -> list[str]:
    return [entry for entry in program.leads_to if SOC.fullmatch(entry)]
