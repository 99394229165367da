"""What people say: every intent, in every language, said in many ways and meant in one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.unit.bot.test_domain_and_rules import CONTRACT

FOLDER = Path(__file__).resolve().parents[3] / "data" / "nlu"
LANGUAGES = sorted(path.name for path in FOLDER.iterdir())
FEWEST = 30
LONGEST_FILE = 400  # lines


@cache
def examples(language: str) -> tuple[tuple[str, str, Path], ...]:
    return tuple(_read(language))


def _read(language: str) -> Iterator[tuple[str, str, Path]]:
    for path in sorted((FOLDER / language).glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                yield line.removeprefix("- "), block["intent"], path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", CONTRACT)
def test_every_intent_is_said_in_many_ways(language: str, intent: str) -> None:
    said = Counter(meant for _, meant, _ in examples(language))
    assert said[intent] >= FEWEST


def test_the_same_words_never_mean_two_things() -> None:
    meanings: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for text, intent, _ in examples(language):
            meanings.setdefault(re.sub(r"\W+", " ", text.lower()).strip(), set()).add(intent)
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_example_is_written_twice(language: str) -> None:
    written = Counter(text for text, _, _ in examples(language))
    assert [text for text, times in written.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_plain_text(language: str) -> None:
    """Rasa would read brackets as entities, which here come from rules alone."""
    assert [text for text, _, _ in examples(language) if re.search(r"[\[\]{}]", text)] == []


def test_every_language_has_the_same_topics() -> None:
    topics = {
        language: {path.stem for path in (FOLDER / language).iterdir()} for language in LANGUAGES
    }
    assert len(set(map(frozenset, topics.values()))) == 1


def test_files_stay_short_enough_to_edit() -> None:
    long = [
        path for path in FOLDER.glob("*/*.yml") if len(path.read_text().splitlines()) > LONGEST_FILE
    ]
    assert long == []
