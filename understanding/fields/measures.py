"""Money, household, marks, test scores and hours: numbers that a word beside them explains."""

from __future__ import annotations

from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.numbers import Number
from understanding.people import CLIENT, speaks_of
from understanding.reading import Span

PER_YEAR = {"yearly": 1, "monthly": 12, "biweekly": 26, "weekly": 52}
THAT = "que"
MULTIPLES = {"thousand": 1000, "hundred": 100}
LEAST_YEARLY = 5_000  # dollars below which a sum without a period says nothing
BARE_INCOME = 6  # words of "24k a year" and its stop
MOST_PEOPLE = 20
HOME = frozenset({"family", "household", "hh", "fam", "familia", "hogar", "casa", "home", "house"})
RANGES = {
    "ged": (100, 800), "hiset": (1, 120), "act": (1, 36), "sat": (400, 1600), "asvab": (1, 300),
    "tabe": (300, 800), "accuplacer": (20, 300), "workkeys": (3, 7), "casas": (150, 260),
    "teas": (1, 100),
}  # fmt: skip
ASKED_FOR = ("household_income_usd", "household_size")
SHORT_ANSWER = 8  # words up to which a number is the answer to what was asked
GRADE_NUMBERS = 12  # up to here a number beside "ged" is a grade or a count
INCOME_REACH = 4  # words between "living on" and the sum
TOP_GPA = 4.0
SCORE_REACH = 8  # words from a test to the score told of it


def read_measures(draft: Draft) -> None:
    """Add what each number measures; a number that no word explains is left alone."""
    for hit in draft.message.of("measures", "household_is"):
        size = int(hit.value)
        draft.spans.append(draft.message.span(hit.first, hit.last, "household_size", size))
    for number in draft.message.numbers:
        if number.ordinal or any(at in draft.taken for at in range(number.first, number.last)):
            continue
        for read in READERS:
            span = read(draft, number)
            if span is not None:
                draft.add([span])
                break


def _gpa(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    if number.value > TOP_GPA:
        return None
    if not _beside(message, number, "gpa", reach=3) and not _bare_gpa(message, number):
        return None
    return message.span(number.first, number.last, "gpa", number.value)


def _bare_gpa(message: Message, number: Number) -> bool:
    """ "Senior, got a 2.8": a mark with a decimal beside schooling."""
    if "." not in message.word(number.first) or number.value < 1:
        return False
    led = any(hit.concept == "scored" for hit in message.ending("measures", number.first))
    closed = number.last == len(message.words) or message.is_stop(number.last)
    closed = closed or bool(message.marks("cues", number.last) & {"and", "but"})
    led = led or "gpa_lead" in message.marks("measures", number.first - 1)
    placed = any(hit.concept == "gpa_place" for hit in message.starting("measures", number.last))
    item = number.first > 0 and message.is_stop(number.first - 1) and message.is_end(number.last)
    marked = any(0 <= number.first - hit.last <= 2 for hit in message.of("measures", "marks"))
    graded = marked or (item and bool(message.of("education")))
    return placed or graded or (led and closed and bool(message.of("education")))


def _score(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    scored = any(hit.concept == "scored" for hit in message.of("measures"))
    for hit in message.of("measures", "test"):
        near = -2 <= hit.first - number.last <= 4 or 0 <= number.first - hit.last <= 3
        near = near or _scored_of(message, hit, number)
        fits = message.sentence[hit.first] == message.sentence[number.first]
        told = scored or hit.last == number.first or _on(message, number, hit)
        after = not fits and _scored_after(message, hit, number)
        if ((near and fits and told) or after) and _is_score(message, hit, number):
            draft.taken.update(range(hit.first, hit.last))  # an ACT is no wish to act
            name = f"test_scores.{hit.value}"
            return message.span(number.first, number.last, name, number.whole or number.value)
    return None


def _scored_of(message: Message, test: Hit, number: Number) -> bool:
    """ "Took the ASVAB last year, got a 45": further on, right behind a word for scoring."""
    close = 0 <= number.first - test.last <= SCORE_REACH
    return close and any(
        one.concept == "scored" for one in message.ending("measures", number.first)
    )


def _on(message: Message, number: Number, test: Hit) -> bool:
    """ "24 on the ACT", "el tabe con 567"."""
    if number.first - test.last == 1 and "scored_with" in message.marks("measures", test.last):
        return True
    between = range(number.last, test.first)
    return 0 < len(between) <= 2 and "upon" in message.marks("measures", between.start)


def _scored_after(message: Message, test: Hit, number: Number) -> bool:
    """ "Bombed that asvab lol. got a 28": the score in the next sentence."""
    follows = message.sentence[number.first] == message.sentence[test.first] + 1
    lead = range(max(0, number.first - 2), number.first)
    return follows and any("scored" in message.marks("measures", at) for at in lead)


def _is_score(message: Message, test: Hit, number: Number) -> bool:
    """A year, or how many tests were passed, is none."""
    least, most = RANGES.get(str(test.value), (0, 0))
    counted = number.value <= GRADE_NUMBERS and test.value not in ("workkeys", "act")
    timed = bool(message.starting("time", number.last))
    return least <= number.value <= most and not counted and not timed


def _income(draft: Draft, number: Number) -> Span | None:
    """Dollars a year; an hourly wage tells nothing without the hours."""
    message = draft.message
    said = _beside(message, number, "income", reach=INCOME_REACH)
    amount, last = _amount(message, number)
    bare = last > number.last and _is_yearly(message, last)
    if said is None and not bare and not _of_household(message, number):
        return None
    if said and _not_meant(message, said):
        return None
    factor, last = _period(message, last, amount)
    yearly = round(amount * factor)
    if yearly < LEAST_YEARLY:
        return None
    return message.span(number.first, last, "household_income_usd", yearly)


def _answered(draft: Draft, number: Number) -> Span | None:
    """A number that answers "how many are you at home?" or "what comes in?"."""
    message = draft.message
    asked = message.context.awaiting.name if message.context.awaiting else None
    if asked not in ASKED_FOR or len(message.words) > SHORT_ANSWER:
        return None
    if asked == "household_size":
        whole = number.whole if 1 <= (number.whole or 0) <= MOST_PEOPLE else None
        return message.span(number.first, number.last, asked, whole) if whole else None
    amount, last = _amount(message, number)
    factor, last = _period(message, last, amount)
    yearly = round(amount * factor)
    return message.span(number.first, last, asked, yearly) if yearly >= LEAST_YEARLY else None


def _not_meant(message: Message, said: Hit) -> bool:
    """Denied, or another's ("my stepdad, he clears 90k"), unless one writes for him."""
    third = "third" in message.marks("people", said.first - 1)
    denied = "neg" in message.marks("cues", said.first - 1)
    likened = any(
        message.sentence[one.first] == message.sentence[said.first]
        and "link" in message.marks("people", one.first - 1)
        for one in message.of("people", "other")
    )
    return denied or (third and (likened or speaks_of(message) != CLIENT))


def _of_household(message: Message, number: Number) -> bool:
    """ "70k a year, household of 5": a yearly or monthly sum beside the people who live on it."""
    if not message.of(
        "measures", "household", "household_after", "household_end", "household_us", "folk"
    ):
        return False
    opens = number.first == 0 or message.is_stop(number.first - 1)
    opens = opens or message.word(number.first - 1) == "$"
    _, last = _amount(message, number)
    timed = "thousand" in message.marks("measures", number.last) or any(
        hit.concept in PER_YEAR
        for at in (last, last + 1)
        for hit in message.starting("measures", at)
    )
    return opens and timed


def _is_yearly(message: Message, at: int) -> bool:
    """ "24k a year" is an income without more words; "jobs that pay 40k a year" ask."""
    if not any(hit.concept == "yearly" for hit in message.starting("measures", at)):
        return False
    alone = message.clause.count(message.clause[at]) <= BARE_INCOME
    return alone and message.sentence[at] not in message.questions


def _amount(message: Message, number: Number) -> tuple[float, int]:
    """Read "40k", "twenty four hundred", "two thousand five hundred", "dos mil trescientos"."""
    amount, last = _times(message, number.value, number.last)
    if last == number.last:
        return amount, last
    for more in message.numbers:
        if more.first == last and more.value < amount:
            rest, end = _times(message, more.value, more.last)
            return (amount + rest, end) if rest < amount else (amount, last)
    for hit in message.starting("measures", last):
        if hit.concept == "hundreds":
            return amount + hit.value, hit.last
    return amount, last


def _times(message: Message, value: float, last: int) -> tuple[float, int]:
    for hit in message.starting("measures", last):
        if hit.concept in MULTIPLES and not _is_that(message, last):
            return value * MULTIPLES[hit.concept], hit.last
    return value, last


def _is_that(message: Message, at: int) -> bool:
    """The "k" of "30k" is also short for "que", and then stands apart."""
    apart = message.words[at - 1].end < message.words[at].start
    return apart and message.word(at) == THAT


def _period(message: Message, last: int, amount: float) -> tuple[float, int]:
    for at in (last, last + 1):
        for hit in message.starting("measures", at):
            if hit.concept in PER_YEAR:
                return PER_YEAR[hit.concept], hit.last
            if hit.concept == "hourly":
                return 0, hit.last
    return (1, last) if amount >= LEAST_YEARLY else (0, last)


def _household(draft: Draft, number: Number) -> Span | None:
    message = draft.message
    whole = number.whole
    if whole is None or not 1 <= whole <= MOST_PEOPLE:
        return None
    before = any(hit.concept == "household" for hit in message.ending("measures", number.first))
    after = {hit.concept for hit in message.starting("measures", number.last)}
    before_us = {hit.concept for hit in message.ending("measures", number.first)}
    beside = "mouths" in after or ("household_plus" in before_us and "small_folk" in after)
    people = whole + 1 if beside else whole
    counted = beside or "household_after" in after or _closes(message, number)
    counted = counted or ("household_us" in before_us and "folk" in after)
    counted = counted or ("folk" in after and _is_item_beside_money(message, number))
    if counted or (before and _ends(message, number)):
        return message.span(number.first, number.last, "household_size", people)
    return None


def _is_item_beside_money(message: Message, number: Number) -> bool:
    """ "41k, 5 people"."""
    opens = number.first > 0 and message.is_stop(number.first - 1)
    money = any(_amount(message, one)[0] >= LEAST_YEARLY for one in message.numbers)
    return opens and money and message.is_end(number.last + 1)


def _closes(message: Message, number: Number) -> bool:
    """ "We already on food stamps, 5 of us."."""
    ends = [hit.last for hit in message.starting("measures", number.last)
            if hit.concept == "household_end"]  # fmt: skip
    return any(at == len(message.words) or message.is_stop(at) for at in ends)


def _ends(message: Message, number: Number) -> bool:
    """ "Somos 6", "family of 5", and not "somos 40 costureras" or "there are 5 jobs"."""
    at = number.last
    if at == len(message.words) or message.is_stop(at) or "and" in message.marks("cues", at):
        return True
    return _is_family(message, message.ending("measures", number.first))


def _is_family(message: Message, led: list[Hit]) -> bool:
    words = {message.word(at) for hit in led for at in range(hit.first, hit.last)}
    return not words.isdisjoint(HOME)


def _hours(draft: Draft, number: Number) -> Span | None:
    """Hours of work in a job named after or before."""
    message = draft.message
    units = [h for h in message.starting("measures", number.last) if h.concept == "hours_of"]
    if not units or number.whole is None:
        return None
    for job in [*message.of("occupations"), *message.of("tasks")]:
        here = message.sentence[job.first] == message.sentence[number.first]
        here = here and not _is_wished(message, units[0].last, job.first)
        if here and (0 <= job.first - units[0].last <= 6 or 0 <= number.first - job.last <= 8):
            name = f"experience_hours.{job.concept.split()[0]}"
            return message.span(number.first, units[0].last, name, number.whole)
    return None


def _is_wished(message: Message, first: int, last: int) -> bool:
    """ "70 hrs, i wanna drive trucks": the hours are of other work than the one wished for."""
    return any(message.marks("cues", at) & {"want", "like"} for at in range(first, last))


def _beside(message: Message, number: Number, concept: str, reach: int) -> Hit | None:
    """Find a word of a concept just before or after a number, in its sentence."""
    for hit in message.of("measures", concept):
        before, after = number.first - hit.last, hit.first - number.last
        near = 0 <= before < reach or 0 <= after < reach
        if near and message.sentence[hit.first] == message.sentence[number.first]:
            return hit
    return None


READERS = (_gpa, _score, _hours, _household, _income, _answered)
