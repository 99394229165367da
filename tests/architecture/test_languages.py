"""A language is files: the same codes, fields and forms in each, and all of it easy to read."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

import locales
from evaluation.readability import english_grade, spanish_ease, spoken, words_in
from locales.catalog import sentences
from matching.profile import FLAGS, LEVELS, NAMES, SECTORS
from matching.reasons import NEEDS
from matching.weights import WEIGHTS

CHECKOUT = Path(__file__).resolve().parents[2]
SPEAKING = ("actions", "conversations", "knowledge", "matching", "web", "cli")
# Labels of cards, chips and buttons are not sentences: a measure of sentences says nothing of them.
LABELS = (
    "buttons.", "codes.", "compare.", "language.", "profile.", "reasons.", "states.", "web.",
)  # fmt: skip
SHORTEST_MEASURED = 8  # words; of fewer a measure jumps with every syllable
LONGEST_SENTENCE_CODE = 45  # words of one code, fields counted as one word
HARDEST_GRADE = 8.0
EASIEST_NEEDED = 55.0  # where "normal" begins on the INFLESZ scale
CODE = re.compile(r"(?!.*\.(?:html|yml|json|css|js|typ)$)[a-z_]+(?:\.[A-Za-z0-9_]+)+")
KINDS = (
    "pre_apprenticeship", "apprenticeship", "academy", "high_school_program", "training_fund",
    "incumbent_training", "reentry_program", "college", "job_center", "support",
)  # fmt: skip
ABOUT = (
    "education", "age", "location", "enrollment", "employment", "membership", "justice", "income",
    "license", "test", "course", "residency", "experience", "documents", "physical",
    "work_authorization", "other",
)  # fmt: skip
CONTRACT_CODES = [
    *(f"codes.sector.{name}" for name in SECTORS),
    *(f"codes.level.{name}" for name in LEVELS),
    *(f"codes.fact.{name}.{answer}" for name in FLAGS for answer in ("yes", "no")),
    *(f"profile.{name}" for name in NAMES),
    *(f"profile.education.{name}.grade" for name in LEVELS),
    *(f"codes.kind.{name}" for name in KINDS),
    *(f"codes.about.{name}" for name in ABOUT),
    *(f"codes.requirement_status.{name}" for name in ("met", "not_met", "unknown")),
    *(f"codes.status.{name}" for name in ("active", "unknown", "renamed", "closed")),
    *(
        f"{group}.{name}"
        for name in ("eligible", "likely", "one_step_away", "not_now", "closed")
        for group in ("codes.verdict", "eligibility.verdict", "eligibility.verdict_client")
    ),
    *(
        f"requirements.{group}.{name}"
        for group in ("ask", "why")
        for name in ("age", "education", "location", "interests", *(f"facts.{f}" for f in FLAGS))
    ),
]


def _texts(language: str) -> Iterator[tuple[str, str]]:
    for code in sorted(locales.sentence_keys(language)):
        for text in locales.variants_of(code, language):
            yield code, text


def _fields(code: str, language: str) -> set[str]:
    forms = sentences(language)[code].forms.values()
    return {field for form in forms for wording in form for field in wording.fields}


def test_english_and_spanish_are_there() -> None:
    assert {"en", "es"} <= set(locales.languages())


@pytest.mark.parametrize("language", locales.languages())
def test_every_sentence_exists_in_every_language(language: str) -> None:
    assert locales.sentence_keys(language) == locales.sentence_keys(locales.DEFAULT)


@pytest.mark.parametrize("language", locales.languages())
def test_a_sentence_has_the_same_fields_in_every_language(language: str) -> None:
    different = {
        code: (_fields(code, language), _fields(code, locales.DEFAULT))
        for code in locales.sentence_keys(language)
        if _fields(code, language) != _fields(code, locales.DEFAULT)
    }
    assert not different


@pytest.mark.parametrize("language", locales.languages())
def test_every_wording_of_a_form_has_the_same_fields(language: str) -> None:
    """Else a person who comes to the second wording meets a missing field."""
    uneven = [
        code
        for code, sentence in sentences(language).items()
        for form in sentence.forms.values()
        if len({frozenset(wording.fields) for wording in form}) > 1
    ]
    assert not uneven


@pytest.mark.parametrize("language", locales.languages())
def test_every_code_of_the_contract_has_words(language: str) -> None:
    assert [code for code in CONTRACT_CODES if not locales.has(code, language)] == []


@pytest.mark.parametrize("language", locales.languages())
def test_every_question_has_a_second_wording(language: str) -> None:
    questions = [
        code
        for code in locales.sentence_keys(language)
        if code.startswith("requirements.ask.") and not code.startswith("requirements.ask.confirm")
    ]
    assert [code for code in questions if len(locales.variants_of(code, language)) < 2] == []


@pytest.mark.parametrize("language", locales.languages())
def test_what_can_come_twice_in_a_row_has_other_words(language: str) -> None:
    codes = (
        "welcome.hello", "welcome.hello_again", "welcome.thanks", "welcome.bye", "answers.again",
        "answers.skipped", "answers.noted", "scope.elsewhere", "scope.which", "shared.failed",
        "shared.part_down", "matching.tell_me", "matching.same_list", "matching.understood",
        "help.what_i_do", "help.what_i_am", "restart.done", "privacy.confirm_delete",
    )  # fmt: skip
    assert [code for code in codes if len(locales.variants_of(code, language)) < 2] == []


def test_english_is_read_at_grade_eight_or_below() -> None:
    grades = {
        (code, text): english_grade(spoken(text))
        for code, text in _texts("en")
        if not code.startswith(LABELS) and len(words_in(text)) >= SHORTEST_MEASURED
    }
    assert {text: grade for text, grade in grades.items() if grade > HARDEST_GRADE} == {}
    assert statistics.median(grades.values()) <= 6


def test_spanish_is_as_easy() -> None:
    eases = {
        (code, text): spanish_ease(spoken(text))
        for code, text in _texts("es")
        if not code.startswith(LABELS) and len(words_in(text)) >= SHORTEST_MEASURED
    }
    assert {text: ease for text, ease in eases.items() if ease < EASIEST_NEEDED} == {}
    assert statistics.median(eases.values()) >= 70


@pytest.mark.parametrize("language", locales.languages())
def test_no_sentence_is_long(language: str) -> None:
    long = {
        code: len(spoken(text).split())
        for code, text in _texts(language)
        if len(spoken(text).split()) > LONGEST_SENTENCE_CODE and not code.startswith("web.")
    }
    assert not long


@pytest.mark.parametrize("language", locales.languages())
def test_nobody_shouts(language: str) -> None:
    assert [code for code, text in _texts(language) if "!" in text or "¡" in text] == []


def _constants() -> Iterator[tuple[str, str]]:
    """Find every text in our programs that is written like the code of a sentence."""
    topics = {code.partition(".")[0] for code in locales.sentence_keys(locales.DEFAULT)}
    for package in SPEAKING:
        for path in sorted((CHECKOUT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                text = str(node.value) if isinstance(node, ast.Constant) else ""
                if CODE.fullmatch(text) and text.partition(".")[0] in topics:
                    yield str(path.relative_to(CHECKOUT)), text


def test_every_code_our_programs_write_has_words() -> None:
    codes = locales.sentence_keys(locales.DEFAULT)
    groups = {code.rsplit(".", depth)[0] for code in codes for depth in (1, 2, 3)}
    written = list(_constants())
    assert len(written) > 150, "the scan sees the programs"
    assert [(path, text) for path, text in written if text not in codes | groups] == []


@pytest.mark.parametrize("language", locales.languages())
def test_every_reason_of_matching_has_words(language: str) -> None:
    supports = {f"support.{need}" for need in NEEDS}
    reasons = ({*WEIGHTS.points, "dislike.sector"} | supports) - {"support"}
    assert [one for one in reasons if not locales.has(f"reasons.{one}", language)] == []
