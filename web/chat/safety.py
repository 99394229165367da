"""The answer to somebody in danger: before Rasa, before any limit, with every other part down."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

import locales
from conversations.facts import SAFETY
from conversations.rescue import is_over, rescue_answer
from conversations.said import Said, UnknownSession
from conversations.talk import Talk
from understanding.safety import danger_in
from web.chat.schemas import MAX_MESSAGE

log = logging.getLogger("pathways.web")


def safety_answer(talk: Talk, said: Said, *, keep: bool = True) -> dict[str, Any] | None:
    """Return the answer to a message that speaks of danger, None to any other.

    It is given whatever else holds: to a message that is too long, from an address that sends too
    much (`keep` is then False), in a talk that is gone. It is kept when that can be done.
    """
    danger = danger_in(said.text)
    if danger is None or (is_over(said.text) and _was_helped(talk, said)):
        return None
    spoken = danger.language if danger.language in locales.languages() else said.language
    language = spoken or locales.DEFAULT
    talk.tally.add([SAFETY])
    if keep:
        return _kept(talk, replace(said, text=said.text[:MAX_MESSAGE]), danger.kind, language)
    return _unkept(said, danger.kind, language)


def _was_helped(talk: Talk, said: Said) -> bool:
    """Tell whether the answer before was help in danger; when that cannot be read, it was not."""
    try:
        return said.session is not None and talk.was_helped(said.session)
    except (UnknownSession, SQLAlchemyError):
        return False


def _kept(talk: Talk, said: Said, kind: str, language: str) -> dict[str, Any]:
    try:
        return talk.rescue(said, kind, language)
    except UnknownSession:
        return _kept(talk, replace(said, session=None), kind, language)
    except SQLAlchemyError as error:
        log.error("a safety answer could not be kept: %s", type(error).__name__)
        return _unkept(said, kind, language)


def _unkept(said: Said, kind: str, language: str) -> dict[str, Any]:
    return {**rescue_answer(kind, language), "session": said.session or "", "profile": {}}
