"""What an outside client meets at /api/v1/chat."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import FakeRasa
from web.shared.limits import Admission

CHAT = "/api/v1/chat"


def begun(client: TestClient, **more: Any) -> dict[str, Any]:
    response = client.post(CHAT, json={"message": "hi there", **more})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_first_message_opens_a_session_of_at_least_128_bits(client: TestClient) -> None:
    first, second = begun(client), begun(client)
    assert first["session"] != second["session"]
    assert len(first["session"]) >= 22  # 128 bits in base64


def test_an_answer_has_the_shape_of_the_contract(client: TestClient) -> None:
    answer = begun(client)
    assert {"session", "messages", "quick_replies", "profile", "language"} <= set(answer)
    assert answer["messages"][0]["type"] == "text"
    assert set(answer["quick_replies"][0]) == {"id", "label"}
    assert answer["profile"]["interests"] == {"likes": [], "dislikes": [], "occupations": []}


def test_the_same_message_id_gives_the_same_answer_and_one_turn(
    client: TestClient, rasa: FakeRasa
) -> None:
    session = begun(client)["session"]
    body = {"session": session, "message_id": "m-7", "message": "im 19"}
    first, again = client.post(CHAT, json=body).json(), client.post(CHAT, json=body).json()
    assert first == again
    assert len([text for text, _ in rasa.asked if text == "im 19"]) == 1


def test_a_choice_means_what_the_server_kept_for_it(client: TestClient, rasa: FakeRasa) -> None:
    answer = begun(client)
    choice = answer["quick_replies"][0]["id"]
    after = client.post(CHAT, json={"session": answer["session"], "choice": choice}).json()
    assert after["profile"]["age"] == 33
    assert rasa.asked[-1][1]["choice"] == {"intent": "affirm", "delta": {"age": 33}}


def test_a_choice_of_another_talk_is_not_found(client: TestClient) -> None:
    mine, theirs = begun(client), begun(client)
    body = {"session": mine["session"], "choice": theirs["quick_replies"][0]["id"]}
    assert client.post(CHAT, json=body).status_code == 404


def test_an_unknown_session_is_not_found(client: TestClient) -> None:
    response = client.post(CHAT, json={"session": "nobody", "message": "hi"})
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_a_bot_that_is_down_is_an_answer_that_says_so(client: TestClient, rasa: FakeRasa) -> None:
    session = begun(client)["session"]
    rasa.down = True
    body = {"session": session, "message_id": "m-1", "message": "im 19"}
    answer = client.post(CHAT, json=body)
    assert answer.status_code == 200
    assert answer.json()["messages"][0]["text"]
    rasa.down = False
    later = client.post(CHAT, json=body).json()
    assert "unavailable" not in later, "the same message, sent again, is answered now"


def test_danger_is_answered_while_the_bot_is_down_and_never_reaches_it(
    client: TestClient, rasa: FakeRasa
) -> None:
    rasa.down = True
    answer = client.post(CHAT, json={"message": "i want to kill myself"}).json()
    phones = [
        line["phone"]
        for item in answer["messages"]
        if item["type"] == "resources"
        for line in item["resources"]
    ]
    assert "988" in phones
    assert rasa.asked == []


def test_the_transcript_shows_both_sides_and_is_gone_when_deleted(client: TestClient) -> None:
    session = begun(client)["session"]
    transcript = client.get(f"{CHAT}/{session}").json()
    assert [entry["text"] for entry in transcript["transcript"]] == ["hi there"]
    assert transcript["transcript"][0]["messages"]
    assert client.delete(f"{CHAT}/{session}").status_code == 204
    assert client.get(f"{CHAT}/{session}").status_code == 404
    assert client.post(CHAT, json={"session": session, "message": "hi"}).status_code == 404


def test_a_delete_that_the_talk_itself_decided_forgets_everything(
    client: TestClient, rasa: FakeRasa
) -> None:
    session = begun(client)["session"]
    rasa.effect = "delete"
    assert client.post(CHAT, json={"session": session, "message": "delete it"}).status_code == 200
    assert client.get(f"{CHAT}/{session}").status_code == 404


def test_the_profile_can_be_edited_by_hand(client: TestClient, rasa: FakeRasa) -> None:
    session = begun(client)["session"]
    changed = client.patch(f"{CHAT}/{session}/profile", json={"age": 21}).json()
    assert changed["profile"]["age"] == 21
    assert rasa.asked[-1][1]["choice"]["intent"] == "correct"


@pytest.mark.parametrize(
    "delta",
    [
        pytest.param({"age": "x"}, id="an age in words"),
        pytest.param({"age": -1}, id="an age below zero"),
        pytest.param({"height": 180}, id="a field nobody knows"),
        pytest.param({"interests": {"likes": ["piracy"]}}, id="a sector nobody knows"),
        pytest.param({}, id="nothing at all"),
    ],
)
def test_an_edit_of_the_wrong_shape_says_what_to_mend(
    client: TestClient, rasa: FakeRasa, delta: dict[str, Any]
) -> None:
    session = begun(client)["session"]
    turns = len(rasa.asked)
    response = client.patch(f"{CHAT}/{session}/profile", json=delta)
    assert response.status_code == 422
    assert len(response.json()["detail"]) > 10
    assert len(rasa.asked) == turns


def test_an_answer_can_be_rated(client: TestClient) -> None:
    answer = begun(client)
    body = {"message": answer["message_id"], "rating": "down", "reason": "too vague"}
    address = f"{CHAT}/{answer['session']}/feedback"
    assert client.post(address, json=body).status_code == 204
    assert client.post(address, json={**body, "message": "never"}).status_code == 404
    assert client.post(address, json={**body, "rating": "meh"}).status_code == 422


def test_contact_details_are_masked_before_the_bot_or_the_database_see_them(
    client: TestClient, rasa: FakeRasa
) -> None:
    answer = client.post(CHAT, json={"message": "ssn 123-45-6789 mail a@b.org"}).json()
    assert "123" not in rasa.asked[-1][0]
    assert "@" not in client.get(f"{CHAT}/{answer['session']}").text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"{", 400, id="broken JSON"),
        pytest.param(b"", 422, id="no body"),
        pytest.param(b"[]", 422, id="a list"),
        pytest.param(b"null", 422, id="null"),
        pytest.param(b'"hi"', 422, id="a string"),
        pytest.param(b'{"message": 17}', 422, id="a number for a message"),
        pytest.param(b'{"message": ["hi"]}', 422, id="a list for a message"),
        pytest.param(b'{"message": ""}', 422, id="an empty message"),
        pytest.param(b'{"message": "  \\n "}', 422, id="blanks"),
        pytest.param(b'{"message": "\\u0000"}', 422, id="only NUL"),
        pytest.param(b'{"message": "\\ud800hi"}', 422, id="half a character"),
        pytest.param(b'{"message": "hi", "choice": "x"}', 422, id="message and choice"),
        pytest.param(b'{"choice": "x"}', 422, id="a choice without a session"),
        pytest.param(b'{"message": "hi", "language": "xx"}', 422, id="an unknown language"),
        pytest.param(b'{"message": "hi", "sneaky": 1}', 422, id="an unknown key"),
        pytest.param(b'{"message": "' + b"a" * 1_001 + b'"}', 413, id="1,001 characters"),
        pytest.param(b'{"message": "' + b"a" * 100_000 + b'"}', 413, id="100 kB"),
        pytest.param(b"[" * 20_000, 400, id="deeply nested"),
        pytest.param(b"\xff\xfe{}", 400, id="not UTF-8"),
    ],
)
def test_bad_input_is_a_problem_document_that_says_what_to_mend(
    client: TestClient, body: bytes, status: int
) -> None:
    response = client.post(CHAT, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"]


@pytest.mark.parametrize(
    "message",
    ["/restart", '  /inform{"age":{}}', "\u00a0/restart", "hi\u0000there", "a" * 1000],
    ids=["a command", "an intent", "after a no-break space", "NUL", "1,000"],
)
def test_odd_text_is_ordinary_text(client: TestClient, message: str) -> None:
    body = json.dumps({"message": message})
    response = client.post(CHAT, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 200, response.text


def test_too_many_messages_are_told_when_to_come_back(client: TestClient, rasa: FakeRasa) -> None:
    services = client.app.state.services  # type: ignore[attr-defined]
    services.admission = Admission(2)
    answers = [client.post(CHAT, json={"message": "hi"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) >= 1


def test_every_answer_carries_the_headers_that_keep_it_private(client: TestClient) -> None:
    response = client.post(CHAT, json={"message": "hi"})
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_a_second_cry_for_help_is_answered_in_other_words(client: TestClient) -> None:
    first = client.post(CHAT, json={"message": "i want to kill myself"}).json()
    again = {"session": first["session"], "message": "i want to end my life"}
    second = client.post(CHAT, json=again).json()
    texts = [
        {item["text"] for item in answer["messages"] if item["type"] == "text"}
        for answer in (first, second)
    ]
    assert second["safety"] == "crisis"
    assert texts[0].isdisjoint(texts[1])


def test_an_echo_of_danger_after_help_goes_to_the_bot(client: TestClient, rasa: FakeRasa) -> None:
    first = client.post(CHAT, json={"message": "i want to kill myself"}).json()
    calm = "im ok i called my sister she comin over. keep goin w the hvac stuff"
    client.post(CHAT, json={"session": first["session"], "message": calm})
    assert [text for text, _ in rasa.asked] == [calm]
