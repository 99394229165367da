"""The rules of the Workforce Innovation and Opportunity Act, as shipped: a first look at people."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.content import Content
from matching.judging import Judged, Match, judge
from matching.program import Leaf, leaves_of
from matching.where import NOWHERE, Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_profile

OUT, IN = "wioa-youth-out-of-school", "wioa-youth-in-school"
ADULT, DISLOCATED = "wioa-adult", "wioa-dislocated-worker"
ALL = (OUT, IN, ADULT, DISLOCATED)
CONCORD = Whereabouts("Concord", "Merrimack", "NH")
LEFT = {"age": 19, "level": "some_high_school", "facts": {"enrolled_in_school": False}}
GRADUATE = {"age": 20, "level": "high_school"}
PUPIL = {"age": 16, "level": "in_high_school", "grade": 10}


def judged(
    content: Content, program_id: str, where: Whereabouts = MILWAUKEE, **person: Any
) -> Match:
    return judge(a_profile(**person), content.programs[program_id], where, TODAY)


def status(match: Match, key: str) -> str:
    return named(match, key).status


def named(match: Match, key: str) -> Judged:
    return next(each for each in match.requirements if each.requirement.id.endswith(f"#{key}"))


def facts(enrolled: bool = False, **flags: bool) -> dict[str, bool]:
    return {"enrolled_in_school": enrolled, **flags}


@pytest.mark.parametrize(
    ("person", "barrier"),
    [
        pytest.param(LEFT, "met", id="a dropout needs no low income"),
        pytest.param(
            {**LEFT, "facts": facts(low_income=False)}, "met", id="nor when money is no problem"
        ),
        pytest.param({**GRADUATE, "facts": facts(homeless=True)}, "met", id="without a home"),
        pytest.param({**GRADUATE, "facts": facts(foster_youth=True)}, "met", id="foster care"),
        pytest.param({**GRADUATE, "facts": facts(justice_involved=True)}, "met", id="a record"),
        pytest.param({**GRADUATE, "facts": facts(parent_or_pregnant=True)}, "met", id="a parent"),
        pytest.param({**GRADUATE, "facts": facts(disability=True)}, "met", id="a disability"),
        pytest.param(
            {**GRADUATE, "facts": facts(english_learner=True, low_income=True)},
            "met",
            id="a diploma, learning English, low income",
        ),
        pytest.param(
            {**GRADUATE, "facts": facts(english_learner=True)},
            "unknown",
            id="a diploma, learning English, income unsaid",
        ),
        pytest.param(
            {**GRADUATE, "facts": facts(low_income=True)},
            "unknown",
            id="a diploma and low income: extra help is for the center to judge",
        ),
        pytest.param({**GRADUATE, "facts": facts()}, "unknown", id="nothing said is no barrier"),
    ],
)
def test_out_of_school_youth_need_a_barrier_and_low_income_only_with_two(
    content: Content, person: dict[str, Any], barrier: str
) -> None:
    assert status(judged(content, OUT, **person), "education") == barrier


@pytest.mark.parametrize(
    ("program_id", "ages"),
    [(OUT, {15: "not_met", 16: "met", 24: "met", 25: "not_met"}),
     (IN, {13: "not_met", 14: "met", 21: "met", 22: "not_met"})],
)  # fmt: skip
def test_ages_are_the_federal_ones(content: Content, program_id: str, ages: dict[int, str]) -> None:
    found = {age: status(judged(content, program_id, age=age), "age") for age in ages}
    assert found == ages


@pytest.mark.parametrize(
    ("program_id", "age", "federal", "state"),
    [(OUT, 17, "met", "not_met"), (IN, 15, "met", "not_met"), (OUT, 18, "met", "met")],
)
def test_new_hampshires_own_ages_stand_instead(
    content: Content, program_id: str, age: int, federal: str, state: str
) -> None:
    assert status(judged(content, program_id, age=age), "age") == federal
    here = judged(content, program_id, CONCORD, age=age)
    assert status(here, "age") == state
    [layer] = named(here, "age").alternatives
    assert isinstance(layer.requirement, Leaf) and layer.requirement.rule["layer"] == "state"


@pytest.mark.parametrize(
    ("person", "income"),
    [
        pytest.param({"facts": {"low_income": True}}, "met", id="told so"),
        pytest.param({"facts": {"homeless": True}}, "met", id="without a home"),
        pytest.param({"facts": {"foster_youth": True}}, "met", id="in foster care"),
        pytest.param(
            {"household_income_usd": 30_000, "household_size": 4},
            "met",
            id="under the poverty line",
        ),
        pytest.param(
            {"household_income_usd": 45_000, "household_size": 4},
            "unknown",
            id="above it: the living standard of the area may be higher",
        ),
        pytest.param({"household_income_usd": 9_000}, "unknown", id="household unsaid"),
        pytest.param({}, "unknown", id="nothing said"),
    ],
)
def test_in_school_youth_must_be_low_income_in_one_of_the_laws_ways(
    content: Content, person: dict[str, Any], income: str
) -> None:
    assert status(judged(content, IN, **PUPIL, **person), "income") == income


def test_school_decides_which_of_the_two_it_is(content: Content) -> None:
    assert status(judged(content, OUT, **PUPIL), "enrollment") == "not_met"
    assert status(judged(content, IN, **PUPIL), "enrollment") == "met"
    studying = {"age": 18, "level": "ged_in_progress", "facts": facts(enrolled=True)}
    assert status(judged(content, OUT, **studying), "enrollment") == "met"


def test_no_barrier_said_no_barrier_known(content: Content) -> None:
    assert judged(content, IN, NOWHERE, **PUPIL).verdict == "likely"


@pytest.mark.parametrize(
    ("person", "verdict"),
    [({"age": 17}, "one_step_away"), ({"age": 18}, "likely"),
     ({"age": 40, "facts": {"low_income": False}}, "likely")],
)  # fmt: skip
def test_adults_need_no_low_income_it_only_puts_them_first(
    content: Content, person: dict[str, Any], verdict: str
) -> None:
    assert judged(content, ADULT, **person).verdict == verdict


@pytest.mark.parametrize(
    ("laid_off", "group"), [(True, "unknown"), (None, "unknown"), (False, "unknown")]
)
def test_whether_a_job_loss_counts_is_for_the_center_to_say(
    content: Content, laid_off: bool | None, group: str
) -> None:
    said = {} if laid_off is None else {"laid_off": laid_off}
    assert status(judged(content, DISLOCATED, age=40, facts=said), "employment") == group


EVERYTHING = {
    "age": 19, "level": "some_high_school", "household_income_usd": 0, "household_size": 1,
    "facts": facts(low_income=True, homeless=True, laid_off=True, employed=False),
}  # fmt: skip


@pytest.mark.parametrize("program_id", ALL)
def test_a_first_look_never_says_that_somebody_is_in(content: Content, program_id: str) -> None:
    program = content.programs[program_id]
    answers = {leaf.id: True for one in program.requirements for leaf in leaves_of(one)}
    answers |= {one.id: True for one in program.requirements}
    match = judged(content, program_id, **EVERYTHING, confirmed=answers)
    assert match.verdict in ("likely", "not_now", "one_step_away")
    assert status(match, "decision") == "unknown"


WHO = frozenset({"fact", "any_fact", "receives", "max_percent_fpl", "basic_skills"})


@pytest.mark.parametrize("program_id", ALL)
def test_who_it_is_for_is_cited_clause_by_clause(content: Content, program_id: str) -> None:
    program = content.programs[program_id]
    leaves = [leaf for one in program.requirements for leaf in leaves_of(one)]
    federal = [leaf for leaf in leaves if leaf.rule.get("layer") == "federal"]
    clauses = [leaf for leaf in leaves if not WHO.isdisjoint(leaf.rule)] + federal
    cited = {leaf.id: str(leaf.rule.get("cites", "")) for leaf in clauses}
    assert [name for name, law in cited.items() if not law.startswith(("20 CFR", "WIOA"))] == []
    assert all(leaf.source < len(program.sources) for leaf in leaves)
