"""Sentence files: what they may hold, and what is refused with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from locales import SentencesMalformed
from locales.catalog import sentences_in


def _written(folder: Path, text: str) -> Path:
    (folder / "topic.yml").write_text(text, encoding="utf-8")
    return folder


def test_codes_are_the_file_and_the_keys_on_the_way(tmp_path: Path) -> None:
    found = sentences_in(_written(tmp_path, "a: one\nb: {c: two, d: {e: three}}\n"))
    assert set(found) == {"topic.a", "topic.b.c", "topic.b.d.e"}


def test_yes_and_no_are_words(tmp_path: Path) -> None:
    assert set(sentences_in(_written(tmp_path, "yes: Yes\nno: No\n"))) == {"topic.yes", "topic.no"}


def test_a_group_with_an_entry_called_other_is_no_plural(tmp_path: Path) -> None:
    found = sentences_in(_written(tmp_path, "about: {age: age, other: other}\n"))
    assert set(found) == {"topic.about.age", "topic.about.other"}


def test_plural_forms_and_exact_counts_are_one_sentence(tmp_path: Path) -> None:
    found = sentences_in(_written(tmp_path, "n: {'0': none, one: one, other: many}\n"))
    assert set(found["topic.n"].forms) == {"0", "one", "other"}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param("a: 'Hi {'\n", "brace", id="an open brace"),
        pytest.param("a: 'Hi {Name}'\n", "brace", id="a field with a capital"),
        pytest.param("a: 'Hi {name.first}'\n", "brace", id="a field with an attribute"),
        pytest.param("a: ''\n", "not empty", id="an empty text"),
        pytest.param("a: []\n", "empty list", id="an empty list"),
        pytest.param("a: [{b: c}]\n", "must be a text", id="a mapping among wordings"),
        pytest.param("a: one\na: two\n", "given twice", id="a key given twice"),
        pytest.param("- a\n", "code: text", id="a list instead of codes"),
        pytest.param("a: [\n", "topic.yml", id="not YAML"),
    ],
)
def test_a_malformed_file_is_refused_with_a_hint(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(SentencesMalformed, match=hint) as refusal:
        sentences_in(_written(tmp_path, text))
    assert "topic.yml" in str(refusal.value)
