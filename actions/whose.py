"""Whose rule it is and who decides: said aloud where it is not the program itself."""

from __future__ import annotations

from actions.reply import Reply
from actions.terms import short
from knowledge.cards.notes import STATES_OWN, decider_of, layer_of, where_it_holds
from matching.match import Match
from matching.program import Leaf, Program
from matching.rules import never_a_status


def say_first_look(reply: Reply, program: Program) -> None:
    """Say that an office decides, not the guide, where a program is of that kind."""
    by = decider_of(program)
    if by is not None:
        reply.say(f"eligibility.first_look.{by}")


def say_own_rule(reply: Reply, match: Match) -> None:
    """Say where the rule of the person's state or town stands for the general one."""
    judged = (one.requirement for entry in match.requirements for one in entry.leaves())
    for leaf in judged:
        if isinstance(leaf, Leaf) and _is_theirs(leaf, match.state):
            _say_it(reply, leaf, match.state)
            return


def _is_theirs(leaf: Leaf, state: str | None) -> bool:
    """Tell a rule of a state or place, once the person is known to live there.

    What is only shown, such as the right to work, is never brought up.
    """
    if state is None or never_a_status(leaf):
        return False
    return layer_of(leaf, state) in ("state", "local") and bool(where_it_holds(leaf, state))


def _say_it(reply: Reply, leaf: Leaf, state: str | None) -> None:
    place = where_it_holds(leaf, state)
    if state in leaf.rule.get(STATES_OWN, ()):
        reply.say("eligibility.own_age", place=place, age=leaf.rule[STATES_OWN][state])
    else:
        reply.say("eligibility.own_rule", place=place, requirement=short(leaf.text))
