"""Yes and no facts of a life (a license, children, a record). Silence is never a no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from understanding.asking import asked_of_program
from understanding.fields.duties import duties
from understanding.fields.possession import holds
from understanding.former import is_now, was_once
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import denial_before, negated
from understanding.people import CLIENT, others_words, speaks_of
from understanding.reading import Span

THING = "thing"
CONTRASTED = "contrasted"  # topic of "not me"
TIMES = frozenset({"time", "seasonal", "nights", "weekends", "working", "work"})
HALVES = "halves"  # topic of "hate my ... job", whose middle stays free
TRADE = "trade"  # topic of "i am a machinist", which those say too who have lost that work
HELPERS = frozenset({"unsaid", "has"})  # entries of the file that are no facts
GAP = 3  # words between the two halves of a fact ("the plant i was at closed")
OWN = frozenset({"have", "possess", "neg", "lost"})
WISHED = (
    "employed",
    "union_member",
    "enrolled_in_school",
    "own_transport",
    "driver_license",
    "algebra_credit",
)
PRESENT = frozenset(
    {"employed", "union_member", "laid_off", "homeless", "enrolled_in_school", "needs_childcare",
     "low_income", "own_transport"}
)  # fmt: skip
LACKS = frozenset({"needs_childcare"})  # "can't find daycare" is the need itself
SHOWN_BY_NEED = frozenset({"parent_or_pregnant"})  # "I need to pick up my daughter"
PROPOSING = ("lets", "let's", "let\u2019s")
SELDOM_DENIED = frozenset({"laid_off"})  # "he won't let me go" tells of no job
RIGHT_BEFORE = 2  # words from a "not" to a dismissal that it denies ("wasn't laid off")
CONTRAST = 7  # words from what is told of another to "not me"
SMALL = 14  # years below which a child is not the one asked for
KINDS = frozenset({"justice_involved"})  # no felony, and yet a misdemeanor
AID = frozenset({"low_income"})  # to draw no aid is not to be well off
TOLD_ALONE = frozenset({"laid_off", "employed", "union_member"})  # of no one, in a question
PARTING = frozenset({"but", "neg"})
FAMILY = frozenset({"other", "child"})
BARE_LICENSE = 2  # words of one that is not said to be for driving
TRADES = ("occupations", "tasks")
LICENSED = ("39-5", "29-1141", "29-2061", "47-2111", "47-2152", "49-9021", "41-9022", "31-9011")
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
    others = others_words(message) if message.of("helpers", "not_me", "but_me") else set()
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
    if not free or any(open_(message, hit) for open_ in UNSETTLED):
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
    own = any("neg" in message.marks("cues", at) for at in range(hit.first, hit.last))
    return not (own and hit.value is False) and negated(message, hit.first, reach=5)


def _only_asked(message: Message, hit: Hit) -> bool:
    """ "Do I need a license?" says nothing; "can I do it with a felony?" does."""
    if hit.concept in LACKS:  # who asks for childcare needs it
        return False
    if asked_of_program(message, hit.first):
        return True
    if message.sentence[hit.first] not in message.questions:
        return False
    if hit.concept in TOLD_ALONE and _asked_alone(message, hit):
        return True
    return hit.value == THING and not _said_of_self(message, hit)


def _asked_alone(message: Message, hit: Hit) -> bool:
    """ "When is the office closed", "is the plant closed": told of no one."""
    here = [at for at in range(hit.first) if message.clause[at] == message.clause[hit.first]]
    marks = [message.marks("cues", at) for at in here]
    opened = hit.concept == "laid_off" or any("wh" in mark for mark in marks)
    return opened and not any("self" in mark for mark in marks)


def _said_of_self(message: Message, hit: Hit) -> bool:
    lead: list[AbstractSet[str]] = [
        message.marks("cues", at) for at in range(max(0, hit.first - 4), hit.first)
    ]
    own = any(not marks.isdisjoint(OWN) for marks in lead)
    return own and not any("question_need" in marks for marks in lead)


def _uncertain(message: Message, hit: Hit) -> bool:
    """ "Not sure if I have a record" and "do I need to be a veteran" settle nothing."""
    if hit.concept in LACKS:
        return False
    lead = range(max(0, hit.first - 5), hit.first)
    if any("neutral_not" in message.marks("cues", at) for at in lead):
        return bool(hit.value != THING)
    if hit.concept in SHOWN_BY_NEED:
        return False
    return any("question_need" in message.marks("cues", at) for at in lead)


def _wished(message: Message, hit: Hit) -> bool:
    """ "I want a union job" tells of a wish, not of a member."""
    well_off = hit.concept in AID and hit.value is False  # "want to make good money"
    if not well_off and (hit.concept not in WISHED or hit.value is not True):
        return False
    if any(wish.concept == "before" for wish in message.ending("aspiring", hit.first)):
        return True  # "down to work at a plant"
    return any(
        cue.first < hit.first <= cue.last and "subject" not in message.marks("people", cue.first)
        for cue in message.of("cues", "want", "like", "get")
    )


def _over(message: Message, hit: Hit) -> bool:
    """ "I used to be homeless", "was working at the mill" tell of another time."""
    if hit.concept == "employed" and hit.value is True and _left(message, hit):
        return True
    return hit.concept in PRESENT and was_once(message, hit.first)


def _left(message: Message, hit: Hit) -> bool:
    if "past" in message.marks("cues", hit.first):  # "was at work and missed it"
        return False
    return any(one.first < hit.first < one.last for one in message.of("work", "ex_at"))


def _of_a_trade(message: Message, hit: Hit) -> bool:
    """ "I do nails, no license": the licence of the trade that was just named, not a driver's."""
    bare = hit.last - hit.first <= BARE_LICENSE and hit.value in (THING, False)
    if hit.concept != "driver_license" or not bare:
        return False
    trades = [one for topic in TRADES for one in message.of(topic) if one.last <= hit.first]
    near = [one for one in trades if message.sentence[one.first] == message.sentence[hit.first]]
    return bool(near) and any(_is_licensed(one) for one in near)


def _is_licensed(trade: Hit) -> bool:
    code, *_ = str(trade.concept).split()
    return code.startswith(LICENSED)


def _unpaid(message: Message, hit: Hit) -> bool:
    """ "Los sábados trabajo de voluntaria": what is done for no pay is no job."""
    if hit.concept != "employed" or hit.value is not True:
        return False
    clause = message.clause[hit.first]
    return any(message.clause[one.first] == clause for one in message.of("helpers", "unpaid"))


def _proposed(message: Message, hit: Hit) -> bool:
    """ "Let's go with the first" lets nobody go."""
    span = message.span(hit.first, hit.last, hit.concept, None)
    return span.text.casefold().startswith(PROPOSING)


UNSETTLED = (_only_asked, _uncertain, _wished, _over, _of_a_trade, _unpaid, _proposed)


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
