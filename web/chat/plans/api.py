"""Plans for programs that speak JSON. A code travels in the body: addresses end up in logs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from conversations import codes
from conversations.codes import CodeMistyped
from conversations.plans import MOST_PROGRAMS, Contents, UnknownPlan
from web.chat.api import PROBLEMS
from web.chat.plans.holding import counted
from web.chat.plans.keeping import kept_of
from web.chat.plans.shaping import board_of, plan_json
from web.chat.schemas import LONGEST_NAME, Language, Shape
from web.chat.services import Services, services_of
from web.shared.problems import Problem

router = APIRouter(prefix="/api/v1/plans", tags=["plans"], responses=PROBLEMS)
Ready = Annotated[Services, Depends(services_of)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=codes.LONGEST_TYPED)]


class PlanIn(Shape):
    """Programs to keep for a person; of the profile only what they are judged by is kept."""

    programs: list[Name] = Field(min_length=1, max_length=MOST_PROGRAMS)
    profile: dict[str, Any] = Field(default_factory=dict)
    language: Language = "en"


class CodeIn(Shape):
    """A resume code or a share code, in any case and with any gaps."""

    code: Code
    language: Language | None = None


class PlanOut(BaseModel):
    """A plan as it stands today. `code` only when it was just made; `shared`: to be looked at."""

    code: str | None = None
    shared: bool = False
    language: str
    plan: dict[str, Any]


@router.post("", response_model=PlanOut, status_code=201)
def save(asked: PlanIn, services: Ready, request: Request) -> dict[str, Any]:
    """Keep a plan and return its code, which is shown this once and stored nowhere."""
    services.admission.turn(request)
    advice = services.advice(asked.language)
    programs = tuple(dict.fromkeys(asked.programs))
    for program_id in programs:
        advice.program(program_id)
    contents = Contents(asked.language, programs, kept_of(asked.profile, programs, advice))
    code = services.plans.save(contents)
    return {**_shown(services, contents, shared=False), "code": codes.grouped(code)}


@router.post("/open", response_model=PlanOut)
def open_plan(asked: CodeIn, services: Ready, request: Request) -> dict[str, Any]:
    """Return the plan of a code: its owner's, or one that is shared. 404 when there is none."""
    code = _read(asked.code)
    with counted(services, request, typed=True):
        try:
            return _shown(services, services.plans.open(code), shared=False, spoken=asked.language)
        except UnknownPlan:
            contents = services.plans.shown(code)
    return _shown(services, contents, shared=True, spoken=asked.language)


@router.post("/delete", status_code=204)
def delete(asked: CodeIn, services: Ready, request: Request) -> Response:
    """Delete the plan of a resume code everywhere, at once."""
    code = _read(asked.code)
    with counted(services, request, typed=True):
        services.plans.delete(code)
    return Response(status_code=204)


def _read(typed: str) -> str:
    try:
        return codes.read(typed)
    except CodeMistyped as error:
        detail = f"code: a code has {codes.LENGTH} letters and digits, and a sign in this is wrong."
        raise Problem(422, detail) from error


def _shown(
    services: Services, contents: Contents, *, shared: bool, spoken: str | None = None
) -> dict[str, Any]:
    language = spoken or contents.language
    board = board_of(contents, services.advice(language), looked_at=shared)
    return {"shared": shared, "language": language, "plan": plan_json(contents, board)}
