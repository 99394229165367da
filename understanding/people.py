"""Whom each part of a message speaks of: the writer, someone they help, or someone else."""

from __future__ import annotations

from collections.abc import Iterator

from understanding.deeds import deeds_told
from understanding.lexicon import Hit
from understanding.message import Message

OWN_AGAIN = frozenset({"as_self", "as_us"})
OTHERS = frozenset({"served", "child", "other", "third"})
TAKEN_UP = frozenset({"dative", "seeks"})
RELATIVE = frozenset({"who", "whos", "que"})
LEANED_ON = frozenset({"me", "us"})
AGED = frozenset({"after", "years"})  # what makes a number an age
YOUTH = 13  # years from which a child may be the one asked for
DATIVE = 6  # words between "a mi hijo" and its "le"
SELF, CLIENT, OTHER = "self", "client", "other"


def speaks_of(message: Message) -> str:
    """Tell whether a message is about the writer or about someone they ask for."""
    if message.of("people", "served") and not _writer_first(message):
        return CLIENT
    if _tells_of_third(message):
        return CLIENT
    asked_for = [*_children(message), *message.of("people", "other")]
    subjects = [hit for hit in asked_for if _is_subject(message, hit)]
    if not _writer_wishes(message) and any(_sought_for(message, hit) for hit in subjects):
        return CLIENT
    if any(hit.concept == "child" for hit in subjects) and message.of("people", "asked_for"):
        return CLIENT
    only_child = [hit for hit in subjects if hit.concept == "child"]
    told_of = len(only_child) == len(subjects) > 0 and not message.of("people", "small")
    return CLIENT if told_of and not _writer_speaks(message) else SELF


def _children(message: Message) -> list[Hit]:
    """One's own child or ward, also one who is named by an age alone ("my 19yo")."""
    aged = [
        Hit("people", "child", None, number.first - 1, after.last)
        for number in message.numbers
        for after in message.starting("age", number.last)
        if after.concept in AGED and number.value >= YOUTH
        if "own" in message.marks("deeds", number.first - 1)
    ]
    return [*message.of("people", "child"), *aged]


def others_words(message: Message) -> set[int]:
    """Say which words tell of someone whose facts are not wanted."""
    found: set[int] = set()
    if speaks_of(message) == CLIENT:
        named = [*message.of("people", "child"), *message.of("people", "other")]
        return {at for hit in named for at in range(hit.first, hit.last)} | _of_helper(message)
    for hit in [*message.of("people", "other"), *_children(message)]:
        if _is_subject(message, hit) and not _only_says(message, hit):
            found.update(range(hit.first, _end_of_tale(message, hit)))
        if _is_beside(message, hit):  # "cuido a mi hermano autista"
            found.update(_told_right_behind(message, hit))
    if message.of("people", "other"):
        for hit in message.of("people", "third"):
            found.update(range(hit.first, _end_of_tale(message, hit)))
    return found


def _of_helper(message: Message) -> set[int]:
    """ "I'm a case manager", "yo tengo 70": told of the one who writes for another."""
    begun = [hit.first for hit in message.of("helpers", "helper")]
    begun += [number.first for number in message.numbers if _own_age(message, number.first)]
    found = {at for first in begun for at in range(first, _end_of_own(message, first))}
    for hit in message.of("people", "served"):  # "the lady i am working with"
        if any("self" in message.marks("cues", at) for at in range(hit.first, hit.last)):
            found.update(range(hit.first, hit.last))
    return found


def _own_age(message: Message, at: int) -> bool:
    """ "I'm 52": the writer's age, when another's is wanted."""
    return message.word(at - 1) == "am" and "as_self" in message.marks("people", at - 2)


def _end_of_own(message: Message, first: int) -> int:
    """What the writer says of himself ends at a comma, or where the other is named."""
    for at in range(first + 1, len(message.words)):
        named = message.marks("people", at) & OTHERS or "named" in message.marks("helpers", at)
        if message.is_stop(at) or named:
            return at
    return len(message.words)


def _tells_of_third(message: Message) -> bool:
    """ "She is 29 and needs a job": a third person and no first."""
    opens = [hit for hit in message.of("people", "third") if message.opens_sentence(hit.first)]
    return bool(opens) and not _writer_speaks(message)


def _is_subject(message: Message, hit: Hit) -> bool:
    """ "My brother works", not "live with my brother" nor "my brother and i"."""
    linked = "link" in message.marks("people", hit.first - 1) and not _is_felt_by(message, hit)
    linked = linked and message.word(hit.last) not in RELATIVE  # "have a friend who is a nurse"
    linked = linked or _is_done_to(message, hit) or _is_helped(message, hit)
    joined = "and" in message.marks("cues", hit.first - 1)
    beside = joined and "as_self" in message.marks("people", hit.first - 2)
    together = beside or (
        "and" in message.marks("cues", hit.last)
        and "as_self" in message.marks("people", hit.last + 1)
    )
    return not together and (joined or not linked)


def _is_helped(message: Message, hit: Hit) -> bool:
    """ "Le ayudo a mi compadre": the verb holds the "a" before the one who is helped."""
    before = message.ending("people", hit.first)
    return any(one.concept == "seeks" and one.last - one.first > 1 for one in before)


def _is_done_to(message: Message, hit: Hit) -> bool:
    """ "Setting up my grandma's tablet": the one whom something is done to or for."""
    return any(deed.first < hit.first < deed.last for deed in deeds_told(message))


def _is_beside(message: Message, hit: Hit) -> bool:
    """ "With my brother": named, and neither doing anything nor one with the writer."""
    joined = "and" in message.marks("cues", hit.first - 1)
    return not joined and "link" in message.marks("people", hit.first - 1)


def _told_right_behind(message: Message, hit: Hit) -> Iterator[int]:
    """ "Mi hijo autista", "mi niña con síndrome de Down"."""
    joints = [one.last for one in message.starting("people", hit.last) if one.concept == "with"]
    for after in [hit.last, *joints]:
        for fact in message.starting("facts", after):
            yield from range(hit.last, fact.last)


def _is_felt_by(message: Message, hit: Hit) -> bool:
    """ "A mi hijo no le gusta": who feels it stands behind an "a" and is taken up by a "le"."""
    opens = message.opens_sentence(hit.first - 1)
    near = range(hit.last, min(hit.last + DATIVE, len(message.words)))
    return opens and any(message.marks("people", at) & TAKEN_UP for at in near)


def _sought_for(message: Message, hit: Hit) -> bool:
    """Someone who wants work, or needs help, is the one to be helped."""
    wishes = [one for one in message.of("people", "seeks") if one.first >= hit.first]
    return any(
        not _own(message, hit.last, one.first) and not _is_bare(message, one) for one in wishes
    )


def _is_bare(message: Message, wish: Hit) -> bool:
    """ "My mom watches her. Wanna work with cars": the verb says whose wish it is."""
    opens = message.opens_sentence(wish.first)
    return opens and "bare" in message.marks("people", wish.first)


def _writer_wishes(message: Message) -> bool:
    """ "My husband doesn't want me to, but i want ...": the writer is the one to be helped."""
    return any(_is_writers(message, hit) for hit in message.of("cues", "want", "like", "dislike"))


def _is_writers(message: Message, cue: Hit) -> bool:
    """ "I want", "im more into"; in Spanish the verb holds its "I"."""
    near = range(max(0, cue.first - 3), cue.first)
    before = [at for at in near if not message.is_stop(at)]
    if _goes_on_of_writer(message, cue.first):
        return True
    if any("as_self" in message.marks("people", at) for at in before):
        return not any(message.marks("people", at) & {"third", "other", "child"} for at in before)
    return message.language != "en" and "as_self" in message.marks("people", cue.first)


def _goes_on_of_writer(message: Message, last: int) -> bool:
    """ "I'm 28 in Boise and want in": a sentence of the writer's own, and nobody else in it."""
    here = [at for at in range(last) if message.sentence[at] == message.sentence[last]]
    marks = [message.marks("people", at) for at in here]
    opens = bool(marks) and "as_self" in marks[0] and "subject" in marks[0]
    return opens and not any(one & OTHERS for one in marks)


def _own(message: Message, first: int, last: int) -> bool:
    """Tell whether the writer stands between ("my mom is a nurse and i want")."""
    return any("as_self" in message.marks("people", at) for at in range(first, last + 1))


def _writer_speaks(message: Message) -> bool:
    """Of himself, and not merely of a worry for the other ("I'm at my wits end")."""
    worries = {at for hit in message.of("helpers", "worry") for at in range(hit.first, hit.last)}
    spoken = (hit.first for hit in message.of("people", "as_self"))
    return any(at not in worries and not _is_leaned_on(message, at) for at in spoken)


def _is_leaned_on(message: Message, at: int) -> bool:
    """ "He lives with me": the writer is only where somebody else is."""
    return message.word(at) in LEANED_ON and message.word(at - 1) in ("with", "con")


def _writer_first(message: Message) -> bool:
    """ "I am a client of yours" is still the writer."""
    served = message.of("people", "served")[0]
    near = range(max(0, served.first - 2), served.first)
    return any("as_job" in message.marks("cues", at) for at in near)


def _asks(message: Message, at: int) -> bool:
    """A question that begins here is the writer's own."""
    return bool(message.marks("cues", at) & {"wh", "aux"})


def _counts(message: Message, at: int) -> bool:
    """ "Hubby is on disability, 3 kids, ...": an item with a number is told of the writer again."""
    counted = [number for number in message.numbers if number.first == at]
    return any(message.word(number.last) != "%" for number in counted)


def _only_says(message: Message, hit: Hit) -> bool:
    """ "My mom says there is a program in McAllen" tells nothing of her."""
    after = [*message.starting("people", hit.last), *message.starting("people", hit.last + 1)]
    return any(one.concept == "says" for one in after)


def _end_of_tale(message: Message, hit: Hit) -> int:
    """A tale of another ends where the writer speaks again, or the sentence does."""
    for at in range(hit.last, len(message.words)):
        again = bool(message.marks("people", at) & OWN_AGAIN) and at > hit.last
        again = again or (message.is_stop(at - 1) and (_asks(message, at) or _counts(message, at)))
        if again or message.sentence[at] != message.sentence[hit.first]:
            return at
    return len(message.words)
