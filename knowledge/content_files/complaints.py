"""Turns what pydantic found into sentences an operator can act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.content_files.fields import Shape
from knowledge.content_files.hints import BY_TYPE, HINTS
from knowledge.content_files.nearest import meant
from knowledge.content_files.yaml_text import Complaint, Path, Written

SHOWN = 60  # characters of a long wrong value that are repeated
AnyShape = TypeVar("AnyShape", bound=Shape)


def shaped(
    written: Written, shape: type[AnyShape], at: Path = ()
) -> tuple[AnyShape | None, list[Complaint]]:
    """Fit what was written to a shape, or say what does not fit."""
    value = _part(written.value, at)
    if not isinstance(value, Mapping):
        return None, [Complaint(written.line_of(at), at, f"{typed(value)}: {BY_TYPE['dict_type']}")]
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        found = [_complaint(written, shape, at, detail) for detail in error.errors()]
        return None, sorted(found, key=lambda complaint: complaint.line)


def typed(value: Any) -> str:
    """Repeat what was typed, cut where it is long."""
    if value is None:
        return "is empty"
    shown = str(value).replace("\n", " ")
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
    return f"“{shown}” does not fit"


def _part(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _complaint(written: Written, shape: type[Shape], at: Path, detail: ErrorDetails) -> Complaint:
    path = (*at, *(step for step in detail["loc"] if step != "[key]"))
    return Complaint(written.line_of(path), path, _sentence(shape, detail, path))


def _sentence(shape: type[Shape], detail: ErrorDetails, path: Path) -> str:
    name = _field(path)
    if detail["type"] == "extra_forbidden":
        return f"is not a known key: {meant(name, _known(shape, detail['loc']))}"
    if detail["type"] == "missing":
        return f"is missing: {HINTS.get(name, 'write it')}"
    if detail["type"] == "unfit":
        return str(detail.get("ctx", {}).get("message", detail["msg"]))
    hint = _choice(detail) or HINTS.get(name) or BY_TYPE.get(detail["type"], detail["msg"].lower())
    return f"{typed(detail['input'])}: {hint}"


def _field(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _choice(detail: ErrorDetails) -> str | None:
    """Name the listed word that was likely meant."""
    if not isinstance(detail["input"], str):
        return None
    context = detail.get("ctx", {})
    if detail["type"] == "choice":
        return meant(detail["input"], context["words"])
    if detail["type"] != "literal_error":
        return None
    listed = str(context.get("expected", "")).split("'")
    return meant(detail["input"], [word for word in listed if word.strip(" ,or")])


def _known(shape: type[Shape], loc: tuple[int | str, ...]) -> list[str]:
    """List the keys that may stand where the unknown one stood."""
    for step in loc[:-1]:
        inner = _shape_of(shape, step) if isinstance(step, str) else None
        shape = inner or shape
    return [field.alias or name for name, field in shape.model_fields.items()]


def _shape_of(shape: type[Shape], name: str) -> type[Shape] | None:
    for key, field in shape.model_fields.items():
        if name in (key, field.alias):
            return _first_shape(field.annotation)
    return None


def _first_shape(annotation: Any) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    found = (_first_shape(inner) for inner in get_args(annotation))
    return next((inner for inner in found if inner is not None), None)
