"""The guide on other sites: who may frame it, what its frame keeps, who may call the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tests.web.conftest import FakeRasa
from tests.web.reading import read
from web.chat.views import HERE
from web.chat.widget.sites import NAME

PEOPLE = {"Accept": "text/html"}
COLLEGE, OTHER = "https://www.college.example", "https://evil.example"
SITES = f"""
sites:
  college:
    origins: [{COLLEGE}, https://m.college.example]
    language: es
    corner: left
    colors: {{background: "#5b1a4a", label: "#ffffff"}}
    greeting: {{es: Carreras}}
    api: true
  library:
    origins: [https://library.example]
"""
FRAME = "/embed?site=college&lang=es"
IN_FRAME = {**PEOPLE, "Referer": f"http://127.0.0.1:8000{FRAME}", "Sec-Fetch-Site": "same-origin"}
CHAT = "/api/v1/chat"
WIDGET_BYTES = 6 * 1024


@pytest.fixture
def client(client: TestClient) -> Iterator[TestClient]:
    """The app with two sites set up."""
    file = client.app.state.settings.home / NAME  # type: ignore[attr-defined]
    file.write_text(SITES, encoding="utf-8")
    yield client
    file.unlink()


def policy_of(response: Response) -> list[str]:
    policy = response.headers["content-security-policy"]
    return [part for part in policy.split("; ") if part.startswith("frame-ancestors")]


def test_the_script_is_six_kilobytes_at_most_as_it_is_and_any_site_may_load_it(
    client: TestClient,
) -> None:
    response = client.get("/widget.js")
    assert len((HERE / "static" / "widget.js").read_bytes()) <= WIDGET_BYTES
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["access-control-allow-origin"] == "*"
    assert "max-age" in response.headers["cache-control"]


@pytest.mark.parametrize(
    ("address", "ancestors"),
    [
        pytest.param(FRAME, f"'self' {COLLEGE} https://m.college.example", id="a site's own"),
        pytest.param("/embed?site=library", "'self' https://library.example", id="another's"),
        pytest.param("/embed", "'self'", id="no site: our own pages"),
        pytest.param("/embed?site=nobody", "'none'", id="a key nobody has"),
        pytest.param("/embed?site=college%0d%0aX: y", "'none'", id="a key that breaks lines"),
        pytest.param(f"/embed?site={'a' * 5_000}", "'none'", id="an endless key"),
        pytest.param("/", "'none'", id="the page itself"),
        pytest.param("/privacy", "'none'", id="any other page"),
        pytest.param("/?site=college", "'none'", id="a key where none belongs"),
        pytest.param("/embed/launcher?site=college", "'none'", id="what is no page"),
        pytest.param("/embed/forget?site=college", f"'self' {COLLEGE} https://m.college.example",
                     id="deleting, inside the frame"),
    ],
)  # fmt: skip
def test_only_the_sites_of_a_key_may_frame_its_page(
    client: TestClient, address: str, ancestors: str
) -> None:
    response = client.get(address, headers=PEOPLE)
    assert policy_of(response) == [f"frame-ancestors {ancestors}"]
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "unsafe" not in response.headers["content-security-policy"]


def test_a_referrer_of_another_site_opens_nothing(client: TestClient) -> None:
    headers = {**PEOPLE, "Referer": f"{OTHER}{FRAME}"}
    assert policy_of(client.get("/", headers=headers)) == ["frame-ancestors 'none'"]
    headers = {**PEOPLE, "Referer": "http://["}
    assert policy_of(client.get("/", headers=headers)) == ["frame-ancestors 'none'"]


def test_a_page_opened_from_the_frame_is_a_page_like_any_other(client: TestClient) -> None:
    response = client.get("/", headers={**IN_FRAME, "Sec-Fetch-Dest": "document"})
    assert policy_of(response) == ["frame-ancestors 'none'"]
    assert "data-origins" not in response.text


def test_the_framed_page_is_the_talk_with_a_way_out_of_the_frame(client: TestClient) -> None:
    page = read(client.get(FRAME, headers=PEOPLE).text)
    assert page.one("html").attributes["lang"] == "es"
    assert len(page.all("h1")) == 1
    assert page.one("textarea", name="message")
    full = page.one("a", href="/")
    assert (full.attributes["target"], full.attributes["rel"]) == ("_blank", "noreferrer")
    assert page.all("a", href="/privacy?lang=es", target="_blank")
    assert page.one("body").attributes["data-origins"].split() == [
        COLLEGE, "https://m.college.example",
    ]  # fmt: skip
    assert page.one("meta", name="robots").attributes["content"] == "noindex"


def test_the_page_itself_has_nothing_of_the_frame(client: TestClient) -> None:
    page = read(client.get("/").text)
    assert not page.all("a", target="_blank")
    assert "data-origins" not in page.one("body").attributes


def test_the_frame_keeps_its_talk_in_a_cookie_of_its_own_for_each_site(
    client: TestClient, rasa: FakeRasa
) -> None:
    client.base_url = client.base_url.copy_with(scheme="https")
    headers = {**IN_FRAME, "Referer": f"https://127.0.0.1:8000{FRAME}"}
    client.get(FRAME, headers=PEOPLE)
    sent = client.post("/", data={"message": "me gusta cocinar"}, headers=headers)
    first = sent.history[0]
    assert first.headers["location"] == f"{FRAME}#latest"
    kept = [one for one in first.headers.get_list("set-cookie") if "session" in one]
    assert kept
    for part in ("pathways_session_framed=", "HttpOnly", "Secure", "SameSite=None", "Partitioned"):
        assert part in kept[0]
    assert "me gusta cocinar" in sent.text
    assert "data-talk" in sent.text
    assert read(sent.text).one("body").attributes["data-talk"] == "", "the cookie is enough"
    assert "me gusta cocinar" not in client.get("/").text, "the page itself is another visit"


def test_a_browser_without_cookies_brings_the_key_itself(client: TestClient) -> None:
    client.get(FRAME, headers=PEOPLE)
    client.cookies.clear()
    asked = {**IN_FRAME, "X-Fragment": "1"}
    first = client.post("/", data={"message": "hola"}, headers=asked)
    key = read(first.text).one("template").attributes["data-talk"]
    assert len(key) > 20
    client.cookies.clear()
    client.post("/", data={"message": "otra cosa", "talk": key}, headers=asked)
    client.cookies.clear()
    whole = client.post(FRAME, data={"talk": key}, headers=IN_FRAME)
    assert "hola" in whole.text
    assert "otra cosa" in whole.text
    assert read(whole.text).one("body").attributes["data-talk"] == key
    client.cookies.clear()
    assert "hola" not in client.get(FRAME).text


@pytest.mark.parametrize("headers", [PEOPLE, {**PEOPLE, "Referer": f"{OTHER}/embed?site=college"}])
def test_a_key_is_taken_from_the_frame_only(client: TestClient, headers: dict[str, str]) -> None:
    session = client.post(CHAT, json={"message": "mine alone"}).json()["session"]
    answer = client.post("/", data={"message": "hi", "talk": session}, headers=headers)
    assert "mine alone" not in answer.text


def test_a_key_of_no_talk_begins_anew(client: TestClient) -> None:
    for talk in ("gone", "x" * 10_000, "\x00"):
        client.cookies.clear()
        response = client.post(FRAME, data={"talk": talk}, headers=IN_FRAME)
        assert response.status_code == 200
        assert read(response.text).one("body").attributes["data-talk"] == ""


@pytest.mark.parametrize("address", ["/", "/forget", FRAME])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": COLLEGE}, id="the host itself"),
        pytest.param({"Origin": COLLEGE}, id="the host itself, in an old browser"),
        pytest.param({"Sec-Fetch-Site": "cross-site", "Origin": OTHER}, id="anyone"),
    ],
)
def test_even_a_site_that_may_show_it_may_not_send_its_forms(
    client: TestClient, address: str, headers: dict[str, str]
) -> None:
    sent = {**IN_FRAME, "Sec-Fetch-Site": "", **headers}
    if not headers.get("Sec-Fetch-Site"):
        del sent["Sec-Fetch-Site"]
    assert client.post(address, data={"message": "hi"}, headers=sent).status_code == 403


def test_deleting_in_the_frame_stays_in_the_frame(client: TestClient) -> None:
    client.base_url = client.base_url.copy_with(scheme="https")
    headers = {**IN_FRAME, "Referer": f"https://127.0.0.1:8000{FRAME}"}
    client.get(FRAME, headers=PEOPLE)
    client.post("/", data={"message": "olvida esto"}, headers=headers)
    asked = client.get("/embed/forget?site=college&lang=es", headers=PEOPLE)
    assert read(asked.text).all("a", href=f"{FRAME}#latest")
    referer = "https://127.0.0.1:8000/embed/forget?site=college&lang=es"
    gone = client.post("/forget", headers={**IN_FRAME, "Referer": referer})
    assert gone.history[0].headers["location"] == f"{FRAME}&forgotten=1"
    assert "olvida esto" not in client.get(FRAME).text


def test_the_language_a_person_chose_comes_before_the_one_of_the_site(client: TestClient) -> None:
    client.base_url = client.base_url.copy_with(scheme="https")
    client.get(FRAME, headers=PEOPLE)
    chosen = client.get(f"{FRAME}&tongue=en", headers=PEOPLE)
    assert chosen.history[0].headers["location"] == FRAME
    assert read(chosen.text).one("html").attributes["lang"] == "en"
    assert read(client.get(FRAME).text).one("html").attributes["lang"] == "en"


def test_the_language_can_be_chosen_without_cookies_too(client: TestClient) -> None:
    page = client.get(f"{FRAME}&tongue=en", headers=PEOPLE)
    assert not page.history
    assert read(page.text).one("html").attributes["lang"] == "en"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("site=college", "Carreras", id="the language and greeting of the site"),
        pytest.param("site=college&lang=en", "Find your way to work", id="the one on the tag"),
        pytest.param("site=library&page=es-MX", "Encuentra tu camino", id="the one of the page"),
        pytest.param("site=library&lang=xx&page=zz", "Find your way to work", id="none of ours"),
    ],
)
def test_the_button_speaks_the_language_of_its_page(
    client: TestClient, query: str, words: str
) -> None:
    told = client.get(f"/embed/launcher?{query}").json()
    assert told["words"]["greeting"] == words


def test_the_button_has_the_colors_and_the_corner_of_its_site(client: TestClient) -> None:
    response = client.get("/embed/launcher?site=college", headers={"Origin": COLLEGE})
    told = response.json()
    assert (told["background"], told["label"], told["corner"]) == ("#5b1a4a", "#ffffff", "left")
    assert told["frame"] == FRAME
    assert response.headers["access-control-allow-origin"] == COLLEGE
    assert "access-control-allow-credentials" not in response.headers
    assert "Origin" in response.headers["vary"]


@pytest.mark.parametrize(
    ("site", "origin"),
    [
        pytest.param("college", OTHER, id="another site with the key of one"),
        pytest.param("college", "https://library.example", id="one site with another's key"),
        pytest.param("college", "null", id="an origin that hides"),
        pytest.param("college", "https://x.www.college.example", id="a part of one"),
        pytest.param("", COLLEGE, id="no key"),
        pytest.param("nobody", COLLEGE, id="a key nobody has"),
    ],
)
def test_a_site_that_was_not_named_is_told_so(client: TestClient, site: str, origin: str) -> None:
    response = client.get(f"/embed/launcher?site={site}", headers={"Origin": origin})
    assert response.status_code == 403
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(
    ("origin", "readable"),
    [
        pytest.param(COLLEGE, True, id="a site that was given the API"),
        pytest.param("https://library.example", False, id="a site that was not"),
        pytest.param(OTHER, False, id="any other"),
        pytest.param("null", False, id="an origin that hides"),
    ],
)
def test_scripts_of_named_sites_may_call_the_api(
    client: TestClient, origin: str, readable: bool
) -> None:
    before = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    asked = client.options(CHAT, headers={**before, "Access-Control-Request-Headers": "x-evil"})
    answer = client.post(CHAT, json={"message": "hi"}, headers={"Origin": origin})
    wrong = client.post(CHAT, json={}, headers={"Origin": origin})
    for response in (asked, answer, wrong):
        told = response.headers.get("access-control-allow-origin")
        assert told == (origin if readable else None)
        assert "access-control-allow-credentials" not in response.headers
        assert "Origin" in response.headers["vary"]
    assert (asked.status_code == 204) is readable
    assert wrong.status_code == 422
    if readable:
        assert asked.headers["access-control-allow-headers"] == "Content-Type"


def test_only_the_api_is_opened_to_callers(client: TestClient) -> None:
    for path in ("/", "/privacy", "/embed?site=college"):
        response = client.get(path, headers={**PEOPLE, "Origin": COLLEGE})
        assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize("theme", ["", "demo", '"><script>'])
def test_the_demo_shows_it_on_a_page_of_ours(client: TestClient, theme: str) -> None:
    response = client.get("/widget-demo", params={"theme": theme}, headers=PEOPLE)
    page = read(response.text)
    script = page.one("script", src="/widget.js")
    assert script.attributes.get("data-site", "") == (theme if theme == "demo" else "")
    assert "frame-src 'self'" in response.headers["content-security-policy"]
    assert policy_of(response) == ["frame-ancestors 'none'"]
