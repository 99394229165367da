"""Answers a browse question from the release in force: what a page shows, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from knowledge.advice import Advice
from knowledge.whereabouts import whereabouts
from matching.catalog import Standings
from matching.profile import Profile
from matching.program import in_language
from matching.where import NOWHERE, Whereabouts
from web.chat.browse import listing, words
from web.chat.browse.listing import Listing, Row
from web.chat.browse.person import Person
from web.chat.browse.place import Asked, Spot, measured_from, place_asked, spot_of
from web.chat.browse.query import MILES, Query

Json = dict[str, Any]


@dataclass(frozen=True)
class Search:
    """One question of one person to one release."""

    query: Query
    person: Person
    advice: Advice

    @cached_property
    def asked(self) -> Asked:
        """Read the place that was typed."""
        return place_asked(self.query.place, self.advice.language, self.advice.gazetteer)

    @cached_property
    def spot(self) -> Spot | None:
        """The place to measure from: the typed one, else the one of the talk."""
        if self.query.place:
            return self.asked.spot
        return spot_of(self.person.profile.location)

    @property
    def is_answerable(self) -> bool:
        """Tell whether there is a list to show: a typed place has to be one place."""
        return self.query.is_asked and not (self.query.place and self.spot is None)

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders that make sense here, the usual one first."""
        by = (("near", self.spot is not None), ("fit", self.person.is_known), ("name", True))
        return tuple(name for name, sensible in by if sensible)

    @property
    def order(self) -> str:
        """The order the list is in."""
        return self.query.order if self.query.order in self.orders else self.orders[0]

    @cached_property
    def where(self) -> Whereabouts:
        """Where distances are measured from."""
        if self.spot is None:
            return NOWHERE
        return measured_from(whereabouts(self.spot.location, self.advice.gazetteer), self.spot)

    @cached_property
    def listing(self) -> Listing:
        """The page that is asked for."""
        rows = listing.ordered(self._rows(self.query), self.order, self.advice.language)
        return listing.paged(rows, self.query.page)

    def rows(self) -> list[Json]:
        """Show the programs of the page: the card of each, and where it is in words."""
        profile, language = self._profile, self.advice.language
        matches = self.advice.judged(profile, [row.program.id for row in self.listing.rows])
        cards = self.advice.cards(matches, profile)
        return [
            {
                **card,
                "reach": row.reach,
                "where": words.where_words(row, self.spot, self.where, language),
                "whole": self._whole(row),
            }
            for row, card in zip(self.listing.rows, cards, strict=True)
        ]

    def ways_out(self) -> list[Json]:
        """Name what to let go of when nothing is found, with how much that opens."""
        wider = [(query, len(self._rows(query))) for query in self._wider()]
        return [{"query": query, "total": total} for query, total in wider if total]

    def _rows(self, query: Query) -> list[Row]:
        programs = listing.chosen(self.advice.release.directory.listed, query)
        where = self.where if self.spot else None
        rows = listing.placed(programs, self._standings, where, query.within)
        return listing.kept(rows, query) if self.person.is_known else rows

    def _wider(self) -> Iterator[Query]:
        query = self.query
        if self.spot and not self.spot.is_state and query.within < MILES[-1]:
            yield query.but(within=MILES[-1])
        for name in ("show", "kind", "sector"):
            if getattr(query, name):
                yield query.but(**{name: ""})
        if query.place:
            yield query.but(place="", anyone=True, order="name", show="")

    @cached_property
    def _profile(self) -> Profile:
        location = self.spot.location if self.spot else self.person.profile.location
        return replace(self.person.profile, location=location)

    @cached_property
    def _standings(self) -> Standings:
        return self.advice.standings(self._profile)

    def _whole(self, row: Row) -> str | None:
        whole = self.advice.release.programs.get(row.program.part_of or "")
        return in_language(whole.name, self.advice.language) if whole else None
