"""Keeps talks: every message before it is worked on, every answer once."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import sessionmaker

from conversations import statements
from conversations.clock import Clock, system_clock
from conversations.database import erase_log
from conversations.models import Choice, Feedback, Message, Session, State
from conversations.said import (
    NotTheLast,
    TurnOvertaken,
    UnknownChoice,
    UnknownMessage,
    UnknownSession,
)

Json = dict[str, Any]


def key_of(secret: str) -> str:
    """Return what the database knows a talk by; the secret itself is not kept."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """A talk as it stands before a turn."""

    key: str
    language: str | None
    profile: Json
    memory: Json
    turn: int
    began_at: datetime | None = None  # None: a talk that nobody keeps


@dataclass(frozen=True)
class Receipt:
    """A message that is safely stored, and the talk it belongs to."""

    row: int
    message_id: str
    text: str
    snapshot: Snapshot
    answer: Json | None  # already answered: say the same again


@dataclass(frozen=True)
class Outcome:
    """What a turn came to."""

    answer: Json
    language: str | None
    profile: Json
    memory: Json
    choices: tuple[tuple[str, str, Json], ...] = ()  # id, label, meaning
    intent: str | None = None
    action: str | None = None
    release: str | None = None


class Ledger:
    """The conversations database."""

    def __init__(self, database: sessionmaker[Database], clock: Clock = system_clock) -> None:
        self._database = database
        engine = database.kw["bind"]
        assert isinstance(engine, Engine)
        self._engine = engine  # for the statements of every turn, which need no objects
        self._clock = clock

    @contextmanager
    def _write(self) -> Iterator[Database]:
        with self._database.begin() as database:
            yield database

    def begin(
        self, language: str | None, profile: Json | None = None, memory: Json | None = None
    ) -> str:
        """Open a talk and return its secret, 256 random bits that only its owner holds.

        `profile` and `memory`: what is known before the first word, as from a plan opened anew.
        """
        secret = secrets.token_urlsafe(32)
        now = self._clock()
        with self._write() as database:
            database.add(
                Session(
                    key=key_of(secret),
                    language=language,
                    profile=profile or {},
                    memory=memory or {},
                    turn=0,
                    created_at=now,
                    last_seen_at=now,
                )
            )
        return secret

    def receive(self, secret: str, message_id: str | None, text: str) -> Receipt:
        """Store a message before it is worked on; the same id again gives the same row."""
        identifier, key = message_id or secrets.token_hex(16), key_of(secret)
        try:
            return self._stored(key, identifier, text)
        except IntegrityError:  # this message is here already
            return self._found(key, identifier)

    def _stored(self, key: str, message_id: str, text: str) -> Receipt:
        with self._engine.begin() as connection:
            talk = _talk_in(connection, key)
            row = {
                "session_key": key,
                "message_id": message_id,
                "text": text,
                "state": State.RECEIVED,
                "received_at": self._clock(),
            }
            (number,) = connection.execute(statements.RECEIVE, row).inserted_primary_key or (0,)
            return Receipt(number, message_id, text, talk, None)

    def _found(self, key: str, message_id: str) -> Receipt:
        with self._engine.connect() as connection:
            talk = _talk_in(connection, key)
            wanted = {"key": key, "message_id": message_id}
            row = connection.execute(statements.MESSAGE, wanted).one()
        answer = row.answer if row.state is State.ANSWERED else None
        return Receipt(row.id, message_id, row.text, talk, answer)

    def snapshot(self, secret: str) -> Snapshot:
        """Return a talk as it stands."""
        with self._engine.connect() as connection:
            return _talk_in(connection, key_of(secret))

    def meaning_of(self, secret: str, choice_id: str) -> tuple[str, Json]:
        """Return the label and the meaning of a button this talk was offered."""
        with self._database() as database:
            choice = database.get(Choice, choice_id)
            if choice is None or choice.session_key != key_of(secret):
                raise UnknownChoice
            return choice.label, choice.meaning

    def settle(self, receipt: Receipt, outcome: Outcome) -> None:
        """Write an answer and the new state in one transaction.

        Raises `TurnOvertaken` when another message was answered since the receipt's snapshot.
        """
        now = self._clock()
        after = {name: getattr(outcome, name) for name in ("language", "profile", "memory")}
        advance = _next_turn(receipt.snapshot, after, now)
        with self._engine.begin() as connection:
            _advance(connection, advance)
            connection.execute(statements.ANSWER, _answered(receipt, outcome, now))
            if outcome.choices:
                connection.execute(statements.OFFER, _offers(receipt, outcome))

    def fail(self, receipt: Receipt, answer: Json) -> None:
        """Note that a part was down. The talk is untouched; the message may be sent again."""
        with self._write() as database:
            database.execute(
                update(Message)
                .where(Message.id == receipt.row, Message.state != State.ANSWERED)
                .values(state=State.FAILED, answer=answer)
            )

    def take_back(self, secret: str, message_id: str) -> None:
        """Undo the last message of a talk: it is gone, and the talk stands as it stood before it.

        A message that is gone already changes nothing, so that undoing twice is undoing once; one
        that was never answered just goes. Raises `NotTheLast` for any other than the last, and
        `TurnOvertaken` when another message was answered meanwhile.
        """
        key = key_of(secret)
        with self._engine.begin() as connection:
            talk = _talk_in(connection, key)
            wanted = {"key": key, "message_id": message_id}
            row = connection.execute(statements.MESSAGE, wanted).one_or_none()
            if row is None:
                return
            if row.state is State.ANSWERED:
                before = _before_the_last(connection, key, message_id)
                _advance(connection, _next_turn(talk, before, self._clock()))
            connection.execute(statements.TAKE_OUT, {"row": row.id})
        erase_log(self._database)

    def keep_saved(self, secret: str, program_ids: Sequence[str]) -> None:
        """Set the programs a talk keeps. A turn under way is overtaken and taken again."""
        before = self.snapshot(secret)
        advance = {
            "talk": before.key,
            "before": before.turn,
            "turn": before.turn + 1,
            "language": before.language,
            "profile": before.profile,
            "memory": {**before.memory, "saved": list(program_ids)},
            "last_seen_at": self._clock(),
        }
        with self._engine.begin() as connection:
            if connection.execute(statements.ADVANCE, advance).rowcount != 1:
                raise TurnOvertaken

    def transcript(self, secret: str) -> tuple[Snapshot, list[Message]]:
        """Return a talk and all its messages, oldest first."""
        with self._database() as database:
            talk = _talk(database, key_of(secret))
            messages = database.scalars(
                select(Message).where(Message.session_key == talk.key).order_by(Message.id)
            ).all()
            return _snapshot(talk), list(messages)

    def forget(self, secret: str) -> None:
        """Delete a talk and everything that hangs on it, at once."""
        with self._write() as database:
            database.delete(_talk(database, key_of(secret)))
        erase_log(self._database)

    def forget_unused(self, days: int) -> int:
        """Delete talks that nobody has touched for this many days; return how many."""
        limit = self._clock() - timedelta(days=days)
        with self._write() as database:
            gone = _rows(database.execute(delete(Session).where(Session.last_seen_at < limit)))
        erase_log(self._database)
        return gone

    def ratings(self, secret: str) -> dict[str, tuple[str, str | None]]:
        """Return the thumbs of a talk, and the reasons given, by message id."""
        with self._engine.connect() as connection:
            rows = connection.execute(statements.RATINGS, {"key": key_of(secret)})
            return {row.message_id: (row.rating, row.reason) for row in rows}

    def rate(self, secret: str, message_id: str, rating: str, reason: str | None) -> None:
        """Keep a thumb up or down on one answer; a newer one replaces it."""
        with self._write() as database:
            row = database.scalar(
                select(Message.id).where(
                    Message.session_key == _talk(database, key_of(secret)).key,
                    Message.message_id == message_id,
                )
            )
            if row is None:
                raise UnknownMessage
            database.merge(
                Feedback(message_row=row, rating=rating, reason=reason, given_at=self._clock())
            )


def _next_turn(talk: Snapshot, state: Json, now: datetime) -> Json:
    """Return what puts a state in place of the one a snapshot was taken of."""
    kept = {name: state[name] for name in ("language", "profile", "memory")}
    guard = {"talk": talk.key, "before": talk.turn, "turn": talk.turn + 1}
    return {**kept, **guard, "last_seen_at": now}


def _advance(connection: Connection, advance: Json) -> None:
    if connection.execute(statements.ADVANCE, advance).rowcount != 1:
        raise TurnOvertaken


def _before_the_last(connection: Connection, key: str, message_id: str) -> Json:
    last = connection.execute(statements.LAST, {"key": key}).one_or_none()
    if last is None or last.message_id != message_id:
        raise NotTheLast
    before: Json = last.before
    return before


def _answered(receipt: Receipt, outcome: Outcome, now: datetime) -> Json:
    before = receipt.snapshot
    return {
        "row": receipt.row,
        "state": State.ANSWERED,
        "answered_at": now,
        "answer": outcome.answer,
        "intent": outcome.intent,
        "action": outcome.action,
        "release": outcome.release,
        "turn": before.turn + 1,
        "before": {
            "language": before.language,
            "profile": before.profile,
            "memory": before.memory,
        },
    }


def _offers(receipt: Receipt, outcome: Outcome) -> list[Json]:
    here = {"session_key": receipt.snapshot.key, "message_row": receipt.row}
    return [
        {"id": identifier, "label": label, "meaning": meaning, **here}
        for identifier, label, meaning in outcome.choices
    ]


def _talk_in(connection: Connection, key: str) -> Snapshot:
    row = connection.execute(statements.TALK, {"key": key}).one_or_none()
    if row is None:
        raise UnknownSession
    return Snapshot(key, row.language, row.profile, row.memory, row.turn, row.created_at)


def _talk(database: Database, key: str) -> Session:
    talk = database.get(Session, key)
    if talk is None:
        raise UnknownSession
    return talk


def _snapshot(talk: Session) -> Snapshot:
    language, profile, memory = talk.language, talk.profile, talk.memory
    return Snapshot(talk.key, language, profile, memory, talk.turn, talk.created_at)


def _rows(result: Any) -> int:
    assert isinstance(result, CursorResult)
    return result.rowcount
