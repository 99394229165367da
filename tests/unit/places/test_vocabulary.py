"""The vocabulary files an operator may edit."""

from __future__ import annotations

import pytest

from places import Gazetteer
from places.lexicon import Lexicon
from places.naming import key_of

GAZETTEER = Gazetteer.open()
LEXICON = Lexicon.read()


@pytest.mark.parametrize("row", LEXICON.nicknames, ids=lambda row: row.keys[0])
def test_every_nickname_means_places_that_exist(row) -> None:  # type: ignore[no-untyped-def]
    assert len(GAZETTEER.with_key(row.keys[0])) >= len(row.means)


@pytest.mark.parametrize("row", LEXICON.regions, ids=lambda row: row.name)
def test_every_region_covers_places_that_exist(row) -> None:  # type: ignore[no-untyped-def]
    (place,) = [p for p in GAZETTEER.with_key(key_of(row.name)) if p.kind == "region"]
    assert len(GAZETTEER.members(place)) == len(row.covers)
    assert all(GAZETTEER.by_zip(code) for code in row.zips)


@pytest.mark.parametrize("row", LEXICON.neighborhoods, ids=lambda row: f"{row.name}, {row.city}")
def test_every_neighborhood_lies_in_its_city(row) -> None:  # type: ignore[no-untyped-def]
    city = row.city.partition(", ")[0]
    assert any(place.within == city for place in GAZETTEER.with_key(row.keys[0]))


def test_no_word_is_said_of_two_things() -> None:
    keys = [key for row in LEXICON.nicknames for key in set(row.keys)]
    assert sorted(keys) == sorted(set(keys))


def test_every_state_has_its_words() -> None:
    assert all(GAZETTEER.state(code) for code in LEXICON.states)
    assert len(LEXICON.states) >= 52
