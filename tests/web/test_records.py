"""The page of a program and of a ladder: what stands on it, how old it is, how far it is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.builders import MILWAUKEE, TODAY, a_program, a_site, a_source
from tests.web.reading import Reading, read
from web.chat.record_words import doors, is_old, takes

PEOPLE = {"Accept": "text/html"}


def look(client: TestClient, path: str) -> Reading:
    response = client.get(path, headers=PEOPLE)
    assert response.status_code == 200
    return read(response.text)


@pytest.mark.parametrize(
    ("dates", "old"),
    [
        pytest.param({"as_of": "2021"}, False, id="five years"),
        pytest.param({"as_of": "2020-12"}, True, id="six years"),
        pytest.param({"as_of": "2015", "verified_on": "2025-01-01"}, False, id="old, but checked"),
        pytest.param({"as_of": None}, False, id="no date: nobody can tell"),
    ],
)
def test_a_source_is_old_where_matching_no_longer_takes_it_for_fresh(
    dates: dict[str, str | None], old: bool
) -> None:
    assert is_old(a_source(**dates), TODAY) is old


def test_the_nearest_door_stands_first_and_one_without_a_point_last() -> None:
    sites = [
        a_site(city="Nowhere", lat=None, lon=None),
        a_site(city="Racine", lat=42.73, lon=-87.78),
        a_site(),
    ]
    found = doors(sites, MILWAUKEE, "en")
    assert [one["site"].city for one in found] == ["Milwaukee", "Racine", "Nowhere"]
    assert [one["far"] is None for one in found] == [False, False, True]


def test_whom_it_takes_is_said_or_nothing_is() -> None:
    assert takes(a_program(), "en") == "the whole country"
    assert takes(a_program(serves=None), "en") is None


def test_a_program_shows_how_old_each_fact_is(client: TestClient) -> None:
    page = look(client, "/programs/wrtp-big-step")
    cited = [one for one in page.all("a") if "cite" in one.attributes.get("class", "")]
    old = [one for one in cited if "old" in one.attributes["class"]]
    assert old
    assert all("may have changed" in one.attributes["aria-label"] for one in old)
    assert all(one.attributes["href"].startswith("#source-") for one in cited)


def test_a_program_tells_its_distance_from_a_place_and_asks_which(client: TestClient) -> None:
    page = look(client, "/programs/wrtp-big-step?place=53206")
    assert "miles away" in page.one("ol", **{"class": "doors"}).text
    torn = look(client, "/programs/wrtp-big-step?place=Springfield")
    assert "?place=Springfield%2C%20IL" in {one.attributes["href"] for one in torn.all("a")}
    lost = look(client, "/programs/wrtp-big-step?place=Xyzzyville")
    assert "I do not know a place called Xyzzyville" in lost.one("p", id="place-hint").text


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("austin-polytechnical-academy", "This program has a new name"),
        ("trade-adjustment-assistance", "This program no longer runs"),
    ],
)
def test_a_program_that_is_gone_says_so_first(client: TestClient, program: str, says: str) -> None:
    page = look(client, f"/programs/{program}")
    assert page.all("h2")[0].text == says


def test_a_closed_program_does_not_say_how_to_apply(client: TestClient) -> None:
    page = look(client, "/programs/trade-adjustment-assistance")
    assert "How to apply" not in [one.text for one in page.all("h2")]


def test_a_ladder_shows_the_pay_of_a_state_and_the_programs_that_lead_to_it(
    client: TestClient,
) -> None:
    page = look(client, "/ladders/machining?state=WI")
    assert "selected" in page.one("option", value="WI").attributes
    assert any(one.attributes["href"] == "/programs/wrtp-big-step" for one in page.all("a"))
    odd = look(client, "/ladders/machining?state=%3Cscript%3E")
    assert "Wisconsin:" not in odd.one("section").text


def test_pages_have_titles_and_descriptions_of_their_own(client: TestClient) -> None:
    paths = ("/browse", "/browse?sector=energy", "/programs/wrtp-big-step", "/ladders/machining")
    pages = [look(client, path) for path in paths]
    titles = {page.one("title").text for page in pages}
    told = {page.one("meta", name="description").attributes["content"] for page in pages}
    assert len(titles) == len(told) == len(paths)


def test_pages_with_no_such_record_say_so(client: TestClient) -> None:
    for path in ("/programs/nothing", "/ladders/nothing", "/programs/%00"):
        assert client.get(path, headers=PEOPLE).status_code == 404
