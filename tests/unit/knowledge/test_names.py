"""Programs are found by name, in both languages and with slips, and not by everyday words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.content_files import load
from knowledge.names import NameIndex
from knowledge.prose import prose_of
from knowledge.release import Release
from tests.builders import a_program, words
from tests.unit.knowledge.folders import a_folder, program_text


@pytest.fixture(scope="module")
def names(shipped: Release) -> NameIndex:
    return shipped.names


@pytest.mark.parametrize(
    ("text", "named", "program_id"),
    [
        ("what about wrtp?", "wrtp", "wrtp-big-step"),
        ("Is WRTP | BIG STEP free?", "WRTP | BIG STEP", "wrtp-big-step"),
        ("is big step free", "big step", "wrtp-big-step"),
        ("tell me about the culinery acadmy", "culinery acadmy", "culinary-academy-las-vegas"),
        ("Culinary Academy of Las Vegas?", "Culinary Academy of Las Vegas",
         "culinary-academy-las-vegas"),
        ("culinary academy las vegas", "culinary academy las vegas", "culinary-academy-las-vegas"),
        ("y el Ben Hudnal?", "Ben Hudnal", "ben-hudnall-memorial-trust"),
        ("the hudnall trust", "hudnall trust", "ben-hudnall-memorial-trust"),
        ("BEST Hospitality Training please", "BEST Hospitality Training",
         "best-hospitality-training"),
        ("hospitality training academy in LA", "hospitality training academy",
         "hospitality-training-academy"),
        ("a community college near me", "community college", "community-colleges"),
        ("comunity colege", "comunity colege", "community-colleges"),
        ("colegios comunitarios", "colegios comunitarios", "community-colleges"),
        ("un centro de empleo", "centro de empleo", "american-job-centers"),
        ("is there a career academy", "career academy", "career-academies"),
        ("uaw-ford jobs", "uaw-ford", "uaw-ford-training"),
        ("the mc3 class", "mc3", "mc3-pre-apprenticeship"),
        ("ICD for steelworkers", "ICD", "usw-institute-for-career-development"),
        ("1199C's classes", "1199C's", "1199c-training-upgrading-fund"),
        ("IMT apprenticeship", "IMT apprenticeship", "imt-apprenticeship"),
        ("readysc", "readysc", "readysc-boeing"),
        ("Transportation Learning Center", "Transportation Learning Center",
         "transportation-learning-center"),
        ("do i apply at the school or the job center", "job center", "american-job-centers"),
        ("el fondo 1199C", "1199C", "1199c-training-upgrading-fund"),
        ("job center of wisconsin", "job center of wisconsin", "wi-job-center"),
    ],
)  # fmt: skip
def test_a_program_is_found_where_it_is_named(
    names: NameIndex, text: str, named: str, program_id: str
) -> None:
    [hit] = names.find(text, "en")
    assert (hit.program_id, hit.text, text[hit.start : hit.end]) == (program_id, named, named)


@pytest.mark.parametrize(
    "text",
    [
        "im 19, left school after 10th grade, live in milwaukee, i like working with my hands",
        "what is the best academy near me",
        "what's the best hospitality training",
        "i need a big step up",
        "the next big step in my life",
        "WHAT IS THE BEST PROGRAM",
        "a training program at a community center",
        "I work at Kaiser Permanente",
        "I work at Boeing in South Carolina",
        "im in austin texas",
        "i live in las vegas and like cooking",
        "manufacturing or construction",
        "can I get into an apprenticeship?",
        "soy de chicago y quiero aprender manufactura",
        "busco un programa de capacitación",
        "I went to high school and some college",
        "help with child care and transportation",
        "an academy for careers in health",
        "do I need a GED",
        "",
    ],
)
def test_everyday_words_name_no_program(names: NameIndex, text: str) -> None:
    assert names.find(text, "en") == []


def test_two_programs_in_one_message_are_found_in_order(names: NameIndex) -> None:
    hits = names.find("compare mc3 with wrtp", "en")
    assert [hit.program_id for hit in hits] == ["mc3-pre-apprenticeship", "wrtp-big-step"]


def test_a_new_program_is_found_without_anything_else_being_changed(tmp_path: Path) -> None:
    text = program_text("zephyr-yard", "Zephyr Boatyard School")
    content = load(a_folder(tmp_path, text)).content
    index = NameIndex(content.programs.values(), prose_of(content))
    found = [index.find(said)[0].program_id for said in ("zephyr boatyard", "the zephyr botyard?")]
    assert found == ["zephyr-yard", "zephyr-yard"]


def test_a_name_two_programs_share_finds_both() -> None:
    one, two = (a_program(id=name, name=words("Harbor Corps")) for name in ("one", "two"))
    assert [hit.program_id for hit in NameIndex([one, two]).find("harbor corps")] == ["one", "two"]


@given(st.text(max_size=200))
def test_hits_lie_in_the_text_and_never_overlap(text: str) -> None:
    index = NameIndex([a_program(id="mc3", name=words("MC3")), a_program(id="big-step")])
    end = 0
    for hit in index.find(text):
        assert end <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        end = hit.end
