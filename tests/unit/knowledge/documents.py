"""Whole program and ladder documents, made up at random as operators may write them."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from knowledge.content_files.fields import Kind, SourceKind, Status
from knowledge.content_files.program_shape import Schedule, Support
from knowledge.content_files.rule_keys import About
from matching.profile import LEVELS, SECTORS

Json = dict[str, Any]
SEEN = st.characters(
    blacklist_categories=("Cs", "Cc"), blacklist_characters="\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069",
)  # fmt: skip
ODD = ["no", "1.5", "02134", "~", "- a", "a: b", "# x", "“q”", "'", '"', "{x}", "NULL", "1e5", "ñ "]
texts = st.one_of(st.sampled_from(ODD), st.text(SEEN, min_size=1, max_size=30)).filter(str.strip)
words = st.fixed_dictionaries({"en": texts}, optional={"es": texts})
codes = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4})?", fullmatch=True)
socs = st.from_regex(r"[1-9][0-9]-[0-9]{4}", fullmatch=True)
SOURCES = 3
cited = st.integers(0, SOURCES - 1)


def listed(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


sources = st.fixed_dictionaries(
    {"title": texts, "kind": st.sampled_from(get_args(SourceKind))},
    optional={
        "url": st.just("https://example.org/page?a=1#b"),
        "as_of": st.sampled_from(["2015", "2015-06", "2015-06-30"]),
        "verified_on": st.just("2026-11-23"),
        "link": st.booleans(),
    },
)
rules: st.SearchStrategy[Json] = st.one_of(
    st.fixed_dictionaries({"about": st.just("age")}, optional={"apply_at": st.integers(10, 50)}),
    st.fixed_dictionaries(
        {"about": st.just("education"), "min_level": st.sampled_from(LEVELS)},
        optional={"min_gpa": st.sampled_from([0, 2.5, 3.25]), "by": st.just("start")},
    ),
    st.fixed_dictionaries(
        {"about": st.just("income"), "max_percent_fpl": st.sampled_from([200, 138.5])}
    ),
    st.fixed_dictionaries(
        {"about": st.just("location"), "states": st.just(["WI", "IL"])},
        optional={"preferred": st.just(True)},
    ),
    st.fixed_dictionaries({"about": st.sampled_from(get_args(About))}),
)
said = st.fixed_dictionaries(
    {"text": words}, optional={"key": codes, "source": cited, "track": words}
)


def _leaf(parts: tuple[Json, Json]) -> Json:
    return {**parts[0], **parts[1]}


def _group(parts: tuple[str, list[Json], Json]) -> Json:
    mode, children, rest = parts
    return {mode: children, **rest}


leaves = st.tuples(rules, said).map(_leaf)


def _with_waivers(parts: tuple[Json, list[Json]]) -> Json:
    return {**parts[0], "waived_by": parts[1]}


def _larger(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    several = st.lists(inner, min_size=1, max_size=3).map(_with_keys_of_their_own)
    return st.one_of(
        st.tuples(st.sampled_from(["any_of", "all_of"]), several, said).map(_group),
        st.tuples(inner, several).map(_with_waivers),
    )


def _with_keys_of_their_own(conditions: list[Json]) -> list[Json]:
    """Keys of waivers are not numbered: two alike are two of one name."""
    keys: set[str] = set()
    return [_own(one, keys) for one in conditions]


def _own(condition: Json, keys: set[str]) -> Json:
    key = condition.get("key")
    if key is None or key not in keys:
        keys.add(str(key))
        return condition
    return {name: value for name, value in condition.items() if name != "key"}


requirements = st.recursive(leaves, _larger, max_leaves=5).map(lambda one: {**one, "source": 1})
terms = st.fixed_dictionaries(
    {"text": words, "source": cited},
    optional={"usd": st.integers(0, 9999), "weeks": st.integers(0, 90), "hours": st.just(0)},
)
figures = st.fixed_dictionaries(
    {"text": words, "source": cited},
    optional={"value": st.sampled_from([0, 1.5, -3, 1_000_000]), "year": st.integers(1900, 2030)},
)
sites = st.fixed_dictionaries(
    {"city": texts, "state": st.just("WI")},
    optional={"zip": st.just("02134"), "address": texts},
)
areas = st.fixed_dictionaries(
    {},
    optional={
        "nationwide": st.booleans(),
        "states": listed("WI", "IL"),
        "cities": listed("Chicago, IL"),
    },
)
programs: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {
        "id": st.just("a-program"),
        "name": words,
        "kind": st.sampled_from(get_args(Kind)),
        "sectors": st.lists(st.sampled_from(SECTORS), min_size=1, max_size=2, unique=True),
        "summary": words,
        "status": st.sampled_from(get_args(Status)),
        "sources": st.lists(sources, min_size=SOURCES, max_size=SOURCES),
    },
    optional={
        "full_name": words,
        "aliases": st.lists(texts, max_size=3),
        "sponsor": words,
        "occupations": st.lists(socs, max_size=3),
        "serves": areas,
        "sites": st.lists(sites, max_size=2),
        "requirements": st.lists(requirements, max_size=4),
        "cost": terms,
        "pay_while_training": terms,
        "length": terms,
        "opening_hours": terms,
        "schedule": listed(*get_args(Schedule)),
        "supports": listed(*get_args(Support)),
        "credentials": st.lists(texts, max_size=2),
        "figures": st.lists(figures, max_size=2),
        "how_to_apply": words,
        "url": st.just("https://example.org"),
        "phone": st.just("414-555-0100"),
        "succeeded_by": words,
        "notes": words,
    },
)
