"""What is asked beside the search: papers, what is kept of a talk, pay a boss holds back."""

from __future__ import annotations

from actions.asked import asks
from actions.centers import nearest_center
from actions.following import go_on
from actions.learned import read_back
from actions.phrases import plain
from actions.reply import Reply
from actions.turn import Turn
from knowledge.rescue import rescue_lines


def tell_of_papers(turn: Turn) -> Reply:
    """Say that papers are never asked for here, and who can talk about them."""
    reply = Reply(turn.who)
    read_back(turn, reply)
    reply.say("scope.papers").show_resources(nearest_center(turn))
    return go_on(turn, reply)


def tell_of_unpaid_wages(turn: Turn) -> Reply:
    """Name the labor department's line; pay that is owed is no danger and no program's matter."""
    reply = Reply(turn.who)
    read_back(turn, reply)
    reply.say("safety.unpaid").show_resources(rescue_lines("unpaid", turn.language))
    return go_on(turn, reply)


def tell_of_needs(turn: Turn) -> Reply:
    """Food and a bed come before any program: who has them today."""
    reply = Reply(turn.who).say("safety.needs").show_resources(rescue_lines("needs", turn.language))
    return go_on(turn, reply)


def tell_of_privacy(turn: Turn) -> Reply:
    """Say what is kept of a talk or who gets it, and how to be rid of it."""
    passed_on = asks("passed_on", plain(turn.heard.text))
    return go_on(turn, Reply(turn.who).say(f"privacy.{'who' if passed_on else 'how'}"))


def tell_of_anger(turn: Turn) -> Reply:
    """Take it as it is, without a quarrel, and offer a person."""
    reply = Reply(turn.who).say("scope.fed_up").show_resources(nearest_center(turn))
    return go_on(turn, reply)
