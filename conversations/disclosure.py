"""What of a table of counts may be shown, so that no small number can be seen or worked out.

Three rules, each independent of the hidden numbers themselves:

1. A number under ten is not shown; it is `None`. So is a zero: else its absence would tell.
2. A number that is shown is rounded down to tens. So neither two periods that overlap nor a page
   that is loaded again tell of the few people between them.
3. A total adds up only what is shown. No sum that a hidden number went into is ever shown, so
   there is nothing to subtract from.

By these the shown table is the same whatever the hidden numbers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SMALLEST = 10  # people or turns; a smaller number is not shown


@dataclass(frozen=True)
class Cell:
    """One number of a table."""

    what: str
    number: int | None  # rounded down to tens; None: fewer than ten, or none


@dataclass(frozen=True)
class Table:
    """The cells of one topic that may be shown."""

    topic: str
    cells: tuple[Cell, ...]
    total: int  # of the cells that are shown
    whole: bool  # False: some are not shown, so that there are more than the total


def closed_table(topic: str, numbers: Mapping[str, int], listed: Sequence[str]) -> Table:
    """Show every cell of a fixed list, in its order, the small ones as such."""
    cells = tuple(Cell(what, shown(numbers.get(what, 0))) for what in listed)
    return _table(topic, cells, whole=all(cell.number is not None for cell in cells))


def open_table(topic: str, numbers: Mapping[str, int]) -> Table:
    """Show only the cells that are large enough, most first: not even the names of the others."""
    cells = [Cell(what, shown(number)) for what, number in numbers.items()]
    large = (cell for cell in cells if cell.number is not None)
    ordered = sorted(large, key=lambda cell: (-(cell.number or 0), cell.what))
    return _table(topic, tuple(ordered), whole=False)


def shown(number: int) -> int | None:
    """Return a number as it may be shown."""
    return None if number < SMALLEST else number - number % SMALLEST


def _table(topic: str, cells: tuple[Cell, ...], *, whole: bool) -> Table:
    return Table(topic, cells, sum(cell.number or 0 for cell in cells), whole)
