"""The notation of vocabulary files, misspelt words, folding and numbers."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from understanding.folding import fold
from understanding.lexicon import SHIPPED, Lexicon
from understanding.phrases import PhraseProblem, expanded
from understanding.typos import TypoIndex


def test_a_line_stands_for_all_its_wordings():
    assert expanded("(work|working) with (my|) hands") == [
        "work with my hands",
        "work with hands",
        "working with my hands",
        "working with hands",
    ]


def test_groups_may_nest():
    assert expanded("a (b (c|d)|e)") == ["a b c", "a b d", "a e"]


@pytest.mark.parametrize("line", ["(open", "close)", "a (b|(c) d"])
def test_brackets_must_pair(line):
    with pytest.raises(PhraseProblem, match="bracket"):
        expanded(line)


@given(st.text(max_size=200))
def test_folding_keeps_the_place_of_every_letter(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.at)
    assert list(folded.at) == sorted(folded.at)
    for at, char in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert end == start + 1
        if char.isascii() and text[start].isascii() and char.isalnum():
            assert text[start].lower() == char


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("constrution", "construction"),
        ("weldin", "welding"),
        ("welidng", "welding"),
        ("nurses", "nurse"),
        ("plumbign", "plumbing"),
        ("wedding", "wedding"),
        ("teach", "teach"),
        ("weld", "weld"),
        ("mexico", "mexico"),
        ("zzzzzzz", "zzzzzzz"),
    ],
)
def test_slips_are_mended_and_other_words_left(typed, meant):
    known = ["construction", "welding", "nurse", "plumbing", "medico", "teacher"]
    index = TypoIndex(known, ["wedding"], is_name={"mexico"}.__contains__)
    assert index.mend(typed) == meant


def test_a_word_as_near_to_two_is_left_alone():
    assert (
        TypoIndex(["casing", "caring"], [], is_name=lambda word: False).mend("cabing") == "cabing"
    )


def _found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    words = lexicon.words(fold(text).text)
    return [
        (hit.concept, " ".join(word.text for word in words[hit.first : hit.last]))
        for hit in lexicon.find(words)
    ]


def test_the_longer_phrase_of_a_topic_hides_the_shorter():
    lexicon = Lexicon("en", {"school": {"short": ["high school"], "long": ["high school diploma"]}})
    assert _found(lexicon, "my high school diploma") == [("long", "high school diploma")]


def test_contractions_and_slang_are_the_plain_words():
    files = {"spelling": {"with": ["w"]}, "cues": {"no": ["do not"], "with": ["with you"]}}
    lexicon = Lexicon("en", files)
    assert _found(lexicon, "i don't, dont w you") == [
        ("no", "do not"),
        ("no", "do not"),
        ("with", "with you"),
    ]


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*/*.yml")), ids=lambda path: str(path)[-30:])
def test_no_file_of_words_names_a_concept_twice(path):
    """The later one would silently take the place of the first."""
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if isinstance(root, yaml.MappingNode):
        named = [key.value for key, _ in root.value]
        assert len(named) == len(set(named))
