"""Where a person works and which union they belong to. Keeps names, judges none."""

from __future__ import annotations

from understanding.asking import asked_of_program
from understanding.changes import supposes
from understanding.fields.duties import done_before
from understanding.former import was_once
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated
from understanding.numbers import Number
from understanding.people import CLIENT, speaks_of
from understanding.reading import Span

SHORTENED = frozenset({"st", "mt", "ft"})
HOURS_REACH = 3  # words of "hours a week"
ARRIVING = frozenset({"to", "for", "only", "get", "getting", "do", "doing", "like", "about", ","})
WORKING = frozenset({"work", "works", "working", "trabajo", "trabajando"})
IN_A_PLACE = "in"  # of a "work in" that may as well stand before a town
LEADS = ("at", "ex_at", "third_at")
LONGEST_NAME = 4  # words of an employer's name that no file lists
MOST_FILLER = 3  # words between "work at" and a name
PAST_REACH = 3  # words "was" can stand before what is over
WISH_REACH = 4  # words a wish can stand before a union


def read_work(draft: Draft) -> None:
    """Add employer, union and what they imply."""
    message = draft.message
    for hit in [*message.of("work", "union"), *_branches(message)]:
        if draft.free(hit) and _is_present(message, hit):
            _add_union(draft, hit)
    for hit in message.of("work", "employer"):
        if draft.free(hit) and not asked_of_program(message, hit.first):
            _add_known_employer(draft, hit)
    if not any(span.field == "facts.employer" for span in draft.spans):
        _add_other_employer(draft)


def _is_present(message: Message, hit: Hit) -> bool:
    """Neither denied, nor asked about, nor over, nor only wished for."""
    over = was_once(message, hit.first) or asked_of_program(message, hit.first)
    over = over or _told_as_past(message, hit.first)
    members = [one for one in message.ending("work", hit.first) if one.concept == "member"]
    first, reach = (members[0].first, 0) if members else (hit.first, WISH_REACH)
    wished = _wished(message, first, reach)
    return not over and not wished and not negated(message, hit.first)


def _told_as_past(message: Message, first: int) -> bool:
    """ "Was a steward there", "i was a cook at Denny's"."""
    for at in range(first - 1, max(-1, first - 1 - PAST_REACH), -1):
        if message.is_stop(at) or "but" in message.marks("cues", at):
            return False
        if "past" in message.marks("cues", at) or "ex_at" in message.marks("work", at):
            return True
    return False


def _wished(message: Message, first: int, reach: int) -> bool:
    """ "I want to work at Boeing", "to get in the ironworkers"."""
    cues = message.of("cues", "want", "like", "get")
    return any(
        cue.first < first <= cue.last + reach and message.sentence[cue.first] == now
        for now in [message.sentence[first]]
        for cue in cues
    )


def _add_union(draft: Draft, hit: Hit) -> None:
    message = draft.message
    member = [one.first for one in message.ending("work", hit.first) if one.concept == "member"]
    opens = hit.first == 0 or message.is_stop(hit.first - 1)
    if message.sentence[hit.first] in message.questions and not (member or opens):
        return
    if not opens and _is_put_as_question(message, hit.first):
        return
    first = member[0] if member else hit.first
    start, last = _with_branch(message, hit)
    name = hit.value if (start, last) == (hit.first, hit.last) else _typed(message, start, last)
    draft.add([message.span(start, last, "facts.union", name)])
    if not any(span.field == "facts.union_member" for span in draft.spans):
        first = min(first, start)
        draft.add([message.span(first, last, "facts.union_member", True)])


def _is_put_as_question(message: Message, at: int) -> bool:
    """ "Would that keep me out of the operating engineers": told of no member."""
    start = at
    while start > 0 and not message.opens_sentence(start):
        start -= 1
    return bool(message.marks("cues", start) & {"aux", "wh"})


def _with_branch(message: Message, hit: Hit) -> tuple[int, int]:
    """Take the trade before and the number after: "Laborers Local 368"."""
    first, last = hit.first, hit.last
    for one in message.ending("work", first):
        first = one.first if one.concept == "trade" and hit.concept == "branch" else first
    for one in message.starting("work", last):
        last = one.last if one.concept == "branch" else last
    numbers = [number for number in message.numbers if number.first == last]
    told = any(one.concept == "branch" for one in message.ending("work", last))
    if numbers and (told or _is_branch(message, numbers[0])):
        return first, numbers[0].last
    return first, hit.last


def _is_branch(message: Message, number: Number) -> bool:
    """ "IBEW 292", not "teamster 12 years"."""
    counts = message.marks("time", number.last) or message.marks("measures", number.last)
    return number.whole is not None and not number.ordinal and not counts


def _typed(message: Message, first: int, last: int) -> str:
    return message.span(first, last, "", None).text


def _branches(message: Message) -> list[Hit]:
    """List "local 46" whose union no file lists."""
    numbered = {number.first for number in message.numbers}
    named = {hit.last for hit in message.of("work", "union")}
    return [
        hit
        for hit in message.of("work", "branch")
        if hit.last in numbered and hit.first not in named
    ]


def _add_known_employer(draft: Draft, hit: Hit) -> None:
    message = draft.message
    lead = _lead(message, hit.first) or _tail(message, hit) or _within_work(message, hit)
    if lead is None or negated(message, lead.first):
        return
    own = "possess" in message.marks("cues", lead.first)  # "get to my shift at"
    if lead.concept == "at" and not own and _wished(message, lead.first, 1):
        return
    if "homeless" in {one.concept for one in message.starting("facts", hit.first)}:
        return
    if lead.concept == "third_at" and speaks_of(message) != CLIENT:
        return
    if lead.concept == "ex_at" or _told_as_past(message, lead.first):
        if supposes(message):
            _add_leaving(draft, lead, hit)
        else:
            draft.taken.update(range(hit.first, hit.last))
        return
    _add_employer(draft, lead, message.span(hit.first, hit.last, "facts.employer", hit.value))


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
    """Find "work at", "laid off from" before a name and the small words between."""
    at = first
    while True:
        for hit in message.ending("work", at):
            if hit.concept in LEADS:
                return hit
        job = _job_at(message, at)
        if job is not None:
            return job
        fillers = [hit.first for hit in message.ending("work", at) if hit.concept == "filler"]
        if not fillers or first - at > MOST_FILLER:
            return None
        at = min(fillers)


def _job_at(message: Message, last: int) -> Hit | None:
    """ "Line cook at", "making 23.50 at"."""
    for near in message.ending("work", last):
        if near.concept == "near":
            first = _job_before(message, near.first)
            return None if first is None else Hit("work", "at", None, first, last)
    return None


def _job_before(message: Message, last: int) -> int | None:
    """Find where a job, or what it pays, begins that ends here."""
    for job in message.ending("occupations", last):
        return job.first
    done = done_before(message, last)
    if done is not None:
        return done
    hours = _hours_before(message, last)
    if hours is not None:
        return hours
    for number in message.numbers:
        pay = [hit for hit in message.ending("measures", number.first) if hit.concept == "income"]
        hourly = any(hit.last == last for hit in message.starting("measures", number.last))
        if pay and (number.last == last or hourly):
            return pay[0].first
    return None


def _hours_before(message: Message, last: int) -> int | None:
    """ "Work 32 hours at", "working 20 hrs a week at"."""
    for number in message.numbers:
        counted = any(
            hit.concept == "hours_of" for hit in message.starting("measures", number.last)
        )
        near = 1 <= last - number.last <= HOURS_REACH
        if counted and near and message.word(number.first - 1) in WORKING:
            return number.first - 1
        weekly = any(hit.concept == "span" for hit in message.starting("duties", number.last))
        if weekly and near and message.word(number.first - 1) in ARRIVING:
            return number.first
    return None


def _hourly_leads(message: Message) -> list[Hit]:
    """ "Work 32 hours at" leads to a name like "work at"."""
    return [
        Hit("work", "at", None, begun, hit.last)
        for hit in message.of("work", "near")
        if (begun := _hours_before(message, hit.first)) is not None
    ]


def _within_work(message: Message, hit: Hit) -> Hit | None:
    """ "I drive uber", "hago doordash": the work is named by who gives it."""
    for deed in message.of("duties", "do", "doing"):
        if deed.first < hit.first and hit.last <= deed.last:
            first = done_before(message, deed.last)
            return None if first is None else Hit("work", "at", None, first, hit.first)
    return None


def _tail(message: Message, hit: Hit) -> Hit | None:
    """ "I'm a Ford worker", "amazon 3 yrs now"; a plant only when it opens what is said."""
    opens = hit.first == 0 or message.is_stop(hit.first - 1)
    for tail in message.starting("work", hit.last):
        if tail.concept == "staff" or (tail.concept == "site" and opens):
            return Hit("work", "at", None, hit.first, tail.last)
    for number in message.numbers:
        for years in message.starting("time", number.last):
            if years.concept == "years" and opens and number.first - hit.last in (0, 1):
                return Hit("work", "at", None, hit.first, years.last)
    return None


def _add_employer(draft: Draft, lead: Hit, employer: Span) -> None:
    draft.add([employer])
    if not any(span.field == "facts.employed" for span in draft.spans):
        last = draft.message.within(employer).stop
        draft.add([draft.message.span(lead.first, last, "facts.employed", True)])


def _add_other_employer(draft: Draft) -> None:
    """Take a name no file lists when it is written with capitals."""
    message = draft.message
    for lead in [*message.of("work", "at"), *_hourly_leads(message)]:
        first = _past_filler(message, lead.last)
        last = _capitals(draft, first)
        if last and not _unsettled(message, lead, first):
            text = _typed(message, first, last)
            _add_employer(draft, lead, message.span(first, last, "facts.employer", text))
            return


def _past_filler(message: Message, first: int) -> int:
    """Step over "the" and "la planta de"."""
    for hit in message.starting("work", first):
        if hit.concept == "filler":
            return hit.last
    return first


def _unsettled(message: Message, lead: Hit, first: int) -> bool:
    """Denied, wished, over, or a town: "i work in Houston"."""
    town = lead.value == IN_A_PLACE
    if _of_a_college(message, first):
        return True
    if first > lead.last and _typed(message, first - 1, first)[:1].isupper():
        return True  # "en Las Vegas"
    over = _told_as_past(message, lead.first) or _wished(message, lead.first, 1)
    return (town and first == lead.last) or over or negated(message, lead.first)


def _of_a_college(message: Message, first: int) -> bool:
    """ "2 years at Sinclair Community College": studied there, whatever the lead."""
    near = range(first, min(first + LONGEST_NAME + 1, len(message.words)))
    return any("college_name" in message.marks("education", at) for at in near)


def _belongs_to_name(message: Message, first: int, at: int) -> bool:
    """The stop of "St. Mary's" ends no sentence, and its "'s" is part of it."""
    shortened = message.word(at) == "." and message.word(at - 1) in SHORTENED
    return at > first and (shortened or message.word(at) == "'s")


def _capitals(draft: Draft, first: int) -> int:
    """Count on over capitalised words; the end, or 0 when there are none."""
    message, last = draft.message, first
    while last < len(message.words) and last - first < LONGEST_NAME and last not in draft.taken:
        written = message.span(last, last + 1, "", None).text
        if _belongs_to_name(message, first, last):
            last += 1
            continue
        if not written[:1].isupper() or message.is_stop(last) or message.marks("facts", last):
            break
        last += 1
    shouting = message.text.isupper()
    return last if last > first and not shouting else 0
