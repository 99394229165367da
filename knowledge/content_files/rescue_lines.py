"""Checks the lines that answer in danger. The file is read straight from disk: a slip counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from knowledge.content_files.complaints import shaped
from knowledge.content_files.fields import Identifier, PartialDay, Shape, Short, Url, Words
from knowledge.content_files.yaml_text import Complaint, Written

KINDS = ("crisis", "abuse", "trafficking")


class RescueSource(Shape):
    """Who says that this line answers."""

    title: Short
    url: Url | None = None
    as_of: PartialDay | None = None


class RescueLine(Shape):
    """One number to call or to text."""

    id: Identifier
    kinds: list[Literal["crisis", "abuse", "trafficking", "unpaid", "needs"]]
    name: Words
    how: Words
    call: Short | None = None
    text_to: Short | None = None
    word: Words | None = None
    url: Url | None = None
    source: RescueSource


def rescue_complaints(written: Written) -> Iterator[Complaint]:
    """Find what would keep somebody in danger from being answered."""
    if not isinstance(written.value, list):
        yield Complaint(1, (), "must be a list: begin each line with `- `")
        return
    answered: set[str] = set()
    for number in range(len(written.value)):
        line, complaints = shaped(written, RescueLine, (number,))
        yield from complaints
        if line is not None:
            answered.update(line.kinds)
            if not (line.call or line.text_to):
                at = (number,)
                yield Complaint(written.line_of(at), at, "has neither call nor text_to: add one")
    for kind in sorted(set(KINDS) - answered):
        yield Complaint(1, (), f"has no line for {kind}: somebody in danger would get no answer")
