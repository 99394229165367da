"""What is said of work right behind its name: "makes me sick", "no", "is my life"."""

from __future__ import annotations

from understanding.fields.wishes import REACH, Wish, is_work
from understanding.lexicon import Hit
from understanding.message import Message

TICKS = frozenset({":", "=", "-"})
CLOSING = "remove_end"  # counts where it ends what is said ("take hair off")
CLOSE = 3  # words from the work to what is said of it
AFTER = {
    "dislike_after": Wish.DISLIKE,
    "like_after": Wish.LIKE,
    "remove_after": Wish.REMOVE,
    "only_after": Wish.ONLY,
}


def told_after(message: Message, hit: Hit) -> Wish | None:
    """Read the words behind work that is named; None when they say nothing of it."""
    if _for_years(message, hit.last) or _for_life(message, hit):
        return Wish.EXPERIENCE
    for read in (_asked_and_answered, _ticked, _further_on):
        said = read(message, hit)
        if said is not None:
            return said
    return _right_after(message, hit)


def _right_after(message: Message, hit: Hit) -> Wish | None:
    for at in range(hit.last, min(hit.last + CLOSE, len(message.words))):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            return None  # what follows is told of something else
        for cue in message.starting("cues", at):
            if cue.concept in AFTER:
                return AFTER[cue.concept]
            if cue.concept == CLOSING and message.is_end(cue.last):
                return Wish.REMOVE
    return None


def _asked_and_answered(message: Message, hit: Hit) -> Wish | None:
    """ "Blood? No way", "nursing? sure": asked by the writer, who answers at once."""
    if message.word(hit.last) != "?" or not message.opens_sentence(hit.first):
        return None
    answers = {answer.concept for answer in message.starting("answers", hit.last + 1)}
    if "leans" in answers or not answers & {"yes", "no"}:  # "plumber? i don't care"
        return None
    return Wish.LIKE if "yes" in answers else Wish.DISLIKE


def _ticked(message: Message, hit: Hit) -> Wish | None:
    """ "Construction yes, healthcare no", "hospital no, niños sí": one word on it, no more."""
    for answer in message.starting("answers", hit.last + (message.word(hit.last) in TICKS)):
        if answer.concept in ("yes", "no") and _closes(message, answer.last):
            return Wish.LIKE if answer.concept == "yes" else Wish.DISLIKE
    return None


def _closes(message: Message, at: int) -> bool:
    return message.is_end(at) or bool(message.marks("cues", at) & {"but", "and"})


def _further_on(message: Message, hit: Hit) -> Wish | None:
    """ "I be doing everybody's hair ... cause i love it": told of the work last named."""
    if _is_for_fun(message, hit):
        return Wish.NONE
    for cue in message.of("verdicts", "loved", "hated"):
        between = range(hit.last, cue.first)
        near = (
            hit.last <= cue.first <= hit.last + REACH
            and message.sentence[hit.first] == message.sentence[cue.first]
        )
        if near and not any(is_work(message, at) for at in between):
            return Wish.LIKE if cue.concept == "loved" else Wish.DISLIKE
    return None


def _is_for_fun(message: Message, hit: Hit) -> bool:
    """ "Me gusta cocinar pero no de trabajo": told of all that was enjoyed before it."""
    return any(
        hit.last <= said.first and message.sentence[hit.first] == message.sentence[said.first]
        for said in message.of("verdicts", "pastime")
    )


def _for_life(message: Message, hit: Hit) -> bool:
    """ "Truck driver all his life": a job held; what is only done may be a pastime."""
    lifelong = any(one.concept == "lifelong" for one in message.starting("time", hit.last))
    return lifelong and hit.topic in ("occupations", "titles")


def _for_years(message: Message, last: int) -> bool:
    """ "Line cook 6 yrs", "cook for ten years": work done."""
    for number in message.numbers:
        years = any(one.concept == "years" for one in message.starting("time", number.last))
        gap = number.first - last
        if years and (gap == 0 or (gap == 1 and not message.is_stop(last))):
            return True
    return False
