"""Cards have the contract's shape in every language, and promise no raise that is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import locales
from knowledge.cards import ladder_card, match_card, program_record, resource_card
from knowledge.cards.wording import reason_text, step_text
from knowledge.content import Content, Occupation, WageTable
from knowledge.content_files import load
from knowledge.release import Release
from matching.judging import judge
from matching.match import Reason, Step
from matching.where import NOWHERE
from tests.builders import (
    MILWAUKEE,
    TODAY,
    a_group,
    a_ladder,
    a_leaf,
    a_move,
    a_profile,
    a_program,
    a_rung,
    a_site,
    a_source,
    words,
)
from tests.unit.knowledge.folders import a_folder

LANGUAGES = sorted(locales.languages())
MATCH_KEYS = {
    "program_id", "part_of", "name", "kind", "sectors", "status", "succeeded_by", "verdict",
    "requirements", "missing", "reasons", "distance_miles", "serves_location", "leads_to",
    "ladder_ids", "facts", "sources", "score",
}  # fmt: skip
PROGRAM = a_program(
    a_leaf("age", "a-program#age", start_at=18, track="Shop"),
    a_group(
        "any_of",
        a_leaf("education", "a-program#group/1", min_level="high_school"),
        a_leaf("license", "a-program#group/2", fact="driver_license", kind="driver"),
    ),
    sites=(a_site(city="Chicago", state="IL"), a_site()),
    leads_to=("next-program", "47-2111"),
)


def a_release(*programs: object, **content: object) -> Release:
    everyone = (PROGRAM, a_program(id="next-program", name=words("Next")), *programs)
    job = Occupation("47-2111", words("Electrician"), "construction")
    given = {"programs": {p.id: p for p in everyone}, "occupations": {job.soc: job}}  # type: ignore[attr-defined]
    return Release("1-x", 1, "2026", "", Content(**{**given, **content}))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_match_has_the_contracts_shape(language: str) -> None:
    person = a_profile(
        age=17, level="some_high_school", grade=10, city="Milwaukee", state="WI",
        likes=("construction",), facts={"driver_license": False},
    )  # fmt: skip
    card = match_card(judge(person, PROGRAM, MILWAUKEE, TODAY), a_release(), language, person)
    assert card.keys() >= MATCH_KEYS
    age, group = (one for one in card["requirements"] if one["about"] != "location")
    assert age["status"] == "not_met"
    assert age["said"] == locales.say("profile.age", language, {"age": "17"})
    assert age["track"] == words("Shop")[language]
    assert [part["status"] for part in group["alternatives"]] == ["not_met", "not_met"]
    assert group["alternatives"][1]["said"] == locales.say("codes.fact.driver_license.no", language)
    assert card["leads_to"] == ["next-program"]
    assert card["onward"] == [words("Next")[language], words("Electrician")[language]]
    assert card["site"]["state"] == "WI"
    assert all(step["text"] for gap in card["missing"] for step in gap["steps"])
    assert card["score"] == pytest.approx(sum(reason["points"] for reason in card["reasons"]))
    assert all({"title", "url", "as_of", "verified_on"} <= one.keys() for one in card["sources"])


def test_nothing_said_is_nothing_quoted() -> None:
    card = match_card(judge(a_profile(), PROGRAM, NOWHERE, TODAY), a_release(), "en")
    assert {one["said"] for one in card["requirements"]} == {None}


def test_a_program_that_opens_by_waiting_says_when() -> None:
    person = a_profile(age=17, next_birthday="2027-03", city="Milwaukee", state="WI")
    program = a_program(a_leaf(start_at=18))
    card = match_card(judge(person, program, MILWAUKEE, TODAY), a_release(program), "en", person)
    assert (card["verdict"], card["opens_on"]) == ("one_step_away", "2027-03")
    assert "March 2027" in card["missing"][0]["steps"][0]["text"]


def test_a_confirmed_requirement_quotes_the_answer() -> None:
    program = a_program(a_leaf("other", "a-program#other"))
    person = a_profile(confirmed={"a-program#other": True})
    card = match_card(judge(person, program, MILWAUKEE, TODAY), a_release(program), "es", person)
    said = {one["id"]: one["said"] for one in card["requirements"]}
    assert said["a-program#other"] == locales.say("buttons.yes", "es")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "step",
    [
        Step("step.age_date", {"age": 18}, date="2027-03-05"),
        Step("step.age_next_birthday", {"age": 18}),
        Step("step.age_later", {"age": 18, "count": 2}),
        Step("step.agree", {"agree": "ged"}),
        Step("step.find_sponsor", {"employer_sponsor": True}),
        Step("step.selective_service", {"selective_service": True}),
        Step("step.transport", {"transport": "reliable"}),
        Step("step.equipment", {"equipment": ["computer", "internet"]}),
        Step("step.gpa", {"gpa": 2.5}),
        Step("step.diploma", {"level": "high_school"}),
        Step("step.finish_high_school", {"level": "high_school"}),
        Step("step.grade", {"grade": 10}),
        Step("step.education", {"level": "associate"}),
        Step("step.course", {"subject": "algebra"}),
        Step("step.named_course", {"course": "tech_math"}),
        Step("step.named_course", {"course": "next-program"}),
        Step("step.hours", {"count": 500, "needed": 4000}),
        Step("step.license", {"kind": "cdl_a"}),
        Step("step.test", {"kind": "aptitude", "score": None}),
        Step("step.documents", {"documents": ("transcript", "photo_id")}),
        Step("step.take_part", {"steps": ("interview",)}),
        Step("step.study_at", {}, program_id="next-program"),
        Step("step.ask_program"),
    ],
    ids=lambda step: step.code if isinstance(step, Step) else step,
)
def test_every_step_can_be_said(step: Step, language: str) -> None:
    said = step_text(step, a_release(), language)
    assert said and "{" not in said and "_" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "reason",
    [
        Reason("interest.sector", 0.3, {"sectors": ("construction", "energy")}),
        Reason("interest.occupation", 0.1, {"occupations": ("47-2111", "99-9999")}),
        Reason("near.site", 0.1, {"miles": 4.2}),
        Reason("serves.city", 0.1, {"city": "Milwaukee", "state": "WI"}),
        Reason("serves.state", 0.1, {"state": "WI"}),
        Reason("serves.nationwide", 0.1),
        Reason("fits.level", 0.1, {"requirement": "a-program#age"}),
        Reason("dislike.sector", -0.1, {"sectors": ("healthcare",)}),
    ],
    ids=lambda reason: reason.code if isinstance(reason, Reason) else reason,
)
def test_every_reason_can_be_said(reason: Reason, language: str) -> None:
    said = reason_text(reason, a_release(), language)
    assert said and "{" not in said


def wages(**medians: int) -> WageTable:
    """Wages in Wisconsin by the last digit of the code; the country's are all 50,000."""
    rows = {
        f"47-000{soc[1:]}": {"US": (50000, None, None), "WI": (usd, None, None)}
        for soc, usd in medians.items()
    }
    return WageTable("2025-05", a_source(), rows)


LADDER = a_ladder(
    a_rung("47-0001", median_wage_usd=40000),
    a_rung("47-0002", median_wage_usd=60000),
    a_rung("47-0002", median_wage_usd=None),
    moves=(a_move(0, 1), a_move(0, 2), a_move(1, 0), a_move(0, 1, kind="lateral")),
)


def test_a_raise_is_counted_in_one_area_and_only_upwards() -> None:
    release = a_release(wages=wages(s1=45000, s2=54000))
    card = ladder_card(LADDER, release, "en", "WI")
    assert [move["raise"] for move in card["moves"]] == [
        {"usd": 9000, "percent": 20}, None, None, None,
    ]  # fmt: skip


def test_a_step_up_to_less_pay_is_never_shown_as_a_raise() -> None:
    lower_here = a_release(wages=wages(s1=54000, s2=45000))
    assert ladder_card(LADDER, lower_here, "en", "WI")["moves"][0]["raise"] is None
    noted = replace(LADDER, moves=(a_move(0, 1, wage_note=words("it falls")),))
    assert ladder_card(noted, a_release(), "en")["moves"][0]["raise"] is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "half earn more than $45,000 a year in Wisconsin (BLS, May 2025)"),
        ("es", "la mitad gana más de $45,000 al año en Wisconsin (BLS, mayo de 2025)"),
    ],
)
def test_a_wage_says_where_and_when_and_learners_have_none(language: str, said: str) -> None:
    card = ladder_card(LADDER, a_release(wages=wages(s1=45000, s2=54000)), language, "WI")
    assert card["rungs"][0]["wage"]["text"] == said
    assert card["rungs"][2]["wage"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_record_can_be_shown(shipped: Release, language: str) -> None:
    release = shipped
    person = a_profile(age=16, level="some_high_school", city="Milwaukee", state="WI")
    for program in release.programs.values():
        record = program_record(program, release, language)
        assert record["sources"] and record["name"] and record["summary"]
        assert resource_card(program, release, language)["text"]
        match = judge(person, program, MILWAUKEE, TODAY)
        assert match_card(match, release, language, person)["verdict"] == match.verdict
    for ladder in release.ladders.values():
        assert ladder_card(ladder, release, language, "WI")["rungs"]


def test_a_source_that_only_republishes_is_shown_but_not_linked(tmp_path: Path) -> None:
    content = load(a_folder(tmp_path)).content
    record = program_record(content.programs["high-step"], a_release(), "en")
    assert [source["link"] for source in record["sources"]] == [True, False]
    assert record["sources"][1]["title"] == "A copy"
