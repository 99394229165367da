"""Ages on a day, with whole and partial birthdays."""

from __future__ import annotations

from datetime import date

import pytest

from matching.birthdays import age_on, birthday_at, last_day_of, weeks_until
from tests.builders import a_profile


@pytest.mark.parametrize(
    ("birthday", "today", "age"),
    [
        pytest.param(None, date(2030, 1, 1), 17, id="birthday unsaid"),
        pytest.param("2027-03-14", date(2027, 3, 13), 17, id="the day before"),
        pytest.param("2027-03-14", date(2027, 3, 14), 18, id="the day"),
        pytest.param("2027-03", date(2027, 3, 31), 17, id="somewhere in that month"),
        pytest.param("2027-03", date(2027, 4, 1), 18, id="that month is over"),
        pytest.param("2027-03-14", date(2029, 3, 14), 20, id="three birthdays later"),
        pytest.param("2024-02-29", date(2025, 2, 28), 18, id="leap day, the day before"),
        pytest.param("2024-02-29", date(2025, 3, 1), 19, id="leap day in a common year"),
    ],
)
def test_birthdays_that_pass_count(birthday: str | None, today: date, age: int) -> None:
    assert age_on(a_profile(age=17, next_birthday=birthday), today) == age


def test_an_unsaid_age_stays_unsaid() -> None:
    assert age_on(a_profile(next_birthday="2020-01-01"), date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("age", "opens"),
    [
        pytest.param(18, "2027-03", id="the next birthday"),
        pytest.param(19, "2028-03", id="the one after"),
        pytest.param(17, None, id="is that old already"),
    ],
)
def test_the_day_a_person_ages_in_stays_as_partial_as_it_was_said(
    age: int, opens: str | None
) -> None:
    person = a_profile(age=17, next_birthday="2027-03")
    assert birthday_at(person, age, date(2026, 11, 23)) == opens


def test_weeks_are_counted_only_to_a_whole_date() -> None:
    assert weeks_until("2026-12-01", date(2026, 11, 23)) == 2
    assert weeks_until("2027-03", date(2026, 11, 23)) is None


@pytest.mark.parametrize("text", ["2027-13", "2027-02-30", "soon", "", "2027-00"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert last_day_of(text) is None
