"""Content files become records, or problems an operator can act on; never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.content_files import load
from knowledge.content_files.complaints import shaped
from knowledge.content_files.program_checks import faults_of
from knowledge.content_files.program_shape import ProgramShape
from knowledge.content_files.rule_keys import RULE_KEYS
from knowledge.content_files.yaml_text import Written
from matching.program import Group, Leaf
from tests.unit.knowledge.folders import LADDER, OCCUPATIONS, WAGES, a_folder, program_text

RESCUE = """\
- {id: emergency, kinds: [crisis, abuse, trafficking], name: "911", call: "911", how: "Call.",
   source: {title: "911.gov", url: "https://www.911.gov/"}}
"""
OFFERING = """\
offerings:
  - id: high-step-night
    name: {en: "Night class", es: "Clase nocturna"}
    requirements:
      - {about: age, apply_at: 21, text: {en: "21", es: "21"}, source: 1}
      - {about: age, max_age: 60, text: {en: "60", es: "60"}, source: 0}
"""


def problems_after(folder: Path, old: str, new: str) -> list[str]:
    text = program_text()
    assert old in text
    a_folder(folder, text.replace(old, new, 1))
    return [str(problem) for problem in load(folder).problems]


def test_a_folder_without_problems_loads_whole(tmp_path: Path) -> None:
    loaded = load(a_folder(tmp_path), lambda city, state, zip_code: (43.0, -88.0))
    assert loaded.problems == []
    program = loaded.content.programs["high-step"]
    age, school = program.requirements
    assert (age.id, school.id) == ("high-step#age", "high-step#school")
    assert isinstance(age, Leaf) and age.rule == {"start_at": 18}
    assert isinstance(school, Group)
    assert [child.id for child in school.children] == ["high-step#school/1", "high-step#school/2"]
    assert [child.source for child in school.children] == [0, 1]
    assert school.children[1].track == {"en": "Shop", "es": "Taller"}
    assert program.ladder_ids == ("electrician",)
    assert (program.sites[0].lat, program.sites[0].lon) == (43.0, -88.0)
    assert not program.sources[1].link
    assert loaded.content.ladders["electrician"].moves[1].typical_years == 4.5
    assert loaded.content.wages is not None
    assert loaded.content.wages.rows["47-3013"]["TX"] == (None, None, None)


def test_an_offering_takes_from_the_whole_what_it_leaves_out_but_not_its_rules(
    tmp_path: Path,
) -> None:
    loaded = load(a_folder(tmp_path, program_text() + OFFERING))
    assert loaded.problems == []
    part = loaded.content.programs["high-step-night"]
    whole = loaded.content.programs["high-step"]
    assert part.part_of == "high-step"
    assert (part.kind, part.sectors, part.serves) == (whole.kind, whole.sectors, whole.serves)
    assert [rule.id for rule in part.requirements] == [
        "high-step-night#age",
        "high-step-night#age-2",
    ]
    assert part.cost is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "usd: 0", "usd: call us",
            "programs/high-step.yml:30, cost.usd: “call us” does not fit:"
            " write a whole number of dollars such as 1250, or 0 if it is free",
            id="words for a price",
        ),
        pytest.param(
            "min_level: high_school", "min_level: highschool",
            "programs/high-step.yml:19, requirements.1.any_of.0.min_level: “highschool” does not"
            " fit: did you mean `high_school`?",
            id="a level nearly right",
        ),
        pytest.param(
            "start_at: 18", "starts_at: 18",
            "programs/high-step.yml:13, requirements.0.starts_at: is not a known key:"
            " did you mean `start_at`?",
            id="a key nearly right",
        ),
        pytest.param(
            "start_at: 18", "start_at: true",
            "programs/high-step.yml:13, requirements.0.start_at: “True” does not fit:"
            " write an age in years, such as 18",
            id="a yes for an age",
        ),
        pytest.param(
            "id: high-step", "id: High Step",
            "programs/High Step.yml:1, id: “High Step” does not fit:"
            " write lower-case words joined by hyphens, such as wrtp-big-step",
            id="an id with spaces",
        ),
        pytest.param(
            "source: 0", "source: 7",
            "programs/high-step.yml:15, requirements.0.source: “7” names a source that is not"
            " there: write 0 to 1",
            id="a source that is not there",
        ),
        pytest.param(
            "    source: 0\n  - key", "  - key",
            "programs/high-step.yml:12, requirements.0.source: is missing:"
            " write the number of a source in this file; the first one is 0",
            id="a rule without a source",
        ),
        pytest.param(
            '"https://example.org/page"', '"javascript:alert(1)"',
            "programs/high-step.yml:34, sources.0.url: “javascript:alert(1)” does not fit:"
            ' write a web address such as "https://wrtp.org", or null if there is none',
            id="a link that runs",
        ),
        pytest.param(
            'as_of: "2025-06"', 'as_of: "2025-13"',
            "programs/high-step.yml:34, sources.0.as_of: “2025-13” does not fit: write the date"
            ' as the source gives it, such as "2015", "2015-06" or null',
            id="a thirteenth month",
        ),
        pytest.param(
            'leads_to: ["47-2111"]', "leads_to: [high-stop]",
            "programs/high-step.yml:31, leads_to.0: “high-stop” is not here:"
            " did you mean `high-step`?",
            id="a program that is not there",
        ),
        pytest.param(
            "status: active", "status: active\npart_of: high-step",
            "programs/high-step.yml:33, part_of: goes round in a circle through “high-step”:"
            " name a larger program",
            id="a program that is part of itself",
        ),
        pytest.param(
            "        source: 1\n    text: {en: \"Some school\", es: \"Algo de escuela\"}\n", "",
            "programs/high-step.yml:16, requirements.1.text: is missing:"
            ' write what people read, such as {en: "18 or older", es: "18 años o más"}',
            id="a group without words",
        ),
        pytest.param(
            "kind: pre_apprenticeship", "kind: [pre_apprenticeship]",
            "programs/high-step.yml:4, kind: “['pre_apprenticeship']” does not fit:"
            " write one of the kinds of the content guide, such as pre_apprenticeship",
            id="a list for a word",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_to_write(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert said in problems_after(tmp_path, old, new)


def test_a_record_without_a_source_cannot_load(tmp_path: Path) -> None:
    text = program_text().partition("sources:")[0]
    a_folder(tmp_path, text)
    a_folder(tmp_path, text.replace("high-step", "no-list") + "sources: []\n")
    loaded = load(tmp_path)
    assert loaded.content.programs == {}
    assert [problem.field for problem in loaded.errors] == ["sources", "sources"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("kind: report", "kind: gossip", id="the source is of no kind"),
        pytest.param(
            'figures:\n  - {text: {en: "30 people", es: "30 personas"}, value: 30, unit: people,'
            " year: 2025, source: 1}",
            'figures:\n  - {text: {en: "30 people", es: "30 personas"}}',
            id="a figure without a source",
        ),
        pytest.param('es: "Gratis"}, usd: 0, source: 0', 'es: "Gratis"}', id="a cost without one"),
    ],
)
def test_a_fact_without_a_source_keeps_its_record_out(tmp_path: Path, old: str, new: str) -> None:
    assert problems_after(tmp_path, old, new)
    assert load(tmp_path).content.programs == {}


def test_spanish_that_is_missing_is_a_warning_and_the_english_stands_in(tmp_path: Path) -> None:
    told = problems_after(tmp_path, '{en: "Free", es: "Gratis"}', '"Free"')
    assert told == [
        "programs/high-step.yml:30, warning: cost.text: has no “es” text:"
        " its readers are shown the English"
    ]
    assert load(tmp_path).content.programs["high-step"].cost is not None


def test_an_occupation_nobody_listed_is_a_warning(tmp_path: Path) -> None:
    told = problems_after(tmp_path, 'occupations: ["47-2111"]', 'occupations: ["99-9999"]')
    assert [("warning" in line, "99-9999" in line) for line in told] == [(True, True)]


def test_a_broken_file_does_not_make_others_look_wrong(tmp_path: Path) -> None:
    pointing = program_text("low-step").replace('leads_to: ["47-2111"]', "leads_to: [high-step]")
    a_folder(tmp_path, pointing, program_text().replace("usd: 0", "usd: x"))
    assert [problem.file for problem in load(tmp_path).errors] == ["programs/high-step.yml"]


def test_an_id_belongs_to_one_record(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "programs" / "second.yml").write_text(program_text(), encoding="utf-8")
    assert any("is taken by programs/high-step.yml" in str(p) for p in load(tmp_path).errors)


@pytest.mark.parametrize("copy", ["high-step-copy", "second"])
def test_a_copy_that_kept_the_id_is_blamed_and_not_the_file_named_for_it(
    tmp_path: Path, copy: str
) -> None:
    a_folder(tmp_path)
    text = program_text(summary="A copy.")
    (tmp_path / "programs" / f"{copy}.yml").write_text(text, encoding="utf-8")
    loaded = load(tmp_path)
    assert [(problem.file, problem.field) for problem in loaded.errors] == [
        (f"programs/{copy}.yml", "id")
    ]
    assert loaded.content.programs["high-step"].summary["en"] == "It teaches building."


@pytest.mark.parametrize(
    "name",
    [
        "programs/high-step-two.yaml",
        "programs/high-step-two.yml.txt",
        "programs/night/high-step-two.YML",
        "ladders/welder.yaml",
    ],
)
def test_a_file_that_is_not_read_is_told(tmp_path: Path, name: str) -> None:
    stray = a_folder(tmp_path) / name
    stray.parent.mkdir(exist_ok=True)
    stray.write_text(program_text("high-step-two"), encoding="utf-8")
    assert [str(problem) for problem in load(tmp_path).problems] == [
        f"{name}:1: warning: is not read: only files that end in .yml are; rename it or take it"
        " away"
    ]


@pytest.mark.parametrize("name", ["README.md", "README-ours.md", ".DS_Store"])
def test_a_guide_beside_the_records_is_no_stray(tmp_path: Path, name: str) -> None:
    (a_folder(tmp_path) / "programs" / name).write_text("x", encoding="utf-8")
    assert load(tmp_path).problems == []


@pytest.mark.parametrize("part", [False, True], ids=["a program", "an offering"])
def test_nothing_succeeds_itself(tmp_path: Path, part: bool) -> None:
    own = "successor_ids: [high-step]\n"
    named = OFFERING + "    successor_ids: [high-step-night]\n" if part else own
    a_folder(tmp_path, program_text() + named)
    field = "offerings.0.successor_ids.0" if part else "successor_ids.0"
    assert [problem.field for problem in load(tmp_path).errors] == [field]


@pytest.mark.parametrize("status", ["renamed", "closed"])
def test_a_program_that_ended_should_say_where_to_turn(tmp_path: Path, status: str) -> None:
    told = problems_after(tmp_path, "status: active", f"status: {status}")
    assert [
        f"warning: succeeded_by: is missing beside status: {status}" in one for one in told
    ] == [True]
    after = f'status: {status}\nsucceeded_by: {{en: "Ask WRTP", es: "Pregunta en WRTP"}}'
    assert problems_after(tmp_path, "status: active", after) == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(program_text("outside"), encoding="utf-8")
    folder = a_folder(tmp_path / "content")
    (folder / "programs" / "outside.yml").symlink_to(outside)
    assert set(load(folder).content.programs) == {"high-step"}


def test_a_missing_or_empty_folder_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere").errors
    assert load(tmp_path).errors


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        pytest.param("ladders/electrician.yml", LADDER.replace("to: 2", "to: 9"),
                     "“9” names a rung that is not there: write 0 to 2", id="a rung too far"),
        pytest.param("ladders/electrician.yml", LADDER.replace("source: 0, t", "source: 4, t"),
                     "“4” names a source that is not there", id="a move without its source"),
        pytest.param("ladders/electrician.yml",
                     LADDER.replace("42670\n    wage_source: 0", "42670"),
                     "name the source of the wage", id="a wage without a source"),
        pytest.param("occupations.yml", "soc: 1", "must be a list", id="occupations not a list"),
        pytest.param("occupations.yml", OCCUPATIONS + OCCUPATIONS.splitlines()[-1],
                     "stands twice", id="a job twice"),
        pytest.param("rescue.yml", RESCUE.replace("abuse, ", ""),
                     "has no line for abuse", id="a danger nobody answers"),
        pytest.param("rescue.yml", RESCUE.replace('call: "911"', "word: x"),
                     "neither call nor text_to", id="a line without a number"),
        pytest.param("wages/oews_2025_05.csv", WAGES + "47-2111,WI,1,1,1\n",
                     "47-2111 in WI stands twice", id="a wage twice"),
        pytest.param("wages/oews_2025_05.csv", WAGES + "47-2111,ZZ,1,1,1\n",
                     "“ZZ” does not fit", id="a state that is none"),
        pytest.param("wages/oews_2025_05.csv", WAGES + "47-2111,AK,0,1,1\n",
                     "“0” does not fit", id="zero is not a wage"),
        pytest.param("wages/oews_2025_05.csv", WAGES + "47-2111,AK\n",
                     "has 2 columns and not 5", id="too few columns"),
        pytest.param("wages/oews_2025_05.csv", WAGES.partition("\n")[2],
                     "begin with a line `# source:", id="wages without a source"),
    ],
)  # fmt: skip
def test_ladders_jobs_and_wages_are_checked_too(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    a_folder(tmp_path)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert [said in str(problem) for problem in load(tmp_path).errors] == [True]


def test_the_newest_year_of_wages_counts(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "wages" / "oews_2026_05.csv").write_text(WAGES, encoding="utf-8")
    wages = load(tmp_path).content.wages
    assert wages is not None
    assert wages.as_of == "2026-05"


KEYS = st.sampled_from([*ProgramShape.model_fields, *RULE_KEYS, "any_of", "text", "en", "nonsense"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["education", "high_school", "WI", "47-2111", "2015", "https://a.b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(VALUES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_record_makes_the_checks_fail(value: object) -> None:
    shape, complaints = shaped(Written(value, {}), ProgramShape)
    assert (shape is None) == bool(complaints)
    assert all(complaint.message for complaint in complaints)


@given(st.lists(VALUES, max_size=3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_requirements_make_the_checks_fail(requirements: list[object]) -> None:
    record = {
        "id": "a", "name": "A", "kind": "academy", "sectors": ["energy"], "summary": "s",
        "status": "active", "sources": [{"title": "t", "kind": "news"}],
        "requirements": requirements,
    }  # fmt: skip
    shape, complaints = shaped(Written(record, {}), ProgramShape)
    assert shape is None or complaints == []
    if shape is not None:
        assert all(message for _, message in faults_of(shape))
