"""No small number can be seen or worked out of what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.disclosure import SMALLEST, Cell, Table, closed_table, open_table, shown

NAMES = ("a", "b", "c", "d", "e")
SMALL = st.integers(0, SMALLEST - 1)
NUMBERS = st.dictionaries(st.sampled_from(NAMES), SMALL | st.integers(SMALLEST, 60), max_size=5)
TABLES: dict[str, Callable[[Mapping[str, int]], Table]] = {
    "closed": lambda numbers: closed_table("thumb", numbers, NAMES),
    "open": lambda numbers: open_table("intent", numbers),
}
both_kinds = pytest.mark.parametrize("made", TABLES.values(), ids=TABLES)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(0, None, id="none looks like few"),
        pytest.param(9, None, id="nine is hidden"),
        pytest.param(10, 10, id="ten is shown"),
        pytest.param(19, 10, id="rounded down to tens"),
        pytest.param(20, 20, id="a full twenty"),
    ],
)
def test_a_number_is_hidden_or_rounded(number: int, expected: int | None) -> None:
    assert shown(number) == expected


def test_a_fixed_list_shows_every_cell_in_its_order() -> None:
    table = closed_table("thumb", {"down": 12}, ("up", "down"))
    assert table == Table("thumb", (Cell("up", None), Cell("down", 10)), 10, whole=False)


def test_an_open_list_does_not_even_name_a_small_cell() -> None:
    table = open_table("place", {"WI/Racine": 9, "TX/El Paso": 11, "CA/Fresno": 30})
    assert [cell.what for cell in table.cells] == ["CA/Fresno", "TX/El Paso"]


@both_kinds
@given(numbers=NUMBERS)
def test_no_number_under_ten_is_ever_shown(
    made: Callable[[Mapping[str, int]], Table], numbers: dict[str, int]
) -> None:
    told = [cell.number for cell in made(numbers).cells if cell.number is not None]
    assert all(number >= SMALLEST and number % SMALLEST == 0 for number in told)
    assert made(numbers).total == sum(told)


@both_kinds
@given(numbers=NUMBERS, others=st.lists(SMALL, min_size=5, max_size=5))
def test_what_is_shown_is_the_same_whatever_the_hidden_numbers_are(
    made: Callable[[Mapping[str, int]], Table], numbers: dict[str, int], others: list[int]
) -> None:
    """Neither the cells nor the total hold anything of a hidden number: nothing to subtract from.

    A cell that nobody was counted in is hidden like the rest.
    """
    changed = {
        name: other if numbers.get(name, 0) < SMALLEST else numbers[name]
        for name, other in zip(NAMES, others, strict=True)
    }
    assert made(changed) == made(numbers)


@given(week=st.integers(SMALLEST, 500), rest=SMALL)
def test_the_few_between_two_overlapping_periods_cannot_be_told(week: int, rest: int) -> None:
    """Other numbers that look just the same leave another rest, so the rest is not known."""
    seen = shown(week), shown(week + rest)
    alike = {
        other
        for near in range(max(SMALLEST, week - 9), week + 10)
        for other in range(SMALLEST)
        if (shown(near), shown(near + other)) == seen
    }
    assert len(alike) > 1
