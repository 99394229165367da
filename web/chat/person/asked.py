"""What the form of the page holds: a place, the lines to tell, a note. All of it bounded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import FormData

from web.chat.schemas import readable

LONGEST_PLACE = 80  # characters
LONGEST_CODE = 120
LONGEST_LINE = 400
LONGEST_NOTE = 1_000
MOST_LINES = 80
LINE = "line."
DOES = ("find", "ready", "show", "change")


@dataclass(frozen=True)
class Asked:
    """The form as it came; of a page opened anew, all of it is empty."""

    does: str = ""  # one of DOES; empty: the page is opened
    place: str = ""  # as typed
    pick: str = ""  # the one meant of several places, as `placing.code_of` writes it
    chosen: str = ""  # the place the page went by so far, written likewise
    told: Mapping[str, bool] = field(default_factory=dict)  # of each line that was shown
    lines: Mapping[str, str] = field(default_factory=dict)  # by key, as edited
    note: str = ""
    english: bool = True  # an English copy beside a sheet in another language

    @property
    def words(self) -> str:
        """Everything a person typed, as one text."""
        return "\n".join([self.place, self.note, *self.lines.values()])


def asked_in(form: FormData) -> Asked:
    """Read the form. What is longer than any person needs is cut."""
    does, ticked = _text(form, "do", LONGEST_PLACE), form.getlist("tell")
    keys = [key for key in form if key.startswith(LINE)][:MOST_LINES]
    return Asked(
        does=does if does in DOES else "find",
        place=_text(form, "place", LONGEST_PLACE),
        pick=_text(form, "pick", LONGEST_CODE),
        chosen=_text(form, "chosen", LONGEST_CODE),
        told={key.removeprefix(LINE): key.removeprefix(LINE) in ticked for key in keys},
        lines={key.removeprefix(LINE): _text(form, key, LONGEST_LINE) for key in keys},
        note=_paragraphs(form, "note"),
        english="english" in form,
    )


def _text(form: FormData, name: str, longest: int) -> str:
    value = form.get(name)
    return readable(value[: longest * 4])[:longest] if isinstance(value, str) else ""


def _paragraphs(form: FormData, name: str) -> str:
    """Read a text of several lines; each is cleaned by itself, so that they stay lines."""
    value = form.get(name)
    text = value[: LONGEST_NOTE * 4] if isinstance(value, str) else ""
    return "\n".join(readable(line) for line in text.splitlines()).strip()[:LONGEST_NOTE]
