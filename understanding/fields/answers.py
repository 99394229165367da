"""Short answers that only mean something beside the question that was asked."""

from __future__ import annotations

from understanding.message import Draft, Message
from understanding.reading import Span

SHORT = 6  # words up to which a message is taken as a bare answer


def read_answer(draft: Draft) -> None:
    """Let a yes or no to "do you have a license?" set that fact."""
    message = draft.message
    awaiting = message.context.awaiting
    if awaiting is None or not (awaiting.name or "").startswith("facts."):
        return
    field = str(awaiting.name)
    if any(span.field == field for span in draft.spans):
        return
    answer = yes_or_no(message)
    if answer is not None:
        draft.add([Span(*_all(message), field, answer)])


def yes_or_no(message: Message) -> bool | None:
    """Read how a message opens: yes, no, or neither."""
    opening = [hit for hit in message.of("answers") if hit.first == 0]
    for hit in opening:
        if hit.concept in ("yes", "no"):
            return hit.concept == "yes"
    return None


def is_unsure(message: Message) -> bool:
    """Tell whether a message says "I don't know" or "skip" and little else."""
    unsure = message.of("answers", "dont_know")
    return bool(unsure) and len(message.words) <= unsure[0].last - unsure[0].first + SHORT


def _all(message: Message) -> tuple[int, int, str]:
    start, end = message.folded.span(message.words[0].start, message.words[-1].end)
    return start, end, message.text[start:end]
