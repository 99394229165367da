"""The steps of a plan, in the order to take them: get ready first, then each program's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import locales
from knowledge.advice import Advice
from knowledge.cards.wording import step_text
from matching.match import Judged, Match, Step
from matching.program import Leaf, Program, in_language

ASKED_OF_SOME = frozenset({"if_under_age", "if_fact"})  # rules that are off for the others
ASKED_ABOUT = 3  # open questions named in one call; more would not be remembered
MOVING = ("count",)  # numbers that change while somebody is on the way: the step stays the same


@dataclass(frozen=True)
class PlanStep:
    """One thing to do."""

    id: str  # the same in every language and on every day
    text: str
    details: tuple[str, ...] = ()
    items: tuple[str, ...] = ()  # what to ask about, what to bring
    helps: tuple[str, ...] = ()  # names of the programs it is for
    leads_by: str | None = None  # id of a program that gets the person there
    phone: str | None = None
    url: str | None = None
    opens: str | None = None  # the day time itself brings; ISO, may be partial
    day: str | None = None  # the day the person set; ISO
    done: bool = False

    @property
    def on(self) -> str | None:
        """The day of this step, when a whole day is known."""
        known = self.day or self.opens
        return known if known and known.count("-") == 2 else None


@dataclass(frozen=True)
class Stage:
    """Steps that belong together. No program: what gets the person ready for several."""

    steps: tuple[PlanStep, ...]
    program: str | None = None  # its name
    program_id: str | None = None


@dataclass(frozen=True)
class Marks:
    """What the person noted: steps done, and days by step."""

    done: frozenset[str] = frozenset()
    dates: Mapping[str, str] = field(default_factory=dict)

    def on(self, step: PlanStep) -> PlanStep:
        """Put the notes on a step."""
        return replace(step, done=step.id in self.done, day=self.dates.get(step.id))


def stages_of(advice: Advice, matches: Sequence[Match], marks: Marks) -> list[Stage]:
    """List the stages of a plan, those without steps left out."""
    open_ones = [match for match in matches if match.verdict != "closed"]
    stages = [Stage(tuple(_ready(advice, open_ones)))]
    stages += [_own(advice, match) for match in open_ones]
    return [
        replace(stage, steps=tuple(map(marks.on, stage.steps))) for stage in stages if stage.steps
    ]


def _ready(advice: Advice, matches: Iterable[Match]) -> Iterator[PlanStep]:
    """Put together what stands in the way: one diploma serves all who ask for it."""
    found: dict[str, PlanStep] = {}
    for match in matches:
        name = in_language(advice.release.programs[match.program_id].name, advice.language)
        for step in _missing(match):
            known = found.setdefault(_id_of(step), _in_words(advice, step))
            if name not in known.helps:
                found[known.id] = replace(known, helps=(*known.helps, name))
    yield from found.values()


def _missing(match: Match) -> tuple[Step, ...]:
    if match.path is not None:
        return match.path.steps
    return tuple(step for gap in match.missing for step in gap.steps[:1])


def _id_of(step: Step) -> str:
    lasting = {name: value for name, value in step.params.items() if name not in MOVING}
    told = json.dumps(lasting, sort_keys=True, default=str)
    return f"{step.code.partition('.')[2]}.{hashlib.sha256(told.encode()).hexdigest()[:8]}"


def _in_words(advice: Advice, step: Step) -> PlanStep:
    text = step_text(step, advice.release, advice.language)
    return PlanStep(_id_of(step), text, leads_by=step.program_id, opens=step.date)


def _own(advice: Advice, match: Match) -> Stage:
    program = advice.release.programs[match.program_id]
    name = in_language(program.name, advice.language)
    steps = (_contact(advice, match, program), _bring(advice, match), _apply(advice, program))
    return Stage(tuple(step for step in steps if step), name, program.id)


def _contact(advice: Advice, match: Match, program: Program) -> PlanStep | None:
    if not program.phone and not program.url:
        return None
    asked = _open_questions(advice, match)
    return PlanStep(
        f"{program.id}.contact",
        _said(advice, "call" if program.phone else "write"),
        (_said(advice, "ask_about"),) if asked else (),
        asked,
        phone=program.phone,
        url=program.url,
    )


def _open_questions(advice: Advice, match: Match) -> tuple[str, ...]:
    unknown = [one for one in match.requirements if one.status == "unknown"]
    texts = [
        in_language(one.counting.requirement.text, advice.language)
        for one in unknown
        if one.requirement.about not in ("documents", "work_authorization", "location")
    ]
    return tuple(texts[:ASKED_ABOUT])


def _bring(advice: Advice, match: Match) -> PlanStep | None:
    papers = [
        in_language(leaf.requirement.text, advice.language)
        for one in match.requirements
        for leaf in one.leaves()
        if leaf.requirement.about == "documents" and not _is_off(leaf)
    ]
    if not papers:
        return None
    return PlanStep(f"{match.program_id}.bring", _said(advice, "bring"), items=tuple(papers))


def _is_off(judged: Judged) -> bool:
    """Tell a condition that is not asked of this person: "a minor needs a parent to sign"."""
    rule = judged.requirement.rule if isinstance(judged.requirement, Leaf) else {}
    return judged.status == "met" and not ASKED_OF_SOME.isdisjoint(rule)


def _apply(advice: Advice, program: Program) -> PlanStep:
    how = program.how_to_apply
    told = in_language(how, advice.language) if how else _said(advice, "no_how")
    return PlanStep(f"{program.id}.apply", _said(advice, "apply"), (told,))


def _said(advice: Advice, what: str) -> str:
    return locales.say(f"plan_page.step.{what}", advice.language)
