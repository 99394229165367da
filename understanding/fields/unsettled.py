"""What leaves a yes or no of a life unsettled: asked, doubted, wished for, over, refused."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from understanding.asking import asked_of_program
from understanding.former import was_once
from understanding.lexicon import Hit
from understanding.message import Message
from understanding.negation import denial_before

THING = "thing"
AID = frozenset({"low_income"})  # to draw no aid is not to be well off
LACKS = frozenset({"needs_childcare"})  # "can't find daycare" is the need itself
OWN = frozenset({"have", "possess", "neg", "lost"})
PROPOSING = ("lets", "let's", "let\u2019s")
REFUSING = 7  # words from a "not" to what is not wanted
TOLD_ALONE = frozenset({"laid_off", "employed", "union_member"})  # of no one, in a question
BARE_LICENSE = 2  # words of one that is not said to be for driving
TRADES = ("occupations", "tasks")
LICENSED = ("39-5", "29-1141", "29-2061", "47-2111", "47-2152", "49-9021", "41-9022", "31-9011")
SHOWN_BY_NEED = frozenset({"parent_or_pregnant"})  # "I need to pick up my daughter"
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


def is_unsettled(message: Message, hit: Hit) -> bool:
    """Tell whether what a fact's words say is not stated of now."""
    return any(way(message, hit) for way in _WAYS)


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
    first = hit.first - ("one" in message.marks("reach", hit.first - 1))
    return any(
        cue.first < first <= cue.last and "subject" not in message.marks("people", cue.first)
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


def _refused(message: Message, hit: Hit) -> bool:
    """ "I don't want to start over at minimum wage": what is not wanted is no fact."""
    denial = denial_before(message, hit.first, REFUSING)
    if denial is None or hit.concept == "willing_to_relocate":
        return False
    near = range(denial + 1, hit.first)
    return any(message.marks("cues", at) & {"want", "like"} for at in near)


_WAYS = (
    _only_asked, _uncertain, _wished, _over, _of_a_trade, _unpaid, _proposed, _refused,
)  # fmt: skip
