"""What people do, and to what, tells the field of work, whatever words stand between."""

from __future__ import annotations

import pytest

from tests.unit.understanding.conftest import Read

DONE = [
    ("me n my uncle restore old chevys on the weekend", "automotive"),
    ("i made a huge deck out of pallets", "construction"),
    ("I coach my little brothers soccer team", "education_care"),
    ("i love looking after my disabled cousin", "healthcare"),
    ("honestly all i do is build pcs lol", "technology"),
    ("le corto el pelo a todos mis primos", "personal_care"),
    ("tejo cobijas para bebé", "arts_media"),
    ("los sábados le ayudo a mi compadre a componer motores", "automotive"),
]


@pytest.mark.parametrize(("text", "sector"), DONE)
def test_what_is_done_points_to_its_field(read: Read, text: str, sector: str) -> None:
    assert sector in read(text).delta["interests"]["likes"]


UNTOLD = [
    ("i love looking after my disabled cousin", "disability"),
    ("i love reading to little kids", "parent_or_pregnant"),
]


@pytest.mark.parametrize(("text", "fact"), UNTOLD)
def test_whom_it_is_done_to_says_nothing_of_the_writer(read: Read, text: str, fact: str) -> None:
    assert fact not in read(text).delta.get("facts", {})


def test_a_doing_ends_where_something_else_begins(read: Read) -> None:
    assert "interests" not in read("i work on the line so i take the bus to my car").delta


def test_ones_own_child_that_is_fed_is_still_ones_child(read: Read) -> None:
    assert read("i feed my kids and go").delta["facts"]["parent_or_pregnant"] is True
