"""What jobs pay by the Bureau of Labor Statistics, as parameters of sentences. Never a promise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from actions.reply import Reply
from actions.turn import Turn
from knowledge.reader import Wage
from matching.program import Program, Words

Paid = tuple[Words, Wage]
NATION = "US"
JOBS_NAMED = 3
PROGRAMS_NAMED = 2  # with their names; the cards hold the rest
NO_DEGREE = ("no_credential", "high_school_diploma")


def jobs_of(turn: Turn, program: Program) -> list[str]:
    """List the jobs a program prepares for: those the person named first, disliked ones last."""
    jobs = [*program.occupations, *turn.release.jobs_after(program)]
    return sorted(dict.fromkeys(jobs), key=lambda soc: _standing(turn, soc))


def _standing(turn: Turn, soc: str) -> int:
    wishes, job = turn.profile.interests, turn.release.occupations.get(soc)
    sector = job.sector if job else None
    if soc in wishes.occupations:
        return 0
    if sector in wishes.dislikes:
        return 3
    return 1 if sector in wishes.likes else 2


def title_of(turn: Turn, soc: str) -> Words | None:
    """Return a job's name, from the occupations or from a ladder's rung."""
    job = turn.release.occupations.get(soc)
    if job:
        return job.title
    rungs = (rung for ladder in turn.release.ladders.values() for rung in ladder.rungs)
    return next((rung.title for rung in rungs if rung.soc == soc), None)


def paid_jobs(turn: Turn, jobs: Iterable[str], state: str | None) -> list[Paid]:
    """Return the jobs that have a name and a median, of the state where it is published."""
    found = []
    for soc in jobs:
        title, wage = title_of(turn, soc), turn.release.wage(soc, state)
        if title and wage and wage.median_usd is not None:
            found.append((title, wage))
    return found


def say_wage(reply: Reply, job: Words, wage: Wage) -> None:
    """Say one job's median, of the state where it is published, else of the country."""
    code = "pay.after_nation" if wage.area == NATION else "pay.after_state"
    place = {} if wage.area == NATION else {"state": {"code": f"states.{wage.area}"}}
    reply.say(code, job=job, wage={"usd": wage.median_usd}, as_of={"date": wage.as_of}, **place)


def one_a_job(found: Sequence[tuple[Program, Words, Wage]]) -> list[tuple[Program, Words, Wage]]:
    """Keep the first program of each job, so that no wage is said twice."""
    first = {wage.soc: (program, job, wage) for program, job, wage in reversed(found)}
    return list(reversed(first.values()))


def say_programs(reply: Reply, found: Sequence[tuple[Program, Words, Wage]]) -> None:
    """Say what the job after each of several programs pays."""
    area, as_of = found[0][2].area, {"date": found[0][2].as_of}
    if len({wage.soc for _, _, wage in found}) == 1:
        say_wage(reply, found[0][1], found[0][2])
        return
    listed = [
        {
            "code": "pay.program_job_wage",
            "params": {"program": program.name, "job": job, "wage": {"usd": wage.median_usd}},
        }
        for program, job, wage in found[:PROGRAMS_NAMED]
    ]
    if area == NATION:
        reply.say("pay.jobs", jobs={"listed": listed}, as_of=as_of)
    else:
        state = {"code": f"states.{area}"}
        reply.say("pay.jobs_in_state", jobs={"listed": listed}, as_of=as_of, state=state)


def say_jobs(reply: Reply, paid: Sequence[Paid], code: str) -> None:
    """Say what several jobs pay, in one sentence."""
    listed = [
        {"code": "pay.job_wage", "params": {"job": job, "wage": {"usd": wage.median_usd}}}
        for job, wage in paid[:JOBS_NAMED]
    ]
    reply.say(code, jobs={"listed": listed}, as_of={"date": paid[0][1].as_of})


def best_without_degree(turn: Turn, sectors: Collection[str] = ()) -> list[Paid]:
    """Return the best paid jobs on our ladders that ask for a diploma or less, best first.

    `sectors`: only of these kinds of work; empty: of any.
    """
    rungs = {
        rung.soc: rung
        for ladder in turn.release.ladders.values()
        for rung in ladder.rungs
        if (not sectors or ladder.sector in sectors)
        and rung.typical_education in NO_DEGREE
        and rung.typical_years_before in (None, "none")
    }
    paid = paid_jobs(turn, rungs, None)
    return sorted(paid, key=lambda job: -(job[1].median_usd or 0))
