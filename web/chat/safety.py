"""The answer to somebody in danger: before Rasa, before any limit, with every other part down."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

import locales
from conversations.rescue import rescue_answer
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
    if danger is None:
        return None
    language = danger.language if danger.language in locales.languages() else said.language
    answer = rescue_answer(danger.kind, language or locales.DEFAULT)
    if keep:
        return _kept(talk, replace(said, text=said.text[:MAX_MESSAGE]), answer)
    return {**answer, "session": said.session or "", "profile": {}}


def _kept(talk: Talk, said: Said, answer: dict[str, Any]) -> dict[str, Any]:
    try:
        return talk.keep(said, answer)
    except UnknownSession:
        return _kept(talk, replace(said, session=None), answer)
    except SQLAlchemyError as error:
        log.error("a safety answer could not be kept: %s", type(error).__name__)
        return {**answer, "session": said.session or "", "profile": {}}
