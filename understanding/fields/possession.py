"""Whether a person has a thing they name. Knows cue words, not things."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Message
from understanding.negation import denial_before

BARE = 2  # words of a message too short to be a list
FOR = frozenset({"for", "with", "about", "around", "para", "con"})
BESIDE = frozenset({"with", "around", "for", "about", "the", "con", "para"})
REACH = 5
FORM_MARKS = frozenset({":", "-", "=", "?"})


def holds(message: Message, hit: Hit) -> bool | None:
    """Tell true, false, or None when the words do not settle it ("get my license")."""
    answered = _answered(message, hit)
    if answered is not None:
        return answered
    denial = denial_before(message, hit.first)
    if denial is not None:
        return _denied(message, denial, hit)
    if message.of("changes", "what_if"):  # "if I got my license": then it is there
        return True
    cues = _cues_before(message, hit)
    if "lost" in cues:
        return False
    if "get" in cues or "want" in cues:
        return None
    if cues & {"have", "possess"} or _counted(message, hit):
        return True
    return True if _listed(message, hit) else None


def _answered(message: Message, hit: Hit) -> bool | None:
    """ "Car: no", "license yes car no": a form filled in."""
    at = hit.last + (message.word(hit.last) in FORM_MARKS)
    for answer in message.starting("answers", at):
        after = answer.last
        ends = message.is_end(after)
        short = after - answer.first == 1 and (ends or bool(message.marks("facts", after)))
        if short or (ends and _is_of_having(message, answer)):
            return {"yes": True, "no": False}.get(answer.concept)
    return None


def _denied(message: Message, denial: int, hit: Hit) -> bool | None:
    if _counted(message, hit) and _counted_anew(message, hit):
        return True
    # "i don't know what the license costs" denies nothing
    asks = any("wh" in message.marks("cues", at) for at in range(denial + 1, hit.first))
    # "no soporto a los niños" is of a liking, not of having
    disliked = "dislike" in message.marks("cues", denial)
    aside = _only_contrasts(message, denial, hit) or _denies_else(message, denial, hit)
    return None if asks or disliked or aside else False


def _denies_else(message: Message, denial: int, hit: Hit) -> bool:
    """ "No patience for kids": what is denied stands between."""
    between = [message.word(at) for at in range(denial + 2, hit.first)]
    return message.word(denial) in ("no", "zero", "sin") and any(one in FOR for one in between)


def _only_contrasts(message: Message, denial: int, hit: Hit) -> bool:
    """ "I like kids but not babies", "nurse but not with kids": a "not" with no "have"."""
    between = {message.word(at) for at in range(denial + 1, hit.first)}
    return message.word(denial) == "not" and between <= BESIDE


def _is_of_having(message: Message, answer: Hit) -> bool:
    """ "Licencia no tengo", "carro sí tengo": the answer says itself that it is had or not."""
    return any("have" in message.marks("cues", at) for at in range(answer.first, answer.last))


def _counted_anew(message: Message, hit: Hit) -> bool:
    """ "No son 2 hijos, son 3": another count, not none."""
    return any(0 < number.first - hit.last <= REACH and number.value for number in message.numbers)


def _cues_before(message: Message, hit: Hit) -> set[str]:
    found: set[str] = set()
    for at in range(hit.first - 1, max(-1, hit.first - 1 - REACH), -1):
        marks = message.marks("cues", at)
        if message.is_stop(at) or marks & {"but"}:
            break
        found |= marks
        if "has" in message.marks("facts", at):
            found.add("have")
        if found & {"have", "lost", "get", "want"}:
            break
    return found


def _counted(message: Message, hit: Hit) -> bool:
    """ "Two kids"."""
    return any(hit.first - number.last in (0, 1) for number in message.numbers)


def _listed(message: Message, hit: Hit) -> bool:
    """An item of a list of facts ("19, license, Milwaukee"), or the answer to the question."""
    awaiting = message.context.awaiting
    if awaiting is not None and awaiting.name == f"facts.{hit.concept}":
        return True
    left = hit.first == 0 or message.is_stop(hit.first - 1)
    right = hit.last == len(message.words) or message.is_stop(hit.last)
    joined = "and" in message.marks("cues", hit.first - 1), "and" in message.marks("cues", hit.last)
    item = (left and (right or joined[1])) or (right and joined[0] and _in_list(message, hit))
    return item and len(message.words) > BARE


def _in_list(message: Message, hit: Hit) -> bool:
    """The last of a list: a thing stands before the "and" ("license and car")."""
    return any(one.value == hit.value for one in message.ending("facts", hit.first - 1))
