"""What holds for every person and every program, tried on generated ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from math import fsum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.judging import judge, judge_requirement
from matching.match import Match
from matching.profile import FLAGS, LEVELS, SECTORS, Education, Interests, Location, Profile
from matching.profile_json import json_of, profile_after, profile_from
from matching.program import Leaf, Program, Requirement, ServiceArea
from matching.ranking import finds, rank
from matching.requirements import Finding, Status, all_of, any_of, every, some
from matching.rules import look
from matching.rules.case import Case
from matching.where import NOWHERE, Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_group, a_leaf, a_program, a_site, a_term
from tests.unit.matching.rows_work import FPL_200

FEW = settings(max_examples=30, deadline=None)  # quick enough for every `make check`
GRADE = st.integers(0, 12)
INCOMES = st.sampled_from([0, 20_000, 45_000, 200_000])


def measured(rule: dict[str, Any]) -> dict[str, Any]:
    return {**rule, "poverty_line": FPL_200["poverty_line"]}


RULES: list[tuple[str, st.SearchStrategy[dict[str, Any]]]] = [
    ("age", st.fixed_dictionaries({"start_at": st.integers(14, 25)})),
    ("age", st.fixed_dictionaries({"max_age": st.integers(18, 30)})),
    ("education", st.fixed_dictionaries({"min_level": st.sampled_from(LEVELS)})),
    ("education", st.fixed_dictionaries({"below_level": st.sampled_from(LEVELS[1:])})),
    ("education", st.fixed_dictionaries({"min_grade": GRADE})),
    ("enrollment", st.fixed_dictionaries({"enrolled_in": st.sampled_from(["high_school", "ged"])})),
    ("employment", st.just({"employer": "Ford"})),
    ("employment", st.just({"work_status": ["unemployed", "underemployed"]})),
    ("membership", st.just({"union": "United Auto Workers"})),
    ("membership", st.just({"union": "an SEIU local in the fund"})),
    ("residency", st.fixed_dictionaries({"states": st.sampled_from([["WI"], ["IL", "NV"]])})),
    ("license", st.just({"kind": "driver"})),
    ("course", st.just({"subject": "algebra"})),
    ("justice", st.just({"bars": ["felony"]})),
    ("other", st.fixed_dictionaries({"fact": st.sampled_from(FLAGS), "is": st.booleans()})),
    ("income", st.fixed_dictionaries({"max_usd": INCOMES, "household_size": st.integers(1, 3)})),
    ("income", st.fixed_dictionaries({"max_percent_fpl": st.integers(50, 300)}).map(measured)),
    ("other", st.just({"receives": ["snap", "tanf"]})),
    ("other", st.just({"decided_by": "job_center"})),
    ("other", st.just({"group": ["women"]})),
    ("other", st.just({"steps": ["referral"]})),
    ("enrollment", st.just({"grades": [11, 12]})),
    ("other", st.just({"any_fact": ["homeless", "foster_youth"]})),
    ("age", st.just({"max_age": 24, "sometimes": True})),
    ("other", st.just({"fact": "low_income", "if_fact": "enrolled_in_school"})),
    ("other", st.just({})),
]
KINDS = ("apprenticeship", "academy", "college", "job_center", "support", "high_school_program")
KINDS += ("reentry_program",)
MODES = st.sampled_from(
    [
        {},
        {},
        {},
        {"in_states": ["WI"]},
        {"preferred": True},
        {"sometimes": True},
        {"partly": True},
        {"by": "start"},
    ]
)


@st.composite
def leaves(draw: st.DrawFn) -> Leaf:
    about, rules = draw(st.sampled_from(RULES))
    rule = {**draw(rules), **draw(MODES)}
    track = draw(st.sampled_from([None, None, None, "Roofing", "Welding"]))
    name = draw(st.uuids()).hex
    return a_leaf(about, f"p#{name}", **rule, **({"track": track} if track else {}))


def groups(parts: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
    mode = st.sampled_from(["any_of", "all_of", "waived_by", "layers"])
    return st.builds(
        lambda how, children, name: a_group(how, *children, group_id=f"p#{name.hex}"),
        mode,
        st.lists(parts, min_size=1, max_size=3),
        st.uuids(),
    )


REQUIREMENTS = st.recursive(leaves(), groups, max_leaves=6)
AREAS = st.sampled_from(
    [
        None,
        ServiceArea(nationwide=True),
        ServiceArea(states=("WI",)),
        ServiceArea(cities=("Chicago, IL",)),
        ServiceArea(counties=("Milwaukee, WI",)),
    ]
)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    return a_program(
        *draw(st.lists(REQUIREMENTS, max_size=4)),
        kind=draw(st.sampled_from(KINDS)),
        sectors=tuple(draw(st.lists(st.sampled_from(SECTORS[:4]), max_size=2, unique=True))),
        serves=draw(AREAS),
        sites=draw(st.sampled_from([(), (a_site(),)])),
        supports=tuple(draw(st.sets(st.sampled_from(["ged", "childcare", "stipend"])))),
        cost=draw(st.sampled_from([None, a_term(usd=0), a_term(usd=100)])),
        status=draw(st.sampled_from(["active", "active", "unknown", "renamed", "closed"])),
    )


def catalogs(least: int = 0) -> st.SearchStrategy[list[Program]]:
    def numbered(found: list[Program]) -> list[Program]:
        parents = [None, None, "p0", "p1"]
        return [
            replace(program, id=f"p{at}", part_of=parents[at % 4] if at else None)
            for at, program in enumerate(found)
        ]

    return st.lists(programs(), min_size=least, max_size=6).map(numbered)


SECTOR_SETS = st.lists(st.sampled_from(SECTORS[:5]), max_size=2, unique=True).map(tuple)
JOBS = st.sampled_from([(), (), ("47-2111",), ("51-4121",)])
HOUSES = st.sampled_from(
    [{}, {}, {"employer": "Ford"}, {"employer": "GM", "union": "UAW"}, {"union": "SEIU-UHW"}]
)
PROFILES = st.builds(
    Profile,
    age=st.none() | st.integers(14, 40),
    next_birthday=st.sampled_from([None, "2027-03", "2026-12-01"]),
    education=st.builds(Education, st.none() | st.sampled_from(LEVELS), st.none() | GRADE),
    location=st.just(Location()),
    interests=st.builds(Interests, SECTOR_SETS, SECTOR_SETS, JOBS),
    facts=st.builds(
        lambda flags, names: {**flags, **names},
        st.dictionaries(st.sampled_from(FLAGS), st.booleans(), max_size=6),
        HOUSES,
    ),
    household_income_usd=st.none() | INCOMES,
    household_size=st.none() | st.integers(1, 4),
)
PLACES = st.sampled_from(
    [NOWHERE, MILWAUKEE, Whereabouts(state="IL"), Whereabouts("Reno", None, "NV")]
)


def law(
    *strategies: st.SearchStrategy[Any],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a law on a few generated examples."""
    return lambda test: FEW(given(*strategies)(test))


BEST_FIRST = ("eligible", "likely", "one_step_away", "not_now", "closed")


@law(PROFILES, programs(), PLACES)
def test_the_score_is_the_sum_of_its_reasons(
    profile: Profile, program: Program, where: Whereabouts
) -> None:
    match = judge(profile, program, where, TODAY)
    assert match.score == pytest.approx(fsum(reason.points for reason in match.reasons), abs=1e-6)
    assert 0 <= match.score <= 1


@law(PROFILES, programs(), PLACES)
def test_the_verdict_says_what_the_requirements_say(
    profile: Profile, program: Program, where: Whereabouts
) -> None:
    match = judge(profile, program, where, TODAY)
    statuses = {judged.status for judged in match.requirements}
    failed = [each for each in match.requirements if each.status == "not_met" and each.closes]
    assert (match.verdict == "closed") is (program.status == "closed")
    if match.verdict == "eligible":
        assert statuses == {"met"}
    if match.verdict in ("eligible", "likely"):
        assert not failed
    if match.verdict == "one_step_away":
        assert len(failed) <= 1
        assert all(each.gainable for each in failed)


@law(PROFILES, catalogs(), PLACES, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(
    profile: Profile, catalog: list[Program], where: Whereabouts, chance: Any
) -> None:
    shuffled = list(catalog)
    chance.shuffle(shuffled)
    assert rank(profile, shuffled, where, TODAY) == rank(profile, catalog, where, TODAY)


@law(PROFILES, catalogs(), PLACES)
def test_the_best_come_first_and_no_family_is_shown_twice(
    profile: Profile, catalog: list[Program], where: Whereabouts
) -> None:
    matches = rank(profile, catalog, where, TODAY)
    keys = [(-match.score, match.program_id) for match in matches]
    assert keys == sorted(keys)
    shown = {match.program_id for match in finds(matches)}
    assert not any(shown.intersection(match.parts) for match in finds(matches))


@law(PROFILES, catalogs(), PLACES)
def test_a_wish_no_program_knows_changes_nothing(
    profile: Profile, catalog: list[Program], where: Whereabouts
) -> None:
    wishes = profile.interests
    odd = replace(
        wishes, likes=(*wishes.likes, "zookeeping"), occupations=(*wishes.occupations, "99-9999")
    )
    with_wish = replace(profile, interests=odd)
    assert rank(with_wish, catalog, where, TODAY) == rank(profile, catalog, where, TODAY)


PROTECTED = ("disability", "foster_youth", "homeless", "veteran")


@law(PROFILES, programs(), PLACES, st.sampled_from(PROTECTED))
def test_a_protected_trait_no_rule_names_changes_nothing(
    profile: Profile, program: Program, where: Whereabouts, trait: str
) -> None:
    free = replace(program, requirements=(a_leaf("age", start_at=18),))
    said, denied = (
        judge(replace(profile, facts={**profile.facts, trait: answer}), free, where, TODAY)
        for answer in (True, False)
    )
    assert said == denied


def statuses_in(match: Match) -> list[str]:
    return [leaf.status for judged in match.requirements for leaf in judged.leaves()]


@law(PROFILES, programs(), PLACES, st.sampled_from(FLAGS), st.booleans())
def test_learning_a_fact_never_makes_a_met_requirement_unknown(
    profile: Profile, program: Program, where: Whereabouts, flag: str, answer: bool
) -> None:
    facts = {key: value for key, value in profile.facts.items() if key != flag}
    before = judge(replace(profile, facts=facts), program, where, TODAY)
    after = judge(replace(profile, facts={**facts, flag: answer}), program, where, TODAY)
    changes = zip(statuses_in(before), statuses_in(after), strict=True)
    assert ("met", "unknown") not in changes


@law(PROFILES, programs(), PLACES)
def test_a_yes_to_a_requirement_never_worsens_the_verdict(
    profile: Profile, program: Program, where: Whereabouts
) -> None:
    before = judge(profile, program, where, TODAY)
    for judged in before.requirements:
        said = {**profile.confirmed, judged.requirement.id: True}
        after = judge(replace(profile, confirmed=said), program, where, TODAY)
        assert BEST_FIRST.index(after.verdict) <= BEST_FIRST.index(before.verdict)


@law(PROFILES, programs(), PLACES)
def test_knowing_nothing_fails_nothing(
    profile: Profile, program: Program, where: Whereabouts
) -> None:
    blank = judge(Profile(), program, NOWHERE, TODAY)
    assert all(judged.status != "not_met" for judged in blank.requirements)


@law(PROFILES, programs(), PLACES, st.randoms())
def test_forgetting_anything_never_turns_a_no_into_a_yes(
    profile: Profile, program: Program, where: Whereabouts, chance: Any
) -> None:
    """What is unsaid can only blur what was sure, never tip it over."""
    blank = Profile()
    name = chance.choice(["age", "education", "household_income_usd", "household_size"])
    before = judge(profile, program, where, TODAY)
    known_less = replace(profile, **{name: getattr(blank, name)})
    after = judge(known_less, program, where, TODAY)
    if len(statuses_in(before)) == len(statuses_in(after)):
        changes = set(zip(statuses_in(before), statuses_in(after), strict=True))
        assert not changes & {("met", "not_met"), ("not_met", "met")}


@law(PROFILES, programs(), PLACES)
def test_every_gap_is_a_requirement_that_failed(
    profile: Profile, program: Program, where: Whereabouts
) -> None:
    match = judge(profile, program, where, TODAY)
    failed = {each.requirement.id for each in match.requirements if each.status == "not_met"}
    assert {gap.requirement_id for gap in match.missing} <= failed


@law(PROFILES)
def test_a_profile_survives_json(profile: Profile) -> None:
    settled = profile_from(json_of(profile))
    assert profile_from(json_of(settled)) == settled
    assert profile_after(settled, {}) == settled


KLEENE = list(product(Status, repeat=2))


@pytest.mark.parametrize(("one", "other"), KLEENE, ids=lambda status: status.word)
def test_truth_tables_are_kleenes(one: Status, other: Status) -> None:
    both, either = all_of((one, other)), any_of((one, other))
    no, unknown, yes = Status.NOT_MET, Status.UNKNOWN, Status.MET
    assert both is (no if no in (one, other) else unknown if unknown in (one, other) else yes)
    assert either is (yes if yes in (one, other) else unknown if unknown in (one, other) else no)
    assert both.opposite is any_of((one.opposite, other.opposite))


def test_nothing_to_hold_holds_and_nothing_to_choose_from_fails() -> None:
    assert (all_of(()), any_of(())) == (Status.MET, Status.NOT_MET)


@law(st.lists(st.builds(Finding, st.sampled_from(Status), st.sampled_from([None, "age"]))))
def test_findings_fold_as_their_statuses_do(found: list[Finding]) -> None:
    statuses = [finding.status for finding in found]
    assert every(found).status is all_of(statuses)
    assert some(found).status is any_of(statuses)


SURE = st.builds(
    lambda name, start: a_leaf("age", f"p#{name.hex}", start_at=start),
    st.uuids(),
    st.integers(14, 25),
) | st.builds(
    lambda name, flag, turned: a_leaf("other", f"p#{name.hex}", fact=flag, **{"is": turned}),
    st.uuids(),
    st.sampled_from([flag for flag in FLAGS if flag != "disability"]),
    st.booleans(),
)
FOLDS = {"all_of": all_of, "any_of": any_of, "waived_by": any_of}


def kleene(requirement: Requirement, case: Case) -> Status:
    """Judge a tree as the truth tables say, knowing only its leaves."""
    if isinstance(requirement, Leaf):
        return look(case, requirement).status
    parts = [kleene(child, case) for child in requirement.children]
    return FOLDS[requirement.mode](parts)


def trees(parts: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
    return st.builds(
        lambda how, children, name: a_group(how, *children, group_id=f"p#{name.hex}"),
        st.sampled_from(sorted(FOLDS)),
        st.lists(parts, min_size=1, max_size=4),
        st.uuids(),
    )


@law(st.recursive(SURE, trees, max_leaves=12), PROFILES, PLACES)
def test_a_tree_is_judged_as_kleenes_tables_say(
    tree: Requirement, profile: Profile, where: Whereabouts
) -> None:
    case = Case(profile, where, TODAY)
    assert judge_requirement(case, tree).status == kleene(tree, case).word


@law(st.recursive(SURE, trees, max_leaves=12), PROFILES, PLACES)
def test_not_knowing_is_never_worse_than_no_and_never_better_than_yes(
    tree: Requirement, profile: Profile, where: Whereabouts
) -> None:
    """Whatever a person still tells, a tree that is settled stays as it is."""
    blank = replace(profile, age=None, facts={}, education=Education())
    unsaid = kleene(tree, Case(blank, where, TODAY))
    said = kleene(tree, Case(profile, where, TODAY))
    assert unsaid in (Status.UNKNOWN, said)
