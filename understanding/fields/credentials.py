"""Cards, licences and certificates a person holds, and the courses they passed."""

from __future__ import annotations

from dataclasses import replace

from understanding.asking import asked_of_program
from understanding.lexicon import Hit
from understanding.message import Draft, Message
from understanding.negation import negated
from understanding.reading import Span

ALGEBRA = "algebra"
SCHOOLED = frozenset(
    {"cna", "hha", "lpn", "emt", "medical-assistant", "phlebotomy", "pharmacy-technician",
     "cdl", "cdl-a", "cdl-b", "welding-certificate", "cosmetology-license", "a-and-p", "cda"}
)  # fmt: skip


def read_credentials(draft: Draft) -> None:
    """Add credentials held; one wished for or asked about is not held."""
    message = draft.message
    for hit in message.of("credentials"):
        if draft.free(hit) and _held(message, hit):
            name = hit.concept.split()[0]
            draft.add([message.span(hit.first, hit.last, "credentials", name, op="add")])
    _add_schooling(draft)
    draft.add(_courses(draft))


def _held(message: Message, hit: Hit) -> bool:
    if negated(message, hit.first) or message.sentence[hit.first] in message.questions:
        return False
    if asked_of_program(message, hit.first) or _no_longer(message, hit) or _is_bare(message, hit):
        return False
    if "schooling" in message.marks("cues", hit.last):  # "CDL school" is to come
        return False
    before = [message.marks("cues", at) for at in range(max(0, hit.first - 5), hit.first)]
    wished = [at for at, marks in enumerate(before) if marks & {"want", "get", "like"}]
    had = [at for at, marks in enumerate(before) if marks & {"have", "experience"}]
    return not wished or (bool(had) and had[-1] > wished[-1])


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


def _add_schooling(draft: Draft) -> None:
    """A licence that takes schooling counts as a certificate, when no schooling is known."""
    held = [span for span in draft.spans if span.field == "credentials" and span.value in SCHOOLED]
    if held and not draft.value("education"):
        span = held[0]
        level = {"level": "certificate"}
        draft.spans.append(Span(span.start, span.end, span.text, "education", level))


def _courses(draft: Draft) -> list[Span]:
    message = draft.message
    found = [
        message.span(took.first, hit.last, "courses", hit.value, op="add")
        for hit in message.of("measures", "course")
        for took in message.ending("measures", hit.first)
        if took.concept == "took" and not negated(message, took.first)
    ]
    algebra = [span for span in found if span.value.startswith(ALGEBRA)]
    credit = [replace(span, field="facts.algebra_credit", value=True, op="set") for span in algebra]
    return found + credit[:1]
