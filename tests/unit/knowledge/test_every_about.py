"""Whatever a requirement is about, the engine has a leaf for it that some person can settle."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from knowledge.content_files.rule_keys import RULE_KEYS, About
from matching.judging import judge_requirement
from matching.requirements import Status
from matching.rules import KEYS, MODIFIERS, look
from tests.builders import MILWAUKEE, a_case, a_leaf

# What requirements are about, with the keys that records use for it, each with a value.
BY_ABOUT: dict[str, dict[str, Any]] = {
    "age": {"apply_at": 17, "start_at": 18, "max_age": 24, "apply_at_by_state": {"CA": 17}},
    "education": {
        "min_level": "high_school", "below_level": "associate", "min_grade": 10, "min_gpa": 2.5,
        "min_percent": 70, "min_credits": 72, "max_credits": 12, "at": "college",
        "basic_skills": "low",
    },
    "enrollment": {"enrolled_in": "high_school", "grades": [11, 12], "full_time": True},
    "employment": {
        "work_status": ["unemployed"], "employer": "Boeing", "employer_sponsor": True,
        "min_hours_per_week": 21, "max_hours_per_week": 30, "max_usd_per_hour": 15.0,
        "past_probation": True, "months": 12,
    },
    "membership": {"union": "United Steelworkers", "employer": "Boeing"},
    "experience": {"hours": 4000, "field": "electrical", "months": 12},
    "residency": {
        "states": ["WV"], "counties": ["Cook, IL"], "cities": ["Gary, IN"],
        "counties_include": ["Posey, IN"], "months": 12,
    },
    "location": {"states": ["WI"]},
    "income": {
        "max_percent_fpl": 200, "max_percent_smi": 85, "max_usd": 75000, "household_size": 2,
        "max_sai": 20000,
    },
    "license": {"kind": "cdl_a", "state": "TX", "clean_record": True},
    "course": {
        "subject": "algebra", "course": "tech_math", "years": 1, "letter_grade": "C",
        "at": "high_school", "min_percent": 70,
    },
    "test": {
        "kind": "aptitude", "min_score": 4, "min_scores": {"reading": 4},
        "min_reading_grade": 10, "min_math_grade": 8, "subjects": ["math"], "retest_months": 6,
    },
    "justice": {"bars": ["felony"], "check": ["background"], "record_ok": True},
    "physical": {"exam": "dot", "lift_pounds": 94, "abilities": ["heights"]},
    "documents": {"documents": ["resume"], "within_days": 30, "steps": ["application"],
                  "fee_usd": 10},
    "work_authorization": {},
    "other": {
        "transport": "reliable", "travel": True, "availability": ["weekdays"],
        "hours_per_week": 20, "receives": ["snap"], "selective_service": True, "drug_free": True,
        "equipment": ["computer"], "language": "en", "group": ["women"], "agree": "ged",
        "steps": ["interview"], "years": 5, "within_months": 12,
    },
}  # fmt: skip
ANYWHERE = (
    "fact", "any_fact", "is", "if_fact", "if_under_age", "open_to_all", "preferred", "sometimes",
    "partly", "by", "documents", "layer", "in_states", "in_counties", "in_cities", "cites",
    "same_as", "decided_by",
)  # fmt: skip


def test_every_subject_of_the_contract_is_here() -> None:
    assert set(BY_ABOUT) == set(get_args(About))


def test_every_key_a_file_may_hold_is_here() -> None:
    listed = {key for keys in BY_ABOUT.values() for key in keys} | set(ANYWHERE)
    assert listed == set(RULE_KEYS)


def test_the_engine_knows_every_key() -> None:
    put_in_at_loading = {"same_as"}
    assert set(RULE_KEYS) - put_in_at_loading <= set(KEYS) | MODIFIERS


@pytest.mark.parametrize("about", BY_ABOUT)
def test_of_whom_nothing_is_known_no_leaf_says_no(about: str) -> None:
    for key, value in BY_ABOUT[about].items():
        assert look(a_case(), a_leaf(about, **{key: value})).status is not Status.NOT_MET


@pytest.mark.parametrize("about", sorted(set(BY_ABOUT) - {"work_authorization"}))
@pytest.mark.parametrize(("answer", "status"), [(True, "met"), (False, "not_met")])
def test_a_person_can_settle_every_leaf_by_saying_yes_or_no(
    about: str, answer: bool, status: str
) -> None:
    """Also one that no profile field covers; only the right to work stays open."""
    keys = {key: value for key, value in BY_ABOUT[about].items() if key != "record_ok"}
    leaf = a_leaf(about, f"p#{about}", **keys)
    case = a_case(MILWAUKEE, confirmed={f"p#{about}": answer})
    assert judge_requirement(case, leaf).status == status


def test_the_right_to_work_stays_open_whatever_is_said() -> None:
    case = a_case(confirmed={"p#papers": True})
    assert judge_requirement(case, a_leaf("work_authorization", "p#papers")).status == "unknown"
