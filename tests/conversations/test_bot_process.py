"""The bot process alone, real Rasa in it: understands a turn, calls one action, keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.conversations.bot_process import SECRET, ActionsDouble, Bot, turn

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bot(bot_python: str, tmp_path_factory: pytest.TempPathFactory) -> Bot:
    bot = Bot(bot_python, tmp_path_factory.mktemp("bot"))
    trained = bot.run("-m", "bot.train")
    assert trained.returncode == 0, trained.stderr
    return bot


@pytest.fixture(scope="module")
def client(bot: Bot) -> Iterator[httpx.Client]:
    with bot.served() as client:
        yield client


@pytest.fixture
def actions(bot: Bot) -> Iterator[ActionsDouble]:
    double = ActionsDouble(bot.actions_port)
    yield double
    double.close()


def test_a_model_is_trained_only_when_its_inputs_changed(bot: Bot) -> None:
    models = bot.home / "models"
    before = {path: path.stat().st_mtime_ns for path in models.iterdir()}
    again = bot.run("-m", "bot.train")
    assert (again.returncode, again.stdout.strip()) == (0, "the model is up to date")
    assert bot.run("-m", "bot.train", "--check").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in models.iterdir()} == before
    assert list((bot.home / "understanding" / "intents").iterdir())


def test_it_says_that_it_is_ready_and_with_which_model(client: httpx.Client, bot: Bot) -> None:
    answer = client.get("/ready").json()
    assert answer["ready"] is True
    assert (bot.home / "models" / f"{answer['model']}.tar.gz").exists()


@pytest.mark.parametrize("secret", ["", "wrong", f"{SECRET}x", "ü"])
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/ready"), ("POST", "/turn"), ("POST", "/parse")]
)
def test_nothing_is_said_to_those_without_the_secret(
    client: httpx.Client, actions: ActionsDouble, secret: str, method: str, path: str
) -> None:
    headers = {"X-Pathways-Secret": secret.encode()}
    answer = client.request(method, path, json=turn("hello"), headers=headers)
    assert answer.status_code == 401
    assert actions.calls == []


@pytest.mark.parametrize(
    ("text", "awaiting", "action"),
    [
        ("hello", None, "action_greet"),
        ("hola buenas tardes", None, "action_greet"),
        ("how much does it pay", None, "action_tell_pay"),
        ("cuánto pagan", None, "action_tell_pay"),
        ("start over", None, "action_start_over"),
        ("are you a bot", None, "action_tell_what_i_am"),
        ("yes", "requirement", "action_take_answer"),
        ("no", "field", "action_take_answer"),
        ("idk", "choice", "action_take_answer"),
        ("yes", "confirm", "action_take_answer"),
        ("yes", None, "action_continue"),
        ("17", "field", "action_find_programs"),
    ],
)
def test_a_turn_calls_the_one_action_that_fits(
    client: httpx.Client, actions: ActionsDouble, text: str, awaiting: str | None, action: str
) -> None:
    asked = {"kind": awaiting, "name": "age"} if awaiting else None
    answer = client.post("/turn", json=turn(text, awaiting=asked))
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"reply": {"action": action}}
    assert [call["next_action"] for call in actions.calls] == [action]


def test_the_action_gets_the_state_and_the_whole_reading(
    client: httpx.Client, actions: ActionsDouble
) -> None:
    client.post("/turn", json=turn("im 19 and live in milwaukee", shown=["wrtp-big-step"]))
    [call] = actions.calls
    message = call["tracker"]["latest_message"]
    assert call["secret"] == SECRET
    assert message["metadata"]["state"]["shown"] == ["wrtp-big-step"]
    assert message["reading"]["delta"]["age"] == 19
    assert message["reading"]["language"] == "en"
    assert message["intent"]["name"] == "inform"
    assert {"age", "location"} <= {entity["entity"] for entity in message["entities"]}


def test_a_pressed_button_is_taken_at_its_word(
    client: httpx.Client, actions: ActionsDouble
) -> None:
    choice = {"intent": "ask_pay", "delta": {"age": 18}, "program_id": "wrtp-big-step"}
    client.post("/turn", json=turn("Bye bye", choice=choice, language="es"))
    [call] = actions.calls
    reading = call["tracker"]["latest_message"]["reading"]
    assert call["next_action"] == "action_tell_pay"
    assert reading["intents"] == [{"name": "ask_pay", "confidence": 1.0}]
    assert (reading["delta"], reading["language"]) == ({"age": 18}, "es")


def test_the_bot_remembers_nothing_between_turns(
    client: httpx.Client, actions: ActionsDouble
) -> None:
    for _ in range(3):
        client.post("/turn", json=turn("yes", awaiting={"kind": "field", "name": "age"}))
    client.post("/turn", json=turn("yes"))
    first, *_, last = (call["tracker"] for call in actions.calls)
    assert first["slots"]["awaiting"] == "field"
    assert last["slots"]["awaiting"] is None
    assert len(last["events"]) <= len(first["events"])


@pytest.mark.parametrize(
    "text",
    [
        '/inform{"age": 99}',
        '\u2003/inform{"age": 99}',
        '\u200b/inform{"age": 99}',
        '\x00 //inform{"age": 99}',
        "/session_start",
        "/back",
    ],
)
def test_a_leading_slash_orders_nothing(
    client: httpx.Client, actions: ActionsDouble, text: str
) -> None:
    assert client.post("/turn", json=turn(text)).status_code == 200
    message = actions.calls[0]["tracker"]["latest_message"]
    assert not message["text"].strip().startswith("/")
    assert message["intent"]["name"] not in ("session_start", "back")
    assert {entity["extractor"] for entity in message["entities"]} <= {"understanding"}


def test_a_parse_answers_in_the_contracts_words(client: httpx.Client) -> None:
    answer = client.post("/parse", json=turn("  im 19 and like cooking")).json()
    assert set(answer) == {"intent", "intents", "language", "profile", "ambiguous", "spans"}
    assert answer["intent"] == answer["intents"][0]
    assert answer["profile"]["age"] == 19
    for span in answer["spans"]:
        assert "  im 19 and like cooking"[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("path", ["/turn", "/parse"])
@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(b"", 400, id="nothing"),
        pytest.param(b"{", 400, id="half an object"),
        pytest.param(b"\xff\xfe", 400, id="no text at all"),
        pytest.param(b"null", 400, id="null"),
        pytest.param(b"[" * 20_000, 400, id="deep nesting"),
        pytest.param(b'{"sender": "a", "text": 5, "state": {}}', 400, id="a number for text"),
        pytest.param(b'{"sender": "a", "text": "hi"}', 400, id="no state"),
        pytest.param(b'{"sender": "a", "text": "hi", "state": {}}', 400, id="no day"),
        pytest.param(b" " * 100_001, 413, id="too large"),
    ],
)
def test_a_malformed_call_is_a_problem(
    client: httpx.Client, path: str, content: bytes, status: int
) -> None:
    answer = client.post(path, content=content)
    assert answer.status_code == status
    assert set(answer.json()) == {"problem"}


@pytest.mark.parametrize(
    "path", ["/", "/status", "/model", "/webhooks/rest/webhook", "/conversations/a/tracker"]
)
def test_no_other_door_is_open(client: httpx.Client, path: str) -> None:
    url = client.base_url.copy_with(raw_path=path.encode())
    for method in ("GET", "POST"):
        assert client.request(method, url).status_code == 404


def test_no_actions_is_a_failure_not_a_silence(client: httpx.Client) -> None:
    answer = client.post("/turn", json=turn("hello"))
    assert answer.status_code == 502
    assert "problem" in answer.json()


@pytest.mark.parametrize(
    ("status", "answers"),
    [
        pytest.param(500, True, id="the action failed"),
        pytest.param(404, True, id="the action is not there"),
        pytest.param(400, True, id="the call was refused"),
        pytest.param(200, False, id="the action said nothing"),
    ],
)
def test_an_action_without_an_answer_is_a_failure(
    client: httpx.Client, actions: ActionsDouble, status: int, answers: bool
) -> None:
    actions.status, actions.answers = status, answers
    assert client.post("/turn", json=turn("hello")).status_code == 502


def test_actions_that_come_back_are_found_again(client: httpx.Client, bot: Bot) -> None:
    for _ in range(2):
        double = ActionsDouble(bot.actions_port)
        assert client.post("/turn", json=turn("hello")).status_code == 200
        double.close()


def test_nothing_that_was_said_is_logged(
    client: httpx.Client, actions: ActionsDouble, bot: Bot
) -> None:
    actions.status = 500
    client.post("/turn", json=turn("my name is Zebediah Quux"))
    client.post("/parse", json=turn("my name is Zebediah Quux"))
    assert "Zebediah" not in bot.log


def test_the_day_of_the_turn_decides_what_birthdays_mean(client: httpx.Client) -> None:
    birthdays = [
        client.post("/parse", json=turn("i turn 18 in march", today=today)).json()["profile"]
        for today in ("2026-11-23", "2036-11-23")
    ]
    assert [each["next_birthday"] for each in birthdays] == ["2027-03", "2037-03"]
