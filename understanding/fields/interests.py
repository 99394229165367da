"""What kinds of work a person wants or does not want: sectors and named jobs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from understanding.aspiring import aspired
from understanding.fields.polarity import wish_for
from understanding.fields.wishes import Wish
from understanding.former import of_many_years
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated
from understanding.people import others_words
from understanding.reading import Span

ASIDE = "aside"  # topic of what has a word of work in it and is none
OPPOSITES = ("interests.likes", "interests.dislikes")
DOING = frozenset({"to", "i", "we", "can", "and", "will", "could", "always"})
TITLES = frozenset({"tech"})  # a sector's name that also ends the name of a job
PARTICLES = frozenset({"in", "into", "the", "to", "about", "with", "for", "of", "en", "de", "la"})
PRECEDENCE = {"occupations": 0, "titles": 1, "tasks": 2, "interests": 3}  # of equals the first
JOINTS = frozenset({"or", "and", "nor", "o", "u", "y", "ni"})  # words before the last of a list
HELPING = frozenset(
    {"help", "helping", "helps", "assist", "assisting", "hand", "handing"}
    | {"ayudar", "ayudo", "ayudan", "ayuda", "asistir", "ayudando"}
)
ARTICLES = frozenset(
    {"the", "la", "el", "las", "los", "al"}
)  # "help the doctor" is no wish to be one
OFFICES = frozenset({"office", "offices", "'s"})  # "a doctor's office" is no wish to be a doctor
JOBS = frozenset({"occupations", "titles"})
CODED = JOBS | {"tasks"}
OBJECT_REACH = 2  # words between "tinker with" and what is tinkered with


def read_interests(draft: Draft) -> None:
    """Add likes, dislikes and occupations from words no other field has used."""
    message = draft.message
    known = _work_words(draft)
    hits = [hit for hit in known if draft.free(hit)]
    wishes = _listed(message, [(hit, wish_for(message, hit, draft)) for hit in hits])
    wishes = [*_settled(draft, wishes), *_same_as(draft, known)]
    draft.others_work = _of_others(message, known)
    for hit, wish in wishes:
        for field, value, op in _meant(message, hit, wish):
            draft.spans.append(message.span(hit.first, hit.last, field, value, op=op))
    draft.spans = _last_words(draft.spans)
    draft.taken.update(
        at for hit, wish in wishes if wish is not Wish.NONE for at in range(hit.first, hit.last)
    )
    if not any(span.field.startswith("interests") for span in draft.spans):
        _add_trained_for(draft)


def _same_as(draft: Draft, hits: list[Hit]) -> list[tuple[Hit, Wish]]:
    """ "My cousin is an X-ray tech, i want that": the work last told of another is wanted."""
    others = others_words(draft.message)
    for cue in draft.message.of("cues", "same_as"):
        told = [hit for hit in hits if hit.last <= cue.first and hit.first in others]
        if told and not negated(draft.message, cue.first, reach=2):
            return [(told[-1], Wish.LIKE)]
    return []


def _of_others(message: Message, hits: list[Hit]) -> tuple[Hit, ...]:
    """Pick the work that somebody else is told to do: "my cousin is a welder"."""
    others = others_words(message)
    return tuple(hit for hit in hits if hit.first in others)


def work_of(hits: Iterable[Hit]) -> dict[str, list[str]]:
    """Write work as a delta of interests would: what one means who wants that too."""
    found: dict[str, list[str]] = {}
    for hit in hits:
        *codes, sector = hit.concept.split() if hit.topic in CODED else (hit.concept,)
        for name, values in (("likes", [sector]), ("occupations", codes)):
            listed = found.setdefault(name, [])
            listed += [value for value in values if value not in listed]
    return {name: values for name, values in found.items() if values}


def _listed(message: Message, wishes: list[tuple[Hit, Wish]]) -> list[tuple[Hit, Wish]]:
    """ "No blood, needles or old people": what closes a list is unwanted like what opens it."""
    said = list(wishes)
    for at, (hit, _) in enumerate(said[1:], start=1):
        chain = said[at - 1 :]
        if said[at - 1][1] is Wish.DISLIKE and _is_joined(message, [one for one, _ in chain]):
            said[at] = (hit, Wish.DISLIKE)
    return said


def _is_joined(message: Message, hits: list[Hit]) -> bool:
    """Only commas stand between, and an "or" before the last of the list."""
    for one, other in pairwise(hits):
        glue = range(one.last, other.first)
        words = {message.word(at) for at in glue}
        if words & JOINTS:
            return words <= JOINTS | {","}
        if words != {","}:
            return False
    return False


def _settled(draft: Draft, wishes: list[tuple[Hit, Wish]]) -> list[tuple[Hit, Wish]]:
    """Weigh each wish beside the others: work done counts when nothing is wanted."""
    cued = [hit for hit, wish in wishes if wish in (Wish.LIKE, Wish.ONLY)]
    named = [hit for hit, wish in wishes if wish is Wish.NAMED]
    unwanted = any(wish in (Wish.DISLIKE, Wish.REMOVE) for _, wish in wishes)
    others = _Others(cued, cued + named, unwanted)
    return [(hit, _beside(draft, hit, wish, others)) for hit, wish in wishes]


@dataclass(frozen=True)
class _Others:
    """What else a message says of work."""

    cued: list[Hit]  # wanted, in so many words
    wanted: list[Hit]  # these, and what is only named
    unwanted: bool


def _beside(draft: Draft, hit: Hit, wish: Wish, others: _Others) -> Wish:
    message, wanted = draft.message, others.wanted
    if wish is Wish.EXPERIENCE:
        lasting = of_many_years(message, hit) and not wanted and not others.unwanted
        return Wish.TRADE if lasting else Wish.NONE
    if wish is Wish.NAMED:
        past = hit.topic == "occupations" and _another_is_sought(message, hit, others.cued)
        return Wish.NONE if past else Wish.LIKE
    if wish is Wish.DISLIKE:
        another = any(
            _sector(one) == _sector(hit) and not _alike(message, one, hit) for one in wanted
        )
        return Wish.NONE if another else wish
    return wish


def _another_is_sought(message: Message, named: Hit, cued: list[Hit]) -> bool:
    """ "Roughneck, 36. Thinking wind turbines": the job is what one was, if another is wanted."""
    return any(
        (one.topic in CODED or _sector(one) != _sector(named)) and not _alike(message, one, named)
        for one in cued
    )


def _sector(hit: Hit) -> str:
    return hit.concept.split()[-1]


def _alike(message: Message, one: Hit, other: Hit) -> bool:
    """Tell whether two stretches say the same word."""
    texts = [[message.word(at) for at in range(hit.first, hit.last)] for hit in (one, other)]
    return texts[0] == texts[1]


def _last_words(spans: list[Span]) -> list[Span]:
    """Of a like and a dislike of one sector the later one is meant."""
    final = {span.value: span.field for span in spans if span.field in OPPOSITES}
    return [span for span in spans if final.get(_key(span), span.field) == span.field]


def _key(span: Span) -> object:
    return span.value if span.field in OPPOSITES and span.op != "remove" else None


def _add_trained_for(draft: Draft) -> None:
    """Someone who trained for a field and names no other is taken to want it."""
    schooled = any(span.field == "education" for span in draft.spans)
    for hit in draft.message.of("credentials"):
        name, *sectors = hit.concept.split()
        if schooled and any(span.value == name for span in draft.spans):
            for sector in sectors:
                span = draft.message.span(hit.first, hit.last, "interests.likes", sector, op="add")
                draft.spans.append(span)


def _work_words(draft: Draft) -> list[Hit]:
    """Jobs and sector words; the longer of two that overlap."""
    message = draft.message
    aside = {at for hit in message.of(ASIDE) for at in range(hit.first, hit.last)}
    hits = _entitled([hit for topic in PRECEDENCE for hit in message.of(topic)])
    kept = [
        hit
        for hit in hits
        if not aside.issuperset(range(hit.first, hit.last))
        and not any(_inside(draft.message, hit, other) for other in hits)
        and not _ends_a_title(draft, hit)
        and not _is_done(draft.message, hit, hits)
        and not _is_handled(draft.message, hit, hits)
    ]
    return sorted(kept, key=lambda hit: hit.first)


def _entitled(hits: list[Hit]) -> list[Hit]:
    """What is done that is also what a job is called ("dental assistant") names that job."""
    titles = {(hit.concept, hit.first, hit.last) for hit in hits if hit.topic == "titles"}
    named = [
        replace(hit, topic="occupations")
        if hit.topic == "tasks" and (hit.concept, hit.first, hit.last) in titles
        else hit
        for hit in hits
    ]
    return named


def _is_done(message: Message, hit: Hit, hits: list[Hit]) -> bool:
    """ "I like to cook" tells what one does; only "a cook" is a job."""
    if (
        hit.topic not in JOBS
        or hit.last - hit.first > 1
        or message.word(hit.first - 1) not in DOING
    ):
        return False
    return any(
        (other.first, other.last) == (hit.first, hit.last) and other.topic not in JOBS
        for other in hits
    )


def _ends_a_title(draft: Draft, hit: Hit) -> bool:
    """ "A dental tech" works with teeth; only "in tech" is technology."""
    message = draft.message
    if message.word(hit.first) not in TITLES or hit.last - hit.first > 1 or hit.first == 0:
        return False
    before = hit.first - 1
    known = message.marks("cues", before) or message.marks("answers", before)
    return not (message.is_stop(before) or known or message.word(before) in PARTICLES)


def _is_handled(message: Message, hit: Hit, hits: list[Hit]) -> bool:
    """ "Taking apart motors": what is worked on tells the sector, not the taking apart."""
    ways = message.starting("passing", hit.first)
    if not any(way.concept == "handling" and way.last == hit.last for way in ways):
        return False
    return any(
        0 <= other.first - hit.last <= OBJECT_REACH and _sector(other) != _sector(hit)
        for other in hits
    )


def _inside(message: Message, hit: Hit, other: Hit) -> bool:
    if hit.topic in JOBS and other.topic not in JOBS and message.word(hit.last) not in OFFICES:
        return False  # "be a firefighter": the job is named, whatever stands around it
    within = other.first <= hit.first and hit.last <= other.last
    longer = other.last - other.first > hit.last - hit.first
    same = (other.first, other.last) == (hit.first, hit.last)
    if same and message.word(hit.first - 1) in DOING and hit.last - hit.first == 1:
        return False
    return within and (longer or (same and PRECEDENCE[other.topic] < PRECEDENCE[hit.topic]))


def _meant(message: Message, hit: Hit, wish: Wish) -> Iterator[tuple[str, str, str]]:
    """Yield field, value and operation."""
    if wish is Wish.NONE:
        return
    *codes, sector = hit.concept.split() if hit.topic in CODED else (hit.concept,)
    if wish is Wish.DISLIKE:
        yield "interests.dislikes", sector, "add"
    elif wish is Wish.REMOVE:
        yield "interests.likes", sector, "remove"
    else:
        yield "interests.likes", sector, "only" if wish is Wish.ONLY else "add"
        for code in codes if wish is not Wish.TRADE and _names_job(message, hit) else ():
            yield "interests.occupations", code, "add"


def _names_job(message: Message, hit: Hit) -> bool:
    """A job by its name, or what is done when that is wished for; not who is helped at it."""
    if hit.topic not in JOBS:
        return aspired(message, hit)
    if message.word(hit.first - 1) not in ARTICLES:
        return True
    return not {message.word(hit.first - 2), message.word(hit.first - 3)} & HELPING
