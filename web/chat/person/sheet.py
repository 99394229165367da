"""The sheet a person takes along: the lines they chose, in their words, and as a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

import locales
from conversations.introduction import Line, Person, introduced
from web.chat.person.asked import Asked

LONGEST_MAIL = 1_900  # characters of the address; mail programs cut off from about 2,000
CUT = "…"


@dataclass(frozen=True)
class Row:
    """One line of the form: what it says now, and whether it is told."""

    line: Line
    text: str
    told: bool


@dataclass(frozen=True)
class Page:
    """The sheet in one language."""

    language: str
    lines: tuple[str, ...]
    note: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, one line each."""
        return "\n".join((*self.lines, *self.note))


@dataclass(frozen=True)
class Mail:
    """The address that opens a mail with the sheet in it."""

    address: str
    whole: bool  # False: the sheet was too long, and the mail holds its beginning


def rows_of(person: Person, asked: Asked, language: str) -> list[Row]:
    """Return the lines of the form as they stand after what was edited."""
    return [_row(line, asked) for line in introduced(person, language, language)]


def own_words(person: Person, asked: Asked, language: str) -> Asked:
    """Keep only the lines a person changed; `person` is as the form knew them.

    The others follow what is known by now, such as another place.
    """
    shown = {line.key: line.text for line in introduced(person, language, language)}
    changed = {key: text for key, text in asked.lines.items() if text != shown.get(key)}
    return replace(asked, lines=changed)


def _row(line: Line, asked: Asked) -> Row:
    told = asked.told.get(line.key, line.told)
    return Row(line, asked.lines.get(line.key, line.text), told)


def pages_of(person: Person, asked: Asked, language: str) -> list[Page]:
    """Return the sheet, with the English copy first where there is one: who helps may need it."""
    rows = [row for row in rows_of(person, asked, language) if row.told and row.text]
    note = tuple(line for line in asked.note.splitlines() if line)
    own = Page(language, tuple(row.text for row in rows), note)
    if language == locales.DEFAULT or not asked.english:
        return [own]
    copy = {line.key: line.text for line in introduced(person, locales.DEFAULT, language)}
    lines = tuple(row.text if _edited(row) else copy.get(row.line.key, row.text) for row in rows)
    return [Page(locales.DEFAULT, lines, note), own]


def _edited(row: Row) -> bool:
    """Tell whether a line is the person's own words by now: those nobody translates."""
    return row.text != row.line.text


def mail_of(pages: Sequence[Page]) -> Mail:
    """Return the mail of a sheet; one too long for mail programs ends early and says so."""
    subject = locales.say("introduction.subject", pages[0].language)
    text = "\n\n".join(page.text for page in pages)
    whole = _address(subject, text)
    if len(whole) <= LONGEST_MAIL:
        return Mail(whole, True)
    return Mail(_address(subject, _beginning(subject, text)), False)


def _beginning(subject: str, text: str) -> str:
    """Cut a text at the last place from where its address is short enough."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(_address(subject, text[:middle] + CUT)) <= LONGEST_MAIL
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + CUT


def _address(subject: str, text: str) -> str:
    """Write a mail without a recipient as RFC 6068 does, lines parted by CRLF."""
    body = text.replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
