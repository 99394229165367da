"""What a program is, why it is on the list, by when to apply, which of them are free."""

from __future__ import annotations

from collections.abc import Sequence

from actions.centers import cards as resource_cards
from actions.following import stay_with, stay_with_several
from actions.heard import Json
from actions.pointing import meant, named
from actions.reply import Reply
from actions.showing import CARDS, is_for_a_workplace, show_best, tell_me
from actions.terms import say_term, short
from actions.turn import Turn
from actions.whose import say_first_look
from matching.match import OPEN, Match
from matching.program import Program
from matching.ranking import finds

REASONS_SAID = 3
SEVERAL = 2


def tell_about(turn: Turn, program: Program) -> Reply:
    """Say what a program is, and show its card."""
    reply = Reply(turn.who)
    reply.say("about.is", program=program.name, text=short(program.summary))
    reply.show_matches(_cards(turn, [program]))
    return stay_with(turn, reply, program, "about")


def tell_why(turn: Turn) -> Reply:
    """Say what speaks for a program shown: the one meant, else the first of the list."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    program = programs[0]
    [card] = _cards(turn, [program])
    reasons = [one["text"] for one in card["reasons"] if one.get("points", 1) > 0][:REASONS_SAID]
    if reasons:
        reply.say("about.why", program=program.name, reasons={"listed": reasons})
    else:
        reply.say("about.why_open", program=program.name)
    say_first_look(reply, program)
    reply.show_matches([card])
    return stay_with(turn, reply, program, "eligibility")


def tell_pick(turn: Turn) -> Reply:
    """Say which of the programs spoken of to look at first, and what speaks for it."""
    reply, programs = Reply(turn.who), named(turn) or _in_the_list(turn)
    if not programs:
        return tell_me(turn, reply)
    matches = sorted(_judged(turn, programs), key=lambda one: (one.verdict not in OPEN, -one.score))
    [card] = turn.advice.cards(matches[:1], turn.profile)
    program = turn.release.programs[matches[0].program_id]
    reasons = [one["text"] for one in card["reasons"] if one.get("points", 1) > 0][:REASONS_SAID]
    if reasons:
        reply.say("about.pick", program=program.name, reasons={"listed": reasons})
    else:
        reply.say("about.pick_open", program=program.name)
    reply.show_matches([card])
    return stay_with(turn, reply, program, "eligibility")


def _in_the_list(turn: Turn) -> list[Program]:
    shown = [program for program in map(turn.program, turn.memory.shown) if program]
    return shown or meant(turn)


def tell_deadline(turn: Turn) -> Reply:
    """No source of ours states dates that hold; say so, and who knows them."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    if len(programs) > 1:
        reply.say("about.dates_of_several")
        reply.show_resources(resource_cards(turn, programs))
        return stay_with_several(turn, reply, "apply")
    reply.say("about.dates", program=programs[0].name)
    reply.show_resources(resource_cards(turn, programs))
    return stay_with(turn, reply, programs[0], "apply")


def tell_free(turn: Turn) -> Reply:
    """Show those open to the person that a source says are free; else what is known of cost."""
    reply = Reply(turn.who)
    if turn.knows_nothing:
        return tell_me(turn, reply)
    one = next(iter(named(turn)), None) or turn.program(turn.memory.in_view)
    if one is not None:
        say_term(turn, reply, one, "cost")
        return stay_with(turn, reply, one, "cost")
    free = [program for program in _open_to(turn) if program.cost and program.cost.usd == 0]
    if not free:
        reply.say("about.none_free")
        return stay_with_several(turn, reply, "cost")
    reply.say("about.free", count=len(free[:CARDS])).show_matches(_cards(turn, free[:CARDS]))
    reply.shown = [program.id for program in free[:CARDS]]
    return stay_with_several(turn, reply, "cost")


def show_again(turn: Turn, reply: Reply) -> Reply:
    """Show the list once more to somebody who comes back to it."""
    shown = [program for program in map(turn.program, turn.memory.shown) if program]
    if not shown or turn.changed:
        return show_best(turn, reply)
    reply.say("matching.again").show_matches(_cards(turn, shown))
    return stay_with_several(turn, reply, "list")


def _open_to(turn: Turn) -> Sequence[Program]:
    found = (match for match in finds(turn.matches) if not is_for_a_workplace(match))
    return [turn.release.programs[match.program_id] for match in found]


def _judged(turn: Turn, programs: Sequence[Program]) -> list[Match]:
    return turn.advice.judged(turn.profile, [program.id for program in programs])


def _cards(turn: Turn, programs: Sequence[Program]) -> list[Json]:
    return turn.advice.cards(_judged(turn, programs), turn.profile)
