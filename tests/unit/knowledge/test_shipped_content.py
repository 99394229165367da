"""What ships: whole, sourced, in both languages, and without a problem."""

from __future__ import annotations

import pytest

from knowledge.content import Content
from knowledge.content_files import Loaded
from matching.program import Program, leaves_of

FOUNDING = (
    "culinary-academy-las-vegas", "1199c-training-upgrading-fund", "ben-hudnall-memorial-trust",
    "seiu-uhw-joint-employer-education-fund", "iam-boeing-joint-programs", "wrtp-big-step",
    "imt-apprenticeship", "building-trades-apprenticeship", "mc3-pre-apprenticeship",
    "austin-polytechnical-academy", "cmrc-manufacturing-reentry",
    "usw-institute-for-career-development", "uaw-gm-training", "uaw-ford-training",
    "uaw-chrysler-training", "transportation-learning-center", "best-hospitality-training",
    "hospitality-training-academy", "readysc-boeing", "career-academies",
    "aerospace-state-training", "american-job-centers", "community-colleges",
    "working-for-america-institute",
)  # fmt: skip


def test_it_has_no_problem(shipped_files: Loaded) -> None:
    assert [str(problem) for problem in shipped_files.problems] == []


@pytest.mark.parametrize("program_id", FOUNDING)
def test_each_program_of_the_founding_documents_is_there(content: Content, program_id: str) -> None:
    program = content.programs[program_id]
    assert program.part_of is None
    assert any(source.kind == "founding_document" for source in program.sources)


def test_every_state_has_its_job_center(content: Content) -> None:
    centers = [p for p in content.programs.values() if p.part_of == "american-job-centers"]
    states = {state for p in centers if p.serves for state in p.serves.states}
    assert len(states) == 52


def test_a_program_that_moved_on_names_what_came_after(content: Content) -> None:
    renamed = [p for p in content.programs.values() if p.status == "renamed" and not p.part_of]
    assert renamed
    assert [p.id for p in renamed if not p.succeeded_by] == []


def test_every_fact_has_its_source(content: Content) -> None:
    for program in content.programs.values():
        cited = [*_cited(program)]
        assert all(0 <= source < len(program.sources) for source in cited), program.id


def _cited(program: Program) -> list[int]:
    terms = (program.cost, program.pay_while_training, program.length, program.opening_hours)
    leaves = [leaf for one in program.requirements for leaf in leaves_of(one)]
    facts = [*program.figures, *leaves, *program.requirements, *(term for term in terms if term)]
    return [fact.source for fact in facts]


def test_ids_of_requirements_are_their_own(content: Content) -> None:
    ids = [
        leaf.id for p in content.programs.values() for r in p.requirements for leaf in leaves_of(r)
    ]
    assert len(ids) == len(set(ids))


def test_the_wages_of_the_ladders_are_those_of_the_wage_table(content: Content) -> None:
    assert content.wages is not None
    for ladder in content.ladders.values():
        for rung in ladder.rungs:
            if rung.median_wage_usd is not None:
                assert content.wages.rows[rung.soc]["US"][0] == rung.median_wage_usd, ladder.id
