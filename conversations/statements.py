"""The statements of every turn, built once: building them anew took longer than running them."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Table, bindparam, insert, select, update

from conversations.models import Choice, Message, Session

TALKS, MESSAGES, CHOICES = (cast(Table, model.__table__) for model in (Session, Message, Choice))
KEPT_OF_A_TALK = ("language", "profile", "memory", "turn", "last_seen_at")
KEPT_OF_AN_ANSWER = ("state", "answered_at", "answer", "intent", "action", "release")

TALK = select(
    Session.language, Session.profile, Session.memory, Session.turn, Session.created_at
).where(Session.key == bindparam("key"))

MESSAGE = select(Message.id, Message.text, Message.state, Message.answer).where(
    Message.session_key == bindparam("key"), Message.message_id == bindparam("message_id")
)

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
