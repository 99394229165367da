"""The small types that content files are written in. What to write instead is in hints.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from matching.profile import FLAGS, LEVELS, SECTORS

MAX_TEXT = 6000
STATES = frozenset(
    state
    for line in (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV",
        "NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP",
    )
    for state in line.split()
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Shape(BaseModel):
    """What a part of a file may hold. A key it does not know is a problem, never ignored."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


def unfit(message: str) -> PydanticCustomError:
    """Refuse a value with a sentence of its own instead of the field's hint."""
    return PydanticCustomError("unfit", "{message}", {"message": message})


def _text(value: Any) -> Any:
    """Take a number for the text it was written as: `as_of: 2015`, `zip: 60644`."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value


def _clean(value: str) -> str:
    if not value.strip():
        raise unfit("is empty: write a text, or leave the key out")
    if UNSEEN.search(value):
        raise unfit("holds a character that cannot be seen: type the text again")
    return value.strip()


def _words(value: Any) -> Any:
    """Take a plain string for English."""
    plain = _text(value)
    return {"en": plain} if isinstance(plain, str) else value


def _spoken(value: Mapping[str, str]) -> Mapping[str, str]:
    for language in value:
        if not LANGUAGE.fullmatch(language):
            raise unfit(f"“{language}” is not a language code: write en, es or the like")
    if "en" not in value:
        raise unfit('has no English: write {en: "…", es: "…"}')
    return value


def matching(pattern: str) -> AfterValidator:
    """Accept only text of a form; the field's hint says which."""
    compiled = re.compile(pattern)

    def fits(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError("form", "form")
        return value

    return AfterValidator(fits)


def one_of(words: tuple[str, ...]) -> AfterValidator:
    """Accept only listed words; a problem names the nearest."""

    def fits(value: str) -> str:
        if value not in words:
            raise PydanticCustomError("choice", "choice", {"words": words})
        return value

    return AfterValidator(fits)


def _real_day(value: str) -> str:
    parts = DAY.fullmatch(value)
    if parts:
        year, month, day = (int(part or 1) for part in parts.groups())
        try:
            date(year, month, day)
        except ValueError:
            parts = None
    if not parts:
        raise PydanticCustomError("form", "form")
    return value


def _state(value: str) -> str:
    if value not in STATES:
        raise PydanticCustomError("form", "form")
    return value


def _in_state(value: str) -> str:
    name, comma, state = value.rpartition(", ")
    if not comma or not name.strip() or state not in STATES:
        raise PydanticCustomError("form", "form")
    return value


def between(low: float, high: float) -> Any:
    """Limit a number; the field's hint says to what."""
    return Field(ge=low, le=high)


after: Callable[[Callable[[Any], Any]], AfterValidator] = AfterValidator

Text = Annotated[str, BeforeValidator(_text), Field(max_length=MAX_TEXT), after(_clean)]
Short = Annotated[str, BeforeValidator(_text), Field(max_length=300), after(_clean)]
Words = Annotated[dict[str, Text], BeforeValidator(_words), after(_spoken)]
Identifier = Annotated[Short, Field(max_length=100), matching(r"[a-z0-9]+(-[a-z0-9]+)*")]
Code = Annotated[Short, matching(r"[a-z0-9]+([_-][a-z0-9]+)*")]
Soc = Annotated[Short, matching(r"\d\d-\d{4}")]
Zip = Annotated[Short, matching(r"\d{5}")]
Url = Annotated[
    str, Field(max_length=1000), after(_clean), matching(r"https?://[^\s/?#@\"'<>]+[^\s\"<>]*")
]
Phone = Annotated[Short, matching(r"[2-9]11|988|[0-9A-Z+() .\-]{7,40}(x[0-9]+)?")]
PartialDay = Annotated[Short, after(_real_day)]
WholeDay = Annotated[Short, matching(r"\d{4}-\d{2}-\d{2}"), after(_real_day)]
State = Annotated[Short, after(_state)]
InState = Annotated[Short, after(_in_state)]
Position = Annotated[int, Field(ge=0, le=500)]
Dollars = Annotated[int, Field(ge=0, le=10_000_000)]
Age = Annotated[int, between(10, 99)]
Count = Annotated[int, between(0, 1_000_000)]
Percent = Annotated[float, between(0, 1000)]

Level = Annotated[str, one_of(LEVELS)]
Sector = Annotated[str, one_of(SECTORS)]
Flag = Annotated[str, one_of(FLAGS)]
Kind = Literal[
    "pre_apprenticeship",
    "apprenticeship",
    "academy",
    "high_school_program",
    "training_fund",
    "incumbent_training",
    "reentry_program",
    "college",
    "job_center",
    "support",
]
Status = Literal["active", "unknown", "renamed", "closed"]
SourceKind = Literal["founding_document", "official", "government", "law", "report", "news"]
