"""Ways across programs and jobs are the shortest there are."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.lattice import Lattice, Step
from matching.program import Ladder, Program
from tests.builders import a_ladder, a_move, a_program, a_rung

SOCS = ("47-3013", "47-2111", "47-1011", "49-9071")


def net() -> Lattice:
    first = a_program(id="get-ready", leads_to=("learn-a-trade",))
    trade = a_program(id="learn-a-trade", occupations=("47-2111",))
    ladder = a_ladder(
        a_rung("47-2111"), a_rung("47-1011"), moves=(a_move(0, 1, typical_years=5.0),)
    )
    return Lattice({one.id: one for one in (first, trade)}, (ladder,))


def test_a_way_crosses_from_programs_to_jobs() -> None:
    way = net().way("get-ready", "47-1011")
    assert way is not None
    assert [(step.kind, step.end) for step in way] == [
        ("lead", "learn-a-trade"),
        ("train", "47-2111"),
        ("up", "47-1011"),
    ]
    assert way[-1].years == 5.0


def test_there_is_no_way_down_and_none_to_what_is_not_there() -> None:
    assert net().way("47-1011", "47-2111") is None
    assert net().way("get-ready", "99-9999") is None


def test_who_is_there_already_has_nothing_to_walk() -> None:
    assert net().way("47-1011", "47-1011") == ()


def test_up_comes_before_sideways() -> None:
    rungs = (a_rung("47-2111"), a_rung("49-9071"), a_rung("47-1011"))
    ladder = a_ladder(*rungs, moves=(a_move(0, 1, kind="lateral"), a_move(0, 2)))
    assert [step.kind for step in Lattice({}, (ladder,)).onward("47-2111")] == ["up", "lateral"]


@st.composite
def nets(draw: st.DrawFn) -> tuple[dict[str, Program], list[Ladder]]:
    names = ("a", "b", "c")
    programs = {
        name: a_program(
            id=name,
            leads_to=tuple(draw(st.lists(st.sampled_from((*names, *SOCS)), max_size=2))),
            occupations=tuple(draw(st.lists(st.sampled_from(SOCS), max_size=1))),
        )
        for name in names
    }
    rungs = [a_rung(soc) for soc in SOCS]
    spot = st.integers(0, len(SOCS) - 1)
    moves = [
        a_move(start, end, typical_years=draw(st.sampled_from([None, 1.0, 4.0])))
        for start, end in draw(st.lists(st.tuples(spot, spot), max_size=5))
    ]
    return programs, [a_ladder(*rungs, moves=tuple(moves))]


def every_way(
    lattice: Lattice, start: str, goal: str, seen: tuple[str, ...]
) -> Iterator[list[Step]]:
    if start == goal:
        yield []
        return
    for step in lattice.onward(start):
        if step.end not in seen:
            for rest in every_way(lattice, step.end, goal, (*seen, step.end)):
                yield [step, *rest]


@settings(max_examples=200, deadline=None)
@given(nets(), st.sampled_from(("a", "b", *SOCS)), st.sampled_from(SOCS))
def test_no_way_is_shorter(
    made: tuple[dict[str, Program], list[Ladder]], start: str, goal: str
) -> None:
    lattice = Lattice(*made)
    found = lattice.way(start, goal)
    ways = list(every_way(lattice, start, goal, (start,)))
    assert (found is None) == (not ways)
    if found is not None:
        assert _length(found) == min(map(_length, ways))


def _length(way: list[Step] | tuple[Step, ...]) -> tuple[int, float]:
    return len(way), sum(50.0 if step.years is None else step.years for step in way)
