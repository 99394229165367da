"""A thumb on an answer: given, changed, explained; with and without scripts."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tests.web.reading import Reading, read

PEOPLE = {"Accept": "text/html"}


def talk(client: TestClient) -> str:
    """Say something, and return the id of the message whose answer can be rated."""
    client.post("/", data={"message": "hi", "message_id": "m-1"})
    return "m-1"


def rate(client: TestClient, **form: str) -> Response:
    return client.post("/feedback", data=form, headers=PEOPLE)


def pressed(page: Reading) -> list[str]:
    buttons = page.all("button", name="rating")
    return [b.attributes["value"] for b in buttons if b.attributes["aria-pressed"] == "true"]


def kept(client: TestClient) -> tuple[str | None, str | None]:
    secret = client.cookies["pathways_session"]
    [entry] = client.get(f"/api/v1/chat/{secret}").json()["transcript"]
    return entry["rating"], entry["reason"]


def test_every_answer_can_be_rated_and_each_thumb_has_a_name(client: TestClient) -> None:
    talk(client)
    buttons = read(client.get("/").text).all("button", name="rating")
    names = [(b.attributes["value"], b.attributes["aria-label"]) for b in buttons]
    assert names == [("up", "This helped"), ("down", "This did not help")]


def test_a_thumb_is_kept_thanked_for_and_may_be_explained(client: TestClient) -> None:
    message = talk(client)
    page = read(rate(client, message=message, rating="down").text)
    assert pressed(page) == ["down"]
    assert "Thank you" in page.one("p", **{"class": "thanks"}).text
    assert page.one("textarea", name="reason")
    page = read(rate(client, message=message, rating="down", reason="too far away").text)
    assert kept(client) == ("down", "too far away")
    assert page.one("textarea", name="reason").text == "too far away"


def test_a_thumb_can_be_changed_and_its_reason_goes_with_it(client: TestClient) -> None:
    message = talk(client)
    rate(client, message=message, rating="down", reason="too far away")
    assert pressed(read(rate(client, message=message, rating="up").text)) == ["up"]
    assert kept(client) == ("up", None)


def test_the_same_thumb_again_keeps_its_reason_until_the_reason_is_emptied(
    client: TestClient,
) -> None:
    message = talk(client)
    rate(client, message=message, rating="up", reason="clear")
    rate(client, message=message, rating="up")
    assert kept(client) == ("up", "clear")
    rate(client, message=message, rating="up", reason="  ")
    assert kept(client) == ("up", None)


def test_contact_details_in_a_reason_are_masked(client: TestClient) -> None:
    rate(client, message=talk(client), rating="up", reason="call me at 414-555-0134")
    assert "555" not in str(kept(client)[1])


@pytest.mark.parametrize("fragment", [{}, {"X-Fragment": "1"}], ids=["a page", "a fragment"])
def test_a_reason_that_is_too_long_is_given_back_whole_and_the_thumb_is_kept(
    client: TestClient, fragment: dict[str, str]
) -> None:
    form = {"message": talk(client), "rating": "down", "reason": "far " * 200}
    answer = client.post("/feedback", data=form, headers={**PEOPLE, **fragment})
    field = read(answer.text).one("textarea", name="reason")
    assert field.text.strip() == form["reason"].strip()
    assert field.attributes["aria-invalid"] == "true"
    assert "500" in answer.text
    assert kept(client) == ("down", None)


def test_the_script_gets_just_the_part_it_puts_in_place(client: TestClient) -> None:
    form = {"message": talk(client), "rating": "up"}
    answer = client.post("/feedback", data=form, headers={**PEOPLE, "X-Fragment": "1"})
    page = read(answer.text)
    assert page.elements[0].tag == "template"
    assert not page.all("html")
    assert pressed(page) == ["up"]


@pytest.mark.parametrize(
    ("form", "status"),
    [
        pytest.param({"message": "m-1", "rating": "sideways"}, 422, id="no thumb"),
        pytest.param({"message": "m-1"}, 422, id="nothing"),
        pytest.param({"message": "nobody's", "rating": "up"}, 404, id="an unknown message"),
        pytest.param({"message": "m" * 500, "rating": "up"}, 422, id="an id too long"),
    ],
)
def test_a_forged_thumb_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    talk(client)
    assert rate(client, **form).status_code == status
    assert kept(client) == (None, None)


def test_a_thumb_without_a_talk_or_from_another_site_is_refused(client: TestClient) -> None:
    assert rate(client, message="m-1", rating="up").status_code == 404
    talk(client)
    foreign = {**PEOPLE, "Sec-Fetch-Site": "cross-site"}
    form = {"message": "m-1", "rating": "up"}
    assert client.post("/feedback", data=form, headers=foreign).status_code == 403


def test_a_thumb_speaks_the_language_of_its_answer(client: TestClient) -> None:
    client.get("/", params={"lang": "es"})
    message = talk(client)
    form = {"message": message, "rating": "up"}
    page = client.post("/feedback", data=form, headers={**PEOPLE, "X-Fragment": "1"})
    assert "Gracias" in page.text
