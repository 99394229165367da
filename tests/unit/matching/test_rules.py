"""Every key of a requirement, judged for people of whom we know just enough, or not enough."""

from __future__ import annotations

from typing import Any

import pytest

from matching.requirements import Status
from matching.rules import KEYS, look
from matching.rules.names import is_akin, names_another, same_name
from tests.builders import a_case, a_leaf
from tests.unit.matching import rows_life, rows_schooling, rows_work

ROWS = [*rows_schooling.ROWS, *rows_work.ROWS, *rows_life.ROWS]


@pytest.mark.parametrize(("about", "rule", "person", "status"), ROWS)
def test_a_rule_is_judged_by_what_is_known(
    about: str, rule: dict[str, Any], person: dict[str, Any], status: Status
) -> None:
    assert look(a_case(**person), a_leaf(about, **rule)).status is status


def test_every_key_stands_in_the_table() -> None:
    tried = {key for entry in ROWS for key in entry.values[1]}
    assert set(KEYS) <= tried


@pytest.mark.parametrize(
    ("said", "listed", "same"),
    [
        pytest.param("the Boeing plant", "Boeing", True, id="inside other words"),
        pytest.param("Chrysler", "Stellantis (FCA US, Chrysler)", True, id="one of the names"),
        pytest.param("FCA", "Stellantis (FCA US, Chrysler)", False, id="half a name is not sure"),
        pytest.param("USW", "United Steelworkers", True, id="initials from inside a word"),
        pytest.param(
            "IAM District 751", "International Association of Machinists", True, id="branch"
        ),
        pytest.param("UNITE HERE Local 26", "UNITE HERE Local 26", True, id="the same branch"),
        pytest.param("UNITE HERE", "UNITE HERE Local 26", False, id="which branch is unsaid"),
        pytest.param("UNITE HERE Local 11", "UNITE HERE Local 26", False, id="another branch"),
        pytest.param("U", "Uber", False, id="a letter is nothing"),
        pytest.param("Fordham University", "Ford", False, id="the start of another word"),
        pytest.param("", "Ford", False, id="nothing said"),
        pytest.param("!!!", "Ford", False, id="no letters"),
    ],
)
def test_only_a_sure_name_matches(said: str, listed: str, same: bool) -> None:
    assert same_name(said, listed) is same


@pytest.mark.parametrize(
    ("said", "listed", "akin", "another"),
    [
        pytest.param("SEIU-UHW", "an SEIU local in the fund", True, False, id="maybe one of these"),
        pytest.param("Teamsters", "an SEIU local in the fund", False, False, id="of no such kind"),
        pytest.param("a fund", "an employer in the fund", False, False, id="only names tell"),
        pytest.param("GM", "Ford", False, True, id="another employer"),
        pytest.param("GM", "General Motors", False, False, id="the same"),
        pytest.param("Local 26", "UNITE HERE Local 26", False, False, id="half of the name"),
        pytest.param("Local 26", "Teamsters", False, True, id="a branch alone"),
        pytest.param("Ford", "Stellantis (FCA US, Chrysler)", False, True, id="none of several"),
    ],
)
def test_a_name_that_is_not_sure_may_be_akin_or_quite_another(
    said: str, listed: str, akin: bool, another: bool
) -> None:
    assert (is_akin(said, listed), names_another(said, listed)) == (akin, another)
