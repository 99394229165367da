"""Work one is seen doing ("stocking shelves at Walmart"). Knows no employer's name."""

from __future__ import annotations

from collections.abc import Iterator

from understanding.lexicon import Hit
from understanding.message import Message

TOPIC = "duties"
DEEDS = ("doing", "do", "maybe")
SHOWN = {"doing": "being", "do": "person"}  # what stands right before a deed of each kind
ROLES = ("occupations", "titles")
LEAD = 6  # words a wish or a "was" can stand before the work
PLACE = 4  # small words between "at" and a place
BESIDE = 2  # words between the work and its "at" or "nights"
UNSETTLING = frozenset(
    {"want", "like", "dislike", "get", "past", "wh", "neutral_not", "lost", "neg"}
)


def duties(message: Message) -> list[Hit]:
    """List what tells that somebody is at work, each as a yes to being employed."""
    deeds = [*message.of(TOPIC, *DEEDS), *_roles(message), *_pay(message), *_years(message)]
    plain = [deed for deed in deeds if not _unsettled(message, deed)]
    told = [stretch for deed in plain for stretch in _told(message, deed)]
    return [Hit(TOPIC, "employed", True, first, last) for first, last in told]


def done_before(message: Message, last: int) -> int | None:
    """Find where the work begins that ends here ("bartending" of "bartending at Chili's")."""
    deeds = [*message.of(TOPIC, *DEEDS), *_roles(message), *_years(message)]
    ending = [hit for hit in deeds if hit.last == last and not _unsettled(message, hit)]
    return ending[0].first if ending else None


def _roles(message: Message) -> Iterator[Hit]:
    for topic in ROLES:
        yield from message.of(topic)


def _pay(message: Message) -> Iterator[Hit]:
    """ "I make 14.50 an hour": work, once its place is told."""
    for first, last in _counted(message, ("measures", "income"), ("measures", "hourly")):
        yield Hit(TOPIC, "maybe", None, first, last)


def _years(message: Message) -> Iterator[Hit]:
    """ "Llevo 11 años", "been 11 years", "12 hrs a week": work, once its place is told."""
    for first, last in _counted(message, (TOPIC, "so_far"), ("time", "years")):
        yield Hit(TOPIC, "maybe", None, first, last)
    for hours in _lasting(message):
        yield Hit(TOPIC, "maybe", None, hours.first, hours.last)


def _counted(
    message: Message, lead: tuple[str, str], unit: tuple[str, str]
) -> Iterator[tuple[int, int]]:
    """Find a number right behind one concept and right before another, each (topic, concept)."""
    for number in message.numbers:
        for before in message.ending(lead[0], number.first):
            for after in message.starting(unit[0], number.last):
                if before.concept == lead[1] and after.concept == unit[1]:
                    yield before.first, after.last


def _told(message: Message, deed: Hit) -> Iterator[tuple[int, int]]:
    """Where it is done, when, or who does it: any of them makes it present work."""
    place = _place_after(message, deed)
    if place is not None and (deed.concept in DEEDS or _opens(message, deed)):
        yield deed.first, place
    if deed.concept not in DEEDS:
        yield from _in_trade(message, deed)
        return
    when = _when(message, deed)
    if when is not None and (deed.concept == "doing" or _opens(message, deed)):
        yield min(deed.first, when.first), max(deed.last, when.last)
    for hit in message.ending(TOPIC, deed.first):
        if hit.concept == SHOWN.get(deed.concept):
            yield hit.first, deed.last
    if deed.concept == "do" and _goes_on_of_self(message, deed.first):
        yield deed.first, deed.last


def _goes_on_of_self(message: Message, first: int) -> bool:
    """ "I am 41, live in Immokalee, pick tomatoes": a verb that carries on from "i"."""
    if message.word(first - 1) != ",":
        return False
    start = first
    while start > 0 and message.sentence[start - 1] == message.sentence[first]:
        start -= 1
    told = message.marks("people", start) & {"subject", "as_self"}
    return bool(told) and not any(
        message.marks("cues", at) & UNSETTLING for at in range(start, first)
    )


def _in_trade(message: Message, role: Hit) -> Iterator[tuple[int, int]]:
    """ "Been a handyman 4 years"."""
    for hit in message.ending(TOPIC, role.first):
        if hit.concept == "in_trade":
            yield hit.first, role.last


def _opens(message: Message, deed: Hit) -> bool:
    """A title counts where a statement begins, or after "i am", "a", "as a"."""
    before = deed.first - 1
    if before < 0 or message.is_stop(before) or message.marks("cues", before) & {"self", "and"}:
        return True
    said = {"being", "person", "small", "when"}
    return bool(message.marks(TOPIC, before) & said) or "as_job" in message.marks("cues", before)


def _place_after(message: Message, deed: Hit) -> int | None:
    """Find the end of "at a gas station", "en el Marriott" behind the work."""
    for at in range(deed.last, min(deed.last + BESIDE, len(message.words)) + 1):
        for joint in message.starting(TOPIC, at):
            if joint.concept == "joint":
                end = _place(message, joint.last)
                if end is not None:
                    return end
        if at == len(message.words) or message.is_stop(at):
            break
    return None


def _place(message: Message, first: int) -> int | None:
    for at in range(first, min(first + PLACE, len(message.words))):
        for hit in message.starting(TOPIC, at):
            if hit.concept == "venue":
                return hit.last
        for hit in message.starting("work", at):
            if hit.concept == "employer":
                return hit.last
        if "small" not in message.marks(TOPIC, at):
            return None
    return None


def _when(message: Message, deed: Hit) -> Hit | None:
    for hit in [*message.of(TOPIC, "when"), *_lasting(message)]:
        gap = hit.first - deed.last if hit.first >= deed.last else deed.first - hit.last
        same = message.sentence[hit.first] == message.sentence[deed.first]
        if 0 <= gap <= BESIDE and same:
            return hit
    return None


def _lasting(message: Message) -> Iterator[Hit]:
    """ "30 hours a week", "6 years now"."""
    for number in message.numbers:
        for unit in message.starting(TOPIC, number.last):
            if unit.concept == "span":
                yield Hit(TOPIC, "when", None, number.first, unit.last)


def _unsettled(message: Message, deed: Hit) -> bool:
    """Wished, asked about, over, or denied: a cue for that stands in the same stretch before it."""
    if message.sentence[deed.first] in message.questions:
        return True
    for at in range(deed.first - 1, max(-1, deed.first - 1 - LEAD), -1):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            return False
        outside = [hit for hit in message.of("cues") if hit.first <= at < hit.last <= deed.first]
        if any(hit.concept in UNSETTLING for hit in outside):
            return True
        if "not_now" in message.marks(TOPIC, at):
            return True
        if message.marks("people", at) & {"subject"} and at < deed.first - 1:
            return False
    return False
