"""A way through the API and on the page: the same steps, wages with their area, sources."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.reading import read

WAYS = "/api/v1/ways"


def asked(client: TestClient, **params: Any) -> dict[str, Any]:
    response = client.get(WAYS, params=params)
    assert response.status_code == 200, response.text
    way: dict[str, Any] = response.json()["way"]
    return way


def test_a_way_says_what_each_step_is_needs_takes_and_pays(client: TestClient) -> None:
    way = asked(client, **{"from": "wrtp-big-step", "to": "electrician/3", "state": "wi"})
    assert [step["kind"] for step in way["steps"]] == ["lead", "train", "up"]
    for step in way["steps"]:
        assert step["kind_text"]
        assert step["needs"]
        assert {need["source"] for need in step["needs"]} <= set(range(len(way["sources"])))
    assert way["steps"][-1]["to"]["wage"]["area"] == "WI"
    assert way["steps"][-1]["time"]["years"] == 5.0


def test_where_a_state_publishes_nothing_the_country_stands_in_and_is_named(
    client: TestClient,
) -> None:
    way = asked(client, to="lineworker/5", state="DC")
    wages = [step["to"]["wage"] for step in way["steps"] if step["to"]["wage"]]
    assert "US" in {wage["area"] for wage in wages}
    texts = [step["to"]["wage_text"] for step in way["steps"] if step["to"]["wage"]]
    assert any("across the country" in text for text in texts)


@pytest.mark.parametrize(
    "goal", ["electrician/2", "journeyman electrician", "oficial electricista"]
)
def test_a_goal_is_an_id_or_words_in_either_language(client: TestClient, goal: str) -> None:
    assert asked(client, to=goal)["to"]["id"] == "electrician/2"


def test_a_soc_code_is_a_goal(client: TestClient) -> None:
    way = asked(client, **{"from": "31-1131", "to": "29-1141"})
    assert way["typical_years"] == 3.0


def test_a_way_is_told_in_spanish(client: TestClient) -> None:
    way = asked(client, to="chef", language="es")
    assert way["steps"][0]["kind_text"] == "Un paso hacia arriba"


def test_where_no_source_leads_there_is_no_way(client: TestClient) -> None:
    assert asked(client, **{"from": "carpenter/3", "to": "electrician/3"}) is None


@pytest.mark.parametrize(
    ("params", "status"),
    [
        pytest.param({"to": "astronaut"}, 404, id="it names nothing"),
        pytest.param({"to": "electrician/99"}, 404, id="no such rung"),
        pytest.param({"to": "99-9999"}, 404, id="no such job"),
        pytest.param({"to": "chef", "from": "astronaut"}, 404, id="the start names nothing"),
        pytest.param({}, 422, id="no goal"),
        pytest.param({"to": ""}, 422, id="an empty goal"),
        pytest.param({"to": "x" * 201}, 422, id="a goal too long"),
        pytest.param({"to": "chef", "state": "ZZ"}, 422, id="no such state"),
        pytest.param({"to": "chef", "language": "fr"}, 422, id="no such language"),
        pytest.param({"to": "\x00/1"}, 404, id="no name"),
    ],
)
def test_what_names_nothing_is_refused(
    client: TestClient, params: dict[str, str], status: int
) -> None:
    response = client.get(WAYS, params=params)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_ladder_shows_the_way_as_a_list_beside_its_bars(
    client: TestClient, language: str
) -> None:
    goal = {"from": "wrtp-big-step", "to": "electrician/3", "state": "WI", "language": language}
    way = asked(client, **goal)
    shown = client.get(
        "/ladders/electrician",
        params={"from": "wrtp-big-step", "to": 3, "state": "WI", "lang": language},
    )
    [panel] = read(shown.text).all("div", **{"class": "way"})
    for step in way["steps"]:
        told = [step["kind_text"], step["to"]["name"], step["to"].get("wage_text") or ""]
        needed = [need["text"] for need in step["needs"]]
        for text in (*told, *needed, step["time"]["text"]):
            assert text in panel.text
    bars = [step for step in way["steps"] if step["to"].get("wage")]
    assert shown.text.count('class="mid"') == len(bars)


def test_every_rung_that_is_led_to_links_to_its_way(client: TestClient) -> None:
    page = read(client.get("/ladders/electrician?state=WI").text)
    links = [link.attributes["href"] for link in page.all("a") if "data-ladder" in link.attributes]
    assert links == [f"/ladders/electrician?to={rung}&state=WI" for rung in (1, 2, 3, 4)]
    for link in links:
        assert client.get(str(link), headers={"X-Fragment": "1"}).status_code == 200


@pytest.mark.parametrize(("to", "status"), [("77", 404), ("x", 422), ("-1", 422), ("0", 200)])
def test_a_rung_that_is_none_is_refused(client: TestClient, to: str, status: int) -> None:
    assert client.get("/ladders/electrician", params={"to": to}).status_code == status
