"""Quick replies: what each one is called and what pressing it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from actions.answered import path_delta
from actions.heard import Json
from actions.reply import Reply
from actions.turn import Turn
from matching.program import Program

TOPICS = {
    "apply": "ask_apply",
    "pay": "ask_pay",
    "requirements": "ask_requirements",
    "ladder": "ask_ladder",
    "cost": "ask_cost",
    "save": "save_plan",
}
LEVELS: tuple[tuple[str, str], ...] = (
    ("no_high_school", "no_high_school"),
    ("some_high_school", "some_high_school"),
    ("in_high_school", "in_high_school"),
    ("ged_in_progress", "ged_in_progress"),
    ("high_school", "high_school"),
    ("some_college", "some_college"),
    ("degree", "associate"),
)
HIGH_SCHOOL = (9, 10, 11, 12)
SECTORS_OFFERED = 5
ALWAYS_THERE = ("job_center", "college", "support")


def offer_yes_no(reply: Reply, name: str, kind: str) -> None:
    """Offer Yes, No and Skip to a question that has these answers."""
    for label, intent, value in (("yes", "affirm", True), ("no", "deny", False)):
        delta = path_delta(name, value) if kind == "field" else {"confirmed": {name: value}}
        reply.offer(label, {"intent": intent, "delta": delta, "value": name})
    offer_skip(reply, name)


def offer_skip(reply: Reply, name: str) -> None:
    reply.offer("skip", {"intent": "dont_know", "value": name})


def offer_schooling(turn: Turn, reply: Reply) -> None:
    """Offer levels; to somebody in or out of high school whose grade is open, grades."""
    if turn.profile.education.level in ("some_high_school", "in_high_school"):
        for grade in HIGH_SCHOOL:
            delta: Json = {"education": {"grade": grade}}
            reply.offer("grade", {"intent": "inform", "delta": delta}, grade={"ordinal": grade})
        offer_skip(reply, "education")
        return
    for label, level in LEVELS:
        delta = {"education": {"level": level}}
        reply.offer(f"level.{label}", {"intent": "inform", "delta": delta})
    offer_skip(reply, "education")


def offer_sectors(turn: Turn, reply: Reply, intent: str = "inform") -> None:
    """Offer the kinds of work that most of the programs at hand are about."""
    for sector in sectors_at_hand(turn):
        delta = {"interests": {"likes": [sector]}}
        what = {"code": f"codes.sector.{sector}"}
        reply.offer("sector", {"intent": intent, "delta": delta}, what=what)


def sectors_at_hand(turn: Turn) -> list[str]:
    """List the kinds of work with most programs, those near the person counting double."""
    known = turn.profile.interests
    seen = {*known.likes, *known.dislikes}
    counts: Counter[str] = Counter()
    for match in turn.matches:
        program = turn.release.programs[match.program_id]
        if program.kind not in ALWAYS_THERE:
            weight = 2 if match.serves_location else 1
            counts.update({sector: weight for sector in program.sectors if sector not in seen})
    ordered = sorted(counts, key=lambda sector: (-counts[sector], sector))
    return ordered[:SECTORS_OFFERED]


def offer_topics(reply: Reply, program: Program, but: Iterable[str] = ()) -> None:
    """Offer three more things one can ask of a program."""
    left = [topic for topic in TOPICS if topic not in set(but)]
    for topic in left[:3]:
        reply.offer(topic, {"intent": TOPICS[topic], "program_id": program.id})


def offer_programs(turn: Turn, reply: Reply, intent: str, program_ids: Sequence[str]) -> None:
    """Offer programs to choose among."""
    for program_id in program_ids:
        reply.offer(
            "program",
            {"intent": intent, "program_id": program_id},
            name=turn.name_of(program_id),
        )


def offer_start(reply: Reply, but: str = "") -> None:
    """Offer what one can always do, but not what was just done."""
    _offer(reply, START, but)


def offer_after_list(reply: Reply, but: str = "") -> None:
    """Offer what one does with a list of programs, but not what was just done."""
    _offer(reply, AFTER_LIST, but)


def _offer(reply: Reply, labels: Mapping[str, str], but: str) -> None:
    for label, intent in labels.items():
        if label != but:
            reply.offer(label, {"intent": intent})


START = {"find_programs": "find_programs", "pays_well": "ask_pay", "person": "talk_to_person"}
AFTER_LIST = {
    "pay": "ask_pay",
    "apply": "ask_apply",
    "compare": "compare",
    "person": "talk_to_person",
}
