"""Whether work that is named is wanted, unwanted, past, or only mentioned."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from understanding.asking import asked_of_program
from understanding.deeds import deeds_told
from understanding.fields.afterwords import told_after
from understanding.fields.wishes import REACH, Wish, is_work
from understanding.lexicon import Hit
from understanding.message import DO, Draft, Message

MORE = 4  # words of another sense beside work that is an item
BARE = 4  # words of a message that is little more than a title
STATING = frozenset({"have", "self", "also"})
SHORT_NO = 6  # words that a bare "no" reaches
LESSER = 3  # words between "than" and what is less wanted
NEAR = 5  # words a cue reaches to work that is often said in passing ("the numbers")
PERHAPS = frozenset({"maybe", "perhaps", "quizas", "quiza"})


def wish_for(message: Message, hit: Hit, draft: Draft) -> Wish:
    """Decide by the nearest cue; words after the work ("makes me sick") come first."""
    after = told_after(message, hit)
    if after is not None:
        return after
    if hit.concept in ASKED_ABOUT and asked_of_program(message, hit.first):
        return Wish.NONE  # "is it only for young people?"
    if _is_lesser(message, hit):
        return _given_up(message, hit)
    before = _before(message, hit)
    if before is Wish.DROPPED:
        return _given_up(message, hit)
    return before if before is not None else _uncued(draft, hit)


def _is_lesser(message: Message, hit: Hit) -> bool:
    """ "Rather cut hair than go to an office", "prefiero cuidar niños que limpiar"."""
    for at in range(hit.first - 1, max(-1, hit.first - 1 - LESSER), -1):
        if "than" in message.marks("reach", at):
            chosen = [one for one in message.of("preferring") if one.first < at]
            return any(message.sentence[one.first] == message.sentence[at] for one in chosen)
        if message.is_stop(at):
            return False
    return False


def _given_up(message: Message, hit: Hit) -> Wish:
    """What was wanted before and is less wanted now goes; else it was only compared."""
    known = (message.context.profile.get("interests") or {}).get("likes") or ()
    return Wish.REMOVE if hit.concept.split()[-1] in known else Wish.NONE


def _before(message: Message, hit: Hit) -> Wish | None:
    """Walk left to the first cue; work done before counts when no wish stands before it."""
    crossed, found = False, None
    reach = NEAR if _is_passing(message, hit) else REACH
    for at in range(hit.first - 1, max(-1, hit.first - 1 - reach), -1):
        marks = message.marks("cues", at)
        if message.word(at) in (".", ";", "!", "?") or ("but" in marks and "dislike" not in marks):
            return found
        if "wh" in marks and crossed:
            return found  # a question begun there is about what follows it
        wish = _of_cue(message, at, hit.first, crossed)
        if wish is Wish.EXPERIENCE:
            found = wish
        elif wish is not None and (found is None or "self" not in marks):
            return wish
        crossed = crossed or message.is_stop(at)
        if found is not None and (crossed or _starts_anew(message, at)):
            return found
        if _runs_on(message, at):
            return found
    return found


def _starts_anew(message: Message, at: int) -> bool:
    """ "I worked in a kitchen" begins at its "i"; no wish before that is about the kitchen."""
    return "self" in message.marks("cues", at)


def _runs_on(message: Message, at: int) -> bool:
    """ "... to cook i want": a writer who speaks again right after work has begun anew."""
    if "subject" in message.marks("people", at) and at > 0:
        return not message.marks("cues", at - 1)
    return "as_self" in message.marks("people", at) and is_work(message, at - 1)


def _of_cue(message: Message, at: int, first: int, crossed: bool) -> Wish | None:
    marks, near = message.marks("cues", at), first - at <= SHORT_NO
    if "nothing" in message.marks("reach", at) and at == first - 1:
        return Wish.DISLIKE
    if "neutral_not" in marks:
        return Wish.NONE
    if "dislike" in marks:
        turned = _denied(message, _start_of_cue(message, at, "dislike"), {"neg"})
        return Wish.LIKE if turned else Wish.DISLIKE
    if "like" in marks:
        return _liked(message, at)
    if crossed:
        return None
    return _of_small_cue(message, at, first, near)


def _of_small_cue(message: Message, at: int, first: int, near: bool) -> Wish | None:
    """Cues that reach only to the next comma; a bare "no" only a few words."""
    marks = message.marks("cues", at)
    if "instead_of" in marks:
        return Wish.DROPPED
    if "neg" in marks:
        reached = near and _reaches(message, at, first)
        if reached and message.starting("credentials", first):
            return Wish.NONE  # "no CDL yet"
        return _denied_work(message, at) if reached else None
    if "only" in marks:
        return Wish.ONLY
    if "remove" in marks and message.sentence[at] not in message.questions:
        return Wish.REMOVE
    asks = message.word(at) == DO and message.sentence[at] in message.questions
    return Wish.EXPERIENCE if "experience" in marks and not asks else None


def _reaches(message: Message, at: int, first: int) -> bool:
    """ "Sin sindicato y también tengo niños": a new statement ends what a "no" denies."""
    if any("subject" in message.marks("people", one) for one in range(at + 3, first + 1)):
        return False  # "when i am not in class i am wrenching on bikes"
    for one in range(at + 1, first):
        if "reason" in message.marks("reach", one):
            return False  # "nunca he trabajado porque cuidaba a mi abuela"
        if "and" in message.marks("cues", one) and message.marks("cues", one + 1) & STATING:
            return False
    return not any(
        at < hit.first and hit.last <= first and " " not in str(hit.value)
        for hit in message.of("facts")
    )  # half of a fact is none


def _denied_work(message: Message, at: int) -> Wish | None:
    """ "No nursing" is unwanted; "was not a mechanic" only was none; "no, what pays" asks."""
    if "wh" in message.marks("cues", at + 1):
        return None
    if message.marks("cues", at + 1) & {"have"}:
        return Wish.NONE  # "I have no computer"
    is_state = message.word(at - 1) in ("was", "were", "am", "is", "soy", "fui", "era")
    return Wish.NONE if is_state else Wish.DISLIKE


def _liked(message: Message, at: int) -> Wish:
    """ "I like", turned by "not", narrowed by "only"."""
    first = _start_of_cue(message, at, "like")
    if _denied(message, first, {"neg", "dislike"}):
        return Wish.DISLIKE
    near = range(max(0, first - 2), min(first + 5, len(message.words)))
    only = any("only" in message.marks("cues", one) and one < at + 2 for one in near)
    return Wish.ONLY if only else Wish.LIKE


def _start_of_cue(message: Message, at: int, concept: str) -> int:
    while at > 0 and concept in message.marks("cues", at - 1):
        at -= 1
    return at


def _denied(message: Message, first: int, by: AbstractSet[str]) -> bool:
    for at in range(first - 1, max(-1, first - 4), -1):
        marks = message.marks("cues", at)
        anew = "subject" in message.marks("people", at)
        if message.is_stop(at) or anew or marks & {"but", "and"} or is_work(message, at):
            return False
        if marks & by:
            turned = "neg" in marks or _right_before(message, at, first)
            return turned and "neutral_not" not in marks and _reaches(message, at, first)
    return False


def _right_before(message: Message, at: int, first: int) -> bool:
    """ "Sick of trying to be"; but "quit in 10th, want to be" begins anew."""
    return at == first - 1 or (at == first - 2 and "joining" in message.marks("reach", first - 1))


def _uncued(draft: Draft, hit: Hit) -> Wish:
    """Named without a word on it: wanted, unless the sentence asks or tells of something else."""
    message = draft.message
    asked = message.sentence[hit.first] in message.questions
    if _is_pastime(message, hit) and not asked:
        return Wish.LIKE
    if (
        _left_behind(message, hit)
        or _is_source(message, hit)
        or _speaks(message, hit)
        or (hit.topic == "titles" and len(message.words) > BARE)
    ):
        return Wish.NONE  # among 30,000 titles are many that people say of others
    passing = _is_passing(message, hit)
    if asked and hit.topic != "titles" and not _is_proposed(message, hit):
        return Wish.NONE if passing or _asked_of(message, hit) else Wish.LIKE
    most = MORE if hit.topic in ("interests", "tasks") and not passing else 0
    return Wish.NAMED if _is_named_alone(draft, hit, most) else Wish.NONE


def _is_pastime(message: Message, hit: Hit) -> bool:
    """ "Toco la guitarra", "hago pasteles": the verb says that the writer does it."""
    at = hit.first
    if any("doing" in message.marks("cues", one) for one in (at, at - 1, at - 2) if one >= 0):
        return True
    return any((one.first, one.last) == (at, hit.last) for one in deeds_told(message))


def _is_passing(message: Message, hit: Hit) -> bool:
    """Tell work that people also name when they speak of something else ("my kids")."""
    first = hit.first + (
        "leading" in message.marks("reach", hit.first) and hit.last - hit.first > 1
    )
    ways = [*message.starting("passing", hit.first), *message.starting("passing", first)]
    return any(one.last == hit.last and one.concept == "words" for one in ways)


def _is_named_alone(draft: Draft, hit: Hit, most: int) -> bool:
    """Work named as an item ("19, milwaukee, welding"), not in passing, in a tale of its own."""
    message = draft.message
    awaiting = message.context.awaiting
    if awaiting is not None and awaiting.name == "interests":
        return True
    clause = [
        at for at in range(len(message.words)) if message.clause[at] == message.clause[hit.first]
    ]
    return sum(_tells_more(draft, at) for at in clause) <= most


def _tells_more(draft: Draft, at: int) -> bool:
    """A word that is no work, no other field's, and none of the small ones around them."""
    message = draft.message
    if at in draft.taken or is_work(message, at) or not message.word(at).isalnum():
        return False
    topics = ("cues", "people", "answers")
    known = any(message.marks(topic, at) for topic in topics)
    mending = "correct" in message.marks("changes", at)
    return not (known or mending) and message.word(at) not in SMALL


def _left_behind(message: Message, hit: Hit) -> bool:
    """ "I am a cashier but": what follows is what is wanted; "caseworker here" is who writes."""
    if message.word(hit.last) in ("here", "aqui"):
        return True
    is_own = any(cue.concept == "as_job" for cue in message.ending("cues", hit.first))
    after = range(hit.last, min(hit.last + 3, len(message.words)))
    return is_own and any("but" in message.marks("cues", at) for at in after)


def _is_proposed(message: Message, hit: Hit) -> bool:
    """ "Museums? Gardens?": all that the sentence says, by one who says more than that."""
    end = hit.last + (message.word(hit.last) in PERHAPS)
    whole = message.opens_sentence(hit.first) and message.word(end) == "?"
    return whole and len(message.words) > BARE


def _speaks(message: Message, hit: Hit) -> bool:
    """ "Her guidance counselor told us": who says something, and no wish."""
    said = any(one.concept == "says" for one in message.starting("people", hit.last))
    return said and hit.topic in ("occupations", "titles")


def _is_source(message: Message, hit: Hit) -> bool:
    """ "My CPR card is from babysitting class": where something was come by."""
    return any(cue.concept == "source" for cue in message.ending("cues", hit.first))


def _asked_of(message: Message, hit: Hit) -> bool:
    """A question about the help itself ("is there food?") is no wish."""
    return hit.concept in ASKED_ABOUT


ASKED_ABOUT = frozenset({"education_care"})
SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "for",
        "to",
        "with",
        "or",
        "some",
        "stuff",
        "things",
        "work",
        "job",
        "jobs",
        "field",
        "type",
        "kind",
        "please",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "de",
        "del",
        "en",
        "con",
        "para",
        "al",
        "lo",
        "cosas",
        "trabajo",
        "por",
        "favor",
        "tipo",
    }
)
