"""What a browse address asks, read strictly, and written back as the one address for it.

Nothing of a person stands in it: an address is shared, kept in histories and logged. Who asks is
known from their talk, or from a form that is posted (see `person`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from matching.profile import SECTORS
from matching.program import KINDS

LONGEST_PLACE = 80  # characters; the longest US place with its state is far below
LAST_PAGE = 9_999
MILES = (25, 50, 100)
USUAL_MILES = 50
SHOWN = ("now", "soon")  # only what is open to the person; also what is one step away
ORDERS = ("near", "fit", "name")
ANYONE = "anyone"
PATH = "/browse"


@dataclass(frozen=True)
class Query:
    """One question. Empty: not asked for."""

    place: str = ""  # as typed
    sector: str = ""
    kind: str = ""
    show: str = ""  # one of SHOWN
    order: str = ""  # one of ORDERS; empty: what fits the question best
    within: int = USUAL_MILES
    page: int = 1
    anyone: bool = False  # leave out what is known of the visitor

    @property
    def is_asked(self) -> bool:
        """Tell a question from the bare index."""
        return bool(self.place or self.sector or self.kind or self.show or self.order)

    def but(self, **changes: Any) -> Query:
        """Ask the same but for some things, from the first page on."""
        return replace(self, **{"page": 1, **changes})

    @property
    def address(self) -> str:
        """Write the one address of this question."""
        said = {
            "place": self.place,
            "sector": self.sector,
            "kind": self.kind,
            "show": self.show,
            "order": self.order,
            "within": "" if self.within == USUAL_MILES else str(self.within),
            "for": ANYONE if self.anyone else "",
            "page": "" if self.page == 1 else str(self.page),
        }
        asked = urlencode({name: value for name, value in said.items() if value})
        return f"{PATH}?{asked}" if asked else PATH


@dataclass(frozen=True)
class Read:
    """A question, the fields that could not be read, and whether the address is the plain one."""

    query: Query
    unread: tuple[str, ...]
    is_plain: bool


def read_query(given: Mapping[str, str]) -> Read:
    """Read the fields of an address. What does not fit is left out and named."""
    unread: list[str] = []

    def chosen(name: str, choices: Iterable[str]) -> str:
        value = given.get(name, "")
        if value and value not in choices:
            unread.append(name)
            return ""
        return value

    typed = " ".join("".join(c if c.isprintable() else " " for c in given.get("place", "")).split())
    if len(typed) > LONGEST_PLACE:
        unread.append("place")
    miles = chosen("within", map(str, MILES))
    query = Query(
        place=typed[:LONGEST_PLACE].strip(),
        sector=chosen("sector", SECTORS),
        kind=chosen("kind", KINDS),
        show=chosen("show", SHOWN),
        order=chosen("order", ORDERS),
        within=int(miles) if miles else USUAL_MILES,
        page=_page(given.get("page", ""), unread),
        anyone=chosen("for", (ANYONE,)) == ANYONE,
    )
    return Read(query, tuple(unread), all(given.values()))


def _page(written: str, unread: list[str]) -> int:
    if not written:
        return 1
    if not (written.isascii() and written.isdecimal() and 1 <= int(written[:5]) <= LAST_PAGE):
        unread.append("page")
        return 1
    return int(written[:5])
