"""Ends an answer about a program: back to the question left open, else more one can ask of it."""

from __future__ import annotations

from actions.asking import come_back
from actions.buttons import offer_after_list, offer_programs, offer_start, offer_topics
from actions.pointing import best
from actions.reply import Reply
from actions.turn import Turn
from matching.program import Program


def stay_with(turn: Turn, reply: Reply, program: Program, topic: str) -> Reply:
    """End an answer about one program."""
    reply.in_view, reply.topic = program.id, topic
    if not come_back(turn, reply):
        offer_topics(reply, program, but=[topic])
    return reply


def stay_with_several(turn: Turn, reply: Reply, topic: str) -> Reply:
    """End an answer about several programs."""
    reply.in_view, reply.topic = "", topic
    if not come_back(turn, reply):
        offer_after_list(reply, but=topic)
    return reply


def which_program(
    turn: Turn, reply: Reply, topic: str, asking: str = "requirements.which"
) -> Reply:
    """Ask which program is meant, with the likely ones as buttons."""
    programs = [program.id for program in best(turn)]
    reply.say(asking)
    reply.awaiting = {"kind": "program", "name": topic}
    reply.topic = topic
    offer_programs(turn, reply, f"ask_{topic}", programs)
    if not programs:
        offer_start(reply)
    return reply


def go_on(turn: Turn, reply: Reply, but: str = "") -> Reply:
    """End an answer that was about no program. `but`: what need not be offered again."""
    if not come_back(turn, reply):
        offer_start(reply, but)
    return reply
