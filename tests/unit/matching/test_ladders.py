"""Which ladder, what comes next, and what counts as a raise."""

from __future__ import annotations

from matching.comparing import compare
from matching.judging import judge
from matching.ladders import ladder_from, ladders_of, next_moves, raises_of
from tests.builders import (
    MILWAUKEE,
    TODAY,
    a_ladder,
    a_leaf,
    a_move,
    a_profile,
    a_program,
    a_rung,
    a_term,
    words,
)

HELPER = a_rung("47-3013", median_wage_usd=42670)
LEARNER = a_rung("47-2111", median_wage_usd=None)
JOURNEY = a_rung("47-2111", median_wage_usd=63190)
BOSS = a_rung("47-1011", median_wage_usd=79920)
LADDER = a_ladder(
    HELPER,
    LEARNER,
    JOURNEY,
    BOSS,
    moves=(a_move(0, 3), a_move(0, 1), a_move(2, 0, kind="lateral"), a_move(2, 3)),
)
WELDING = a_ladder(a_rung("51-4121"), id="welder", sector="manufacturing")


def test_a_job_stands_at_its_lowest_rung() -> None:
    standing = ladder_from([WELDING, LADDER], "47-2111")
    assert standing is not None
    assert (standing.ladder.id, standing.rung, standing.exact) == ("electrician", 1, True)
    assert ladder_from([WELDING, LADDER], "29-1141") is None


def test_a_program_leads_onto_the_ladder_it_shares_most_jobs_with() -> None:
    program = a_program(occupations=("51-4121",), leads_to=("47-2111", "47-1011"))
    assert [each.ladder.id for each in ladders_of(program, [WELDING, LADDER])] == [
        "electrician",
        "welder",
    ]
    assert ladders_of(program, [LADDER])[0].exact is False


def test_the_records_own_ladders_come_first() -> None:
    program = a_program(occupations=("47-2111",), ladder_ids=("welder",))
    assert [each.ladder.id for each in ladders_of(program, [LADDER, WELDING])] == [
        "welder",
        "electrician",
    ]


def test_ways_up_come_before_ways_aside() -> None:
    assert [(move.kind, move.end) for move in next_moves(LADDER, 0)] == [("up", 1), ("up", 3)]
    assert [move.kind for move in next_moves(LADDER, 2)] == ["up", "lateral"]


def test_a_raise_needs_two_published_medians_and_a_rise() -> None:
    found = [(each.move.start, each.move.end, each.usd, each.percent) for each in raises_of(LADDER)]
    assert found == [(0, 3, 37250, 87), (2, 3, 16730, 26)]


def test_a_move_whose_median_falls_is_no_raise() -> None:
    falls = a_ladder(BOSS, JOURNEY, moves=(a_move(0, 1),))
    noted = a_ladder(HELPER, BOSS, moves=(a_move(0, 1, wage_note=words("falls in fact")),))
    assert raises_of(falls) == raises_of(noted) == ()


def test_programs_stand_side_by_side_in_what_any_of_them_states() -> None:
    free = a_program(a_leaf("age", start_at=18), id="free", cost=a_term(usd=0))
    other = a_program(id="other", kind="apprenticeship")
    programs = {program.id: program for program in (free, other)}
    matches = [judge(a_profile(age=17), each, MILWAUKEE, TODAY) for each in (free, other)]
    rows = {row.aspect: row for row in compare(matches, programs)}
    assert rows["verdict"].cells == ("one_step_away", "likely")
    assert rows["missing"].cells == (1, 0)
    assert rows["cost"].cells == (a_term(usd=0), None)
    assert rows["kind"].differs
    assert not rows["serves"].differs
    assert "length" not in rows
