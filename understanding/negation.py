"""Whether a "not" reaches a word. Knows the cue words only."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from understanding.message import Message

WITHIN_CUES = frozenset({"not", "no", "never", "cannot", "nunca", "ni", "sin"})
REACH = 8  # words a "not" can stand before what it denies


def negated(message: Message, first: int, reach: int = REACH) -> bool:
    """Tell whether a "no", "not", "without" before this word denies it."""
    return denial_before(message, first, reach) is not None


def denial_before(message: Message, first: int, reach: int = REACH) -> int | None:
    """Find the word that denies the one at `first`, in the same stretch of text."""
    for at in range(first - 1, max(-1, first - 1 - reach), -1):
        marks = message.marks("cues", at)
        if message.is_stop(at) or "but" in marks or "reason" in message.marks("reach", at):
            return None
        if _denies(message, at, marks):
            reaches = _carries(message, at, first) and not _is_spent(message, at, first)
            return at if reaches else None
        if _turns(message, at) and (at < first - 1 or "self" in message.marks("cues", first)):
            return None
    return None


def _denies(message: Message, at: int, marks: AbstractSet[str]) -> bool:
    """A "no", also one that a longer cue ("not interested in") has taken up."""
    if "neutral_not" in marks:
        return False
    return "neg" in marks or ("dislike" in marks and message.word(at) in WITHIN_CUES)


def _carries(message: Message, at: int, first: int) -> bool:
    """A "no" that is an answer ("no i have a car", "nah never did") denies nothing."""
    is_answer = "no" in message.marks("answers", at)
    anew = any("subject" in message.marks("people", one) for one in range(at + 1, first))
    anew = anew or any("neg" in message.marks("cues", one) for one in range(at + 1, first + 1))
    return not is_answer or not anew


def _is_spent(message: Message, at: int, first: int) -> bool:
    """The "no" of "no degree" denies its noun, and nothing behind the next verb."""
    if "noun_no" not in message.marks("reach", at) or "whole" in message.marks("reach", at + 1):
        return False
    listed = "and" in message.marks("cues", first - 1)
    return any("ends" in message.marks("reach", one) for one in range(at + 2, first + 1 - listed))


def _turns(message: Message, at: int) -> bool:
    """A new statement after "and" ("no kids and have a car") ends the reach."""
    starts = "and" in message.marks("cues", at)
    return starts and bool(message.marks("cues", at + 1) & {"have", "self", "like", "dislike"})
