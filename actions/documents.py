"""What papers a program wants to see: those a source names, or that none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions.centers import cards
from actions.following import stay_with, stay_with_several
from actions.pointing import meant
from actions.reply import Reply
from actions.showing import tell_me
from actions.terms import short
from actions.turn import Turn
from matching.program import Leaf, Program, Words, leaves_of

SEVERAL = 2  # programs told of at once
NAMED = 4  # papers in one sentence


def tell_documents(turn: Turn) -> Reply:
    """Tell what to bring to the program spoken of, or to the first ones that say."""
    reply, programs = Reply(turn.who), meant(turn)
    if not programs:
        return tell_me(turn, reply)
    if len(programs) == 1:
        _say_papers(reply, programs[0])
        reply.show_resources(cards(turn, programs))
        return stay_with(turn, reply, programs[0], "documents")
    stated = [program for program in programs if papers_of(program)]
    for program in stated[:SEVERAL]:
        _say_papers(reply, program)
    if not stated:
        reply.say("documents.of_none")
    reply.show_resources(cards(turn, programs))
    return stay_with_several(turn, reply, "documents")


def papers_of(program: Program) -> Sequence[Words]:
    """List what a source says to bring, as short lines."""
    return [short(leaf.text) for leaf in _paper_leaves(program)][:NAMED]


def _paper_leaves(program: Program) -> Iterator[Leaf]:
    leaves = (leaf for entry in program.requirements for leaf in leaves_of(entry))
    return (leaf for leaf in leaves if leaf.about == "documents")


def _say_papers(reply: Reply, program: Program) -> None:
    papers = papers_of(program)
    if papers:
        reply.say("documents.of_program", program=program.name, papers={"listed": papers})
    else:
        reply.say("documents.not_stated", program=program.name)
