"""What kinds of work a person wants or does not want: sectors and named jobs."""

from __future__ import annotations

from collections.abc import Iterator

from understanding.fields.polarity import Wish, wish_for
from understanding.lexicon import Hit
from understanding.message import Draft
from understanding.reading import Span

OPPOSITES = ("interests.likes", "interests.dislikes")
SECTOR_TOPICS = ("interests", "occupations")


def read_interests(draft: Draft) -> None:
    """Add likes, dislikes and occupations from words no other field has used."""
    message = draft.message
    hits = [hit for hit in _work_words(draft) if draft.free(hit)]
    wishes = [(hit, wish_for(message, hit, draft)) for hit in hits]
    stated = any(wish in (Wish.LIKE, Wish.ONLY) for _, wish in wishes)
    for hit, wish in wishes:
        if wish is Wish.EXPERIENCE:
            wish = Wish.LIKE if hit.topic == "occupations" and not stated else Wish.NONE
        for field, value, op in _meant(hit, wish):
            draft.spans.append(message.span(hit.first, hit.last, field, value, op=op))
    draft.spans = _last_words(draft.spans)
    draft.taken.update(
        at for hit, wish in wishes if wish is not Wish.NONE for at in range(hit.first, hit.last)
    )
    if not any(span.field.startswith("interests") for span in draft.spans):
        _add_trained_for(draft)


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
    hits = [hit for topic in SECTOR_TOPICS for hit in draft.message.of(topic)]
    kept = [hit for hit in hits if not any(_inside(hit, other) for other in hits)]
    return sorted(kept, key=lambda hit: hit.first)


def _inside(hit: Hit, other: Hit) -> bool:
    within = other.first <= hit.first and hit.last <= other.last
    longer = other.last - other.first > hit.last - hit.first
    same = (other.first, other.last) == (hit.first, hit.last)
    return within and (longer or (same and (other.topic, hit.topic) == SECTOR_TOPICS[::-1]))


def _meant(hit: Hit, wish: Wish) -> Iterator[tuple[str, str, str]]:
    """Yield field, value and operation."""
    if wish is Wish.NONE:
        return
    *codes, sector = hit.concept.split() if hit.topic == "occupations" else (hit.concept,)
    if wish is Wish.DISLIKE:
        yield "interests.dislikes", sector, "add"
    elif wish is Wish.REMOVE:
        yield "interests.likes", sector, "remove"
    else:
        yield "interests.likes", sector, "only" if wish is Wish.ONLY else "add"
        for code in codes:
            yield "interests.occupations", code, "add"
