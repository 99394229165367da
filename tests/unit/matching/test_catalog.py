"""The best of very many are the best of all, and everyone's standing is what judging says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.catalog import Catalog, shortlist
from matching.judging import judge_all
from matching.match import OPEN, Match
from matching.profile import Profile
from matching.program import Program, ServiceArea, Site
from matching.ranking import is_disliked, rank
from matching.rules.case import Case
from matching.where import Whereabouts
from tests.builders import MILWAUKEE, TODAY, a_site, a_source
from tests.unit.matching.test_laws import PLACES, PROFILES, catalogs

MANY = settings(max_examples=150, deadline=None)
FAR_SITE = Site("Reno", "NV", None, None, 39.53, -119.81)
AREAS = st.sampled_from(
    [
        None,
        ServiceArea(),
        ServiceArea(nationwide=True),
        ServiceArea(states=("WI",)),
        ServiceArea(states=("IL",), cities=("Milwaukee, WI",)),
        ServiceArea(counties=("Dane, WI",)),
        ServiceArea(cities=("Racine, WI", "Chicago, IL")),
        ServiceArea(counties=("Milwaukee County, WI",), cities=("Chicago, IL",)),
    ]
)
SITES = st.lists(
    st.sampled_from(
        [
            a_site(),
            a_site(lat=42.73, lon=-87.78, city="Racine"),
            FAR_SITE,
            a_site(lat=None, lon=None),
        ]
    ),
    max_size=2,
).map(tuple)
HOMES = st.one_of(
    PLACES,
    st.sampled_from(
        [
            Whereabouts("Racine", None, "WI", 42.73, -87.78),
            Whereabouts(None, "Milwaukee", "WI"),
            Whereabouts("Chicago", "Cook", "IL", 41.88, -87.63),
            Whereabouts("Reno", "Washoe", "NV", 39.53, -119.81),
        ]
    ),
)


@st.composite
def varied(draw: st.DrawFn) -> list[Program]:
    return [
        replace(
            program,
            serves=draw(AREAS),
            sites=draw(SITES),
            sources=(a_source(as_of=draw(st.sampled_from(["2026", "2022-01", "2010", None]))),),
            typical_pay_usd=draw(st.sampled_from([None, 30000, 56000, 90000])),
            occupations=draw(st.sampled_from([(), ("47-2111",)])),
        )
        for program in draw(catalogs(least=1))
    ]


def best_of_all(profile: Profile, programs: list[Program], home: Whereabouts) -> list[Match]:
    wanted = [program for program in programs if not is_disliked(profile, program)]
    matches = judge_all(Case(profile, home, TODAY), wanted)
    return sorted(matches, key=lambda match: (-match.score, match.program_id))


@MANY
@given(varied(), PROFILES, HOMES, st.integers(1, 7))
def test_the_best_are_those_that_judging_every_program_finds(
    programs: list[Program], profile: Profile, home: Whereabouts, limit: int
) -> None:
    found = Catalog(programs).best(profile, home, TODAY, limit)
    assert found == best_of_all(profile, programs, home)[:limit]


@MANY
@given(varied(), PROFILES, HOMES)
def test_everyones_standing_is_what_judging_says(
    programs: list[Program], profile: Profile, home: Whereabouts
) -> None:
    standings = Catalog(programs).standings(profile, home, TODAY)
    by_hand = best_of_all(profile, programs, home)
    assert {m.program_id: standings.verdict(m.program_id) for m in by_hand} == {
        match.program_id: match.verdict for match in by_hand
    }
    assert standings.open() == [one.program_id for one in by_hand if one.verdict in OPEN]


@MANY
@given(varied(), PROFILES, st.booleans())
def test_a_persons_own_answers_count(
    programs: list[Program], profile: Profile, answer: bool
) -> None:
    confirmed = {f"{program.id}#location": answer for program in programs[:2]}
    told = replace(profile, confirmed=confirmed)
    assert (
        Catalog(programs).best(told, MILWAUKEE, TODAY, 5)
        == best_of_all(told, programs, MILWAUKEE)[:5]
    )


@MANY
@given(varied(), PROFILES, HOMES, st.integers(1, 7))
def test_a_shortlist_is_how_the_ranking_begins(
    programs: list[Program], profile: Profile, home: Whereabouts, limit: int
) -> None:
    found = shortlist(Case(profile, home, TODAY), Catalog(programs), limit)
    assert found == rank(profile, programs, home, TODAY, limit)


@settings(max_examples=20, deadline=None)
@given(st.lists(varied(), min_size=12, max_size=16), PROFILES, HOMES)
def test_a_shortlist_of_many_is_how_their_ranking_begins(
    batches: list[list[Program]], profile: Profile, home: Whereabouts
) -> None:
    programs = [
        replace(one, id=f"{one.id}-{at}", part_of=one.part_of and f"{one.part_of}-{at}")
        for at, batch in enumerate(batches)
        for one in batch
    ]
    found = shortlist(Case(profile, home, TODAY), Catalog(programs), 3)
    assert found == rank(profile, programs, home, TODAY, 3)


def test_an_empty_catalog_has_no_best() -> None:
    assert Catalog([]).best(Profile(), MILWAUKEE, TODAY, 10) == []
