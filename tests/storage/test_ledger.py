"""Talks are kept once, answered once, and gone when they are deleted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from conversations.database import FILE, engine_for, sessions_of
from conversations.ledger import Ledger, Outcome, Receipt, key_of
from conversations.models import Base
from conversations.said import TurnOvertaken, UnknownChoice, UnknownMessage, UnknownSession
from conversations.setup import prepare


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    prepare(tmp_path)
    engine = engine_for(tmp_path)
    yield Ledger(sessions_of(engine), clock)
    engine.dispose()


def an_outcome(**changes: object) -> Outcome:
    fields = {"answer": {"messages": []}, "language": "en", "profile": {"age": 19}, "memory": {}}
    return Outcome(**{**fields, **changes})  # type: ignore[arg-type]


def said(ledger: Ledger, secret: str, message_id: str = "m1") -> Receipt:
    return ledger.receive(secret, message_id, "im 19")


def test_a_message_is_stored_before_it_is_answered(ledger: Ledger) -> None:
    secret = ledger.begin("en")
    said(ledger, secret)
    assert [message.text for message in ledger.transcript(secret)[1]] == ["im 19"]


def test_the_same_message_id_is_the_same_message(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    first = said(ledger, secret)
    ledger.settle(first, an_outcome(answer={"messages": ["hello"]}))
    again = said(ledger, secret)
    assert again.row == first.row
    assert again.answer == {"messages": ["hello"]}
    assert ledger.snapshot(secret).turn == 1


def test_the_same_message_from_two_threads_makes_one_row(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    rows: list[int] = []
    threads = [
        threading.Thread(target=lambda: rows.append(said(ledger, secret).row)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows) == 8
    assert len(set(rows)) == 1


def test_a_turn_that_another_one_overtook_changes_nothing(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    slow, quick = said(ledger, secret, "slow"), said(ledger, secret, "quick")
    ledger.settle(quick, an_outcome(profile={"age": 20}))
    with pytest.raises(TurnOvertaken):
        ledger.settle(slow, an_outcome(profile={"age": 1}))
    assert ledger.snapshot(secret).profile == {"age": 20}


def test_a_failed_message_can_be_sent_again_and_then_is_answered(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    receipt = said(ledger, secret)
    ledger.fail(receipt, {"messages": ["down"]})
    again = said(ledger, secret)
    assert again.answer is None
    ledger.settle(again, an_outcome(answer={"messages": ["up"]}))
    assert said(ledger, secret).answer == {"messages": ["up"]}


def test_a_late_failure_never_takes_an_answer_away(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    receipt = said(ledger, secret)
    ledger.settle(receipt, an_outcome(answer={"messages": ["up"]}))
    ledger.fail(receipt, {"messages": ["down"]})
    assert said(ledger, secret).answer == {"messages": ["up"]}


def test_a_button_belongs_to_the_talk_it_was_offered_in(ledger: Ledger) -> None:
    mine, theirs = ledger.begin(None), ledger.begin(None)
    offer = an_outcome(choices=(("c1", "Yes", {"intent": "affirm"}),))
    ledger.settle(said(ledger, mine), offer)
    assert ledger.meaning_of(mine, "c1") == ("Yes", {"intent": "affirm"})
    with pytest.raises(UnknownChoice):
        ledger.meaning_of(theirs, "c1")


@pytest.mark.parametrize("secret", ["", "x", "' OR 1=1 --", "\x00", "\ud800", "é" * 500])
def test_a_made_up_session_is_unknown(ledger: Ledger, secret: str) -> None:
    with pytest.raises(UnknownSession):
        ledger.snapshot(secret)


def test_the_secret_of_a_talk_is_not_in_the_database(ledger: Ledger, tmp_path: Path) -> None:
    secret = ledger.begin(None)
    said(ledger, secret)
    files = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE}*"))
    assert secret.encode() not in files
    assert key_of(secret).encode() in files


def test_a_deleted_talk_is_gone_with_everything_that_hangs_on_it(
    ledger: Ledger, tmp_path: Path
) -> None:
    secret = ledger.begin(None)
    receipt = ledger.receive(secret, "m1", "a very particular sentence")
    ledger.settle(receipt, an_outcome(choices=(("c1", "Yes", {}),)))
    ledger.rate(secret, "m1", "up", "quite particular praise")
    ledger.forget(secret)
    with pytest.raises(UnknownSession):
        ledger.transcript(secret)
    files = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE}*"))
    assert b"particular" not in files


def test_rating_again_replaces_and_an_unknown_message_cannot_be_rated(ledger: Ledger) -> None:
    secret = ledger.begin(None)
    said(ledger, secret)
    ledger.rate(secret, "m1", "up", None)
    ledger.rate(secret, "m1", "down", "too long")
    with pytest.raises(UnknownMessage):
        ledger.rate(secret, "m2", "up", None)


def test_only_talks_past_their_retention_are_swept(ledger: Ledger, clock: Clock) -> None:
    old = ledger.begin(None)
    clock.now += timedelta(days=89)
    young = ledger.begin(None)
    clock.now += timedelta(days=2)
    assert ledger.forget_unused(90) == 1
    assert ledger.snapshot(young).turn == 0
    with pytest.raises(UnknownSession):
        ledger.snapshot(old)


def test_the_migrations_make_just_what_the_models_say(ledger: Ledger, tmp_path: Path) -> None:
    engine = engine_for(tmp_path)
    with engine.connect() as connection:
        options = {"version_table": "conversations_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_preparing_again_keeps_what_is_there(ledger: Ledger, tmp_path: Path) -> None:
    secret = ledger.begin("es")
    prepare(tmp_path)
    assert ledger.snapshot(secret).language == "es"
