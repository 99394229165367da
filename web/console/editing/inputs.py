"""Which field of a form each part of a record is, read off the shape its file has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from knowledge.content_files.fields import Flag, Level, Sector, Shape, Text, Words
from knowledge.content_files.ladder_shape import LadderShape
from knowledge.content_files.program_shape import MODES, ProgramShape, RequirementShape
from knowledge.content_files.rule_keys import LICENSES, TESTS, RuleKind, RuleShape
from knowledge.drafts.edits import Kind
from matching.profile import FLAGS, LEVELS, SECTORS

Form = Literal[
    "line", "long", "words", "number", "choice", "choices", "lines", "numbers", "tick", "yesno",
    "part", "parts", "rules", "pairs",
]  # fmt: skip
LISTED = ((Flag, FLAGS), (Level, LEVELS), (Sector, SECTORS), (RuleKind, LICENSES + TESTS))
SHAPES: Mapping[Kind, type[Shape]] = {"program": ProgramShape, "ladder": LadderShape}
RULES = (*MODES, "waived_by")  # where conditions stand in a condition
LEFT_OUT = ("offerings", "bls_title")


@dataclass(frozen=True)
class Input:
    """One field of a form."""

    name: str
    form: Form
    choices: tuple[str, ...] = ()
    shape: type[Shape] | None = None  # of a part, or of each part
    needed: bool = False


@cache
def inputs_of(shape: type[Shape]) -> Mapping[str, Input]:
    """Return the fields of a shape by name, in the shape's order; conditions are apart."""
    hints = get_type_hints(shape, include_extras=True)
    found = {}
    for attribute, field in shape.model_fields.items():
        name = field.alias or attribute
        if name not in LEFT_OUT and not (shape is RequirementShape and name in RULES):
            found[name] = _input(name, hints[attribute], field.is_required())
    return found


@cache
def rule_inputs() -> Mapping[str, Input]:
    """Return the fields that a condition is checked by."""
    return {name: inputs_of(RequirementShape)[name] for name in inputs_of(RuleShape)}


def _input(name: str, hint: Any, needed: bool) -> Input:
    """Read the field off a type: a list, a choice, a number, a part."""
    hint = _without_none(hint)
    for alias, words in LISTED:
        if hint == alias:
            return Input(name, "choice", words, needed=needed)
    if hint == Words:
        return Input(name, "words", needed=needed)
    if hint == Text:
        return Input(name, "long", needed=needed)
    plain = _without_none(get_args(hint)[0] if get_origin(hint) is Annotated else hint)
    if get_origin(plain) is list:
        return _list(name, get_args(plain)[0], needed)
    if get_origin(plain) is dict:
        return Input(name, "pairs", needed=needed)
    return _single(name, plain, needed)


def _single(name: str, plain: Any, needed: bool) -> Input:
    if get_origin(plain) is Literal:
        words = get_args(plain)
        return (
            Input(name, "tick") if words == (True,) else Input(name, "choice", words, None, needed)
        )
    if isinstance(plain, type) and issubclass(plain, Shape):
        return Input(name, "part", shape=plain, needed=needed)
    if plain is bool:
        return Input(name, "yesno", needed=needed)
    return Input(name, "number" if plain in (int, float) else "line", needed=needed)


def _list(name: str, of: Any, needed: bool) -> Input:
    for alias, words in LISTED:
        if of == alias:
            return Input(name, "choices", words, needed=needed)
    plain = get_args(of)[0] if get_origin(of) is Annotated else of
    if get_origin(plain) is Literal:
        return Input(name, "choices", get_args(plain), needed=needed)
    if plain is RequirementShape:
        return Input(name, "rules", shape=plain, needed=needed)
    if isinstance(plain, type) and issubclass(plain, Shape):
        return Input(name, "parts", shape=plain, needed=needed)
    return Input(name, "numbers" if plain in (int, float) else "lines", needed=needed)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        kept = [one for one in get_args(hint) if one is not NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint
