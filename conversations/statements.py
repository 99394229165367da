"""The statements of every turn, built once: building them anew took longer than running them."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Table, bindparam, delete, insert, select, update

from conversations.models import Choice, Feedback, Message, Session

TALKS, MESSAGES, CHOICES = (cast(Table, model.__table__) for model in (Session, Message, Choice))
KEPT_OF_A_TALK = ("language", "profile", "memory", "turn", "last_seen_at")
KEPT_OF_AN_ANSWER = (
    "state",
    "answered_at",
    "answer",
    "intent",
    "action",
    "release",
    "turn",
    "before",
)

TALK = select(
    Session.language, Session.profile, Session.memory, Session.turn, Session.created_at
).where(Session.key == bindparam("key"))

MESSAGE = select(Message.id, Message.text, Message.state, Message.answer).where(
    Message.session_key == bindparam("key"), Message.message_id == bindparam("message_id")
)

LAST = (
    select(Message.id, Message.message_id, Message.before)
    .where(Message.session_key == bindparam("key"), Message.turn.is_not(None))
    .order_by(Message.turn.desc())
    .limit(1)
)

RATINGS = (
    select(Message.message_id, Feedback.rating, Feedback.reason)
    .join(Feedback, Feedback.message_row == Message.id)
    .where(Message.session_key == bindparam("key"))
)

TAKE_OUT = delete(MESSAGES).where(Message.id == bindparam("row"))

RECEIVE = insert(MESSAGES)

ADVANCE = (
    update(TALKS)
    .where(Session.key == bindparam("talk"), Session.turn == bindparam("before"))
    .values({name: bindparam(name) for name in KEPT_OF_A_TALK})
)

ANSWER = (
    update(MESSAGES)
    .where(Message.id == bindparam("row"))
    .values({name: bindparam(name) for name in KEPT_OF_AN_ANSWER})
)

OFFER = insert(CHOICES)
