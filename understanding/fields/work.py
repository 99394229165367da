"""Where a person works and which union they belong to. Keeps names, judges none."""

from __future__ import annotations

from understanding.asking import asked_of_program
from understanding.changes import supposes
from understanding.former import was_once
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated
from understanding.reading import Span

LONGEST_NAME = 4  # words of an employer's name that no file lists


def read_work(draft: Draft) -> None:
    """Add employer, union and what they imply."""
    message = draft.message
    for hit in message.of("work", "union"):
        if draft.free(hit) and _is_present(message, hit):
            _add_union(draft, hit)
    for hit in message.of("work", "employer"):
        if draft.free(hit) and not asked_of_program(message, hit.first):
            _add_known_employer(draft, hit)
    if not any(span.field == "facts.employer" for span in draft.spans):
        _add_other_employer(draft)


def _is_present(message: Message, hit: Hit) -> bool:
    """Neither denied, nor asked about, nor over."""
    over = was_once(message, hit.first) or asked_of_program(message, hit.first)
    return not over and not negated(message, hit.first)


def _add_union(draft: Draft, hit: Hit) -> None:
    message = draft.message
    if message.sentence[hit.first] in message.questions and not message.ending("work", hit.first):
        return
    member = [one.first for one in message.ending("work", hit.first) if one.concept == "member"]
    first = member[0] if member else hit.first
    draft.add([message.span(hit.first, hit.last, "facts.union", hit.value)])
    if not any(span.field == "facts.union_member" for span in draft.spans):
        draft.add([message.span(first, hit.last, "facts.union_member", True)])


def _add_known_employer(draft: Draft, hit: Hit) -> None:
    message = draft.message
    lead = _lead(message, hit.first) or _staff(message, hit)
    if lead is None or negated(message, lead.first):
        return
    if lead.concept in ("at", "staff"):
        _add_employer(draft, lead, message.span(hit.first, hit.last, "facts.employer", hit.value))
    elif supposes(message):
        _add_leaving(draft, lead, hit)
    else:
        draft.taken.update(range(hit.first, hit.last))


def _add_leaving(draft: Draft, lead: Hit, hit: Hit) -> None:
    """ "And if i quit GM?" tries out to be there no more."""
    message = draft.message
    draft.add(
        [
            message.span(lead.first, lead.last, "facts.employed", False),
            message.span(hit.first, hit.last, "facts.employer", None, op="forget"),
        ]
    )


def _lead(message: Message, first: int) -> Hit | None:
    """Find "work at", "laid off from" up to an article before a name."""
    for at in (first, first - 1):
        for hit in message.ending("work", at):
            if hit.concept in ("at", "ex_at"):
                return hit
    return None


def _staff(message: Message, hit: Hit) -> Hit | None:
    """ "I'm a Ford worker"; a plant is only where one works when it opens what is said."""
    for tail in message.starting("work", hit.last):
        own = hit.first == 0 or message.is_stop(hit.first - 1)
        if tail.concept == "staff" or (tail.concept == "site" and own):
            return Hit("work", "staff", None, hit.first, tail.last)
    return None


def _add_employer(draft: Draft, lead: Hit, employer: Span) -> None:
    draft.add([employer])
    if not any(span.field == "facts.employed" for span in draft.spans):
        last = draft.message.within(employer).stop
        draft.add([draft.message.span(lead.first, last, "facts.employed", True)])


def _add_other_employer(draft: Draft) -> None:
    """Take a name no file lists when it is written with capitals."""
    message = draft.message
    for lead in message.of("work", "at"):
        name = _capitals(draft, lead.last)
        if name and not negated(message, lead.first):
            text = message.span(lead.last, name, "", None).text
            _add_employer(draft, lead, message.span(lead.last, name, "facts.employer", text))
            return


def _capitals(draft: Draft, first: int) -> int:
    """Count on over capitalised words; the end, or 0 when there are none."""
    message, last = draft.message, first
    while last < len(message.words) and last - first < LONGEST_NAME and last not in draft.taken:
        written = message.span(last, last + 1, "", None).text
        if not written[:1].isupper() or message.is_stop(last):
            break
        last += 1
    shouting = message.text.isupper()
    return last if last > first and not shouting else 0
