"""What must hold of every reading, and how the reader behaves over time."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from understanding import vocabulary_files
from understanding.delta import delta_of
from understanding.lexicon import SHIPPED
from understanding.reader import Reader
from understanding.reading import Awaiting, Context, Mention, Span

PIECES = st.sampled_from(
    [
        "im 19", "10th grade", "dropped out in", "no", "not", "license", "GED", "two kids", "but",
        "I like", "cars", "anything except", "chicago", "53206", "my brother", "client", "actually",
        "what if", "tengo", "años", "no terminé", "la prepa", "vivo en", "me gusta", "cocinar", ",",
        ".", "?", "é", "e\u0301", "\x00", "ﬁ", "１９", "🙂", "\u200b", "$15", "İ", "-", "y/o",
        "turning 18 in", "may", "family of 4", "forget", "my age", "only", "yes", "$", "...", "…",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join))
ASKED = st.sampled_from([None, "age", "education", "location", "interests", "facts.veteran"])


def _context(asked: str | None) -> Context:
    awaiting = Awaiting("field", asked) if asked else None
    return Context(awaiting=awaiting, today=date(2026, 11, 23))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, asked=ASKED)
def test_any_text_is_read_and_every_span_is_where_it_says(reader, text, asked):
    reading = reader.read(text, _context(asked))
    for span in reading.spans:
        assert text[span.start : span.end] == span.text != ""
    assert reading.delta == delta_of(reading.spans)
    assert list(reading.spans) == sorted(reading.spans, key=lambda span: span.start)
    assert sum(share for _, share in reading.intents) <= 1.0 + 1e-6
    assert reading.language in ("en", "es")


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_the_same_text_is_read_the_same_way(reader, text):
    assert reader.read(text, _context(None)) == reader.read(text, _context(None))


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "i am 19 " * 12_500, "(" * 100_000, "\x00" * 100_000, "1 " * 50_000]
)
def test_a_huge_text_is_read_only_at_its_beginning(reader, text):
    assert all(span.end <= 2000 for span in reader.read(text).spans)


@pytest.mark.parametrize("language", [None, "en", "es", "fr", ""])
def test_an_unknown_language_of_the_talk_is_no_language(reader, language):
    assert reader.read("chicago", Context(language=language)).language in ("en", "es")


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        pytest.param(
            "I'm looking for a job", "es", "en", id="a clear message changes the language"
        ),
        pytest.param("busco trabajo de soldador", "en", "es", id="un mensaje claro también"),
        pytest.param("17", "es", "es", id="a number leaves it"),
        pytest.param("Chicago", "es", "es", id="so does a name"),
        pytest.param("metal", "es", "es", id="and a word of both"),
        pytest.param("sí", None, "es", id="an accent tells"),
        pytest.param("", None, "en", id="nothing at all is English"),
    ],
)
def test_the_language_is_told_by_each_message(reader, text, usual, language):
    assert reader.read(text, Context(language=usual)).language == language


@pytest.mark.parametrize(
    "text",
    [
        "vivo en Chicago but I don't have a car",
        "I live in Chicago pero no tengo carro",
        "no tengo carro, live in chicago",
    ],
)
def test_two_languages_in_one_message_keep_all_facts(reader, text):
    delta = reader.read(text).delta
    assert delta["location"]["city"] == "Chicago"
    assert delta["facts"]["own_transport"] is False


def test_the_name_of_a_program_is_read_as_nothing_else(reader):
    text = "does Chicago Women in Trades teach welding"
    mention = Mention("chicago-women-in-trades", 5, 28)
    delta = reader.read(text, Context(mentioned=(mention,))).delta
    assert "location" not in delta


def test_later_spans_win_and_lists_grow_without_repeats():
    spans = [
        Span(0, 1, "a", "age", 18),
        Span(0, 1, "a", "age", 19),
        Span(0, 1, "a", "interests.likes", "energy", "add"),
        Span(0, 1, "a", "interests.likes", "energy", "add"),
        Span(0, 1, "a", "interests.likes", "automotive", "remove"),
        Span(0, 1, "a", "facts.veteran", None, "forget"),
    ]
    assert delta_of(spans) == {
        "age": 19,
        "interests": {"likes": ["energy"], "remove": {"likes": ["automotive"]}},
        "facts": {"veteran": None},
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "vocabulary"))


@pytest.mark.slow
def test_a_new_word_in_a_file_is_understood_without_a_restart(folder, monkeypatch):
    monkeypatch.setattr(vocabulary_files, "CHECK_EVERY_S", 0.0)
    reader = Reader.load(vocabulary=folder)
    assert reader.read("i love zorbing").delta == {}
    file = folder / "en" / "interests.yml"
    file.write_text(file.read_text().replace("arts_media:\n", "arts_media:\n  - zorbing\n"))
    assert reader.read("i love zorbing").delta == {"interests": {"likes": ["arts_media"]}}


@pytest.mark.slow
def test_a_file_that_cannot_be_read_leaves_the_old_words(folder, monkeypatch, caplog):
    monkeypatch.setattr(vocabulary_files, "CHECK_EVERY_S", 0.0)
    reader = Reader.load(vocabulary=folder)
    file = folder / "en" / "interests.yml"
    file.write_text("automotive: [(cars, ]]")
    os.utime(file, (1, 1))
    assert reader.read("i like cars").delta == {"interests": {"likes": ["automotive"]}}
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok thanks", "en"),
        ("ok, english again please", "en"),
        ("nah scratch cooking", "en"),
        ("no wait im 16 not 15", "en"),
        ("va gracias", "es"),
        ("No, cocina ya no. Mejor algo con números", "es"),
    ],
)
def test_what_opens_like_an_answer_and_is_none_settles_no_fact(
    reader: Reader, text: str, language: str
) -> None:
    asked = Awaiting("field", "facts.driver_license")
    found = reader.read(text, Context(language=language, awaiting=asked))
    assert "driver_license" not in found.delta.get("facts", {})


@pytest.mark.parametrize("text", ["ok", "yes thanks", "bet", "sí, gracias"])
def test_a_bare_yes_settles_the_fact(reader: Reader, text: str) -> None:
    asked = Awaiting("field", "facts.driver_license")
    found = reader.read(text, Context(awaiting=asked))
    assert found.delta["facts"] == {"driver_license": True}


def test_what_is_wished_anew_is_not_taken_out(reader: Reader) -> None:
    told = reader.read("actually scratch electrician, put me down for plumber").delta
    assert told["interests"]["likes"] == ["construction"]
    assert "remove" not in told["interests"]


def test_an_age_is_forgotten_in_the_words_of_a_polite_wish(reader: Reader) -> None:
    assert reader.read("Mejor no deje apuntada mi edad.").delta == {"age": None}
