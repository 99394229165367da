"""The running text of a release: what it tells in sentences, not what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.content import Content
from matching.program import Ladder, Program, Words, leaves_of


def prose_of(content: Content) -> Iterator[str]:
    """Return every sentence of the content, in every language."""
    for program in content.programs.values():
        for words in _told(program):
            yield from words.values()
    for ladder in content.ladders.values():
        for words in _told_of_jobs(ladder):
            yield from words.values()
    for occupation in content.occupations.values():
        for names in occupation.aliases.values():
            yield from names


def _told(program: Program) -> Iterator[Words]:
    yield program.summary
    for words in (program.sponsor, program.how_to_apply, program.succeeded_by, program.notes):
        yield words or {}
    for term in (program.cost, program.pay_while_training, program.length):
        yield term.text if term else {}
    for figure in program.figures:
        yield figure.text
    for requirement in program.requirements:
        for leaf in leaves_of(requirement):
            yield leaf.text


def _told_of_jobs(ladder: Ladder) -> Iterator[Words]:
    for rung in ladder.rungs:
        yield rung.title
        for text, _ in rung.needs_to_enter:
            yield text
    for move in ladder.moves:
        yield move.needs
