"""A sentence as a file writes it: plain text with named fields, several wordings, plural forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")
ENDS = (".", "!", "?")
FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


class TemplateMalformed(ValueError):
    """A text that cannot be a sentence; the message says what to write instead."""


@dataclass(frozen=True)
class Template:
    """Literal text and field names in turn, beginning and ending with text.

    Fields are plain names and are filled in once: what a person typed is never read as a field.
    """

    parts: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.parts[1::2]

    def filled(self, value_of: Callable[[str], str]) -> str:
        """Return the text with each field replaced by what `value_of` says."""
        text = self.parts[0]
        for field, literal in zip(self.parts[1::2], self.parts[2::2], strict=True):
            text += value_of(field)
            # A value that ends its own sentence needs no second full stop.
            text += literal[1:] if literal[:1] == "." and text[-1:] in ENDS else literal
        return text


@dataclass(frozen=True)
class Sentence:
    """Wordings by plural form (or exact count); a sentence that counts nothing has only `other`."""

    forms: Mapping[str, tuple[Template, ...]]

    @property
    def counts(self) -> bool:
        return len(self.forms) > 1

    def wording(self, form: str, turn: int) -> Template:
        """Pick the wording of a form for a turn; wordings take turns."""
        variants = self.forms.get(form) or self.forms["other"]
        return variants[turn % len(variants)]


def template(text: object) -> Template:
    """Read one text. Raises `TemplateMalformed`."""
    if not isinstance(text, str) or not text.strip():
        raise TemplateMalformed("must be a text that is not empty")
    parts = FIELD.split(text.strip())
    if any("{" in part or "}" in part for part in parts[::2]):
        raise TemplateMalformed("has a brace that is no field: write fields as {name}")
    return Template(tuple(parts))


def sentence(written: object) -> Sentence:
    """Read a text, a list of wordings, or a mapping of plural forms. Raises `TemplateMalformed`."""
    forms = written if isinstance(written, dict) else {"other": written}
    return Sentence({form: _wordings(texts) for form, texts in forms.items()})


def is_plural(written: object) -> bool:
    """Tell plural forms from a group of sentences."""
    if not isinstance(written, dict) or "other" not in written:
        return False
    return len(written) > 1 and all(form in FORMS or form.isdigit() for form in written)


def _wordings(texts: object) -> tuple[Template, ...]:
    listed = texts if isinstance(texts, list) else [texts]
    if not listed:
        raise TemplateMalformed("is an empty list: write at least one text")
    return tuple(template(text) for text in listed)
