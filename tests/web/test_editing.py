"""Forms of records: every field has words, and every change of make-up is one clear step."""

from __future__ import annotations

from typing import Any

import pytest

import locales
from knowledge.content_files.ladder_shape import LadderShape
from knowledge.content_files.program_shape import ProgramShape, RequirementShape
from knowledge.content_files.rule_keys import About
from web.console.editing.inputs import Input, inputs_of, rule_inputs
from web.console.editing.moves import NoSuchMove, moved
from web.console.editing.subjects import BY_ABOUT, keys_shown, keys_to_add, kinds_of
from web.console.editing.typed import TooMuch, document_from, finished
from web.console.editing.wording import code_of, path_word


def all_inputs(shape: Any) -> list[Input]:
    """Walk every field of a record's form, parts within parts."""
    found = []
    for field in inputs_of(shape).values():
        found.append(field)
        if field.shape is not None:
            found += all_inputs(field.shape)
    return found


def single(field: Input) -> str:
    """The code of what one entry of a list is called."""
    return f"drafts.single.{field.name}"


@pytest.mark.parametrize("shape", [ProgramShape, LadderShape])
def test_every_field_and_every_choice_has_words(shape: Any) -> None:
    fields = all_inputs(shape)
    assert [f.name for f in fields if not locales.has(f"drafts.field.{f.name}")] == []
    assert [f.name for f in fields if f.form == "parts" and not locales.has(single(f))] == []
    choices = [(field, choice) for field in fields for choice in field.choices]
    assert [(field.name, one) for field, one in choices if code_of(field, one) is None] == []


def test_every_subject_has_its_words_and_only_known_ones() -> None:
    assert set(BY_ABOUT) == set(About.__args__)
    assert {name for names in BY_ABOUT.values() for name in names} <= set(rule_inputs())


def test_a_condition_shows_the_words_of_its_subject_and_those_it_has() -> None:
    rule = {"about": "age", "start_at": 18, "by": "start"}
    assert keys_shown(rule) == ["apply_at", "start_at", "max_age", "by"]
    assert "by" not in keys_to_add(rule)
    assert keys_shown({"about": "income"}, placed=True)[0] == "in_states"
    assert "driver" in kinds_of({"about": "license"})
    assert "driver" not in kinds_of({"about": "test"})


def test_a_field_is_named_by_the_way_to_it() -> None:
    assert path_word(("requirements", "0", "start_at"), "en") == (
        "What it asks for › 1 › Youngest age to start"
    )
    assert path_word(("summary", "es"), "es") == "Resumen › en español"


@pytest.mark.parametrize(
    ("typed", "document"),
    [
        pytest.param({"cost.usd": "0"}, {"cost": {"usd": 0}}, id="a number"),
        pytest.param({"cost.usd": "call us"}, {"cost": {"usd": "call us"}}, id="no number stays"),
        pytest.param({"cost.usd": "007"}, {"cost": {"usd": "007"}}, id="a code is no number"),
        pytest.param({"cost.usd": ""}, {}, id="nothing is left out"),
        pytest.param({"name.en": " A \r\n B "}, {"name": {"en": "A \n B"}}, id="lines and ends"),
        pytest.param({"aliases": "A\n\n B \n"}, {"aliases": ["A", "B"]}, id="a list by lines"),
        pytest.param({"serves.nationwide": "false"}, {"serves": {"nationwide": False}}, id="no"),
        pytest.param({"unknown": "x", "id.x": "y"}, {}, id="what no form of ours has"),
        pytest.param({"sites.x.city": "A", "sites": "B"}, None, id="a text that is a list too"),
        pytest.param(
            {"requirements.0.grades": "11, 12", "requirements.0.about": "enrollment"},
            {"requirements": [{"about": "enrollment", "grades": [11, 12]}]},
            id="numbers in a line",
        ),
        pytest.param(
            {"requirements.0.min_scores": "reading: 4\nmath: x", "requirements.0.about": "test"},
            {"requirements": [{"about": "test", "min_scores": {"reading": 4, "math": "x"}}]},
            id="pairs",
        ),
        pytest.param(
            {"sites.10.city": "B", "sites.9.city": "A"},
            {"sites": [{"city": "A"}, {"city": "B"}]},
            id="entries in the order of their numbers",
        ),
    ],
)
def test_what_was_typed_becomes_a_document(
    typed: dict[str, str], document: dict[str, Any] | None
) -> None:
    if document is None:
        with pytest.raises(TooMuch):
            document_from(ProgramShape, typed.items())
        return
    assert finished(document_from(ProgramShape, typed.items())) == document


def test_a_word_that_was_added_stays_in_sight_until_it_is_filled() -> None:
    typed = {"about": "age", "by": "", "added": "by fly"}
    assert document_from(RequirementShape, typed.items()) == {"about": "age", "by": ""}


DOCUMENT: dict[str, Any] = {
    "requirements": [
        {"about": "age", "text": {"en": "18"}, "source": 1},
        {"any_of": [{"about": "test"}, {"about": "course"}], "text": {"en": "one"}, "source": 0},
        {"about": "age", "key": "young", "source": 2},
    ],
    "sources": [{"title": "a"}, {"title": "b"}, {"title": "c"}],
    "cost": {"source": 1},
}


def test_taking_away_a_source_keeps_what_others_cite() -> None:
    after = moved(DOCUMENT, "remove sources.1")
    assert [one["source"] for one in after["requirements"]] == ["", 0, 1]
    assert after["cost"] == {"source": ""}
    assert DOCUMENT["cost"] == {"source": 1}  # the one before stays as it was


def test_taking_away_a_job_keeps_the_ways_between_the_others() -> None:
    ladder = {"rungs": [{}, {}, {}], "moves": [{"from": 0, "to": 2}, {"from": 1, "to": 2}]}
    after = moved(ladder, "remove rungs.1")
    assert after["moves"] == [{"from": 0, "to": 1}, {"from": "", "to": 1}]


def test_a_group_keeps_the_name_and_the_words_of_what_it_was() -> None:
    [group, *_] = moved(DOCUMENT, "group requirements.0 any_of")["requirements"]
    assert group["key"] == "age"
    assert group["any_of"] == [{"about": "age", "text": {"en": "18"}, "source": 1}]
    assert (group["text"], group["source"]) == ({"en": "18"}, 1)


def test_what_leaves_a_group_keeps_its_source() -> None:
    after = moved(DOCUMENT, "out requirements.1.any_of.0")["requirements"]
    assert [one.get("about") for one in after] == ["age", None, "test", "age"]
    assert after[2]["source"] == 0
    after = moved(DOCUMENT, "ungroup requirements.1")["requirements"]
    assert [(one["about"], one["source"]) for one in after[1:3]] == [("test", 0), ("course", 0)]


@pytest.mark.parametrize(
    "button",
    [
        "", "up", "up x", "up requirements", "remove requirements.9", "remove cost.source",
        "mode requirements.0 any_of", "into requirements.0", "into requirements.2 x",
        "out requirements.0", "detail requirements.0 fly", "group requirements.0 fly",
        "add cost.source.x", "ungroup requirements.0",
    ],
)  # fmt: skip
def test_a_step_that_cannot_be_is_refused(button: str) -> None:
    if button.startswith("into requirements.2"):
        assert len(moved(DOCUMENT, button)["requirements"]) == 2
        return
    with pytest.raises(NoSuchMove):
        moved(DOCUMENT, button)
