"""What a source says of a program's cost or pay, with its date. Says so when no source does."""

from __future__ import annotations

import re
from typing import Any

from actions.reply import Reply
from actions.turn import Turn
from matching.program import Program, Term, Words

SAID = {
    "cost": ("cost.of_program", "cost.not_stated"),
    "pay_while_training": ("pay.training", "pay.training_unknown"),
    "length": ("length.of_program", "length.not_stated"),
}
MOST_WORDS = 28
DATED = re.compile(r"\([^)]*\b(?:19|20)\d\d\b[^)]*\)")
ENDS = (". ", "; ")


def say_term(turn: Turn, reply: Reply, program: Program, term: str) -> None:
    """Say what the source says, and how old it is."""
    stated: Term | None = getattr(program, term)
    code, missing = SAID[term]
    if stated is None:
        reply.say(missing, program=program.name)
        return
    text, as_of = short(stated.text), program.sources[stated.source].as_of
    if _tells_its_date(text):
        reply.say(f"{code}_dated", program=program.name, text=text)
    else:
        reply.say(code, program=program.name, text=text, when=dated(as_of))


def _tells_its_date(text: Words) -> bool:
    """Tell whether the words carry the year of their source, as in “(2011)”."""
    return any(DATED.search(spoken) for spoken in text.values())


def dated(as_of: str | None) -> dict[str, Any]:
    """Say how old a source is, or that it carries no date."""
    if as_of is None:
        return {"code": "shared.undated"}
    return {"code": "shared.dated", "params": {"on": {"date": as_of}}}


def short(words: Words) -> Words:
    """Keep the first part of a long text for a sentence; the card holds all of it."""
    return {language: _first_part(text).rstrip(";") for language, text in words.items()}


def _first_part(text: str) -> str:
    if len(text.split()) <= MOST_WORDS:
        return text
    cuts = [text.find(end) for end in ENDS if text.find(end) > 0]
    return text[: min(cuts)] if cuts else text
