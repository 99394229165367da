"""The operators' figures: on their own app alone, without small numbers, of nobody."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families as families

from conversations.counts import write_down
from conversations.reply import Reply
from tests.web.conftest import FakeRasa
from tests.web.reading import read
from web.app import operators_app_of

CHAT = "/api/v1/chat"
PEOPLE = {"Accept": "text/html"}
PLANTED = "zelda quisenberry 414 555 0199"
FIGURES = ("/insight", "/insight.json", "/insight.csv", "/metrics")
HERE = "http://127.0.0.1:8001"


@pytest.fixture
def operator(app: FastAPI, client: TestClient) -> TestClient:
    """An operator on this machine; `client` is the public."""
    return TestClient(operators_app_of(app), base_url=HERE)


@pytest.fixture
def counted(app: FastAPI) -> Iterator[None]:
    """A week in which a little happened, gone afterwards."""
    counts, today = app.state.sources.counts, app.state.services.clock().date()
    rows = {
        ("visit", "new"): 47,
        ("visit", "back"): 9,
        ("thumb", "up"): 10,
        ("intent", "compare"): 3,
    }
    rows |= {("intent", "ask_pay"): 25, ("place", "TX/Laredo"): 12, ("place", "WI/Racine"): 9}
    rows |= {("place", "WI"): 31, ("sector", "aerospace"): 11, ("match_turns", "1"): 18}
    counts.add(Counter({(today - timedelta(days=2), *key): n for key, n in rows.items()}))
    yield
    counts.forget_before(today + timedelta(days=1))


def rows_of(answer: Any) -> list[tuple[str, str, str]]:
    lines = list(csv.reader(answer.text.splitlines()))
    assert lines[0] == ["from", "to", "topic", "what", "number"]
    return [(line[2], line[3], line[4]) for line in lines[1:]]


@pytest.mark.parametrize("path", FIGURES)
def test_the_public_port_does_not_have_them(client: TestClient, path: str) -> None:
    assert client.get(path, headers=PEOPLE).status_code == 404


@pytest.mark.parametrize("path", ["/", "/privacy", CHAT, "/api/v1/health"])
def test_the_operators_port_has_no_talk(operator: TestClient, path: str) -> None:
    answer = operator.get(path, follow_redirects=False)
    assert answer.status_code == (307 if path == "/" else 404)


@pytest.mark.parametrize("path", FIGURES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:8001"},
        {"Host": "pathways.example"},
        {"Host": ""},
        {"X-Forwarded-For": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
        {"Via": "1.1 proxy"},
    ],
    ids=str,
)
def test_who_does_not_ask_this_machine_itself_is_refused(
    operator: TestClient, path: str, headers: dict[str, str]
) -> None:
    answer = operator.get(path, headers=headers)
    assert answer.status_code == 403
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["localhost:8001", "127.0.0.1:9000", "127.0.0.1", "[::1]:8001"])
def test_this_machine_may_be_called_by_its_own_names(operator: TestClient, host: str) -> None:
    assert operator.get("/metrics", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.usefixtures("counted")
def test_the_page_shows_large_numbers_and_hides_small_ones(
    operator: TestClient, language: str
) -> None:
    answer = operator.get("/insight", params={"days": 7, "lang": language})
    page = read(answer.text)
    assert page.one("html").attributes["lang"] == language
    assert len(page.all("h1")) == 1
    assert "Laredo, TX" in answer.text
    assert "Racine" not in answer.text  # not even its name
    assert ">40<" in answer.text and ">47<" not in answer.text
    assert "&lt;10" in answer.text and ">9<" not in answer.text
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.usefixtures("counted")
def test_the_table_and_the_json_hold_no_more_than_the_page(operator: TestClient) -> None:
    answer = operator.get("/insight.csv", params={"days": 7})
    assert "attachment" in answer.headers["content-disposition"]
    rows = rows_of(answer)
    assert ("visit", "new", "40") in rows
    assert ("visit", "back", "<10") in rows
    assert ("thumb", "down", "<10") in rows
    assert not [row for row in rows if row[1] in ("WI/Racine", "compare")]
    told = operator.get("/insight.json", params={"days": 7}).json()["counts"]
    cells = [(topic, what, str(n)) for topic in told for what, n in told[topic]["cells"].items()]
    assert cells == rows
    assert (told["visit"]["total"], told["visit"]["whole"]) == (40, False)
    assert (told["person"]["total"], told["place"]["total"]) == (0, 40)


@pytest.mark.parametrize("days", ["0", "8", "100000", "-1", "x", ""])
def test_only_three_periods_are_given(operator: TestClient, days: str) -> None:
    assert operator.get("/insight.csv", params={"days": days}).status_code == 422
    page = operator.get("/insight", params={"days": days, "lang": "xx"})
    assert page.status_code == 200
    assert 'aria-current="true">30 days' in page.text


def test_an_operator_may_ask_before_the_public_part_is_up() -> None:
    early = TestClient(operators_app_of(FastAPI()), base_url=HERE)
    answer = early.get("/insight")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


def test_the_styles_of_the_page_are_there(operator: TestClient) -> None:
    page = read(operator.get("/insight").text)
    for link in page.all("link"):
        assert operator.get(link.attributes["href"]).status_code == 200


def sample(operator: TestClient, name: str, **labels: str) -> float:
    text = operator.get("/metrics").text
    found = [
        one.value
        for family in families(text)
        for one in family.samples
        if one.name == name and one.labels == labels
    ]
    assert len(found) == 1, (name, labels)
    return found[0]


def test_metrics_are_read_by_prometheus_and_follow_what_happens(
    operator: TestClient, client: TestClient, rasa: FakeRasa
) -> None:
    def seen() -> list[float]:
        turns = ("answered", "safety", "unavailable", "failed")
        return [
            *(sample(operator, "pathways_turns_total", outcome=outcome) for outcome in turns),
            sample(operator, "pathways_turn_duration_seconds_count"),
            sample(operator, "pathways_http_responses_total", status_class="4xx"),
        ]

    before = seen()
    client.post(CHAT, json={"message": "im 19"})
    client.post(CHAT, json={"message": "i want to kill myself"})
    client.post(CHAT, json={"message": "im 19", "session": "nobody"})
    rasa.down = True
    client.post(CHAT, json={"message": "im 19"})
    change = [after - earlier for after, earlier in zip(seen(), before, strict=True)]
    assert change == [1, 1, 1, 0, 4, 1]
    assert sample(operator, "pathways_part_up", part="bot") == 0
    assert sample(operator, "pathways_part_up", part="conversations") == 1


def test_metrics_tell_nothing_of_the_process_the_machine_or_anybody(operator: TestClient) -> None:
    text = operator.get("/metrics").text
    names = {family.name for family in families(text)}
    assert all(name.startswith("pathways_") for name in names)
    labels = {key for f in families(text) for one in f.samples for key in one.labels}
    assert labels <= {"outcome", "status_class", "part", "le"}


def test_visits_from_outside_count_and_steps_within_do_not(
    app: FastAPI, client: TestClient
) -> None:
    tally = app.state.services.talk.tally
    before = tally.ever("visit", "new"), tally.ever("visit", "back")
    client.get("/", headers={"Sec-Fetch-Site": "none"})
    client.get("/", headers={"Sec-Fetch-Site": "same-origin"})
    client.post("/", data={"message": "hi"}, headers={"Sec-Fetch-Site": "same-origin"})
    after_talk = tally.ever("visit", "new"), tally.ever("visit", "back")
    client.get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert after_talk[0] == before[0] + 1
    assert tally.ever("visit", "back") == after_talk[1] + 1


def test_a_message_sent_twice_counts_once_and_a_thumb_counts(
    app: FastAPI, client: TestClient
) -> None:
    tally = app.state.services.talk.tally
    before = tally.ever("intent"), tally.ever("thumb", "up")
    body = {"message": "hi", "message_id": "m1"}
    session = client.post(CHAT, json=body).json()["session"]
    client.post(CHAT, json={**body, "session": session})
    rating = {"message": "m1", "rating": "up", "reason": "short"}
    client.post(f"{CHAT}/{session}/feedback", json=rating)
    assert (tally.ever("intent"), tally.ever("thumb", "up")) == (before[0] + 1, before[1] + 1)


def test_what_somebody_typed_is_nowhere_in_the_counts(
    app: FastAPI, client: TestClient, operator: TestClient, rasa: FakeRasa, published_home: Path
) -> None:
    """Also when an action handed on by mistake what it must not, and often enough to be shown."""
    answered = rasa.turn

    def leaking(text: str, state: dict[str, Any]) -> Reply:
        codes = [PLANTED, f"place/WI/{PLANTED}", f"sector/{PLANTED}", f"occupation/{PLANTED}"]
        return answered(text, state).model_copy(update={"unmatched": codes, "intent": PLANTED})

    rasa.turn = leaking  # type: ignore[method-assign]
    for _ in range(12):
        session = client.post(CHAT, json={"message": PLANTED}).json()["session"]
        client.delete(f"{CHAT}/{session}")
    sources = app.state.sources
    assert write_down(app.state.services.talk.tally, sources.counts)
    today = sources.clock().date()
    kept = str(dict(sources.counts.between(today, today)))
    shown = "".join(operator.get(path).text for path in FIGURES)
    files = b"".join(path.read_bytes() for path in published_home.glob("conversations.sqlite3*"))
    for part in PLANTED.split()[:2]:
        assert part not in kept + shown
        assert part.encode() not in files
