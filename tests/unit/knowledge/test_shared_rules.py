"""Rules written once and dollars renewed each year reach the programs that point at them."""

from __future__ import annotations

from pathlib import Path

import pytest

import locales
from knowledge.cards import match_card, program_record
from knowledge.content import Content
from knowledge.content_files import load
from knowledge.release import Release
from matching.judging import judge
from matching.program import Group, Leaf, Program, leaves_of
from matching.where import NOWHERE, Whereabouts
from tests.builders import TODAY, a_profile
from tests.unit.knowledge.folders import a_folder, program_text

POINTING = """\
requirements:
  - {about: income, same_as: poor, text: {en: "Poor", es: "Pobre"}, source: 1}
  - {key: first, about: income, same_as: poor, preferred: true,
     text: {en: "Poor first", es: "Antes"}, source: 0}
  - {about: age, layers: [
      {about: age, layer: federal, apply_at: 16, cites: "1 CFR 2", text: {en: "16", es: "16"}},
      {about: age, layer: state, in_states: [NH], apply_at: 18, text: {en: "18", es: "18"}}],
     text: {en: "Ages", es: "Edades"}, source: 0}
"""
RULE = """\
id: poor
requirement:
  any_of:
    - {key: told, about: income, fact: low_income, text: {en: "Low income", es: "Bajos ingresos"}}
    - {key: line, about: income, max_percent_fpl: 200, text: {en: "Under", es: "Menos"}, source: 1}
  text: {en: "Low income", es: "Bajos ingresos"}
  source: 0
sources:
  - {title: "A law", url: null, as_of: "2014", kind: government}
  - {title: "A copy of it", url: null, as_of: null, kind: report}
"""
POVERTY = """\
year: 2001
contiguous: {first_usd: 10000, each_more_usd: 5000}
AK: {first_usd: 12000, each_more_usd: 6000}
HI: {first_usd: 11000, each_more_usd: 5500}
source: {title: "Guidelines of 2001", url: "https://example.gov/", as_of: "2001", kind: government}
"""


def a_ruled_folder(folder: Path, rule: str = RULE, poverty: str = POVERTY) -> Path:
    head, _, rest = program_text().partition("requirements:\n")
    a_folder(folder, head + POINTING + rest[rest.index("figures:") :])
    (folder / "rules").mkdir()
    (folder / "rules" / "poor.yml").write_text(rule, encoding="utf-8")
    (folder / "poverty.yml").write_text(poverty, encoding="utf-8")
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Program:
    loaded = load(a_ruled_folder(tmp_path))
    assert loaded.problems == []
    return loaded.content.programs["high-step"]


def test_a_shared_rule_stands_where_it_is_pointed_at(program: Program) -> None:
    income = program.requirements[0]
    assert isinstance(income, Group)
    assert (income.id, income.text["en"]) == ("high-step#income", "Poor")
    assert [leaf.id for leaf in leaves_of(income)] == [
        "high-step#income/told", "high-step#income/line",
    ]  # fmt: skip
    titles = [program.sources[leaf.source].title for leaf in leaves_of(income)]
    assert titles == ["A law", "A copy of it"]
    assert [source.title for source in program.sources].count("A law") == 1


def test_a_shared_rule_that_is_only_wanted_closes_nothing(program: Program) -> None:
    person = a_profile(facts={"low_income": False}, household_income_usd=90_000, household_size=1)
    match = judge(person, program, Whereabouts(state="WI"), TODAY)
    by_name = {one.requirement.id.partition("#")[2]: one for one in match.requirements}
    assert by_name["income"].status == by_name["first"].status == "not_met"
    assert by_name["income"].closes and not by_name["first"].closes


def test_the_dollars_of_the_year_and_their_source_come_along(program: Program) -> None:
    [line, _] = [leaf for one in program.requirements for leaf in leaves_of(one)
                 if "max_percent_fpl" in leaf.rule]  # fmt: skip
    assert line.rule["poverty_line"]["year"] == 2001
    source = program.sources[line.rule["poverty_line"]["source"]]
    assert (source.title, source.link) == ("Guidelines of 2001", True)


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize(
    ("state", "size", "dollars"),
    [("WI", 3, ["$40,000"]), ("AK", 2, ["$36,000"]), ("HI", 1, ["$22,000"]),
     ("WI", None, ["$20,000", "$10,000"]), (None, 3, ["$40,000"]), ("PR", 3, [])],
)  # fmt: skip
def test_a_card_says_what_the_limit_comes_to_and_of_which_year(
    program: Program, language: str, state: str | None, size: int | None, dollars: list[str]
) -> None:
    person = a_profile(state=state, household_size=size)
    note = _line_of(program, person, language)["note"] or ""
    assert all(amount in note for amount in dollars)
    assert ("2001" in note) is bool(dollars)


def _line_of(program: Program, person: object, language: str) -> dict[str, object]:
    release = _release(program)
    match = judge(person, program, NOWHERE, TODAY)  # type: ignore[arg-type]
    card = match_card(match, release, language, person)  # type: ignore[arg-type]
    return next(one["alternatives"][1] for one in card["requirements"] if one["alternatives"])


def _release(program: Program) -> Release:
    return Release("1-x", 1, "2026", "", Content({program.id: program}))


@pytest.mark.parametrize(
    ("state", "layer", "note"),
    [("WI", "federal", "Federal rule · 1 CFR 2"), ("NH", "state", "State rule in New Hampshire")],
)
def test_a_card_says_whose_rule_counts(program: Program, state: str, layer: str, note: str) -> None:
    person = a_profile(state=state)
    match = judge(person, program, NOWHERE, TODAY)
    card = match_card(match, _release(program), "en", person)
    [age] = [one for one in card["requirements"] if one["mode"] == "layers"]
    assert (age["id"], age["layer"], age["note"]) == ("high-step#age", layer, note)
    assert (age["text"], age["alternatives"]) == ({"WI": "16", "NH": "18"}[state], [])


def test_while_the_place_is_not_known_every_layer_is_shown(program: Program) -> None:
    match = judge(a_profile(), program, NOWHERE, TODAY)
    card = match_card(match, _release(program), "en")
    [age] = [one for one in card["requirements"] if one["mode"] == "layers"]
    assert (age["text"], age["note"]) == ("Ages", None)
    assert [one["layer"] for one in age["alternatives"]] == ["federal", "state"]


def test_the_record_names_every_layer(program: Program) -> None:
    record = program_record(program, _release(program), "es")
    [age] = [one for one in record["requirements"] if one.get("mode") == "layers"]
    assert [one["note"] for one in age["alternatives"]] == [
        "Regla federal · 1 CFR 2", "Regla estatal en Nuevo Hampshire",
    ]  # fmt: skip


def test_without_guidelines_a_percent_is_not_weighed(tmp_path: Path) -> None:
    folder = a_ruled_folder(tmp_path)
    (folder / "poverty.yml").unlink()
    [program] = load(folder).content.programs.values()
    leaves = [leaf for one in program.requirements for leaf in leaves_of(one)]
    assert all("poverty_line" not in leaf.rule for leaf in leaves if isinstance(leaf, Leaf))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(("id: poor", "id: pour"), "“poor” is not a shared rule: did you mean `pour`?",
                     id="a rule that is not there"),
        pytest.param(("source: 1}", "source: 7}"), "“7” names a source that is not there",
                     id="a source that is not there"),
        pytest.param(("about: income, fact", "fact"), "about: is missing", id="no about"),
        pytest.param(("200", "much"), "“much” does not fit", id="no percent"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_shared_rule_is_said(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    problems = load(a_ruled_folder(tmp_path, RULE.replace(*change))).errors
    assert any(said in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("change", "said"),
    [(("AK: ", "XX: "), "poverty.yml"), (("10000", "ten"), "“ten” does not fit"),
     (("year: 2001\n", ""), "year: is missing")],
)  # fmt: skip
def test_what_is_wrong_with_the_guidelines_is_said(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    problems = load(a_ruled_folder(tmp_path, poverty=POVERTY.replace(*change))).errors
    assert any(said in str(problem) for problem in problems)
