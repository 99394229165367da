"""Programs let people onto ladders where the record and the ladder say so, and nowhere else."""

from __future__ import annotations

import pytest

from matching.entrances import entrances_of, is_for_learners, jobs_off_ladders
from matching.program import Ladder
from tests.builders import a_ladder, a_move, a_program, a_rung

HELPER, TRADE, FOREMAN, OTHER = "47-3013", "47-2111", "47-1011", "49-9071"


def trade(learnt: str = "apprenticeship", **fields: str) -> Ladder:
    """Helper, learner, journeyworker, foreman: as the shipped ladders of the trades are."""
    rungs = (
        a_rung(HELPER),
        a_rung(TRADE, median_wage_usd=None, on_the_job_training=learnt),
        a_rung(TRADE),
        a_rung(FOREMAN),
    )
    moves = tuple(a_move(at, at + 1) for at in range(3))
    return a_ladder(*rungs, moves=moves, **fields)


def entered(ladder: Ladder, **fields: object) -> list[int]:
    return [one.rung for one in entrances_of(a_program(**fields), [ladder])]


def test_a_learner_has_no_wage_of_their_own_where_the_job_above_has_one() -> None:
    assert [is_for_learners(trade(), at) for at in range(4)] == [False, True, False, False]


def test_a_step_without_a_wage_that_is_not_learned_at_work_is_no_learners_rung() -> None:
    assert not is_for_learners(trade(learnt="none"), 1)


@pytest.mark.parametrize("kind", ["pre_apprenticeship", "academy", "apprenticeship"])
def test_everyone_learns_an_apprenticed_trade_from_its_learners_rung(kind: str) -> None:
    assert entered(trade(), kind=kind, occupations=(TRADE,)) == [1]


@pytest.mark.parametrize(
    ("kind", "rung"),
    [
        pytest.param("pre_apprenticeship", 1, id="it prepares for the apprenticeship"),
        pytest.param("academy", 2, id="a school may lead right into the job"),
    ],
)
def test_a_job_learned_at_work_otherwise_is_entered_by_kind(kind: str, rung: int) -> None:
    assert entered(trade(learnt="long_term"), kind=kind, occupations=(TRADE,)) == [rung]


def test_nobody_steps_past_the_ladders_own_way_to_a_job_that_is_led_to() -> None:
    assert entered(trade(), occupations=(TRADE,), leads_to=(FOREMAN,)) == [1]


def test_a_job_led_to_that_the_ladder_does_not_lead_to_is_entered() -> None:
    assert entered(a_ladder(*trade().rungs), occupations=(HELPER,), leads_to=(FOREMAN,)) == [0, 3]


def test_an_apprenticeship_ends_in_the_jobs_it_leads_to_but_not_as_their_supervisor() -> None:
    given = {"kind": "apprenticeship", "occupations": (HELPER,), "leads_to": (TRADE, FOREMAN)}
    assert entered(trade(), **given) == [1]


def test_nobody_begins_as_a_supervisor() -> None:
    given = {"kind": "apprenticeship", "occupations": (OTHER,), "leads_to": (FOREMAN,)}
    assert entered(trade(), **given) == []


def test_an_apprenticeship_for_a_job_of_no_other_end_is_entered_there() -> None:
    assert entered(trade(), kind="apprenticeship", occupations=(HELPER,)) == [0]


def test_only_the_ladders_a_record_names_are_entered() -> None:
    other = trade(id="other", sector="energy")
    program = a_program(occupations=(TRADE,), ladder_ids=("other",))
    assert [one.ladder.id for one in entrances_of(program, [trade(), other])] == ["other"]


def test_of_a_record_that_names_none_the_ladders_of_its_sector_come_first() -> None:
    other = trade(id="other", sector="energy")
    here, elsewhere = (
        a_program(occupations=(TRADE,)),
        a_program(occupations=(TRADE,), sectors=("healthcare",)),
    )
    assert [one.ladder.id for one in entrances_of(here, [other, trade()])] == ["electrician"]
    assert [one.ladder.id for one in entrances_of(elsewhere, [other])] == ["other"]


def test_a_ladder_without_a_learners_rung_is_no_way_around_one_that_has_it() -> None:
    solar = a_ladder(a_rung(TRADE), id="solar")
    program = a_program(kind="pre_apprenticeship", occupations=(TRADE,))
    found = entrances_of(program, [solar, trade()])
    assert [(one.ladder.id, one.rung) for one in found] == [("electrician", 1)]


def test_jobs_that_no_ladder_holds_are_told_once() -> None:
    program = a_program(occupations=(TRADE, OTHER), leads_to=(OTHER, "another-program"))
    assert list(jobs_off_ladders(program, [trade()])) == [OTHER]
