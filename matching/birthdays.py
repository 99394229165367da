"""Ages and birthdays on a given day. Partial dates stay partial."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from matching.profile import Profile


def last_day_of(partial: str) -> date | None:
    """Return the last day a partial date may mean; None when it is no date."""
    try:
        parts = [int(part) for part in partial.split("-")]
        year = parts[0]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
        return _day(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date:
    """Build a day; a birthday of 29 February is kept on 1 March in common years."""
    if (month, day) == (2, 29) and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return date(year, month, day)


def age_on(profile: Profile, today: date) -> int | None:
    """Return the age in whole years, counting birthdays that have passed since it was said."""
    if profile.age is None:
        return None
    return profile.age + _birthdays_passed(profile, today)


def _birthdays_passed(profile: Profile, today: date) -> int:
    birthday = profile.next_birthday
    passed = 0
    while birthday is not None and _has_come(birthday, today):
        passed += 1
        birthday = _a_year_later(birthday)
    return passed


def _has_come(birthday: str, today: date) -> bool:
    """A birthday of which only the month is known has come for sure when the month is over."""
    latest = last_day_of(birthday)
    if latest is None:
        return False
    return latest <= today if birthday.count("-") == 2 else latest < today


def _a_year_later(partial: str, years: int = 1) -> str:
    year, dash, rest = partial.partition("-")
    return f"{int(year) + years:04d}{dash}{rest}"


def birthday_at(profile: Profile, age: int, today: date) -> str | None:
    """Return the date, maybe partial, on which the person turns `age`; None when not known."""
    now = age_on(profile, today)
    if now is None or profile.next_birthday is None or age <= now:
        return None
    years = _birthdays_passed(profile, today) + age - now - 1
    return _a_year_later(profile.next_birthday, years)


def weeks_until(partial: str, today: date) -> int | None:
    """Count weeks, rounded up, to a day known in full; None for a partial date."""
    if partial.count("-") != 2:
        return None
    day = last_day_of(partial)
    if day is None:
        return None
    return max(0, -(-(day - today) // timedelta(weeks=1)))
