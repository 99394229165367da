"""What a program and a ladder are in the words of schema.org, built from their records. Pure.

What a record does not state is left out: no date, place or wage is ever filled in.
Terms: https://schema.org/EducationalOccupationalProgram and https://schema.org/Occupation.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

Json = dict[str, Any]
Record = Mapping[str, Any]
CONTEXT = "https://schema.org"
COUNTRY = "US"
USD = "USD"
TIMES = {"day": "Daytime", "evening": "Evening", "weekend": "Weekend"}
IN_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def block_of(data: Json) -> Markup:
    """Write data as a block of a page; nothing in it can end the block or begin a tag."""
    written = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=True, separators=(",", ":"))
    return Markup(written.translate(IN_MARKUP))  # escaped as a script's text needs it


def program_data(record: Record, address: str, language: str) -> Json:
    """Describe a program; `address` is that of its page."""
    page = _page(address, language, record["sources"])
    return _stated(
        {
            "@type": "EducationalOccupationalProgram",
            "@id": f"{address}#program",
            "name": record["full_name"] or record["name"],
            "alternateName": list(record["aliases"]),
            "description": record["summary"],
            "url": address,
            "sameAs": record["url"],
            "mainEntityOfPage": page,
            "provider": _provider(record),
            "programType": record["kind"].replace("_", " "),
            "programPrerequisites": [one["text"] for one in record["requirements"]],
            "occupationalCategory": [_category(job["soc"]) for job in record["occupations"]],
            "occupationalCredentialAwarded": list(record["credentials"]),
            "timeToComplete": _duration(record["length"]),
            "timeOfDay": [TIMES[time] for time in record["schedule"] if time in TIMES],
            "offers": _offer(record["cost"]),
        }
    )


def ladder_data(card: Record, address: str, language: str) -> Json:
    """Describe a ladder as the list of its jobs, from the first step up."""
    rungs = enumerate(card["rungs"], start=1)
    return _stated(
        {
            "@type": "ItemList",
            "@id": f"{address}#ladder",
            "name": card["name"],
            "description": card["notes"],
            "url": address,
            "mainEntityOfPage": _page(address, language, card["sources"]),
            "numberOfItems": len(card["rungs"]),
            "itemListElement": [
                {"@type": "ListItem", "position": at, "item": _occupation(rung)}
                for at, rung in rungs
            ],
        }
    )


def _occupation(rung: Record) -> Json:
    wage, education = rung["wage"], rung["typical_education"]
    return _stated(
        {
            "@type": "Occupation",
            "name": rung["title"],
            "occupationalCategory": _category(rung["soc"]),
            "occupationLocation": _area(wage["area"]) if wage else None,
            "estimatedSalary": _salary(wage) if wage else None,
            "educationRequirements": education["text"] if education else None,
            "qualifications": "; ".join(need["text"] for need in rung["needs"]),
        }
    )


def _salary(wage: Record) -> Json:
    return _stated(
        {
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": USD,
            "duration": "P1Y",
            "percentile10": wage["low_usd"],
            "median": wage["usd"],
            "percentile90": wage["high_usd"],
        }
    )


def _area(code: str) -> Json:
    if code == COUNTRY:
        return {"@type": "Country", "name": COUNTRY}
    return {"@type": "State", "name": code}


def _category(soc: str) -> Json:
    codes = {"@type": "CategoryCodeSet", "name": "SOC 2018"}
    return {"@type": "CategoryCode", "codeValue": soc, "inCodeSet": codes}


def _provider(record: Record) -> Json:
    return _stated(
        {
            "@type": "Organization",
            "name": record["sponsor"] or record["name"],
            "telephone": record["phone"],
            "location": [_place(site) for site in record["sites"]],
        }
    )


def _place(site: Record) -> Json:
    address = {
        "@type": "PostalAddress",
        "streetAddress": site["address"],
        "addressLocality": site["city"],
        "addressRegion": site["state"],
        "postalCode": site["zip"],
        "addressCountry": COUNTRY,
    }
    point = {"@type": "GeoCoordinates", "latitude": site["lat"], "longitude": site["lon"]}
    known = site["lat"] is not None and site["lon"] is not None
    return _stated({"@type": "Place", "address": _stated(address), "geo": point if known else None})


def _duration(length: Record | None) -> str | None:
    if not length:
        return None
    if length["weeks"]:
        return f"P{length['weeks']}W"
    return f"PT{length['hours']}H" if length["hours"] else None


def _offer(cost: Record | None) -> Json | None:
    if not cost or cost["usd"] is None:
        return None
    return _stated(
        {
            "@type": "Offer",
            "price": cost["usd"],
            "priceCurrency": USD,
            "description": cost["text"],
            "category": cost["kind"].replace("_", " ") if cost["kind"] else None,
        }
    )


def _page(address: str, language: str, sources: list[Record]) -> Json:
    return _stated(
        {
            "@type": "WebPage",
            "url": address,
            "inLanguage": language,
            "citation": [_citation(source) for source in sources],
        }
    )


def _citation(source: Record) -> Json:
    return _stated(
        {
            "@type": "CreativeWork",
            "name": source["title"],
            "url": source["url"],
            "datePublished": source["as_of"],
        }
    )


def _stated(given: Json) -> Json:
    return {name: value for name, value in given.items() if value not in (None, "", [])}
