"""What programs pay while one trains, and what the jobs after them pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.brevity import SPARE
from actions.buttons import offer_sectors
from actions.following import stay_with, stay_with_several
from actions.guide import GuideAction
from actions.learned import read_back
from actions.pointing import best, meant, named
from actions.reply import Reply
from actions.terms import say_term
from actions.turn import Turn
from actions.wages import (
    best_without_degree,
    jobs_of,
    one_a_job,
    paid_jobs,
    say_jobs,
    say_programs,
    say_wage,
)
from matching.program import Program

JOBS_SAID = 2
HELP = "support"  # the kind of a program that is a help and no training


class ActionTellPay(GuideAction):
    """Answer "what does it pay?" and "what pays well?"."""

    topic = "pay"

    def answer(self, turn: Turn) -> Reply:
        reply = Reply(turn.who)
        read_back(turn, reply)
        jobs = jobs_asked(turn)
        if jobs and not named(turn):
            return pay_of_jobs(turn, reply, jobs)
        wished = () if turn.memory.in_view or named(turn) else turn.profile.interests.occupations
        if paid_jobs(turn, wished, turn.where.state):
            return pay_of_jobs(turn, reply, wished)
        programs = meant(turn)
        if len(programs) == 1 and not named(turn) and pays_nobody(programs[0]):
            programs = best(replace(turn, memory=replace(turn.memory, in_view=None)))
        if len(programs) == 1:
            return pay_of(turn, reply, programs[0])
        if programs:
            return pay_of_several(turn, reply, programs)
        return what_pays_well(turn, reply)


def pays_nobody(program: Program) -> bool:
    """Tell a help, such as a test or a fund, from what leads to a wage."""
    return program.kind == HELP and program.pay_while_training is None and not program.occupations


def jobs_asked(turn: Turn) -> list[str]:
    """List the jobs a question names: the answer is about them, whatever is in view."""
    interests = turn.heard.delta.get("interests") or {}
    return list(interests.get("occupations") or ())


def pay_of_jobs(turn: Turn, reply: Reply, jobs: Sequence[str]) -> Reply:
    """Tell what the jobs that were asked about pay; each sentence names its job."""
    paid = paid_jobs(turn, jobs, turn.where.state)[:JOBS_SAID]
    for job, wage in paid:
        say_wage(reply, job, wage)
    if not paid:
        reply.say("pay.no_wage")
    return stay_with_several(turn, reply, "pay")


def pay_of(turn: Turn, reply: Reply, program: Program) -> Reply:
    """Tell one program's pay while training, and the first job after it."""
    say_term(turn, reply, program, "pay_while_training")
    jobs = (*jobs_of(turn, program), *turn.profile.interests.occupations)
    paid = paid_jobs(turn, jobs, turn.where.state)
    reply.messages[-1][SPARE] = bool(paid)  # beside an open question both may be too much
    if paid:
        say_wage(reply, *paid[0])
    else:
        reply.say("pay.no_wage")
    return stay_with(turn, reply, program, "pay")


def pay_of_several(turn: Turn, reply: Reply, programs: Sequence[Program]) -> Reply:
    """Tell what the main job after each of several programs pays, all of one area."""
    areas = (turn.where.state, None) if turn.where.state else (None,)
    for state in areas:
        firsts = [(one, paid_jobs(turn, jobs_of(turn, one), state)[:1]) for one in programs]
        found = one_a_job([(program, *paid[0]) for program, paid in firsts if paid])
        if len({wage.area for _, _, wage in found}) == 1:
            say_programs(reply, found)
            return stay_with_several(turn, reply, "pay")
    liked = best_without_degree(turn, turn.profile.interests.likes)
    if liked and turn.profile.interests.likes:
        say_jobs(reply, liked, "pay.best_jobs")
        return stay_with_several(turn, reply, "pay")
    paying = [program for program in programs if program.pay_while_training is not None]
    if paying:
        say_term(turn, reply, paying[0], "pay_while_training")
    else:
        reply.say("pay.no_wage")
    return stay_with_several(turn, reply, "pay")


def what_pays_well(turn: Turn, reply: Reply) -> Reply:
    """Name well-paid jobs that need no degree, and ask what kind of work it is about."""
    paid = best_without_degree(turn)
    if paid:
        say_jobs(reply, paid, "pay.best_jobs")
    reply.say("pay.which")
    reply.awaiting = {"kind": "field", "name": "interests"}
    offer_sectors(turn, reply, "ask_pay")
    return reply
