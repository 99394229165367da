"""Profiles as the contract writes them: read strictly, written whole, changed by deltas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from matching import profile_fields as fields
from matching.profile import (
    FLAGS,
    LEVELS,
    NAMES,
    SECTORS,
    Education,
    Interests,
    Location,
    Profile,
)
from matching.profile_fields import ProfileProblem, Read, known_keys, mapping

__all__ = ["ProfileProblem", "json_of", "profile_after", "profile_from"]

EDUCATION: Mapping[str, Read] = {"level": fields.one_of(LEVELS), "grade": fields.whole(0, 12)}
LOCATION: Mapping[str, Read] = {
    "city": fields.words,
    "state": fields.state,
    "zip": fields.zip_code,
}
INTERESTS: Mapping[str, Read] = {
    "likes": fields.entries(fields.one_of(SECTORS)),
    "dislikes": fields.entries(fields.one_of(SECTORS)),
    "occupations": fields.entries(fields.soc),
}
FACTS: Mapping[str, Read] = {
    **dict.fromkeys(FLAGS, fields.flag),
    **dict.fromkeys(NAMES, fields.words),
}
SCALARS: Mapping[str, Read] = {
    "age": fields.whole(5, 120),
    "next_birthday": fields.birthday,
    "gpa": fields.number(0, 4),
    "household_income_usd": fields.whole(0, 100_000_000),
    "household_size": fields.whole(1, 50),
}
LISTS: Mapping[str, Read] = dict.fromkeys(("credentials", "courses"), fields.entries(fields.words))
MAPS: Mapping[str, Read] = {
    "test_scores": fields.number(0, 10_000),
    "experience_hours": fields.whole(0, 500_000),
    "confirmed": fields.flag,
}
KEYS = ("age", "next_birthday", "education", "location", "interests", "facts", *LISTS)
KEYS += ("test_scores", "gpa", "experience_hours", "household_income_usd", "household_size")
KEYS += ("confirmed",)


def profile_from(json: Mapping[str, Any]) -> Profile:
    """Read a profile. Null and absent are unknown. Raises `ProfileProblem`."""
    given = mapping("profile", json)
    known_keys("", given, KEYS)
    # A delta to nobody, without its verbs, is a profile.
    interests = given.get("interests")
    if interests is not None:
        known_keys("interests", mapping("interests", interests), INTERESTS)
    return profile_after(
        Profile(), {key: value for key, value in given.items() if value is not None}
    )


def json_of(profile: Profile) -> dict[str, Any]:
    """Write the whole profile, what is unknown as null or empty."""
    return {
        "age": profile.age,
        "next_birthday": profile.next_birthday,
        "education": dict(vars(profile.education)),
        "location": dict(vars(profile.location)),
        "interests": {key: list(value) for key, value in vars(profile.interests).items()},
        "facts": dict(profile.facts),
        "credentials": list(profile.credentials),
        "courses": list(profile.courses),
        "test_scores": dict(profile.test_scores),
        "gpa": profile.gpa,
        "experience_hours": dict(profile.experience_hours),
        "household_income_usd": profile.household_income_usd,
        "household_size": profile.household_size,
        "confirmed": dict(profile.confirmed),
    }


def profile_after(profile: Profile, delta: Mapping[str, Any]) -> Profile:
    """Apply a change: absent leaves alone, null forgets, lists add. Raises `ProfileProblem`."""
    change = mapping("profile", delta)
    known_keys("", change, (*KEYS, "remove"))
    blank = Profile()
    changed: dict[str, Any] = {}
    for key, value in change.items():
        if key == "remove":
            continue
        changed[key] = getattr(blank, key) if value is None else _changed(profile, key, value)
    after = replace(profile, **changed)
    if change.get("remove") is not None:
        after = _without(after, change["remove"])
    return _bounded(after)


def _bounded(profile: Profile) -> Profile:
    """Refuse what many small changes add up to, so that what is kept can always be read back."""
    for key in (*LISTS, *MAPS):
        if len(getattr(profile, key)) > fields.MAX_ENTRIES:
            raise ProfileProblem(key, "misfit.full", most=fields.MAX_ENTRIES)
    if len(profile.interests.occupations) > fields.MAX_ENTRIES:
        raise ProfileProblem("interests.occupations", "misfit.full", most=fields.MAX_ENTRIES)
    return profile


def _changed(profile: Profile, key: str, value: Any) -> Any:
    if key in SCALARS:
        return SCALARS[key](key, value)
    if key in LISTS:
        return tuple(dict.fromkeys((*getattr(profile, key), *LISTS[key](key, value))))
    if key in MAPS:
        return _merged(getattr(profile, key), _map(key, value))
    return PARTS[key](profile, mapping(key, value))


def _map(key: str, value: Any) -> dict[str, Any]:
    given = mapping(key, value)
    if key == "experience_hours":
        for name in given:
            fields.soc(f"{key} key", name)
    return {name: _or_none(MAPS[key], f"{key}.{name}", entry) for name, entry in given.items()}


def _or_none(read: Read, path: str, value: Any) -> Any:
    return None if value is None else read(path, value)


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> Mapping[str, Any]:
    """Lay the new over the old; a null takes its entry out."""
    both = {**old, **new}
    return MappingProxyType({key: value for key, value in both.items() if value is not None})


def _read_part(path: str, readers: Mapping[str, Read], given: Mapping[str, Any]) -> dict[str, Any]:
    known_keys(path, given, readers)
    return {key: _or_none(readers[key], f"{path}.{key}", value) for key, value in given.items()}


def _education(profile: Profile, given: Mapping[str, Any]) -> Education:
    return replace(profile.education, **_read_part("education", EDUCATION, given))


def _location(profile: Profile, given: Mapping[str, Any]) -> Location:
    """Place names move together: a new city leaves the old ZIP behind, a new state the old city."""
    read = _read_part("location", LOCATION, given)
    old = profile.location
    if _moves(old.state, read.get("state")):
        read = {"city": None, "zip": None, **read}
    if _moves(old.city, read.get("city")):
        read = {"zip": None, **read}
    if _moves(old.zip, read.get("zip")):
        read = {"city": None, "state": None, **read}
    return replace(old, **read)


def _moves(old: str | None, new: str | None) -> bool:
    return old is not None and new is not None and old.casefold() != new.casefold()


def _facts(profile: Profile, given: Mapping[str, Any]) -> Mapping[str, Any]:
    return _merged(profile.facts, _read_part("facts", FACTS, given))


def _interests(profile: Profile, given: Mapping[str, Any]) -> Interests:
    """Add likes and dislikes, the newer leaving the other side; `only` replaces the likes."""
    verbs = {key: given[key] for key in ("remove", "only") if given.get(key) is not None}
    read = _read_part("interests", INTERESTS, {k: v for k, v in given.items() if k not in VERBS})
    only = fields.flag("interests.only", verbs.get("only", False)) and "likes" in read
    old = profile.interests
    likes = _added(() if only else old.likes, read, "likes")
    new = Interests(
        likes=_less(likes, read.get("dislikes")),
        dislikes=_added(_less(old.dislikes, read.get("likes")), read, "dislikes"),
        occupations=_added(old.occupations, read, "occupations"),
    )
    return _interests_without(new, "interests.remove", verbs.get("remove", {}))


VERBS = frozenset({"remove", "only"})


def _added(old: tuple[str, ...], read: Mapping[str, Any], key: str) -> tuple[str, ...]:
    if key not in read:
        return old
    return () if read[key] is None else tuple(dict.fromkeys((*old, *read[key])))


def _less(old: tuple[str, ...], out: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(entry for entry in old if entry not in (out or ()))


def _interests_without(interests: Interests, path: str, given: Any) -> Interests:
    out = _read_part(path, INTERESTS, mapping(path, given))
    left = {key: _less(getattr(interests, key), gone) for key, gone in out.items()}
    return replace(interests, **left)


def _without(profile: Profile, given: Any) -> Profile:
    """Take entries out of the interests, credentials or courses."""
    out = mapping("remove", given)
    known_keys("remove", out, (*INTERESTS, *LISTS))
    wishes = {key: value for key, value in out.items() if key in INTERESTS}
    left: dict[str, Any] = {
        key: _less(getattr(profile, key), _or_none(LISTS[key], f"remove.{key}", out[key]))
        for key in LISTS
        if key in out
    }
    left["interests"] = _interests_without(profile.interests, "remove", wishes)
    return replace(profile, **left)


PARTS = {
    "education": _education,
    "location": _location,
    "interests": _interests,
    "facts": _facts,
}
