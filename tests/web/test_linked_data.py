"""Records in the words of schema.org: only its terms, only what is stated, safe in a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.reading import read
from web.chat.linked_data import block_of, ladder_data, program_data

PEOPLE = {"Accept": "text/html"}
THING = {"name", "alternateName", "description", "url", "sameAs", "mainEntityOfPage"}
# The terms of schema.org 28 that may stand here, type by type.
TERMS = {
    "EducationalOccupationalProgram": THING | {
        "provider", "programType", "programPrerequisites", "occupationalCategory",
        "occupationalCredentialAwarded", "timeToComplete", "timeOfDay", "offers",
    },
    "Organization": THING | {"telephone", "location"},
    "Place": THING | {"address", "geo"},
    "PostalAddress": {
        "streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry",
    },
    "GeoCoordinates": {"latitude", "longitude"},
    "Offer": THING | {"price", "priceCurrency", "category"},
    "WebPage": THING | {"inLanguage", "citation"},
    "CreativeWork": THING | {"datePublished"},
    "CategoryCode": THING | {"codeValue", "inCodeSet"},
    "CategoryCodeSet": THING,
    "ItemList": THING | {"itemListElement", "numberOfItems"},
    "ListItem": THING | {"position", "item"},
    "Occupation": THING | {
        "occupationalCategory", "occupationLocation", "estimatedSalary", "educationRequirements",
        "qualifications",
    },
    "MonetaryAmountDistribution": {
        "name", "currency", "duration", "median", "percentile10", "percentile90",
    },
    "Country": {"name"},
    "State": {"name"},
}  # fmt: skip
SITE = {"city": "Milwaukee", "state": "WI", "zip": None, "address": None, "lat": 43.0, "lon": -87.9}
SOURCE = {"title": "A page", "url": None, "as_of": "2015", "verified_on": None, "link": False}
BARE = {
    "id": "a", "name": "A", "full_name": None, "aliases": [], "summary": "It trains.", "url": None,
    "sponsor": None, "phone": None, "kind": "academy", "requirements": [], "occupations": [],
    "credentials": [], "length": None, "schedule": [], "cost": None, "sites": [], "sources": [],
}  # fmt: skip


def foreign_terms(data: Any) -> list[str]:
    """List what stands at a type that has no such term, all the way down."""
    if isinstance(data, list):
        return [one for each in data for one in foreign_terms(each)]
    if not isinstance(data, dict):
        return []
    known = TERMS[data["@type"]] | {"@type", "@id", "@context"}
    found = [f"{data['@type']}.{name}" for name in data if name not in known]
    return found + foreign_terms(list(data.values()))


def data_of(client: TestClient, path: str) -> dict[str, Any]:
    page = read(client.get(path, headers=PEOPLE).text)
    found: dict[str, Any] = json.loads(page.one("script", type="application/ld+json").text)
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_shipped_record_uses_only_terms_of_its_type(
    client: TestClient, language: str
) -> None:
    advice = client.app.state.services.advice(language)  # type: ignore[attr-defined]
    programs = [
        program_data(advice.program(name), "/p", language) for name in advice.release.programs
    ]
    ladders = [
        ladder_data(advice.ladder(name, "WI"), "/l", language) for name in advice.release.ladders
    ]
    assert foreign_terms([*programs, *ladders]) == []
    assert "null" not in json.dumps([*programs, *ladders])


def test_a_program_says_who_runs_it_where_and_what_it_costs(client: TestClient) -> None:
    data = data_of(client, "/programs/wrtp-big-step")
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "EducationalOccupationalProgram"
    assert data["provider"]["location"][0]["address"]["addressLocality"] == "Milwaukee"
    assert data["offers"]["price"] == 0
    assert data["timeToComplete"] == "P4W"
    assert data["mainEntityOfPage"]["citation"][0]["datePublished"] == "2015"


def test_a_ladder_says_what_its_jobs_pay_and_where(client: TestClient) -> None:
    items = data_of(client, "/ladders/machining?state=WI")["itemListElement"]
    paid = [one["item"] for one in items if "estimatedSalary" in one["item"]]
    assert [one["position"] for one in items] == list(range(1, len(items) + 1))
    assert paid[0]["estimatedSalary"]["currency"] == "USD"
    assert paid[0]["estimatedSalary"]["duration"] == "P1Y"
    low, middle, high = (
        paid[0]["estimatedSalary"][name] for name in ("percentile10", "median", "percentile90")
    )
    assert low < middle < high
    assert paid[0]["occupationLocation"] == {"@type": "State", "name": "WI"}


def test_what_a_record_does_not_state_is_not_said() -> None:
    data = program_data(BARE, "/programs/a", "en")
    assert set(data) == {
        "@type", "@id", "name", "description", "url", "mainEntityOfPage", "provider", "programType",
    }  # fmt: skip
    dated = program_data({**BARE, "sources": [SOURCE], "sites": [SITE]}, "/programs/a", "en")
    assert dated["mainEntityOfPage"]["citation"] == [
        {"@type": "CreativeWork", "name": "A page", "datePublished": "2015"}
    ]


def test_nothing_in_a_record_can_end_its_block() -> None:
    hostile = "</script><script>alert(1)</script>&amp;<!-- \u2028"
    block = str(block_of(program_data({**BARE, "summary": hostile}, "/programs/a", "en")))
    assert "<" not in block
    assert ">" not in block
    assert "&" not in block
    assert json.loads(block)["description"] == hostile
