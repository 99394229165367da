"""How many people live together, when they are told one by one ("me, my wife and 2 kids")."""

from __future__ import annotations

from understanding.message import Draft, Message
from understanding.reading import Span

MOST = 20
TOPIC = "measures"
PAIRS = frozenset({"pair"})  # "my parents" are two


def read_household(draft: Draft) -> None:
    """Add the size of a household whose members are listed, the writer among them."""
    if any(span.field == "household_size" for span in draft.spans):
        return
    for lead in draft.message.of(TOPIC, "housemates"):
        span = _counted(draft.message, lead.last)
        if span is not None:
            draft.spans.append(span)
            return


def _counted(message: Message, first: int) -> Span | None:
    """Count the people up to the end of the list; nothing when one of them is of no number."""
    people, at, myself = 1, first, False
    while at < len(message.words):
        if "myself" in message.marks(TOPIC, at) and _is_item(message, at + 1):
            myself = True
            at += 1
            continue
        found = _some(message, at)
        if found is not None:
            people, at = people + found[0], found[1]
        elif message.word(at) == "," or "and" in message.marks("cues", at):
            at += 1
        else:
            break
    if not myself or people == 1 or people > MOST:
        return None
    return message.span(first, at, "household_size", people)


def _is_item(message: Message, after: int) -> bool:
    """ "My wife and i", not "my wife, i drive"."""
    return message.is_end(after) or "and" in message.marks("cues", after)


def _some(message: Message, at: int) -> tuple[int, int] | None:
    """Read "my wife", "my parents", "3 kids", "my two sons": how many, and where they end."""
    for hit in message.starting(TOPIC, at):
        if hit.concept in ("one", "pair"):
            return (2 if hit.concept in PAIRS else 1), hit.last
    at += "own" in message.marks(TOPIC, at)
    number = next((one for one in message.numbers if one.first == at and one.whole), None)
    if number is None:
        return None
    kids = [hit for hit in message.starting("helpers", number.last) if hit.concept == "kids"]
    return (int(number.value), kids[0].last) if kids else None
