"""Ways across programs and jobs are the shortest there are, and cross only where a record says."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.lattice import Lattice, Step
from matching.program import Ladder, Program
from tests.builders import a_ladder, a_move, a_program, a_rung, a_term

HELPER, TRADE, FOREMAN, OTHER = SOCS = ("47-3013", "47-2111", "47-1011", "49-9071")
LEARNING = {"median_wage_usd": None, "on_the_job_training": "apprenticeship"}
Way = tuple[Step, ...] | None


def net(*more: Program, ladders: tuple[Ladder, ...] = ()) -> Lattice:
    """A readiness course, the apprenticeship it leads to, and the trade's ladder."""
    ready = a_program(id="get-ready", occupations=(TRADE,), leads_to=("learn-a-trade",))
    learn = a_program(id="learn-a-trade", kind="apprenticeship", occupations=(TRADE,))
    rungs = (a_rung(HELPER), a_rung(TRADE, **LEARNING), a_rung(TRADE), a_rung(FOREMAN))
    moves = (a_move(0, 1), a_move(1, 2, typical_years=4.0), a_move(2, 3, typical_years=5.0))
    trade = a_ladder(*rungs, moves=moves, id="trade")
    programs = {one.id: one for one in (ready, learn, *more)}
    return Lattice(programs, (trade, *ladders))


def told(way: Way) -> list[tuple[str, str]] | None:
    return None if way is None else [(step.kind, step.end) for step in way]


def test_a_way_runs_from_readiness_through_an_apprenticeship_and_the_trade_to_the_foreman() -> None:
    way = net().way(["get-ready"], [FOREMAN])
    assert told(way) == [("lead", "learn-a-trade"), ("train", "trade/2"), ("up", "trade/3")]
    assert way is not None
    assert [step.years for step in way] == [None, 4.0, 5.0]


def test_an_apprenticeships_own_time_goes_before_what_is_typical() -> None:
    weeks = a_term(weeks=260)
    five = a_program(id="five", kind="apprenticeship", occupations=(TRADE,), length=weeks)
    way = net(five).way(["five"], [TRADE])
    assert way is not None
    assert way[0].years == 5.0


def test_an_apprenticeship_in_words_only_has_no_number_of_years() -> None:
    told_in_words = a_program(
        id="words", kind="apprenticeship", occupations=(TRADE,), length=a_term()
    )
    [step] = net(told_in_words).way(["words"], [TRADE]) or ()
    assert step.years is None


def test_an_apprenticeship_leads_only_to_jobs_it_names() -> None:
    rungs = (a_rung(TRADE, **LEARNING), a_rung(TRADE), a_rung(OTHER))
    mixed = a_ladder(*rungs, moves=(a_move(0, 1), a_move(0, 2)))
    learn = a_program(id="learn", kind="apprenticeship", occupations=(TRADE,))
    ends = [step.end for step in Lattice({"learn": learn}, (mixed,)).onward("learn")]
    assert ends == ["electrician/1"]


def test_there_is_no_way_down_and_none_to_what_is_not_there() -> None:
    assert net().way([FOREMAN], [TRADE]) is None
    assert net().way(["get-ready"], ["99-9999"]) is None


def test_who_is_there_already_has_nothing_to_walk() -> None:
    assert net().way([FOREMAN], [FOREMAN]) == ()


def test_a_job_is_its_rungs_but_not_those_of_learners() -> None:
    assert net().places(TRADE) == ("trade/2",)
    assert net().places("get-ready") == ("get-ready",)


def test_up_comes_before_sideways() -> None:
    rungs = (a_rung(TRADE), a_rung(OTHER), a_rung(FOREMAN))
    ladder = a_ladder(*rungs, moves=(a_move(0, 1, kind="lateral"), a_move(0, 2)))
    steps = Lattice({}, (ladder,)).onward("electrician/0")
    assert [step.kind for step in steps] == ["up", "lateral"]


def test_who_has_a_job_may_go_on_as_any_ladder_of_that_job_goes_on() -> None:
    other = a_ladder(a_rung(TRADE), a_rung(OTHER), moves=(a_move(0, 1),), id="other")
    way = net(ladders=(other,)).way(["trade/2"], [OTHER])
    assert told(way) == [("up", "other/1")]


def test_to_lead_one_trade_is_not_to_lead_another() -> None:
    other = a_ladder(a_rung(FOREMAN), a_rung(OTHER), moves=(a_move(0, 1),), id="other")
    assert net(ladders=(other,)).way(["trade/3"], [OTHER]) is None


def test_a_learner_is_not_yet_what_they_learn() -> None:
    other = a_ladder(a_rung(TRADE), a_rung(OTHER), moves=(a_move(0, 1),), id="other")
    assert told(net(ladders=(other,)).way(["trade/1"], [OTHER])) == [
        ("up", "trade/2"),
        ("up", "other/1"),
    ]


def test_a_closed_program_is_no_way() -> None:
    closed = a_program(id="closed", occupations=(TRADE,), leads_to=("get-ready",), status="closed")
    before = a_program(id="before", leads_to=("closed",))
    assert net(closed).way(["closed"], [FOREMAN]) is None
    assert net(closed, before).way(["before"], [FOREMAN]) is None


def test_the_feet_of_a_ladder_are_what_no_move_leads_to() -> None:
    assert net().feet("trade/3") == ("trade/0",)
    assert net().feet("get-ready") == ()


@st.composite
def nets(draw: st.DrawFn) -> tuple[dict[str, Program], list[Ladder]]:
    names = ("a", "b", "c")
    kinds = st.sampled_from(("pre_apprenticeship", "apprenticeship", "academy"))
    programs = {
        name: a_program(
            id=name,
            kind=draw(kinds),
            leads_to=tuple(draw(st.lists(st.sampled_from((*names, *SOCS)), max_size=2))),
            occupations=tuple(draw(st.lists(st.sampled_from(SOCS), max_size=2))),
        )
        for name in names
    }
    return programs, [_drawn_ladder(draw, name) for name in ("x", "y")]


def _drawn_ladder(draw: st.DrawFn, name: str) -> Ladder:
    learning = st.sampled_from([{}, LEARNING])
    socs = draw(st.lists(st.sampled_from(SOCS), min_size=1, max_size=4))
    rungs = [a_rung(soc, **draw(learning)) for soc in socs]
    spot, years = st.integers(0, len(rungs) - 1), st.sampled_from([None, 1.0, 4.0])
    kinds = st.sampled_from(["up", "lateral"])
    moves = [
        a_move(start, end, kind=draw(kinds), typical_years=draw(years))
        for start, end in draw(st.lists(st.tuples(spot, spot), max_size=5))
    ]
    return a_ladder(*rungs, moves=tuple(moves), id=name)


def every_way(lattice: Lattice, goals: set[str], seen: tuple[str, ...]) -> Iterator[list[Step]]:
    if seen[-1] in goals:
        yield []
        return
    for step in lattice.onward(seen[-1]):
        if step.end not in seen:
            for rest in every_way(lattice, goals, (*seen, step.end)):
                yield [step, *rest]


def weighed(lattice: Lattice, start: str, way: list[Step]) -> tuple[object, ...]:
    costs = [lattice.cost(step) for step in way]
    names = (start, *(step.end for step in way))
    return (*(sum(cost[at] for cost in costs) for at in range(4)), names)


@settings(max_examples=300, deadline=None)
@given(nets(), st.sampled_from(("a", "b", *SOCS)), st.sampled_from(("c", *SOCS)))
def test_no_way_comes_before_the_one_that_is_found(
    made: tuple[dict[str, Program], list[Ladder]], start: str, goal: str
) -> None:
    lattice = Lattice(*made)
    goals = set(lattice.places(goal))
    ways = [
        weighed(lattice, place, way)
        for place in lattice.places(start)
        for way in every_way(lattice, goals, (place,))
    ]
    found = lattice.way([start], [goal])
    assert (found is None) == (not ways)
    if found is not None:
        begun = {found[0].start} if found else goals & set(lattice.places(start))
        assert weighed(lattice, min(begun), list(found)) == min(ways)


@settings(max_examples=100, deadline=None)
@given(nets(), st.sampled_from(("a", *SOCS)), st.sampled_from(SOCS))
def test_the_order_of_the_records_changes_no_way(
    made: tuple[dict[str, Program], list[Ladder]], start: str, goal: str
) -> None:
    programs, ladders = made
    turned = Lattice(dict(reversed(programs.items())), list(reversed(ladders)))
    assert told(Lattice(*made).way([start], [goal])) == told(turned.way([start], [goal]))


@settings(max_examples=200, deadline=None)
@given(nets())
def test_every_step_stands_on_a_record(made: tuple[dict[str, Program], list[Ladder]]) -> None:
    programs, ladders = made
    lattice, by_id = Lattice(programs, ladders), {ladder.id: ladder for ladder in ladders}
    for name in programs:
        for step in lattice.onward(name):
            named = {*programs[name].leads_to, *programs[name].occupations}
            end = lattice.rung(step.end)
            assert step.end in named or (end and end[0].rungs[end[1]].soc in named)
    for ladder in ladders:
        for at, rung in enumerate(ladder.rungs):
            for step in lattice.onward(f"{ladder.id}/{at}"):
                assert step.move in by_id[str(step.ladder_id)].moves
                assert by_id[str(step.ladder_id)].rungs[step.move.start].soc == rung.soc
