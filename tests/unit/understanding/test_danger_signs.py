"""Learned signs: the shipped weights, their form, and what two views of a text see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding import danger_signs, learn_danger
from understanding.danger_features import SIZE, VIEWS, is_grave, of_letters, of_words
from understanding.danger_signs import FOLDER, NONE, signs, write
from understanding.safety import KINDS, plain_text

TAUGHT = [
    ("he put a gun to my head", "abuse"),
    ("my dad beats me every night", "abuse"),
    ("i want to die", "crisis"),
    ("they keep my passport and never pay", "trafficking"),
    ("how much does the class cost", NONE),
    ("i live in tulsa and like welding", NONE),
    ("my dad works nights", NONE),
]


@given(st.text(max_size=200))
def test_shares_are_those_of_one_whole(text: str) -> None:
    known = signs(FOLDER)
    assert known is not None
    shares = known.shares(text)
    assert set(shares) == {*KINDS, NONE}
    assert sum(shares.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_places_within_bounds_and_unit_weight(view) -> None:
    found = view("my boyfriend keeps my phone")
    assert all(0 <= at < SIZE for at in found)
    assert sum(found.values()) == pytest.approx(len(found) ** 0.5, rel=0.1)
    assert view("") == {} or len(view("")) <= 3  # the ends of a text alone


def test_letters_know_a_word_however_it_is_spelt() -> None:
    right, slip = of_letters("strangled"), of_letters("strangeld")
    assert set(right) & set(slip)
    shared = set(of_words("strangled")) & set(of_words("strangeld"))
    assert len(shared) < len(of_words("strangled"))


def test_what_was_learned_is_read_back_and_the_same_each_time(tmp_path: Path) -> None:
    learned = learn_danger.learn(TAUGHT * 3)
    write(tmp_path, learned)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    read = danger_signs.signs(tmp_path)
    assert read is not None
    assert read.shares("my dad beats me")["abuse"] > read.shares("my dad works")["abuse"]
    write(tmp_path, learn_danger.learn(TAUGHT * 3))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first


def test_a_text_of_signs_alone_teaches_nothing_and_breaks_nothing() -> None:
    signless = [*TAUGHT, ("\U0001f642", NONE), ("...", NONE)]
    assert learn_danger.learn(signless * 3).shares(plain_text("my dad beats me"))["abuse"] > 0.2


def test_the_shipped_weights_belong_to_the_views() -> None:
    about = json.loads((FOLDER / danger_signs.ABOUT).read_text())
    size = (FOLDER / danger_signs.WEIGHTS).stat().st_size
    assert len(about["bias"]) == len(VIEWS)
    assert size == len(VIEWS) * SIZE * len(about["kinds"]) * 2


def test_nothing_learned_is_no_signs(tmp_path: Path) -> None:
    assert danger_signs.signs(tmp_path) is None


def test_a_grave_word_is_known_in_both_languages_and_an_everyday_one_is_none() -> None:
    assert is_grave(plain_text("he has a gun"))
    assert is_grave(plain_text("trae una pistola"))
    assert not is_grave(plain_text("i spend every weekend in the woods"))
