"""Which other sites may show the guide, and how it looks there: one file an operator writes."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

import locales
from knowledge.content_files.complaints import shaped
from knowledge.content_files.fields import Shape, unfit
from knowledge.content_files.yaml_text import Complaint, read_yaml
from web.chat.widget.contrast import COLOR, LEAST, contrast
from web.chat.widget.origins import EXAMPLE, origin_of

log = logging.getLogger("pathways.web")
NAME = "sites.yml"
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_KEY = 60
MOST_ORIGINS, MOST_SITES = 50, 500
LONGEST_GREETING = 40  # characters: it stands on a button of a phone


def _color(text: str) -> str:
    if not COLOR.fullmatch(text):
        raise unfit(f'“{text[:60]}” does not fit: write # and six digits in quotes: "#0b4d53"')
    return text.lower()


def _key(text: str) -> str:
    if len(text) > LONGEST_KEY or not KEY.fullmatch(text):
        raise unfit(f"“{text[:60]}” does not fit: write a key like city-college")
    return text


def _language(text: str) -> str:
    if text not in locales.languages():
        raise unfit(f"“{text[:60]}” does not fit: write one of {', '.join(locales.languages())}")
    return text


def _greeting(text: str) -> str:
    if not text.strip() or len(text) > LONGEST_GREETING or not text.isprintable():
        raise unfit(f"does not fit on a button: write 1 to {LONGEST_GREETING} characters")
    return text.strip()


def _origins(listed: list[str]) -> list[str]:
    if not 1 <= len(listed) <= MOST_ORIGINS:
        raise unfit(f"needs 1 to {MOST_ORIGINS} addresses: {EXAMPLE}")
    return listed


Origin = Annotated[str, AfterValidator(origin_of)]
Color = Annotated[str, AfterValidator(_color)]
Language = Annotated[str, AfterValidator(_language)]
Greeting = Annotated[str, AfterValidator(_greeting)]


class Colors(Shape):
    """The launcher and the bar above the panel: what is written on them can be read."""

    background: Color
    label: Color

    @model_validator(mode="after")
    def _readable(self) -> Colors:
        apart = contrast(self.background, self.label)
        if apart < LEAST:
            raise unfit(
                f"{self.label} on {self.background} has a contrast of {apart:.2f} to 1, and text "
                f"needs {LEAST} to 1: take a darker or a lighter one"
            )
        return self


class Site(Shape):
    """A site that shows the guide."""

    origins: Annotated[list[Origin], AfterValidator(_origins)]
    language: Language | None = None  # None: the one of the page it stands on
    corner: Literal["left", "right"] = "right"
    colors: Colors = Colors(background="#0b4d53", label="#ffffff")
    greeting: dict[Language, Greeting] = Field(default_factory=dict)  # a language left out: ours
    api: bool = False  # whether scripts of these origins may call /api/v1


class _File(Shape):
    sites: dict[Annotated[str, AfterValidator(_key)], Site] = Field(max_length=MOST_SITES)


HERE = Site.model_construct(origins=[])  # our own pages, without a key
DEMO = HERE.model_copy(
    update={"corner": "left", "colors": Colors(background="#5b1a4a", label="#fff6e5")}
)
SHIPPED: Mapping[str, Site] = MappingProxyType({"": HERE, "demo": DEMO})


def sites_in(content: bytes) -> tuple[dict[str, Site], list[Complaint]]:
    """Read the file's bytes; what is wrong comes back as complaints, and then no site with it."""
    written, complaints = read_yaml(content)
    if written is None or complaints:
        return {}, complaints
    found, complaints = shaped(written, _File)
    return (found.sites, []) if found and not complaints else ({}, complaints)


@dataclass
class Sites:
    """The sites of a file, read again when it changes. A bad file leaves the last good one."""

    file: Path
    _known: Mapping[str, Site] = field(default_factory=lambda: SHIPPED)
    _seen: tuple[int, ...] = ()
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def beside(cls, home: Path) -> Sites:
        """Read the sites of a data folder, so that what is wrong with them is said at start."""
        sites = cls(home / NAME)
        sites.find("")
        return sites

    def find(self, key: str) -> Site | None:
        """Return the site of a key, the empty one for our own pages; None for an unknown key."""
        return self._current().get(key)

    def may_call(self, origin: str) -> bool:
        """Tell whether scripts of this origin may call the API."""
        return any(site.api and origin in site.origins for site in self._current().values())

    def _current(self) -> Mapping[str, Site]:
        stamp = _stamp(self.file)
        with self._lock:
            if stamp != self._seen:
                self._seen = stamp
                self._read()
            return self._known

    def _read(self) -> None:
        try:
            found, complaints = sites_in(self.file.read_bytes()) if self._seen else ({}, [])
        except OSError as error:
            found, complaints = {}, [Complaint(1, (), f"cannot be read ({error.strerror})")]
        for one in complaints:
            where = ".".join(map(str, one.path))
            told = f"{where}: {one.message}".replace("\n", " ")
            log.error("%s, line %d, %s", NAME, one.line, told)
        if complaints:
            log.error("%s is not used as it is; the sites known before stay", NAME)
            return
        self._known = MappingProxyType({**SHIPPED, **found})
        log.info("%d other sites may show the guide", len(found))


def _stamp(file: Path) -> tuple[int, ...]:
    """Return what changes when a file does; nothing where there is none."""
    try:
        told = file.stat()
    except OSError:
        return ()
    return told.st_mtime_ns, told.st_size, told.st_ino
