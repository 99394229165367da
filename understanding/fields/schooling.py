"""What the readers of schooling share: one finding, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from understanding.lexicon import Hit
from understanding.message import Message
from understanding.negation import negated

ORDER = (
    "no_high_school", "some_high_school", "in_high_school", "ged_in_progress", "high_school",
    "some_college", "certificate", "associate", "bachelor", "graduate",
)  # fmt: skip
NEAR = 7  # words between a grade or diploma and the verb that says what became of it


@dataclass(frozen=True)
class Schooling:
    """One thing a message says about schooling."""

    level: str
    grade: int | None
    first: int
    last: int


def said_before(message: Message, first: int, *concepts: str) -> Iterator[Hit]:
    """Yield schooling words before a place in its sentence, nearest first."""
    for hit in reversed(message.of("education", *concepts)):
        if hit.last <= first and _near(message, hit.last - 1, first):
            yield hit


def said_after(message: Message, last: int, *concepts: str) -> Iterator[Hit]:
    """Yield schooling words after a place in its sentence, nearest first."""
    for hit in message.of("education", *concepts):
        if hit.first >= last and _near(message, last - 1, hit.first):
            yield hit


def _near(message: Message, left: int, right: int) -> bool:
    same = message.sentence[left] == message.sentence[right]
    return same and right - left <= NEAR and not _split(message, left, right)


def _split(message: Message, left: int, right: int) -> bool:
    return any("but" in message.marks("cues", at) for at in range(left + 1, right))


def planned(message: Message, first: int) -> bool:
    """Tell whether the words just before speak of a wish or a plan ("want to get my")."""
    for hit in said_before(message, first, "plan_to"):
        between = range(hit.last, first)
        return not any(_begins_anew(message, at) for at in between)
    return False


def _begins_anew(message: Message, at: int) -> bool:
    """What a plan does not reach beyond: a stop, an "and", a reason."""
    reason = "because" in message.marks("education", at)
    return message.is_stop(at) or "and" in message.marks("cues", at) or reason


def needed(message: Message, first: int) -> bool:
    """Tell whether the sentence asks if the thing is needed ("do i need a GED")."""
    asked = message.of("cues", "question_need")
    return any(message.sentence[hit.first] == message.sentence[first] for hit in asked)


def denied_after(message: Message, last: int) -> bool:
    """ "The GED, don't have it", "el diploma no lo tengo": the denial stands behind the paper."""
    near = range(last, min(last + 3, len(message.words)))
    return any(
        hit.concept == "not_held" for at in near for hit in message.starting("education", at)
    )


def asked_for(message: Message, first: int) -> bool:
    """Tell what others ask for ("me pidieron el diploma"), which need not be held."""
    lead = range(max(0, first - 3), first + 1)
    return any(hit.concept == "they_ask" for at in lead for hit in message.ending("education", at))


def without_diploma(message: Message) -> bool:
    """The years were sat, and the last test or the paper is missing."""
    papers = message.of("education", "diploma")
    return bool(message.of("education", "unpassed", "short")) or any(
        negated(message, paper.first) for paper in papers
    )
