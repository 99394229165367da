"""Cards, licences and certificates a person holds, and the courses they passed."""

from __future__ import annotations

from dataclasses import replace

from understanding.asking import asked_of_program
from understanding.changes import supposes
from understanding.lexicon import Hit
from understanding.message import DO, HARD, Draft, Message
from understanding.negation import negated
from understanding.reading import Span

ALGEBRA = "algebra"
PERMIT = ("credentials", "permit")
LIST_REACH = 7  # words of a list of courses after "passed"
AFTER_CLASS = 8  # words from a class to "got certified"
REACH = 5  # words a wish or a "have" can stand before a card
WISHES = frozenset({"want", "get", "like", "question_need"})
OBJECTS = frozenset({"la", "lo"})  # "la clase A si la traigo"
OWNED = frozenset({"have", "possess", "experience"})
HELPERS = frozenset(
    {"to come", "carried", "certified", "endorsement", "ended"}
)  # entries of the file that are no credentials
AFTER_CARD = 24  # words from a card to "cert ran out"
SCHOOLED = frozenset(
    {"cna", "hha", "lpn", "emt", "medical-assistant", "phlebotomy", "pharmacy-technician",
     "cdl", "cdl-a", "cdl-b", "welding-certificate", "cosmetology-license", "a-and-p", "cda"}
)  # fmt: skip


def read_credentials(draft: Draft) -> None:
    """Add credentials held; one wished for or asked about is not held."""
    message = draft.message
    for hit in message.of("credentials"):
        if hit.concept not in HELPERS and draft.free(hit) and _held(message, hit):
            name = hit.concept.split()[0]
            draft.add([message.span(hit.first, hit.last, "credentials", name, op="add")])
    _take_endorsements(draft)
    _add_schooling(draft)
    _add_no_license(draft)
    draft.add(_courses(draft))


def _take_endorsements(draft: Draft) -> None:
    """ "CDL A, hazmat": what a driver may haul is no wish to fight spills."""
    if any(span.field == "credentials" and span.value.startswith("cdl") for span in draft.spans):
        for hit in draft.message.of("credentials", "endorsement"):
            draft.taken.update(range(hit.first, hit.last))


def _held(message: Message, hit: Hit) -> bool:
    if negated(message, hit.first) or _no_longer(message, hit) or _ended(message, hit):
        return False
    if _is_to_come(message, hit):
        return _certified_then(message, hit)
    if supposes(message):  # tried out as if held
        return True
    if asked_of_program(message, hit.first) or _is_bare(message, hit):
        return False
    before = _same_sentence(message, hit)
    wished = [at for at in before if message.marks("cues", at) & WISHES]
    after = range(hit.last, min(hit.last + 4, len(message.words)))
    had = [
        at
        for at in before
        if message.word(at) != DO
        and (message.marks("cues", at) & OWNED or _carried(message, at))
        and not (message.marks("cues", at - 1) & WISHES and "possess" in message.marks("cues", at))
    ]
    had += [at for at in after if _carried(message, at) and message.word(at - 1) in OBJECTS]
    if message.sentence[hit.first] in message.questions and not had:
        return False
    return not wished or (bool(had) and had[-1] > wished[-1])


def _is_to_come(message: Message, hit: Hit) -> bool:
    """ "CDL school", "to become an LPN": still to be gone through."""
    after = message.starting("credentials", hit.last) + message.ending("credentials", hit.first)
    to_come = any(near.concept == "to come" for near in after) and not _is_tried(message)
    return to_come or "schooling" in message.marks("cues", hit.last)


def _is_tried(message: Message) -> bool:
    """ "Say i get my cdl next summer": tried out as if it were held."""
    return any(hit.first == 0 for hit in message.of("changes", "what_if"))


def _certified_then(message: Message, hit: Hit) -> bool:
    """ "Took the CPR class and got certified"."""
    return any(
        0 < done.first - hit.last <= AFTER_CLASS
        and message.sentence[done.first] == message.sentence[hit.first]
        and not negated(message, done.first, 3)
        for done in message.of("credentials", "certified")
    )


def _same_sentence(message: Message, hit: Hit) -> list[int]:
    """List the words just before, up to a full stop or a "but"."""
    near: list[int] = []
    for at in range(hit.first - 1, max(-1, hit.first - 1 - REACH), -1):
        if message.word(at) in HARD or "but" in message.marks("cues", at):
            break
        near.append(at)
    return near[::-1]


def _carried(message: Message, at: int) -> bool:
    return "carried" in message.marks("credentials", at)


def _is_bare(message: Message, hit: Hit) -> bool:
    """The name of a job by itself is looked for, not held, unless schooling was asked."""
    jobs = message.of("occupations")
    is_job = any((job.first, job.last) == (hit.first, hit.last) for job in jobs)
    return is_job and hit.last - hit.first == len(message.words) and not message.context.awaiting


def _no_longer(message: Message, hit: Hit) -> bool:
    """ "My CDL is expired", "lost my CDL": not held now."""
    near = range(max(0, hit.first - 3), min(hit.last + 4, len(message.words)))
    same = [at for at in near if message.clause[at] == message.clause[hit.first]]
    return any("lost" in message.marks("cues", at) for at in same)


def _ended(message: Message, hit: Hit) -> bool:
    """ "Got my CNA in 2019. Cert ran out": said of the card named last."""
    for later in message.of("credentials"):
        if hit.first < later.first <= hit.last + AFTER_CARD:
            if later.concept == "ended":
                return not negated(message, later.first, 2)
            if later.concept not in HELPERS:
                return False
    return False


def _add_schooling(draft: Draft) -> None:
    """A licence that takes schooling counts as a certificate, when no schooling is known."""
    held = [span for span in draft.spans if span.field == "credentials" and span.value in SCHOOLED]
    if held and not draft.value("education"):
        span = held[0]
        level = {"level": "certificate"}
        draft.spans.append(Span(span.start, span.end, span.text, "education", level))


def _add_no_license(draft: Draft) -> None:
    """A learner's permit is no license yet."""
    permits = [span for span in draft.spans if (span.field, span.value) == PERMIT]
    draft.add(replace(span, field="facts.driver_license", value=False, op="set")
              for span in permits[:1])  # fmt: skip


def _courses(draft: Draft) -> list[Span]:
    message = draft.message
    found = [
        message.span(first, last, "courses", hit.value, op="add")
        for hit in message.of("measures", "course")
        for first, last in _passed(message, hit)
    ]
    algebra = [span for span in found if span.value.startswith(ALGEBRA)]
    credit = [replace(span, field="facts.algebra_credit", value=True, op="set") for span in algebra]
    return found + credit[:1]


def _passed(message: Message, course: Hit) -> list[tuple[int, int]]:
    """Say where "passed" stands, before a course, before a list of them, or after it."""
    if message.sentence[course.first] in message.questions or negated(message, course.first, 3):
        return []
    for before in range(course.first, max(-1, course.first - LIST_REACH), -1):
        for took in message.ending("measures", before):
            if took.concept == "took" and _lists(message, took.last, course.first):
                told = not negated(message, took.first)
                return [(took.first, course.last)] if told else []
    return _passed_after(message, course) or _on_transcript(message, course)


def _passed_after(message: Message, course: Hit) -> list[tuple[int, int]]:
    """ "Algebra and geometry done"."""
    for after in range(course.last, min(course.last + LIST_REACH, len(message.words))):
        for done in message.starting("measures", after):
            if done.concept == "passed_after":
                return [(course.first, done.last)]
        if message.word(after) in HARD:
            break
    return []


def _on_transcript(message: Message, course: Hit) -> list[tuple[int, int]]:
    """ "3.8 gpa, calc, physics": an item beside one's marks."""
    left = course.first == 0 or message.is_stop(course.first - 1)
    right = course.last == len(message.words) or message.is_stop(course.last)
    marked = any(
        message.sentence[mark.first] == message.sentence[course.first]
        for mark in message.of("measures", "gpa")
    )
    return [(course.first, course.last)] if left and right and marked else []


def _lists(message: Message, first: int, last: int) -> bool:
    """Only other courses, commas and "and" stand between."""
    between = range(first, last)
    return all(
        "course" in message.marks("measures", at)
        or "and" in message.marks("cues", at)
        or message.word(at) == ","
        for at in between
    )
