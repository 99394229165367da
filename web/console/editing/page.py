"""The form of one record, as a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from starlette.responses import Response

import locales
from knowledge.content_files.program_shape import MODES, RequirementShape
from knowledge.drafts.desk import Opened
from knowledge.drafts.edits import NOTHING, Edit, Kind
from knowledge.problems import Problem
from web.console.editing.inputs import SHAPES, inputs_of, rule_inputs
from web.console.editing.subjects import keys_shown, keys_to_add, kinds_of
from web.console.editing.typed import finished
from web.console.editing.wording import choice_word, field_word, path_word, tongue_word
from web.console.visits import Visit
from web.shared.languages import language_of
from web.shared.staff_frame import StaffPage, render

Json = dict[str, Any]


@dataclass(frozen=True)
class Record:
    """Which record a form is for. An empty id: a new one."""

    kind: Kind
    id: str

    @property
    def address(self) -> str:
        """Where its form is."""
        return f"/console/edit/{self.kind}/{self.id}" if self.id else f"/console/new/{self.kind}"


@dataclass(frozen=True)
class Filled:
    """A form with what stands in it."""

    record: Record
    document: Json
    seen: str = NOTHING
    shown: str = NOTHING
    waiting: Edit | None = None
    why: str = ""
    note: str = ""  # a sentence of drafts.yml
    wrong: str = ""  # the same, for what went wrong
    problems: tuple[Problem, ...] = field(default=())


def opened_form(record: Record, opened: Opened) -> Filled:
    """Return the form of a record as an editor finds it."""
    waiting = opened.waiting
    why = waiting.why if waiting else ""
    return Filled(record, opened.document or {}, opened.seen, opened.shown, waiting, why)


def checked(visit: Visit, filled: Filled) -> tuple[Problem, ...]:
    """Look over what stands in a form."""
    record = filled.record
    name = record.id or str(filled.document.get("id", ""))
    document = {**finished(filled.document), "id": name}
    now = visit.console.clock()
    edit = Edit(record.kind, name, document, filled.seen, visit.login, now, filled.why)
    return tuple(visit.console.desk.check(edit))


def show(visit: Visit, filled: Filled) -> Response:
    """Show a form."""
    in_force = visit.console.desk.in_force(filled.record.kind, filled.record.id)
    shows = {
        "filled": filled,
        "doc": filled.document,
        "faults": by_field(filled.problems),
        "fields": inputs_of(SHAPES[filled.record.kind]).values(),
        "is_in_force": in_force is not None,
        **TOOLS,
        **_words(language_of(visit.request)),
    }
    status = 422 if filled.wrong else 200
    return render(visit.request, StaffPage("record_form.html", shows, status))


def _words(language: str) -> Json:
    return {
        "word": partial(field_word, language=language),
        "path_word": partial(path_word, language=language),
        "choice_word": partial(choice_word, language=language),
        "tongue": partial(tongue_word, language=language),
    }


def by_field(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Sort problems by the field they are about."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.field].append(problem)
    return dict(found)


def words_of(value: Any) -> dict[str, str]:
    """Return a text in the languages to show a field for: ours first, then others it has."""
    said = value if isinstance(value, dict) else {"en": value} if isinstance(value, str) else {}
    return {language: str(said.get(language, "")) for language in (*locales.languages(), *said)}


TOOLS: Json = {
    "inputs_of": inputs_of,
    "rule_inputs": rule_inputs(),
    "rule_shape": RequirementShape,
    "keys_shown": keys_shown,
    "keys_to_add": keys_to_add,
    "kinds_of": kinds_of,
    "modes": MODES,
    "words_of": words_of,
}
