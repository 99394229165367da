"""Browsing without typing: places, filters, who is asking, what may be kept and what never."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.reading import Reading, read

PEOPLE = {"Accept": "text/html"}
SEVENTEEN = {"age": "17", "level": "in_high_school", "grade": "11"}


def look(client: TestClient, path: str) -> Reading:
    response = client.get(path, headers=PEOPLE)
    assert response.status_code == 200, response.status_code
    return read(response.text)


def names(page: Reading) -> list[str]:
    return [link.text for link in page.all("a") if link.attributes["href"].startswith("/programs/")]


def test_every_program_and_every_ladder_can_be_reached_by_links_alone(client: TestClient) -> None:
    release = client.app.state.services.library.current()  # type: ignore[attr-defined]
    seen: set[str] = set()
    ahead = ["/browse", "/browse?order=name"]
    while ahead:
        page = look(client, ahead.pop())
        seen |= {link.attributes["href"] for link in page.all("a")}
        ahead += [link.attributes["href"] for link in page.all("a", rel="next")]
    shelves = release.directory
    assert {f"/programs/{one.id}" for one in shelves.listed} <= seen
    assert {f"/ladders/{name}" for name in release.ladders} <= seen
    assert {f"/browse?sector={code}" for code in shelves.by_sector} <= seen
    assert {f"/browse?kind={code}" for code in shelves.by_kind} <= seen
    assert {f"/browse?place={code}" for code in shelves.by_state} <= seen


def test_the_index_counts_what_its_shelves_hold(client: TestClient) -> None:
    text = look(client, "/browse?sector=energy").one("p", id="list").text
    shelves = client.app.state.services.library.current().directory  # type: ignore[attr-defined]
    assert f"{shelves.by_sector['energy']} programs" in text


@pytest.mark.parametrize("typed", ["53206", "milwaukee", "Milwaukee, WI", "mke"])
def test_a_place_is_understood_as_people_write_it(client: TestClient, typed: str) -> None:
    page = look(client, f"/browse?place={typed}")
    assert "near Milwaukee, WI" in page.one("h1").text
    assert "WRTP | BIG STEP" in names(page)
    assert "Near you" in [heading.text for heading in page.all("h2")]


def test_distances_grow_down_the_list(client: TestClient) -> None:
    page = look(client, "/browse?place=53140")  # Kenosha
    told = [one.text for one in page.elements if "where" in one.attributes.get("class", "")]
    miles = [int(found[1]) for one in told if (found := re.match(r"\s*(\d+) miles? \(", one))]
    near = [one for one in miles if one <= 50]
    assert near
    assert near == sorted(near)


def test_an_ambiguous_place_offers_its_namesakes(client: TestClient) -> None:
    page = look(client, "/browse?place=Springfield&sector=healthcare")
    offered = {
        one.text: one.attributes["href"] for one in page.all("a") if "Springfield" in one.text
    }
    assert {"Springfield, MO", "Springfield, IL", "Springfield, MA"} <= set(offered)
    followed = look(client, offered["Springfield, IL"])
    assert "health care · near Springfield, IL" in followed.one("h1").text
    assert not names(page)


def test_an_unknown_place_says_what_to_mend_and_keeps_what_was_typed(client: TestClient) -> None:
    page = look(client, "/browse?place=Xyzzyville&kind=academy")
    assert page.one("input", name="place").attributes["value"] == "Xyzzyville"
    assert "I do not know a place called Xyzzyville" in page.one("h2", id="lost").text
    assert "selected" in page.one("option", value="academy").attributes


def test_a_near_spelling_is_offered_not_taken(client: TestClient) -> None:
    page = look(client, "/browse?place=Toronto")
    assert "Toronto, OH" in [one.text for one in page.all("a")]


def test_nothing_near_shows_what_serves_the_place_all_the_same(client: TestClient) -> None:
    page = look(client, "/browse?place=Ely, NV&sector=hospitality")
    headings = [one.text for one in page.all("h2")]
    assert "Nothing close to Ely, NV" in headings
    assert "For people all over Nevada" in headings
    assert "For people all over the country" in headings
    assert "/browse?place=Ely%2C+NV&kind=job_center" in {
        one.attributes["href"] for one in page.all("a")
    }


def test_a_state_lists_its_doors_and_measures_from_nobodys_home(client: TestClient) -> None:
    page = look(client, "/browse?place=WI")
    assert "in Wisconsin" in page.one("h1").text
    assert "WRTP | BIG STEP" in names(page)
    assert not re.search(r"\d miles? \(", "".join(one.text for one in page.all("p")))


def test_no_results_name_what_to_let_go_of(client: TestClient) -> None:
    page = look(client, "/browse?sector=personal_care&kind=reentry_program&place=WY")
    links = {one.text for one in page.all("a")}
    assert "No program here fits all of that" in [one.text for one in page.all("h2")]
    assert any(text.startswith("Any kind of program (") for text in links)


@pytest.mark.parametrize("field", ["sector", "kind", "order", "within", "page", "show", "for"])
def test_a_field_that_cannot_be_read_is_named_and_the_page_stands(
    client: TestClient, field: str
) -> None:
    response = client.get(f"/browse?place=WI&{field}=%3Cscript%3E", headers=PEOPLE)
    page = read(response.text)
    assert response.status_code == 422
    assert len(page.one("div", role="alert").text.strip()) > 20
    assert "<script>" not in response.text.replace("<script src", "")
    assert names(page)


def test_a_form_with_empty_fields_leads_to_the_plain_address(client: TestClient) -> None:
    sent = "/browse?place=Ely, NV&sector=&kind=&within=&lang=es"
    response = client.get(sent, headers=PEOPLE, follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/browse?place=Ely%2C+NV&lang=es"


def test_another_language_asks_the_same_question(client: TestClient) -> None:
    page = look(client, "/browse?place=Milwaukee&sector=construction")
    spanish = page.one("a", hreflang="es").attributes["href"]
    followed = look(client, spanish)
    assert followed.one("html").attributes["lang"] == "es"
    assert "cerca de Milwaukee, WI" in followed.one("h1").text


def test_age_and_school_are_kept_out_of_every_address(client: TestClient) -> None:
    posted = client.post(
        "/browse/about",
        data={**SEVENTEEN, "back": "place=Milwaukee%2C+WI"},
        headers=PEOPLE,
        follow_redirects=False,
    )
    assert posted.headers["location"] == "/browse?place=Milwaukee%2C+WI&show=soon"
    cookie = posted.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "Path=/browse" in cookie
    assert "Max-Age" not in cookie
    page = look(client, posted.headers["location"])
    assert "This list fits what you gave here." in [one.text for one in page.all("h2")]
    assert "You likely qualify" in " ".join(one.text for one in page.all("strong"))
    for link in page.all("a"):
        assert not re.search(r"\b(age|level|grade)=|\b17\b|in_high", link.attributes["href"])


def test_what_was_given_can_be_forgotten_and_goes_with_the_chat(client: TestClient) -> None:
    client.post("/browse/about", data=SEVENTEEN)
    assert "pathways_about" in client.cookies
    client.post("/browse/about", data={"forget": "1", "back": ""})
    assert "pathways_about" not in client.cookies
    client.post("/browse/about", data=SEVENTEEN)
    client.post("/forget")
    assert "pathways_about" not in client.cookies


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"age": "seventeen"}, "age"), ({"age": "4"}, "age"), ({"age": "1e3"}, "age"),
        ({"age": "9999"}, "age"), ({"level": "phd"}, "level"), ({"grade": "13"}, "grade"),
    ],
)  # fmt: skip
def test_a_form_that_does_not_fit_says_what_to_mend_and_loses_nothing(
    client: TestClient, given: dict[str, str], field: str
) -> None:
    sent = {"age": "17", "level": "", "grade": "", **given, "back": "sector=energy"}
    response = client.post("/browse/about", data=sent, headers=PEOPLE)
    page = read(response.text)
    assert response.status_code == 422
    assert page.one("p", role="alert").text
    assert page.all("input" if field == "age" else "select", name=field)[0].attributes[
        "aria-invalid"
    ]
    assert page.one("input", name="age").attributes["value"] == sent["age"]
    assert page.one("input", name="back").attributes["value"] == "sector=energy"
    assert "pathways_about" not in client.cookies


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "x" * 5000, "%00&&=="])
def test_the_way_back_never_leaves_the_site(client: TestClient, back: str) -> None:
    response = client.post(
        "/browse/about", data={**SEVENTEEN, "back": back}, follow_redirects=False
    )
    assert response.headers["location"].startswith("/browse")


def test_a_form_from_another_site_is_refused(client: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post("/browse/about", data=SEVENTEEN, headers=headers).status_code == 403


@pytest.mark.parametrize("value", ["", "..", "x.y.z", "17", "17.in_high_school.11.0", "9" * 500])
def test_a_cookie_that_is_not_ours_tells_nothing(client: TestClient, value: str) -> None:
    client.cookies.set("pathways_about", value, path="/browse")
    assert "You likely qualify" not in client.get("/browse?place=WI", headers=PEOPLE).text


def test_the_profile_of_the_talk_comes_first_and_is_said_so(client: TestClient) -> None:
    edit = {"edit": "1", "age": "19", "level": "some_high_school", "grade": "10",
            "city": "Milwaukee", "state": "WI"}  # fmt: skip
    client.post("/", data={"message": "hello"})
    client.post("/", data=edit)
    page = look(client, "/browse?show=soon")
    assert "This list fits what you told the guide." in [one.text for one in page.all("h2")]
    assert "near Milwaukee, WI" in page.one("h1").text
    assert any(one.attributes["href"] == "/#understood" for one in page.all("a"))
    anyone = look(client, "/browse?sector=energy&for=anyone")
    assert "qualify" not in " ".join(one.text for one in anyone.all("strong"))


def test_a_page_that_depends_on_nobody_may_be_kept(client: TestClient) -> None:
    for path in ("/browse", "/browse?place=WI", "/programs/wrtp-big-step", "/ladders/machining"):
        first = client.get(path, headers=PEOPLE)
        assert first.headers["cache-control"] == "public, max-age=300", path
        assert {"Accept-Language", "Cookie"} <= set(re.split(r",\s*", first.headers["vary"]))
        again = client.get(path, headers={**PEOPLE, "if-none-match": first.headers["etag"]})
        assert again.status_code == 304
        assert not again.content
        other = {**PEOPLE, "accept-language": "es", "if-none-match": first.headers["etag"]}
        assert client.get(path, headers=other).status_code == 200


def test_a_page_of_somebodys_own_is_never_kept(client: TestClient) -> None:
    client.post("/browse/about", data=SEVENTEEN)
    own = client.get("/browse?place=WI", headers=PEOPLE)
    assert own.headers["cache-control"] == "no-store"
    assert "etag" not in own.headers
    client.cookies.clear()
    client.post("/", data={"message": "hello"})
    assert client.get("/browse", headers=PEOPLE).headers["cache-control"] == "no-store"


def test_a_page_in_the_frame_of_another_site_is_never_kept(client: TestClient) -> None:
    framed = {**PEOPLE, "referer": "http://127.0.0.1:8000/embed"}
    response = client.get("/programs/wrtp-big-step", headers=framed)
    assert response.headers["cache-control"] == "no-store"


def test_a_page_that_sets_a_cookie_is_for_one_visitor(client: TestClient) -> None:
    response = client.get("/browse?lang=es", headers=PEOPLE)
    assert "set-cookie" in response.headers
    assert response.headers["cache-control"] == "private, max-age=300"


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("/browse", True), ("/browse?sector=energy&page=2", True), ("/browse?place=WI", True),
        ("/browse?place=53206", False), ("/browse?sector=energy&kind=academy", False),
        ("/programs/wrtp-big-step?place=53206", False), ("/programs/wrtp-big-step", True),
    ],
)  # fmt: skip
def test_search_engines_list_shelves_and_records_not_questions(
    client: TestClient, path: str, listed: bool
) -> None:
    page = look(client, path)
    assert bool(page.all("meta", name="robots")) is not listed
    assert {one.attributes["hreflang"] for one in page.all("link", rel="alternate")} == {
        "en", "es", "x-default",
    }  # fmt: skip
    assert page.one("link", rel="canonical").attributes["href"].startswith("/")
    assert page.one("meta", property="og:title").attributes["content"] == page.one("title").text


def test_browsing_is_linked_from_the_welcome_and_the_menu(client: TestClient) -> None:
    page = look(client, "/")
    links = [one.text for one in page.all("a", href="/browse")]
    assert links == ["Browse programs", "Browse without typing"]
