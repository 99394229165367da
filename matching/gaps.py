"""What stands between a person and a program, as steps with the numbers that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from matching.birthdays import birthday_at, weeks_until
from matching.gaining import NEVER, years_to_go
from matching.match import Gap, Judged, Step
from matching.program import Group, Leaf
from matching.rules.age import least_ages
from matching.rules.case import Case
from matching.rules.experience import hours_in


def gaps_in(case: Case, judged: Iterable[Judged]) -> tuple[Gap, ...]:
    """List every requirement that is not met, those of a single track too, with its steps."""
    return tuple(
        Gap(entry.requirement.id, tuple(_steps(case, entry)))
        for entry in judged
        if entry.status == "not_met" and not _only_wanted(entry)
    )


def _only_wanted(judged: Judged) -> bool:
    leaf = judged.requirement
    return isinstance(leaf, Leaf) and bool(leaf.rule.get("preferred"))


def _steps(case: Case, judged: Judged) -> Iterator[Step]:
    """Walk down to the conditions; of alternatives each one that can be gained is a way."""
    requirement = judged.requirement
    if isinstance(requirement, Group):
        for part in judged.alternatives:
            if part.status == "not_met":
                yield from _steps(case, part)
        return
    step = step_of(case, judged)
    if step is not None:
        yield step


def step_of(case: Case, judged: Judged) -> Step | None:
    """Say what to do about one condition that is not met; None: nothing can be done."""
    leaf = judged.requirement
    if isinstance(leaf, Leaf) and leaf.about == "age" and judged.because != "confirmed":
        return _age_step(case, leaf)
    return _step_for(case, leaf) if isinstance(leaf, Leaf) and judged.gainable else None


def _age_step(case: Case, leaf: Leaf) -> Step | None:
    """Say when the person is old enough: the date if we know it, else the birthday itself."""
    years = years_to_go(case, leaf)
    if not years or years >= NEVER:
        return None
    age = min(least_ages(case, leaf.rule))
    opens = birthday_at(case.profile, age, case.today)
    if opens is not None:
        return Step("step.age_date", {"age": age}, weeks=weeks_until(opens, case.today), date=opens)
    if years == 1:
        return Step("step.age_next_birthday", {"age": age})
    return Step("step.age_later", {"age": age, "count": years})


def _step_for(case: Case, leaf: Leaf) -> Step:
    rule = leaf.rule
    for key, code in STEP_BY_KEY.items():
        if key in rule:
            return Step(code, {key: rule[key]})
    if leaf.about == "education":
        return _education_step(case, rule)
    if leaf.about == "course":
        return _course_step(rule)
    if "hours" in rule:
        return _hours_step(case, rule)
    return _named_step(leaf)


STEP_BY_KEY = {
    "agree": "step.agree",
    "employer_sponsor": "step.find_sponsor",
    "selective_service": "step.selective_service",
    "transport": "step.transport",
    "equipment": "step.equipment",
}


STEP_BY_FACT = {
    "driver_license": Step("step.license", {"kind": "driver"}),
    "algebra_credit": Step("step.course", {"subject": "algebra"}),
    "own_transport": Step("step.transport", {"transport": "reliable"}),
}


def _education_step(case: Case, rule: Any) -> Step:
    if "min_gpa" in rule and case.profile.gpa is not None and case.profile.gpa < rule["min_gpa"]:
        return Step("step.gpa", {"gpa": rule["min_gpa"]})
    level = rule.get("min_level")
    if level in {"high_school", "ged_in_progress"}:
        enrolled = case.profile.education.level == "in_high_school"
        return Step("step.finish_high_school" if enrolled else "step.diploma", {"level": level})
    if "min_grade" in rule:
        return Step("step.grade", {"grade": rule["min_grade"]})
    return Step("step.education", {"level": level}) if level else Step("step.ask_program")


def _course_step(rule: Any) -> Step:
    if "subject" in rule:
        return Step("step.course", {"subject": rule["subject"]})
    if "course" in rule:
        return Step("step.named_course", {"course": rule["course"]})
    return Step("step.ask_program")


def _hours_step(case: Case, rule: Any) -> Step:
    done = hours_in(case, rule.get("field")) or 0
    return Step("step.hours", {"count": rule["hours"] - done, "needed": rule["hours"]})


def _named_step(leaf: Leaf) -> Step:
    rule = leaf.rule
    if rule.get("fact") in STEP_BY_FACT:
        return STEP_BY_FACT[rule["fact"]]
    if leaf.about == "license" and "kind" in rule:
        return Step("step.license", {"kind": rule["kind"]})
    if leaf.about == "test" and "kind" in rule:
        return Step("step.test", {"kind": rule["kind"], "score": rule.get("min_score")})
    if "documents" in rule:
        return Step("step.documents", {"documents": tuple(rule["documents"])})
    if "steps" in rule:
        return Step("step.take_part", {"steps": tuple(rule["steps"])})
    return Step("step.ask_program")
