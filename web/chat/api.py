"""The public API, `/api/v1`: thin routes from the contract's shapes to the talk and to matching."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from conversations.ports import BotUnavailable
from conversations.said import Said
from matching.profile_fields import STATES
from web.chat.safety import safety_answer
from web.chat.schemas import (
    LONGEST_NAME,
    MAX_MESSAGE,
    ChatIn,
    ChatOut,
    FeedbackIn,
    MatchIn,
    MatchOut,
    UnderstandIn,
    Understood,
    WayAsked,
    WayOut,
    WhatIfIn,
    WhatIfOut,
)
from web.chat.services import Services, services_of
from web.shared.problems import MEDIA_TYPE, Problem

PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {MEDIA_TYPE: {"schema": {"type": "object"}}}}
    for status, text in {
        400: "not JSON",
        404: "no such session, choice or record",
        409: "not the last message",
        413: "longer than 1,000 characters",
        422: "a wrong shape",
        429: "too many messages; see Retry-After",
        503: "a part is not up",
    }.items()
}

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)
Ready = Annotated[Services, Depends(services_of)]


def checked(text: str) -> str:
    """Refuse what is too long or empty, kindly."""
    if len(text) > MAX_MESSAGE:
        raise Problem(
            413,
            f"That is a lot at once. Please say it in {MAX_MESSAGE:,} characters or fewer; "
            "you can send more than one message.",
        )
    if not text:
        raise Problem(422, "The message is empty. Say a few words, such as “I like fixing cars”.")
    return text


def known_state(state: str | None) -> str | None:
    """Return a state's two capital letters. Refuses what is no state."""
    if state is not None and state.upper() not in STATES:
        raise Problem(422, "state: use a state's two letters, such as WI.")
    return state.upper() if state else None


def unavailable() -> Problem:
    """Say that the bot is down, and when to come back."""
    return Problem(503, "The part that understands messages is not up.").retry_after(5)


@router.post("/understand", response_model=Understood)
def understand(asked: UnderstandIn, services: Ready, request: Request) -> dict[str, Any]:
    """Tell how a message is understood; nothing is stored. 503 while the bot is down."""
    services.admission.look(request)
    try:
        return services.talk.understand(checked(asked.text), asked.language)
    except BotUnavailable as error:
        raise unavailable() from error


@router.post("/match", response_model=MatchOut)
def match(asked: MatchIn, services: Ready, request: Request) -> dict[str, Any]:
    """Match a profile against the published release. Nothing is stored."""
    services.admission.look(request)
    request.state.language = asked.language
    return services.advice(asked.language).match(asked.profile, asked.limit)


@router.post("/what-if", response_model=WhatIfOut)
def what_if(asked: WhatIfIn, services: Ready, request: Request) -> dict[str, Any]:
    """Try one change of a profile and tell what it opens and closes. Nothing is stored."""
    services.admission.look(request)
    request.state.language = asked.language
    return services.advice(asked.language).what_if(asked.profile, asked.change, asked.limit)


@router.post("/chat", response_model=ChatOut)
def chat(turn: ChatIn, services: Ready, request: Request) -> dict[str, Any]:
    """Take one message or choice and answer it once, however often it is sent.

    404 for an unknown session, 413 past 1,000 characters, 422 for a wrong shape, 429 with
    Retry-After; a part that is down is an answer that says so, not an error.
    """
    said = Said(turn.session, turn.message_id, turn.message or "", turn.choice, turn.language)
    room = services.admission.has_room(request)
    rescue = safety_answer(services.talk, said, keep=room)
    if rescue is not None:
        return rescue
    if not room:
        raise services.admission.refusal(request)
    if turn.choice is None:
        checked(said.text)
    return services.talk.take(said)


@router.get("/chat/{session}")
def read(session: str, services: Ready) -> dict[str, Any]:
    """Return the transcript and the profile of a talk."""
    return services.talk.read(session)


@router.delete("/chat/{session}", status_code=204)
def forget(session: str, services: Ready) -> Response:
    """Delete a talk everywhere, at once."""
    services.talk.delete(session)
    return Response(status_code=204)


@router.delete("/chat/{session}/messages/{message_id}")
def take_back(session: str, message_id: str, services: Ready, request: Request) -> dict[str, Any]:
    """Take the last message back, with all it changed, and return the talk as it stands then.

    One step at a time, and the same message only once; 409 for any other than the last.
    """
    services.admission.look(request)
    return services.talk.take_back(session, message_id)


@router.patch("/chat/{session}/profile", response_model=ChatOut)
def change_profile(
    session: str, delta: dict[str, Any], services: Ready, request: Request
) -> dict[str, Any]:
    """Change what was understood; answers as `/chat` does, with what changed in the matches."""
    services.admission.turn(request)
    request.state.language = services.talk.ledger.snapshot(session).language
    return services.talk.change_profile(session, services.checked_delta(session, delta))


@router.post("/chat/{session}/feedback", status_code=204)
def feedback(session: str, given: FeedbackIn, services: Ready) -> Response:
    """Keep a thumb up or down on one answer."""
    services.talk.rate(session, given.message, given.rating, given.reason)
    return Response(status_code=204)


@router.get("/programs/{program_id}")
def program(program_id: str, services: Ready, language: str = "en") -> dict[str, Any]:
    """Return one program with everything the release says of it, and its sources."""
    return services.advice(language).program(program_id)


@router.get("/ladders/{ladder_id}")
def ladder(
    ladder_id: str, services: Ready, language: str = "en", state: str | None = None
) -> dict[str, Any]:
    """Return one ladder with its wages and sources; with `state`, the wages of that state too."""
    return services.advice(language).ladder(ladder_id, known_state(state))


@router.get("/ways", response_model=WayOut)
def way(
    goal: Annotated[str, Query(alias="to", min_length=1, max_length=LONGEST_NAME)],
    services: Ready,
    asked: Annotated[WayAsked, Depends()],
    request: Request,
) -> dict[str, Any]:
    """Return how to get from one program or job to another, step by step, with sources.

    `from` and `to` are a program's id, a rung such as `electrician/3` (counted from 0, as moves
    count), a SOC code, or the words for a job; without `from`, from the foot of the ladder. `way`
    is null where no source leads there; 404 for what names nothing.
    """
    services.admission.look(request)
    advice = services.advice(asked.language)
    return advice.way(asked.start, goal, known_state(asked.state))
