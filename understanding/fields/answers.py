"""Short answers that only mean something beside the question that was asked."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.reading import Span

LEANS = "leans"
LITTLE = frozenset({"little", "yes", "no"})
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
    if answer or (answer is False and not _takes_back(draft)):
        draft.add([Span(*_all(message), field, answer)])


def _takes_back(draft: Draft) -> bool:
    """ "Nah, scratch cooking", "no wait, I'm 16": the no is of something said before."""
    if any(span.start == 0 and span.value is not None for span in draft.spans):
        return True  # "no tiene carro" is all of one fact
    mends = any(hit.first <= 1 for hit in draft.message.of("changes", "correct"))
    unsays = any(
        span.op in ("remove", "forget") or span.field == "interests.dislikes"
        for span in draft.spans
    )
    return unsays or (mends and bool(draft.spans))


def yes_or_no(message: Message) -> bool | None:
    """Read how a message opens: yes, no, or neither."""
    if message.of("answers", "another"):
        return None
    opening = [hit for hit in message.of("answers", "yes", "no") if hit.first == 0]
    for hit in opening:
        return None if _goes_on(message, hit) else hit.concept == "yes"
    return None


def _goes_on(message: Message, answer: Hit) -> bool:
    """ "I can drive an hour" opens like an answer and says something else."""
    leans = any(h.last == answer.last for h in message.starting("answers", 0) if h.concept == LEANS)
    after = range(answer.last, len(message.words))
    return leans and any(not message.marks("answers", at) & LITTLE for at in after)


def is_unsure(message: Message) -> bool:
    """Tell whether a message says "I don't know" or "skip" and little else."""
    unsure = message.of("answers", "dont_know")
    return bool(unsure) and len(message.words) <= unsure[0].last - unsure[0].first + SHORT


def _all(message: Message) -> tuple[int, int, str]:
    start, end = message.folded.span(message.words[0].start, message.words[-1].end)
    return start, end, message.text[start:end]
