"""Schooling: grade arithmetic, diplomas, equivalencies, degrees; English and Spanish."""

from __future__ import annotations

import pytest

LEFT, IN, NONE, GED = "some_high_school", "in_high_school", "no_high_school", "ged_in_progress"

ENGLISH = [
    ("quit school after ninth grade", LEFT, 9),
    ("i stopped going after 11th grade", LEFT, 11),
    ("got expelled in tenth grade", LEFT, 9),
    ("I left high school during my junior year", LEFT, 10),
    ("flunked out in 12th", LEFT, 11),
    ("dropped out of high school", LEFT, None),
    ("highest grade completed was 10th", LEFT, 10),
    ("i made it through 11th grade but never graduated", LEFT, 11),
    ("I never got my diploma", LEFT, None),
    ("no hs diploma or ged", LEFT, None),
    ("without a diploma", LEFT, None),
    ("i didn't finish high school", LEFT, None),
    ("three credits short of a diploma", LEFT, None),
    ("I'm a freshman at Roosevelt High", IN, 9),
    ("im in 12th grade right now", IN, 12),
    ("I'm starting 10th grade", IN, 10),
    ("currently in high school", IN, None),
    ("still an 11th grader", IN, 11),
    ("completed 7th grade", NONE, 7),
    ("i only finished middle school", NONE, 8),
    ("never went to school", NONE, 0),
    ("taking classes for my GED", GED, None),
    ("enrolled in a ged program", GED, None),
    ("left in 10th and now I'm studying for the GED", GED, 9),
    ("passed my HiSET last spring", "high_school", None),
    ("I have a GED", "high_school", None),
    ("high school grad", "high_school", None),
    ("finished high school in 2018", "high_school", None),
    ("walked the stage last june", "high_school", None),
    ("i've got some college under my belt", "some_college", None),
    ("went to community college for a year", "some_college", None),
    ("dropped out of college", "some_college", None),
    ("I hold an associate's degree", "associate", None),
    ("bachelor's in history", "bachelor", None),
    ("I have a master's degree", "graduate", None),
    ("I finished welding school", "certificate", None),
]
SPANISH = [
    ("me salí de la prepa en décimo grado", LEFT, 9),
    ("abandoné la escuela después del noveno grado", LEFT, 9),
    ("no acabé la preparatoria", LEFT, None),
    ("sin diploma", LEFT, None),
    ("no tengo el GED", LEFT, None),
    ("estudié hasta el octavo grado", NONE, 8),
    ("solo terminé la primaria", NONE, 6),
    ("estoy en décimo grado", IN, 10),
    ("voy en 12", IN, 12),
    ("estudiando para el GED", GED, None),
    ("tomando clases de GED", GED, None),
    ("ya saqué mi GED", "high_school", None),
    ("me gradué de la high school", "high_school", None),
    ("acabé el bachillerato", "high_school", None),
    ("dos años de universidad", "some_college", None),
    ("tengo una licenciatura", "bachelor", None),
    ("tengo un título técnico", "certificate", None),
]


@pytest.mark.parametrize(("text", "level", "grade"), ENGLISH + SPANISH)
def test_schooling_is_read_with_its_grade(read, text, level, grade):
    said = read(text).delta.get("education")
    assert said is not None
    assert (said["level"], said.get("grade")) == (level, grade)


@pytest.mark.parametrize(
    "text",
    [
        "do i need a diploma?",
        "is a GED required",
        "I want to get my GED someday",
        "how do i get a ged",
        "it's on the 10th of june",
        "i live on 9th street",
        "¿piden diploma?",
        "quiero sacar mi GED",
        "necesito el ged?",
    ],
)
def test_a_wish_or_a_question_is_no_schooling(read, text):
    assert "education" not in read(text).delta


@pytest.mark.parametrize(
    ("text", "level", "grade"),
    [
        ("10th", LEFT, 10),
        ("11", LEFT, 11),
        ("eighth", NONE, 8),
        ("12th", "high_school", None),
        ("sophomore", IN, 10),
        ("ged", "high_school", None),
        ("décimo", LEFT, 10),
        ("9", LEFT, 9),
    ],
)
def test_a_bare_answer_is_a_grade_when_schooling_was_asked(read, text, level, grade):
    said = read(text, asked="education").delta["education"]
    assert (said["level"], said.get("grade")) == (level, grade)


def test_a_corrected_grade_keeps_the_level_that_was_known(read):
    known = {"education": {"level": "in_high_school", "grade": 10}}
    reading = read("sorry i meant 11th grade", profile=known)
    assert reading.delta == {"education": {"level": "in_high_school", "grade": 11}}


@pytest.mark.parametrize(
    ("text", "age", "level"),
    [
        pytest.param("16, 10th grade", 16, IN, id="young: the grade they are in"),
        pytest.param("52, 10th grade", 52, LEFT, id="grown: the grade they reached"),
    ],
)
def test_a_grade_without_a_verb_goes_by_age(read, text, age, level):
    delta = read(text, profile={"age": age}).delta
    assert delta["education"] == {"level": level, "grade": 10}


def test_a_license_does_not_replace_schooling_known_before(read):
    known = {"education": {"level": "some_high_school", "grade": 10}}
    delta = read("I have my CNA license", profile=known).delta
    assert delta["credentials"] == ["cna"]
    assert "education" not in delta


@pytest.mark.parametrize(
    ("text", "asked", "level", "grade"),
    [
        ("passed everything but science on the hiset", None, "ged_in_progress", None),
        ("all but reading ged", None, "ged_in_progress", None),
        ("i have my ged except writing", None, "ged_in_progress", None),
        ("pasé todo menos matemáticas del ged", None, "ged_in_progress", None),
        ("i finished 12th grade but never passed the exit exam", None, "some_high_school", 12),
        ("finished 12th grade, no diploma", None, "some_high_school", 12),
        ("solo tengo la secundaria", None, "some_high_school", 9),
        ("me salí en tercero de prepa", None, "some_high_school", 11),
        ("dejé la escuela en séptimo", None, "no_high_school", 6),
        ("quit school in 8th grade", None, "no_high_school", 7),
        ("16, 10th grade, chicago", None, "in_high_school", 10),
        ("26, 10th grade, chicago", None, "some_high_school", 10),
        ("i'm failing 10th", None, "in_high_school", 10),
        ("did two semesters at MATC then dropped out", None, "some_college", None),
        ("got my HSE", None, "high_school", None),
        ("no hs", None, "some_high_school", None),
        ("hs", "education", "high_school", None),
    ],
)
def test_the_less_usual_ends_of_school_are_read(read, text, asked, level, grade):
    education = read(text, asked=asked).delta["education"]
    assert (education["level"], education.get("grade")) == (level, grade)


@pytest.mark.parametrize("text", ["i got 2 tickets", "i have 3 kids", "tengo 2 hijos"])
def test_a_count_is_no_grade_even_where_school_was_asked(read, text):
    assert "education" not in read(text, asked="education").delta
