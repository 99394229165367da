"""The last message of a talk can be taken back, with what it changed, one step at a time."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from conversations.database import FILE, engine_for, sessions_of
from conversations.ledger import Ledger, Outcome
from conversations.said import NotTheLast, TurnOvertaken, UnknownChoice, UnknownSession
from conversations.setup import prepare


@pytest.fixture
def postgres_schema(postgres_url: str) -> Iterator[str]:
    """A schema of its own in the test database, gone afterwards."""
    name = f"talks_{uuid.uuid4().hex[:12]}"
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{postgres_url}?options=-csearch_path%3D{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(
    params=["sqlite", pytest.param("postgres_schema", marks=pytest.mark.postgres)],
    ids=["SQLite", "PostgreSQL"],
)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    url = None if request.param == "sqlite" else request.getfixturevalue(request.param)
    prepare(tmp_path, url)
    engine = engine_for(tmp_path, url)
    yield Ledger(sessions_of(engine))
    engine.dispose()


def say(ledger: Ledger, secret: str, message_id: str, **after: Any) -> None:
    """Let a message be answered, with what the talk remembers afterwards."""
    fields = {"answer": {"messages": []}, "language": "en", "profile": {}, "memory": {}, **after}
    ledger.settle(ledger.receive(secret, message_id, f"says {message_id}"), Outcome(**fields))


def texts(ledger: Ledger, secret: str) -> list[str]:
    return [message.text for message in ledger.transcript(secret)[1]]


def test_what_was_said_understood_and_saved_is_as_it_was_before(ledger: Ledger) -> None:
    secret = ledger.begin("en")
    say(ledger, secret, "m1", profile={"age": 19}, memory={"saved": ["wrtp-big-step"]})
    before = ledger.snapshot(secret)
    say(ledger, secret, "m2", profile={"age": 91}, memory={"saved": []}, language="es")
    ledger.take_back(secret, "m2")
    after = ledger.snapshot(secret)
    assert (after.profile, after.memory, after.language) == (
        before.profile, before.memory, before.language,
    )  # fmt: skip
    assert texts(ledger, secret) == ["says m1"]


def test_taking_back_goes_one_step_at_a_time_down_to_an_empty_talk(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    for age in (17, 18, 19):
        say(ledger, secret, f"m{age}", profile={"age": age})
    ledger.take_back(secret, "m19")
    assert ledger.snapshot(secret).profile == {"age": 18}
    ledger.take_back(secret, "m18")
    ledger.take_back(secret, "m17")
    assert ledger.snapshot(secret).profile == {}
    assert texts(ledger, secret) == []


def test_the_same_message_taken_back_twice_is_taken_back_once(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1", profile={"age": 18})
    say(ledger, secret, "m2", profile={"age": 19})
    ledger.take_back(secret, "m2")
    ledger.take_back(secret, "m2")
    assert ledger.snapshot(secret).profile == {"age": 18}


def test_only_the_last_message_can_be_taken_back(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1")
    say(ledger, secret, "m2", profile={"age": 19})
    with pytest.raises(NotTheLast):
        ledger.take_back(secret, "m1")
    assert ledger.snapshot(secret).profile == {"age": 19}


def test_the_last_is_the_one_answered_last_not_the_one_received_last(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    slow = ledger.receive(secret, "slow", "says slow")
    say(ledger, secret, "quick", profile={"age": 18})
    slow = ledger.receive(secret, slow.message_id, "says slow")
    ledger.settle(slow, Outcome({"messages": []}, "en", {"age": 19}, {}))
    with pytest.raises(NotTheLast):
        ledger.take_back(secret, "quick")
    ledger.take_back(secret, "slow")
    assert ledger.snapshot(secret).profile == {"age": 18}


def test_a_message_that_was_never_answered_just_goes(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1", profile={"age": 18})
    ledger.fail(ledger.receive(secret, "m2", "says m2"), {"messages": []})
    ledger.take_back(secret, "m2")
    assert texts(ledger, secret) == ["says m1"]
    assert ledger.snapshot(secret).profile == {"age": 18}


def test_an_answer_under_way_does_not_land_on_what_was_taken_back(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1", profile={"age": 18})
    under_way = ledger.receive(secret, "m2", "says m2")
    ledger.take_back(secret, "m1")
    say(ledger, secret, "m3", profile={"age": 20})
    with pytest.raises(TurnOvertaken):
        ledger.settle(under_way, Outcome({"messages": []}, "en", {"age": 18}, {}))
    assert ledger.snapshot(secret).profile == {"age": 20}


def test_its_buttons_and_its_thumb_go_with_it(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1", choices=(("c" * 32, "Yes", {"intent": "affirm"}),))
    ledger.rate(secret, "m1", "down", "not for me")
    ledger.take_back(secret, "m1")
    assert ledger.ratings(secret) == {}
    with pytest.raises(UnknownChoice):
        ledger.meaning_of(secret, "c" * 32)


def test_another_talk_stays_as_it_is(ledger: Ledger) -> None:
    mine, theirs = ledger.begin(None), ledger.begin(None)
    say(ledger, theirs, "m1", profile={"age": 40})
    ledger.take_back(mine, "m1")
    assert ledger.snapshot(theirs).profile == {"age": 40}
    with pytest.raises(UnknownSession):
        ledger.take_back("nobody's", "m1")


def test_what_was_taken_back_is_not_left_in_the_file(tmp_path: Path) -> None:
    prepare(tmp_path)
    engine = engine_for(tmp_path)
    ledger = Ledger(sessions_of(engine))
    secret = ledger.begin(None)
    say(ledger, secret, "m1", profile={"facts": {"employer": "a very particular name"}})
    ledger.take_back(secret, "m1")
    engine.dispose()
    assert b"particular" not in b"".join(f.read_bytes() for f in tmp_path.glob(f"{FILE}*"))


def test_thumbs_are_read_back_and_the_newest_counts(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    say(ledger, secret, "m1")
    say(ledger, secret, "m2")
    ledger.rate(secret, "m1", "up", None)
    ledger.rate(secret, "m1", "down", "too far away")
    assert ledger.ratings(secret) == {"m1": ("down", "too far away")}
