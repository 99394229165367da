"""A requirement looks at no other answers than those it is said to read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.catalog.outcomes import Outcomes, outcome
from matching.catalog.reads import answer, reads_of
from matching.profile import Profile
from matching.program import Requirement
from matching.rules import KEYS
from matching.rules.case import Case
from matching.where import Whereabouts
from tests.builders import TODAY, a_leaf
from tests.unit.matching.test_catalog import HOMES
from tests.unit.matching.test_laws import PROFILES, REQUIREMENTS

MANY = settings(max_examples=300, deadline=None)


@MANY
@given(REQUIREMENTS, PROFILES, PROFILES, HOMES, HOMES)
def test_the_same_answers_have_the_same_outcome(
    requirement: Requirement, one: Profile, other: Profile, home: Whereabouts, away: Whereabouts
) -> None:
    first, second = Case(one, home, TODAY), Case(other, away, TODAY)
    reads = reads_of(requirement)
    if [answer(first, name) for name in reads] == [answer(second, name) for name in reads]:
        assert outcome(first, requirement) == outcome(second, requirement)


@MANY
@given(
    st.lists(REQUIREMENTS, min_size=1, max_size=5),
    st.lists(PROFILES, min_size=2, max_size=4),
    HOMES,
)
def test_what_is_kept_for_the_next_person_is_right_for_them(
    requirements: list[Requirement], people: list[Profile], home: Whereabouts
) -> None:
    outcomes = Outcomes(requirements)
    for profile in people:
        case = Case(profile, home, TODAY)
        found = outcomes.of(case)
        assert [found[outcomes.number(one)] for one in requirements] == [
            outcome(case, one) for one in requirements
        ]


def test_every_rule_that_looks_at_a_person_says_at_what() -> None:
    silent = [key for key in KEYS if not reads_of(a_leaf("other", "p#x", **{key: _value(key)}))]
    assert sorted(silent) == sorted(NOBODY_LOOKS)


def _value(key: str) -> object:
    return {"fact": "veteran", "any_fact": ["veteran"]}.get(key, "x")


NOBODY_LOOKS = (
    "state", "min_percent", "min_credits", "max_credits", "basic_skills", "employer_sponsor",
    "months", "letter_grade", "years", "at", "min_reading_grade", "min_math_grade",
    "max_percent_smi", "max_sai", "exam", "lift_pounds", "abilities", "travel",
    "availability", "hours_per_week", "selective_service", "drug_free", "equipment",
    "clean_record",
)  # fmt: skip
