"""An order of programs is worth what its grades say, computed by hand here."""

from __future__ import annotations

import json
from math import isnan, log2
from pathlib import Path

import pytest

from evaluation import frozen
from evaluation.ranking.grades import FROZEN, grades_in
from evaluation.ranking.personas import PARTS, GradingProblem, personas_in
from evaluation.ranking.pool import MOST, OURS, pooled
from evaluation.ranking.report import page, wrong
from evaluation.ranking.running import Ranking, measured
from evaluation.ranking.scoring import agreement, dcg, gain, ndcg, weighted_kappa
from evaluation.ranking.sheet import sheet
from evaluation.ranking.world import World, world_of

FOLDER = Path(__file__).parents[2] / "evaluation" / "ranking"


@pytest.mark.parametrize(
    ("grade", "worth"),
    [(0, 0.0), (1, 1.0), (2, 3.0), (1.5, 2**1.5 - 1)],
)
def test_an_excellent_program_is_worth_three_fine_ones(grade: float, worth: float) -> None:
    assert gain(grade) == pytest.approx(worth)


def test_a_gain_counts_less_the_further_down_it_stands() -> None:
    assert dcg([2, 1, 0, 2]) == pytest.approx(3 + 1 / log2(3) + 3 / log2(5))


def test_nothing_counts_past_the_fifth() -> None:
    assert dcg([1, 0, 0, 0, 0, 2, 2]) == dcg([1])


def test_the_best_order_is_one_and_a_worse_one_is_less() -> None:
    graded = [0, 2, 1, 0, 1, 0]
    assert ndcg([2, 1, 1, 0, 0], graded) == pytest.approx(1.0)
    best = 3 + 1 / log2(3) + 1 / 2
    assert ndcg([1, 2, 1, 0, 0], graded) == pytest.approx((1 + 3 / log2(3) + 1 / 2) / best)


def test_showing_fewer_costs_what_the_rest_would_bring() -> None:
    assert ndcg([2], [2, 1]) == pytest.approx(3 / (3 + 1 / log2(3)))


def test_no_order_is_good_where_nothing_is() -> None:
    assert isnan(ndcg([0, 0], [0, 0, 0]))


def test_kappa_counts_far_misses_four_times_near_ones() -> None:
    # By hand: A gives 0, 0, 1, 2 and B 0, 1, 1, 0. Squared steps seen: 0, 1, 0, 4, mean 1.25.
    # By chance: A is 0 half the time, 1 and 2 a quarter; B is 0 and 1 half the time each:
    # 0.25*0 + 0.25*1 + 0.125*1 + 0.125*0 + 0.125*4 + 0.125*1 = 1.
    assert weighted_kappa([(0, 0), (0, 1), (1, 1), (2, 0)]) == pytest.approx(1 - 1.25)


def test_full_agreement_is_one_and_no_scale_is_no_number() -> None:
    assert weighted_kappa([(0, 0), (1, 1), (2, 2)]) == pytest.approx(1.0)
    assert isnan(weighted_kappa([(1, 1), (1, 1)]))
    assert isnan(weighted_kappa([]))


def test_raw_agreement_is_the_share_of_equal_grades() -> None:
    assert agreement([(0, 0), (1, 2), (2, 2), (0, 1)]) == 0.5


def written(folder: Path, **files: list[dict[str, object]]) -> Path:
    """Write files of records, one JSON object a line, and freeze them."""
    for name, records in files.items():
        lines = [json.dumps(record) for record in records]
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    frozen.freeze(folder, FROZEN)
    return folder


def a_persona(**fields: object) -> dict[str, object]:
    given = {"id": "en-01", "part": "dev", "language": "en", "invented": True, "about": "Someone."}
    return {**given, "profile": {"age": 20}, **fields}


def a_grade(program: str, a: object = 2, b: object = 1) -> dict[str, object]:
    return {"persona": "en-01", "program": program, "a": a, "b": b}


@pytest.mark.parametrize(
    ("wrong_field", "says"),
    [
        ({"invented": False}, "not marked as invented"),
        ({"part": "train"}, "dev or test"),
        ({"profile": {"age": "old"}}, "age"),
    ],
)
def test_a_persona_that_does_not_hold_together_is_refused(
    tmp_path: Path, wrong_field: dict[str, object], says: str
) -> None:
    written(tmp_path, personas=[a_persona(**wrong_field)])
    with pytest.raises(GradingProblem, match=says):
        personas_in(tmp_path)


@pytest.mark.parametrize(
    ("records", "says"),
    [
        ([a_grade("one", a=3)], "0, 1 or 2"),
        ([a_grade("one"), a_grade("one")], "graded twice"),
        ([{"persona": "en-01", "program": "one", "a": 1}], "lacks 'b'"),
        ([{**a_grade("one"), "persona": "en-99"}], "no persona en-99"),
    ],
)
def test_grades_that_do_not_hold_together_are_refused(
    tmp_path: Path, records: list[dict[str, object]], says: str
) -> None:
    written(tmp_path, grades=records)
    with pytest.raises(GradingProblem, match=says):
        grades_in(tmp_path, {"en-01"})


def test_rounds_of_grades_add_up_and_average(tmp_path: Path) -> None:
    written(tmp_path, grades=[a_grade("one")], grades_2=[a_grade("two", a=0, b=0)])
    grades = grades_in(tmp_path, {"en-01"})
    assert grades.mean("en-01", "one") == 1.5
    assert grades.mean("en-01", "two") == 0
    assert grades.mean("en-01", "three") is None
    assert sorted(grades.best_of("en-01", {})) == [0, 1.5]
    assert grades.best_of("en-01", {"one": "whole", "two": "whole"}) == [1.5]


def test_a_grade_changed_after_freezing_ends_the_run(tmp_path: Path) -> None:
    written(tmp_path, personas=[a_persona()], grades=[a_grade("one")])
    grades = tmp_path / "grades.jsonl"
    grades.write_text(grades.read_text(encoding="utf-8").replace("1", "2"), encoding="utf-8")
    with pytest.raises(frozen.Thawed, match=r"grades\.jsonl"):
        measured(tmp_path)


@pytest.fixture(scope="module")
def world() -> World:
    return world_of()


def ranked(folder: Path, world: World) -> Ranking:
    """One persona, of whose programs the first two that are shown are graded."""
    first = world.shown(personas_in(written(folder, personas=[a_persona()]))[0], 2)
    graded = [a_grade(first[0], 0, 0), a_grade(first[1], 2, 2)]
    return measured(written(folder, grades=graded), world)


def test_what_nobody_graded_counts_as_bad_and_is_told(tmp_path: Path, world: World) -> None:
    ranking = ranked(tmp_path, world)
    dev = ranking.figures()["parts"]["dev"]
    assert dev["ungraded"] == 3
    assert dev["ndcg_at_5"].value == pytest.approx(1 / log2(3))


def test_the_sheet_holds_only_what_is_yet_to_grade(tmp_path: Path, world: World) -> None:
    ranking = ranked(tmp_path, world)
    asked = [line for line in ranking.to_grade().splitlines() if line.startswith("### ")]
    assert asked == [f"### en-01 {name}" for name in ranking.orders[0].ungraded]


def test_the_page_tells_figures_and_what_stands_wrong(tmp_path: Path, world: World) -> None:
    ranking = ranked(tmp_path, world)
    shown = "\n".join([*page(ranking.figures()), *wrong(ranking)])
    assert "| dev | 1 | 0.631" in shown
    assert "en-01 0.631  Someone." in shown


def test_the_test_part_is_never_listed(tmp_path: Path, world: World) -> None:
    written(tmp_path, personas=[a_persona(part="test")], grades=[a_grade("none-such")])
    assert not list(wrong(measured(tmp_path, world)))


def test_a_pool_is_the_same_every_time_and_holds_what_we_show(world: World) -> None:
    persona = personas_in(FOLDER)[0]
    pool = pooled(world, persona)
    assert pool == pooled(world, persona)
    assert set(world.shown(persona, OURS)) < set(pool)
    assert len(set(pool)) == len(pool) == MOST


def test_a_sheet_tells_neither_scores_nor_verdicts(world: World) -> None:
    persona = personas_in(FOLDER)[0]
    text = sheet(world, [(persona, pooled(world, persona))])
    assert persona.about in text
    assert not any(word in text for word in ("one_step_away", "not_now", "eligible:", "points"))


def test_the_graded_people_are_the_frozen_ones_and_enough() -> None:
    frozen.check(FOLDER, FROZEN)
    personas = personas_in(FOLDER)
    grades = grades_in(FOLDER, {one.id for one in personas})
    assert len(personas) >= 60
    assert {part: sum(one.part == part for one in personas) for part in PARTS} == {
        "dev": 40,
        "test": 32,
    }
    assert all(len(grades.by_persona[one.id]) >= MOST for one in personas)
