"""Which programs belong on a list, how they serve a place, in what order, on which page."""

from __future__ import annotations

import pytest

from matching.catalog import Catalog
from matching.profile import Profile
from matching.program import Program, ServiceArea
from matching.where import Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_program, a_site
from web.chat.browse import listing
from web.chat.browse.query import Query

WISCONSIN = Whereabouts(state="WI")
IN_STATE, FAR = ServiceArea(states=("WI",)), a_site(city="Superior", lat=46.72, lon=-92.1)
TOWN = ServiceArea(cities=("Milwaukee, WI",))


def rows(programs: list[Program], where: Whereabouts | None = MILWAUKEE) -> list[listing.Row]:
    """Place programs as a list does, for a person nobody knows."""
    standings = Catalog(programs).standings(Profile(), where or Whereabouts(), TODAY)
    return listing.placed(programs, standings, where, 50)


@pytest.mark.parametrize(
    ("program", "where", "reach"),
    [
        pytest.param(a_program(sites=(a_site(),)), MILWAUKEE, "near", id="a door in town"),
        pytest.param(a_program(serves=TOWN), MILWAUKEE, "area", id="the town's own, no door known"),
        pytest.param(a_program(serves=IN_STATE, sites=(FAR,)), MILWAUKEE, "state", id="statewide"),
        pytest.param(a_program(), MILWAUKEE, "nation", id="nationwide"),
        pytest.param(a_program(serves=None), MILWAUKEE, "unsaid", id="nobody says, no door"),
        pytest.param(a_program(serves=None, sites=(a_site(),)), MILWAUKEE, "near",
                     id="nobody says, but a door in town"),
        pytest.param(a_program(serves=None, sites=(FAR,)), MILWAUKEE, "",
                     id="nobody says, and far off"),
        pytest.param(a_program(serves=ServiceArea(states=("OH",))), MILWAUKEE, "", id="elsewhere"),
        pytest.param(a_program(sites=(FAR,)), WISCONSIN, "near", id="a door in the state"),
        pytest.param(a_program(serves=TOWN), WISCONSIN, "area", id="for a town of the state"),
        pytest.param(a_program(serves=ServiceArea(cities=("Gary, IN",))), WISCONSIN, "",
                     id="for a town of another state"),
    ],
)  # fmt: skip
def test_how_a_program_serves_a_place(program: Program, where: Whereabouts, reach: str) -> None:
    assert [row.reach for row in rows([program], where)] == ([reach] if reach else [])


def test_the_nearest_door_comes_first_then_the_state_then_the_country() -> None:
    programs = [
        a_program(id="nation"),
        a_program(id="state", serves=IN_STATE),
        a_program(id="racine", sites=(a_site(lat=42.73, lon=-87.78),)),
        a_program(id="here", sites=(a_site(),)),
        a_program(id="gone", sites=(a_site(),), status="closed"),
    ]
    found = listing.ordered(rows(programs), "near", "en")
    assert [row.program.id for row in found] == ["here", "racine", "state", "nation", "gone"]


def test_the_order_does_not_depend_on_the_order_given() -> None:
    programs = [a_program(id=name, name={"en": name}) for name in "cab"]
    for order in ("near", "fit", "name"):
        forth = listing.ordered(rows(programs, None), order, "en")
        back = listing.ordered(rows(programs[::-1], None), order, "en")
        assert forth == back


def test_without_a_place_every_program_is_listed_and_nothing_is_said_of_distance() -> None:
    found = rows([a_program(), a_program(id="far", sites=(FAR,))], None)
    assert [(row.reach, row.miles) for row in found] == [("", None), ("", None)]


def test_a_sector_and_a_kind_are_both_asked_for() -> None:
    programs = [
        a_program(id="a", kind="academy"),
        a_program(id="b", kind="academy", sectors=("energy",)),
        a_program(id="c"),
    ]
    query = Query(sector="construction", kind="academy")
    assert [one.id for one in listing.chosen(programs, query)] == ["a"]


def test_only_what_is_open_or_a_step_away_is_kept_when_that_is_asked() -> None:
    verdicts = ("eligible", "likely", "one_step_away", "not_now", "closed")
    all_of_them = [listing.Row(a_program(id=verdict), verdict, 0.5) for verdict in verdicts]

    def kept(show: str) -> list[str]:
        return [row.verdict for row in listing.kept(all_of_them, Query(show=show))]

    assert kept("now") == ["eligible", "likely"]
    assert kept("soon") == ["eligible", "likely", "one_step_away"]
    assert kept("") == list(verdicts)


@pytest.mark.parametrize(
    ("total", "page", "expected"),
    [
        pytest.param(0, 1, (0, 1, 1), id="nothing is one empty page"),
        pytest.param(12, 1, (12, 1, 1), id="exactly a page"),
        pytest.param(13, 2, (1, 2, 2), id="one more than a page"),
        pytest.param(13, 40, (1, 2, 2), id="past the end is the last page"),
    ],
)
def test_pages(total: int, page: int, expected: tuple[int, int, int]) -> None:
    many = [listing.Row(a_program(id=f"p{at}"), "likely", 0.5) for at in range(total)]
    cut = listing.paged(many, page)
    assert (len(cut.rows), cut.page, cut.pages) == expected
    assert cut.total == total
