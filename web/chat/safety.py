"""The answer to somebody in danger: before Rasa, and with every other part down."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

import locales
from conversations.rescue import rescue_answer
from conversations.said import Said, UnknownSession
from conversations.talk import Talk
from understanding.safety import danger_in

log = logging.getLogger("pathways.web")


def safety_answer(talk: Talk, said: Said) -> dict[str, Any] | None:
    """Return the answer to a message that speaks of danger, None to any other.

    It is kept with the talk when that can be done, and given even when it cannot.
    """
    danger = danger_in(said.text)
    if danger is None:
        return None
    language = danger.language if danger.language in locales.languages() else said.language
    answer = rescue_answer(danger.kind, language or locales.DEFAULT)
    try:
        return talk.keep(said, answer)
    except UnknownSession:
        raise
    except SQLAlchemyError as error:
        log.error("a safety answer could not be kept: %s", type(error).__name__)
        return {**answer, "session": said.session or "", "profile": {}}
