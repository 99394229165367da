"""Yes and no facts of a life (a license, children, a record). Silence is never a no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from understanding.changes import retold
from understanding.deeds import is_handled
from understanding.fields.duties import duties
from understanding.fields.possession import holds
from understanding.fields.unsettled import AID, LACKS, THING, is_unsettled
from understanding.former import is_now
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import denial_before, negated
from understanding.people import CLIENT, others_words, speaks_of
from understanding.reading import Span

CONTRASTED = "contrasted"  # topic of "not me"
TIMES = frozenset({"time", "seasonal", "nights", "weekends", "working", "work"})
HALVES = "halves"  # topic of "hate my ... job", whose middle stays free
TRADE = "trade"  # topic of "i am a machinist", which those say too who have lost that work
HELPERS = frozenset({"unsaid", "has"})  # entries of the file that are no facts
GAP = 3  # words between the two halves of a fact ("the plant i was at closed")
SELDOM_DENIED = frozenset({"laid_off"})  # "he won't let me go" tells of no job
RIGHT_BEFORE = 2  # words from a "not" to a dismissal that it denies ("wasn't laid off")
CONTRAST = 7  # words from what is told of another to "not me"
SMALL = 14  # years below which a child is not the one asked for
KINDS = frozenset({"justice_involved"})  # no felony, and yet a misdemeanor
PARTING = frozenset({"but", "neg"})
FAMILY = frozenset({"other", "child"})
ALWAYS = "always"  # true when said, also after a "not" ("no one hires me with my record")
EXPECTING = "expecting"  # true when said; a "not" before it says nothing of children
IMPLIED = {
    "laid_off": (("employed", False),),
    "needs_childcare": (("parent_or_pregnant", True),),
}


def read_facts(draft: Draft) -> None:
    """Add each fact once; a plain statement outweighs a thing one has or lacks."""
    message = draft.message
    found: dict[str, tuple[bool, Hit]] = {}
    used: set[int] = set()
    for hit in _statements(message):
        value = _value(draft, hit)
        told = value is not None and hit.topic != "duties"  # what the work is stays free
        used.update(_used(hit) if told else ())
        if value is not None and _outweighs(message, hit, found.get(hit.concept)):
            found[hit.concept] = (value, hit)
    _leave_out_former(draft, found)
    for flag, (value, hit) in found.items():
        first = _first_word(message, hit)
        _add(draft, message.span(first, hit.last, f"facts.{flag}", value), hit)
    draft.taken.update(used)
    _add_implied(draft, found)


def _is_open(hit: Hit) -> bool:
    """Whether what the work is stays free between the words that tell of being at it."""
    return hit.topic == HALVES and hit.concept == "employed"


def _used(hit: Hit) -> Iterable[int]:
    return (hit.first, hit.last - 1) if _is_open(hit) else range(hit.first, hit.last)


def _add(draft: Draft, span: Span, hit: Hit) -> None:
    if hit.topic == "duties" or _is_open(hit):
        draft.spans.append(span)
    else:
        draft.add([span])


def _statements(message: Message) -> list[Hit]:
    """List what may tell a fact: whole sentences, things, and two halves that belong together."""
    whole = [hit for hit in message.of("facts") if hit.concept not in HELPERS]
    whole = [hit for hit in whole if not is_handled(message, hit)]
    told = [hit for hit in whole if " " not in str(hit.value)]
    told += [pair for hit in whole if _half(hit, "from") for pair in _pairs(message, hit)]
    told += _contrasts(message, told) + _jobs(message) + duties(message)
    plain = [hit for hit in told if not any(_inside(hit, other) for other in told)]
    return sorted(plain, key=lambda hit: (hit.first, hit.last))


def _inside(hit: Hit, other: Hit) -> bool:
    """ "No one to leave my boy with" is not of having a boy."""
    within = other.first <= hit.first and hit.last <= other.last
    return hit.value == THING and other.value != THING and within


def _jobs(message: Message) -> list[Hit]:
    """List "I'm a janitor": who says so is at work. A licence may be held without."""
    return [
        Hit(TRADE, "employed", True, cue.first, job.last)
        for cue in message.of("cues", "as_job")
        for job in [
            *message.starting("occupations", cue.last),
            *(one for one in message.starting("duties", cue.last) if _is_role(message, one)),
        ]
        if not message.starting("credentials", cue.last)
    ]


def _is_role(message: Message, hit: Hit) -> bool:
    """ "I am a lunch lady"; not "i am a full time student"."""
    return hit.concept == "maybe" and message.word(hit.last - 1) not in TIMES


def _contrasts(message: Message, told: list[Hit]) -> list[Hit]:
    """ "My brother's a veteran, not me", "mi esposo no maneja, yo sí": told of the writer too."""
    turned = message.of("helpers", "not_me", "but_me")
    others = others_words(message) | retold(message) if turned else set()
    found = []
    for hit in told:
        if hit.first not in others:
            continue
        for turn in message.of("helpers", "not_me", "but_me"):
            if 0 <= turn.first - hit.last <= CONTRAST and _closes(message, turn):
                value = turn.concept == "but_me"
                found.append(Hit(CONTRASTED, hit.concept, value, turn.first, turn.last))
    return found


def _closes(message: Message, hit: Hit) -> bool:
    """ "Yo no.", "not me but", "not me lol": nothing more is said of it."""
    after = hit.last
    if "break" in message.marks("age", after):
        return True
    ends = after == len(message.words) or message.is_stop(after)
    return ends or bool(message.marks("cues", after) & {"but", "and"})


def _half(hit: Hit, side: str) -> bool:
    return f"{side} " in str(hit.value)


def _pairs(message: Message, begin: Hit) -> Iterator[Hit]:
    """Join "from x" to a "to x" that stands a few words on, in the same stretch."""
    wanted = str(begin.value).replace("from ", "to ")
    for at in range(begin.last, min(begin.last + GAP, len(message.words)) + 1):
        for end in message.starting("facts", at):
            if end.concept == begin.concept and end.value == wanted:
                value = not wanted.startswith("no ")
                yield Hit(HALVES, begin.concept, value, begin.first, end.last)
                return
        if at == len(message.words) or _parts(message, at):
            return


def _parts(message: Message, at: int) -> bool:
    """A stop, a "but" or a "not" between two halves takes them apart."""
    return message.is_stop(at) or not message.marks("cues", at).isdisjoint(PARTING)


def _outweighs(message: Message, hit: Hit, known: tuple[bool, Hit] | None) -> bool:
    """A sentence overrules a thing ("my car broke down"), and what follows a "but"."""
    if known is None or (hit.value != THING and known[1].value == THING):
        return True
    if hit.concept in KINDS and not known[0] and known[1].value is not False:
        return True
    if hit.concept in AID and known[0]:
        return False
    if "not_me" in message.marks("helpers", hit.first):
        return True
    between = range(known[1].last, hit.first)
    turned = any("but" in message.marks("cues", at) for at in between)
    return turned or is_now(message, known[1].last, hit.first)


def _leave_out_former(draft: Draft, found: dict[str, tuple[bool, Hit]]) -> None:
    """ "Got let go in 09, now i drive for uber": at work, and laid off no more."""
    lost = found.get("laid_off")
    if lost and lost[0] and "employed" in found and found["employed"][1].topic == TRADE:
        del found["employed"]
    if lost and any(is_now(draft.message, lost[1].last, at) for at in _at_work(draft, found)):
        del found["laid_off"]
        if not found.get("employed", (True,))[0]:
            del found["employed"]


def _at_work(draft: Draft, found: dict[str, tuple[bool, Hit]]) -> list[int]:
    """Say where a message tells of being at work."""
    employer = [s for s in draft.spans if s.field == "facts.employed" and s.value is True]
    places = [draft.message.within(span).start for span in employer]
    stated, hit = found.get("employed", (False, None))
    return [*places, hit.first] if stated and hit else places


def _value(draft: Draft, hit: Hit) -> bool | None:
    message = draft.message
    if hit.concept == "parent_or_pregnant" and _of_the_child(message, hit):
        return None
    free = _is_free(draft, hit) or _tells_of_self(message, hit)
    if not free or is_unsettled(message, hit):
        return None
    if hit.value == THING:
        return holds(message, hit)
    denied = _denied(message, hit) and hit.concept not in LACKS
    if denied and hit.concept in SELDOM_DENIED:
        return False if _denied_outright(message, hit) else None
    if hit.value == ALWAYS:
        return True
    if hit.value == EXPECTING:
        return None if denied else True
    return denied is not (hit.value is True)


def _is_free(draft: Draft, hit: Hit) -> bool:
    """What stands inside a fact may be a place ("home from Huntsville correctional")."""
    return draft.taken.isdisjoint((hit.first, hit.last - 1))


def _tells_of_self(message: Message, hit: Hit) -> bool:
    """ "My mom drives me" is about the writer, though the mother acts; so is "not me"."""
    if hit.topic == CONTRASTED:
        return True
    told = range(hit.first, hit.last)
    if any("ours" in message.marks("helpers", at) for at in told):  # "the family lost our flat"
        return True
    return any(message.marks("people", at) & FAMILY for at in told)


def _of_the_child(message: Message, hit: Hit) -> bool:
    """ "My son is 17 and wants to weld": asked for the son, who is no parent by that."""
    named = message.starting("people", hit.first)  # "mi hija", "my son is 17"
    marks = [one.concept == "child" and one.last <= hit.last for one in named]
    near = [one for one in message.numbers if 0 <= one.first - hit.last <= 2]
    small = any(number.value < SMALL for number in near)
    return any(marks) and not small and speaks_of(message) == CLIENT


def _denied_outright(message: Message, hit: Hit) -> bool:
    """ "Wasn't laid off", "no me despidieron"; not "he won't let me go"."""
    lets = any("lets" in message.marks("helpers", at) for at in range(hit.first, hit.last))
    return not lets and denial_before(message, hit.first, RIGHT_BEFORE) is not None


def _denied(message: Message, hit: Hit) -> bool:
    """A phrase that holds its own "no" is not turned round ("ain't never been arrested")."""
    if hit.topic == CONTRASTED:
        return False  # "i don't have one, but he does": it says itself whether it is so
    own = any("neg" in message.marks("cues", at) for at in range(hit.first, hit.last))
    if hit.value is False and "it" in message.marks("reach", hit.first):
        return False  # "i don't have a car anymore it got towed"
    return not (own and hit.value is False) and negated(message, hit.first, reach=5)


def _first_word(message: Message, hit: Hit) -> int:
    """Let the span begin with the "no" that turned the fact."""
    denial = denial_before(message, hit.first, reach=5)
    return hit.first if denial is None else denial


def _add_implied(draft: Draft, found: dict[str, tuple[bool, Hit]]) -> None:
    if "needs_childcare" in found and "parent_or_pregnant" not in found:
        _add_children(draft, found["needs_childcare"][1])
    for flag, consequences in IMPLIED.items():
        value, hit = found.get(flag, (False, None))
        if hit is None or value is not True:
            continue
        for implied, implied_value in consequences:
            if implied not in found:
                draft.add(
                    [draft.message.span(hit.first, hit.last, f"facts.{implied}", implied_value)]
                )


def _add_children(draft: Draft, hit: Hit) -> None:
    """ "Grandma keeps the kids": there are some, whoever keeps them."""
    message = draft.message
    if any("kids" in message.marks("helpers", at) for at in range(hit.first, hit.last)):
        draft.add([message.span(hit.first, hit.last, "facts.parent_or_pregnant", True)])
