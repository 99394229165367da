"""Age and birthday. Tells an age from a grade, a year, a price or a count."""

from __future__ import annotations

import re
from datetime import date, timedelta

from understanding.changes import supposes
from understanding.former import is_now
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import denial_before
from understanding.numbers import Number
from understanding.people import SELF, YOUTH, speaks_of
from understanding.reading import Span

YOUNGEST, OLDEST = 10, 99
YEARS = ("after", "years")
MOST_AHEAD = 60
MENDING = 4  # words between an age and the one that mends it
_IN_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})")
_BIRTH = re.compile(r"(\d{1,2})/(?:\d{1,2}/)?((?:19|20)\d\d)")
DAYS = {"weeks_ahead": 7, "days_ahead": 1}
NOON = 12
NOW = 3  # words from a "now" to the age that is true now
GROWING = range(14, 81)  # more than any school year is numbered
SCHOOLED = frozenset(
    {"diploma", "equivalency", "graduated_school", "high_school", "left_school", "graduate"}
)
OF_SCHOOL = SCHOOLED | {"finish", "leave"}
ALONE = range(13, 81)  # a number standing alone in a list is an age only from 13 to 80


def stated_age(draft: Draft) -> int | None:
    """The age a message plainly tells, for those who read before the age is."""
    told = [one for one in draft.message.numbers if _strength(draft, one) and one.value in GROWING]
    return int(told[0].value) if told else None


def read_age(draft: Draft) -> None:
    """Add the age, and the next birthday where it was said."""
    message = draft.message
    ages = [(_strength(draft, number), number) for number in message.numbers]
    found = [(strength, number) for strength, number in ages if strength]
    if found:
        best = max(strength for strength, _ in found)
        number = next(number for strength, number in found if strength == best)
        draft.add(_spans_of(message, _mended(message, number)))
    else:
        draft.add(_born(message) or _birthday_alone(message))


def _mended(message: Message, number: Number) -> Number:
    """Of "27, no 28" the second is meant; of "son 34 no 43", which denies, the first."""
    for other in message.numbers:
        between = range(number.last, other.first)
        if 1 <= len(between) <= MENDING and YOUNGEST <= other.value <= OLDEST:
            words = [message.word(at) for at in between if message.word(at).isalnum()]
            denied = words == ["no"] and message.word(other.first - 1) == "no"
            denied = denied and message.language != "en"
            if words and not denied and all(_mends(message, at) for at in between):
                return other
    return number


def _mends(message: Message, at: int) -> bool:
    """A word between two ages that takes the first one back."""
    return not message.word(at).isalnum() or "mend_word" in message.marks("age", at)


def _strength(draft: Draft, number: Number) -> int:
    """Say how surely a number is an age: 0 not, 1 stands alone, 2 after "am", 3 spelt out."""
    message = draft.message
    value = number.whole
    if number.ordinal or value is None or not YOUNGEST <= value <= OLDEST:
        return 0
    if any(at in draft.taken for at in range(number.first, number.last)):
        return 0
    if value <= NOON and message.word(number.last) in ("am", "pm"):
        return 0
    if _is_thousands(message, number.last):
        return 0
    before = {hit.concept for hit in message.ending("age", number.first)}
    after = {hit.concept for hit in message.starting("age", number.last)}
    return _weighed(draft, number, before, after)


def _is_thousands(message: Message, last: int) -> bool:
    """ "24k a year"; the "k" of "tengo 24 k" stands apart and is short for "que"."""
    thousand = any(hit.concept == "thousand" for hit in message.starting("measures", last))
    return thousand and message.words[last - 1].end == message.words[last].start


def _weighed(draft: Draft, number: Number, before: set[str], after: set[str]) -> int:
    message = draft.message
    if _not_yet(message, number):
        return 3
    if _is_none(message, number, before, after):
        return 0
    if "then" in before:  # "when i turn 18": an age only when that is being tried out
        return 3 if supposes(message) or _dated_then(message, number) else 0
    in_full = "after" in after or ("years" in after and "have" in before)
    if in_full or before & {"becoming", "became"} or _dated(message, number):
        return 3
    if "child_age" in after:
        return 3 if message.of("people", "child") else 0
    if "count_before" in before or _is_a_time(message, number, before, after):
        return 0
    if before & {"before", "have"} or ("years" in after and not _lasted(message, number)):
        return 4 if is_now(message, number.first - NOW, number.first) else 2
    return int(_awaited(message, number) or _alone(draft, number))


def _is_none(message: Message, number: Number, before: set[str], after: set[str]) -> bool:
    """Tell what words right beside a number make no age of the writer."""
    owned = "owned" in before and bool(after & {"after", "years"})  # "i have a 13 year old"
    # "pregunto por mi hija de 18 años" is about her; a small child is nobody to be advised
    owned = owned and (speaks_of(message) == SELF or number.value < YOUTH)
    counts = "not_age" in after and not _is_of_somebody(message, number, before)
    return counts or "must" in before or owned or _denied(message, number)


def _is_a_time(message: Message, number: Number, before: set[str], after: set[str]) -> bool:
    led = bool(before & {"before", "have"})
    return not led and "years" in after and _lasted(message, number)


def _lasted(message: Message, number: Number) -> bool:
    """ "Fui maestro en San Miguel 20 años": how long something was done."""
    clause = message.clause[number.first]
    done = [*message.of("cues", "past", "experience"), *message.of("duties", "so_far")]
    return any(hit.last <= number.first - 1 and message.clause[hit.first] == clause for hit in done)


def _not_yet(message: Message, number: Number) -> bool:
    """ "I'm not 18 yet", "no tengo 18 todavía": a year to go."""
    yet = any(hit.concept == "yet" for hit in message.starting("age", number.last))
    return yet and denial_before(message, number.first, reach=2) is not None


def _is_of_somebody(message: Message, number: Number, before: set[str]) -> bool:
    """ "Una señora de 47 años en Nashville": whose age it is stands before it."""
    return "before" in before and message.word(number.first - 1) == "de"


def _denied(message: Message, number: Number) -> bool:
    return denial_before(message, number.first, reach=1) is not None


def _awaited(message: Message, number: Number) -> bool:
    """What was asked is the age, or something that such a bare number cannot be."""
    awaiting = message.context.awaiting
    if awaiting is None or awaiting.name == "age":
        return awaiting is not None
    bare = number.first == 0 and number.last == len(message.words)
    return bare and awaiting.name in ("education", "location") and number.value in GROWING


def _alone(draft: Draft, number: Number) -> bool:
    """An item of what is told ("19, welding", "pregnant and 19 in Gary", "22 hs diploma")."""
    message = draft.message
    if number.value not in ALONE:
        return False
    if not _begins_item(message, number):
        ends = _ends_item(draft, number) or _tells_on(message, number.last)
        return _place_ends(draft, number) and ends
    return number.first == 0 or _follows_break(message, number) or _ends_item(draft, number)


def _place_begins(draft: Draft, at: int) -> bool:
    """ "28 butte montana": an age, then where one lives."""
    return any(draft.message.within(span).start == at for span in _places(draft))


def _place_ends(draft: Draft, number: Number) -> bool:
    """ "Topeka 23": where one lives, then the age, and nothing more."""
    ended = any(draft.message.within(span).stop == number.first for span in _places(draft))
    return ended and number.value in GROWING


def _tells_on(message: Message, at: int) -> bool:
    """ "In milwaukee 18 finished 10th", "soy de tucson 18 acabo de graduarme": a new statement."""
    says = message.marks("cues", at) & {"self", "want", "like", "dislike", "have", "past"}
    schooled = any(hit.concept in OF_SCHOOL for hit in message.starting("education", at))
    return bool(says or schooled or "as_self" in message.marks("people", at))


def _places(draft: Draft) -> list[Span]:
    return [span for span in draft.spans if span.field == "location"]


def _follows_break(message: Message, number: Number) -> bool:
    """ "Ayo 20 milwaukee": a number right after a hello or a laugh."""
    return "break" in message.marks("age", number.first - 1)


def _begins_item(message: Message, number: Number) -> bool:
    """At the beginning, after a comma, or after an "and" that joins no two numbers."""
    before = number.first - 1
    if before < 0 or message.is_stop(before) or "break" in message.marks("age", before):
        return len(message.words) > 2 or bool(message.marks("time", number.last))
    counted = any(one.last == before for one in message.numbers)
    return "and" in message.marks("cues", before) and before > 0 and not counted


def _ends_item(draft: Draft, number: Number) -> bool:
    message, last = draft.message, number.last
    if last == len(message.words) or message.is_stop(last) or _instead(message, number):
        return True
    if number.value in GROWING and _place_begins(draft, last):
        return True
    schooling = {hit.concept for hit in message.starting("education", last)}
    joined = "and" in message.marks("cues", last) and not any(
        n.first == last + 1 for n in message.numbers
    )
    if joined and number.value in GROWING:
        return True
    if number.value in GROWING and "with" in message.marks("people", last):
        return True  # "20 with a diploma"
    lives = any(hit.concept in ("live", "hailing") for hit in message.starting("changes", last))
    now = any(hit.concept == "now" for hit in message.starting("time", last))
    return number.value in GROWING and (lives or now or bool(schooling & SCHOOLED))


def _instead(message: Message, number: Number) -> bool:
    """ "27 not 17": the one that is meant, and the one that is not."""
    denied = "neg" in message.marks("cues", number.last)
    return denied and any(other.first == number.last + 1 for other in message.numbers)


def _dated(message: Message, number: Number) -> bool:
    """ "18 in april", "17 next month": an age soon reached."""
    return (
        _begins_item(message, number)
        and number.value in ALONE
        and _when(message, number.last, reach=2) is not None
    )


def _spans_of(message: Message, number: Number) -> list[Span]:
    value = int(number.value)
    becoming = [hit for hit in message.ending("age", number.first) if hit.concept == "becoming"]
    if becoming and _is_supposed(message, number):  # "if i turn 18": tried out as being so
        return [_age_span(message, number, value)]
    before = becoming + _dated_then(message, number)
    if not before and not _dated(message, number) and not _not_yet(message, number):
        later = _until(message, number) or _birthday_alone(message)
        return [_age_span(message, number, value), *later]
    first = before[0].first if before else number.first
    birthday = _when(message, number.last)
    spans = [message.span(first, number.last, "age", value - 1)]
    if birthday:
        spans.append(message.span(first, birthday[1], "next_birthday", birthday[0]))
    return spans


def _dated_then(message: Message, number: Number) -> list[Hit]:
    """ "Cuando cumpla 18 en abril": a birthday that has its date is only waited for."""
    then = [hit for hit in message.ending("age", number.first) if hit.concept == "then"]
    return then if _when(message, number.last, reach=2) else []


def _is_supposed(message: Message, number: Number) -> bool:
    sentence = message.sentence[number.first]
    return any(message.sentence[hit.first] == sentence for hit in message.of("changes", "what_if"))


def _until(message: Message, number: Number) -> list[Span]:
    """ "17 til 4/9": the age, and when it ends."""
    for hit in message.starting("age", number.last):
        found = _when(message, hit.last, reach=2) if hit.concept == "until" else None
        if found:
            return [message.span(hit.first, found[1], "next_birthday", found[0])]
    return []


def _age_span(message: Message, number: Number, value: int) -> Span:
    after = message.starting("age", number.last)
    last = max((hit.last for hit in after if hit.concept in YEARS), default=number.last)
    return message.span(number.first, last, "age", value)


def _born(message: Message) -> list[Span]:
    """Work out the age from a birth date with its month; a year alone leaves two ages open."""
    for hit in message.of("age", "born"):
        for at in range(hit.last, min(hit.last + 4, len(message.words))):
            found = _BIRTH.fullmatch(message.word(at))
            month, year = (int(found[1]), int(found[2])) if found else _spelt(message, at)
            age = _age_of(message.context.today, month, year)
            if age is not None:
                return [message.span(hit.first, at + 1, "age", age)]
    return []


def _spelt(message: Message, at: int) -> tuple[int, int]:
    """Read "june 2007" up to a year at this place; zeros when it is none."""
    if not re.fullmatch(r"(?:19|20)\d\d", message.word(at)):
        return 0, 0
    months = [
        hit.value
        for first in [*range(at + 1, min(at + 4, len(message.words))), *range(max(0, at - 4), at)]
        for hit in [*message.starting("age", first), *message.starting("numbers", first)]
        if hit.concept == "month"
    ]
    return (int(months[-1]) if months else 0), int(message.word(at))


def _age_of(today: date, month: int, year: int) -> int | None:
    """Count the years; in the month of birth itself the day would decide."""
    if not 1 <= month <= 12 or month == today.month:
        return None
    age = today.year - year - (month > today.month)
    return age if YOUNGEST <= age <= OLDEST else None


def _birthday_alone(message: Message) -> list[Span]:
    for hit in message.of("age", "birthday"):
        found = _when(message, hit.last)
        if found:
            return [message.span(hit.first, found[1], "next_birthday", found[0])]
    return []


def _when(message: Message, start: int, reach: int = 4) -> tuple[str, int] | None:
    """Read "in march", "next month", "in two months" near a word; the date and its end."""
    today = message.context.today
    for at in range(start, min(start + reach, len(message.words))):
        for hit in [*message.starting("age", at), *message.starting("numbers", at)]:
            if hit.concept == "month":
                return _day_of(message, hit.value, hit.last)
            if hit.concept in ("this_month", "next_month"):
                return _month_after(today, hit.concept == "next_month"), hit.last
        found = _figures(message, at) or _day_first(message, at) or _ahead(message, at)
        if found:
            return found
    return None


def _figures(message: Message, at: int) -> tuple[str, int] | None:
    """Read "4/9" as the ninth of April."""
    date_ = _IN_FIGURES.fullmatch(message.word(at))
    if date_ is None or not 1 <= int(date_[1]) <= 12 or not 1 <= int(date_[2]) <= 31:
        return None
    return _next_time(message.context.today, int(date_[1]), int(date_[2])), at + 1


def _day_first(message: Message, at: int) -> tuple[str, int] | None:
    """Read "12 de diciembre"."""
    day = next((n for n in message.numbers if n.first == at and 1 <= n.value <= 31), None)
    if day is None or message.word(day.last) != "de":
        return None
    for hit in [*message.starting("age", day.last + 1), *message.starting("numbers", day.last + 1)]:
        if hit.concept == "month":
            return _next_time(message.context.today, hit.value, int(day.value)), hit.last
    return None


def _next_time(today: date, month: int, day: int) -> str:
    """Write the day when a month and day come round next."""
    return f"{today.year + ((month, day) < (today.month, today.day))}-{month:02d}-{day:02d}"


def _ahead(message: Message, at: int) -> tuple[str, int] | None:
    """Read "two months" or "ten days" from now."""
    number = next((one for one in message.numbers if one.first == at and one.whole), None)
    if number is None or number.value > MOST_AHEAD:
        return None
    for hit in message.starting("age", number.last):
        if hit.concept == "months_ahead":
            return _month_after(message.context.today, int(number.value)), hit.last
        if hit.concept in DAYS:
            day = message.context.today + timedelta(days=DAYS[hit.concept] * int(number.value))
            return f"{day.year}-{day.month:02d}", hit.last
    return None


def _month_after(today: date, months: int) -> str:
    count = today.year * 12 + today.month - 1 + months
    return f"{count // 12}-{count % 12 + 1:02d}"


def _day_of(message: Message, month: int, last: int) -> tuple[str, int]:
    """The next time this month, and day if said, comes round."""
    today = message.context.today
    day = next((n for n in message.numbers if n.first == last and 1 <= n.value <= 31), None)
    passed = (month, int(day.value) if day else 31) < (today.month, today.day)
    year = today.year + passed
    if day is None:
        return f"{year}-{month:02d}", last
    return f"{year}-{month:02d}-{int(day.value):02d}", day.last
