"""Federal, state and local rules: the most local one that holds where a person lives counts."""

from __future__ import annotations

import pytest

from matching.judging import Judged, judge_requirement
from matching.program import Group
from matching.where import NOWHERE, Whereabouts
from tests.builders import a_case, a_group, a_leaf

FEDERAL = a_leaf("age", "p#age/1", layer="federal", apply_at=16)
STATE = a_leaf("age", "p#age/2", layer="state", in_states=["NH"], apply_at=18)
LOCAL = a_leaf("age", "p#age/3", layer="local", in_cities=["Keene, NH"], apply_at=15)
AGE: Group = a_group("layers", FEDERAL, STATE, LOCAL, group_id="p#age")
VERMONT = Whereabouts("Barre", "Washington", "VT")
CONCORD = Whereabouts("Concord", "Merrimack", "NH")
KEENE = Whereabouts("Keene", "Cheshire", "NH")


def judged(where: Whereabouts, age: int) -> Judged:
    return judge_requirement(a_case(where, age=age), AGE)


@pytest.mark.parametrize(
    ("where", "age", "status"),
    [
        (VERMONT, 16, "met"),
        (VERMONT, 15, "not_met"),
        (CONCORD, 16, "not_met"),
        (CONCORD, 18, "met"),
        (KEENE, 15, "met"),
        (NOWHERE, 18, "met"),
        (NOWHERE, 14, "not_met"),
        (NOWHERE, 16, "unknown"),
        (Whereabouts(state="NH"), 15, "unknown"),
    ],
)
def test_the_most_local_rule_counts(where: Whereabouts, age: int, status: str) -> None:
    assert judged(where, age).status == status


def test_where_the_place_would_settle_it_the_place_is_asked_for() -> None:
    assert judged(NOWHERE, 16).asks == "location"


def test_the_rule_that_counts_is_shown_and_the_overridden_one_is_not() -> None:
    assert [part.requirement.id for part in judged(CONCORD, 16).alternatives] == ["p#age/2"]


@pytest.mark.parametrize(
    ("hours", "algebra", "status"),
    [(4000, False, "met"), (100, False, "not_met"), (100, True, "met"), (None, False, "unknown")],
)
def test_what_waives_a_rule_stands_in_for_it(hours: int | None, algebra: bool, status: str) -> None:
    rule = a_leaf("course", "p#algebra/rule", subject="algebra", by="apply")
    waiver = a_leaf("experience", "p#algebra/1", hours=4000, field="electrical")
    group = a_group("waived_by", rule, waiver, group_id="p#algebra")
    worked = {} if hours is None else {"experience_hours": {"47-2111": hours}}
    case = a_case(facts={"algebra_credit": algebra}, **worked)
    assert judge_requirement(case, group).status == status
