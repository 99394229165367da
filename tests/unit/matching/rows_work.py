"""Cases of rules about jobs, licenses, where one lives and what one earns."""

from __future__ import annotations

from typing import Any

from matching.requirements import Status
from matching.where import Whereabouts
from tests.unit.matching.rows import flags, row

MET, UNKNOWN, NOT_MET = Status.MET, Status.UNKNOWN, Status.NOT_MET
GM = {"employer": "General Motors"}
UAW = {"union": "United Auto Workers"}
WI = Whereabouts(city="Milwaukee", county="Milwaukee", state="WI")

# Round numbers of no real year: one person, and each further one.
FPL_200: dict[str, Any] = {
    "max_percent_fpl": 200,
    "poverty_line": {
        "year": 2000,
        "contiguous": {"first_usd": 10_000, "each_more_usd": 5_000},
        "AK": {"first_usd": 13_000, "each_more_usd": 6_000},
        "HI": {"first_usd": 11_000, "each_more_usd": 6_000},
    },
}


def means(income: int | None, size: int | None, state: str | None = None) -> dict[str, Any]:
    return {"household_income_usd": income, "household_size": size, "state": state}


ROWS = [
    # employment and membership
    row("named employer", "employment", GM, flags(employer="general motors"), MET),
    row("another employer stays unknown", "employment", GM, flags(employer="Walmart"), UNKNOWN),
    row("no work at all", "employment", GM, flags(employed=False), NOT_MET),
    row(
        "laid off, maybe from there",
        "employment",
        GM,
        flags(employed=False, laid_off=True),
        UNKNOWN,
    ),
    row(
        "a kind of employer",
        "employment",
        {"employer": "a transit agency"},
        flags(employer="a transit agency"),
        UNKNOWN,
    ),
    row(
        "full time without work",
        "employment",
        {**GM, "full_time": True},
        flags(employed=False),
        NOT_MET,
    ),
    row("named union by initials", "membership", UAW, flags(union="UAW Local 600"), MET),
    row("in no union", "membership", UAW, flags(union_member=False), NOT_MET),
    row("in a union unsaid which", "membership", UAW, flags(union_member=True), UNKNOWN),
    row(
        "employer and union both",
        "employment",
        {**GM, **UAW},
        flags(employer="General Motors", union="uaw"),
        MET,
    ),
    row(
        "employer without the union",
        "employment",
        {**GM, **UAW},
        flags(employer="General Motors"),
        UNKNOWN,
    ),
    row("sponsor", "employment", {"employer_sponsor": True}, flags(employed=True), UNKNOWN),
    row("unemployed", "employment", {"work_status": ["unemployed"]}, flags(employed=False), MET),
    row(
        "laid off counts as unemployed",
        "employment",
        {"work_status": ["unemployed"]},
        flags(laid_off=True),
        MET,
    ),
    row(
        "having work leaves it open",
        "employment",
        {"work_status": ["unemployed"]},
        flags(employed=True),
        UNKNOWN,
    ),
    row(
        "part time without work",
        "employment",
        {"work_status": ["part_time"]},
        flags(employed=False),
        NOT_MET,
    ),
    row(
        "hours in a job, no job",
        "employment",
        {"min_hours_per_week": 21},
        flags(employed=False),
        NOT_MET,
    ),
    row("hours in a job", "employment", {"min_hours_per_week": 21}, flags(employed=True), UNKNOWN),
    row(
        "at most so many hours, no job",
        "employment",
        {"max_hours_per_week": 20},
        flags(employed=False),
        MET,
    ),
    row("earns less, no job", "employment", {"max_usd_per_hour": 15}, flags(employed=False), MET),
    row("earns less, job", "employment", {"max_usd_per_hour": 15}, flags(employed=True), UNKNOWN),
    row("probation over", "experience", {"past_probation": True}, flags(employed=True), UNKNOWN),
    row(
        "probation without a job",
        "experience",
        {"past_probation": True},
        flags(employed=False),
        NOT_MET,
    ),
    row(
        "months at a job",
        "employment",
        {**GM, "months": 3},
        flags(employer="General Motors"),
        UNKNOWN,
    ),
    # experience
    row("no experience needed", "experience", {"hours": 0}, {}, MET),
    row("hours unsaid", "experience", {"hours": 4000, "field": "electrical"}, {}, UNKNOWN),
    row(
        "hours reached",
        "experience",
        {"hours": 4000, "field": "electrical"},
        {"experience_hours": {"47-2111": 4000}},
        MET,
    ),
    row(
        "an hour short",
        "experience",
        {"hours": 4000, "field": "electrical"},
        {"experience_hours": {"47-2111": 3999}},
        NOT_MET,
    ),
    row(
        "hours in another field",
        "experience",
        {"hours": 4000, "field": "electrical"},
        {"experience_hours": {"35-2014": 9000}},
        UNKNOWN,
    ),
    row("months of work", "experience", {"months": 12, "field": "related work"}, {}, UNKNOWN),
    row(
        "a field alone",
        "experience",
        {"field": "construction"},
        {"experience_hours": {"47-2061": 10}},
        MET,
    ),
    # license
    row(
        "driver's license",
        "license",
        {"fact": "driver_license", "kind": "driver"},
        flags(driver_license=True),
        MET,
    ),
    row("no driver's license", "license", {"kind": "driver"}, flags(driver_license=False), NOT_MET),
    row(
        "permit by a license",
        "license",
        {"kind": "driver_or_permit"},
        flags(driver_license=True),
        MET,
    ),
    row(
        "no license, maybe a permit",
        "license",
        {"kind": "driver_permit"},
        flags(driver_license=False),
        UNKNOWN,
    ),
    row("CDL held", "license", {"kind": "cdl"}, {"credentials": ("CDL",)}, MET),
    row("CDL of unsaid class", "license", {"kind": "cdl_a"}, {"credentials": ("cdl",)}, UNKNOWN),
    row(
        "no CDL without a license",
        "license",
        {"kind": "cdl_a"},
        flags(driver_license=False),
        NOT_MET,
    ),
    row(
        "a CDL is a driver's license",
        "license",
        {"kind": "driver"},
        {"credentials": ("cdl-a",)},
        MET,
    ),
    row("registration", "license", {"kind": "trade_registration", "state": "TX"}, {}, UNKNOWN),
    row("port card", "license", {"kind": "twic"}, {"credentials": ("TWIC",)}, MET),
    row(
        "clean driving record",
        "license",
        {"kind": "driver", "clean_record": True},
        flags(driver_license=True),
        UNKNOWN,
    ),
    # residency
    row("lives in the state", "residency", {"states": ["WI"]}, {"where": WI}, MET),
    row("lives elsewhere", "residency", {"states": ["WV"]}, {"where": WI}, NOT_MET),
    row("place unsaid", "residency", {"states": ["WV"]}, {}, UNKNOWN),
    row(
        "any of all lists",
        "residency",
        {"states": ["WV"], "cities": ["Milwaukee, WI"]},
        {"where": WI},
        MET,
    ),
    row("a county listed", "residency", {"counties": ["Milwaukee, WI"]}, {"where": WI}, MET),
    row("another county", "residency", {"counties": ["Dane, WI"]}, {"where": WI}, NOT_MET),
    row(
        "county unknown",
        "residency",
        {"counties": ["Dane, WI"]},
        {"city": "Monona", "state": "WI"},
        UNKNOWN,
    ),
    row(
        "a part of the list, in it",
        "residency",
        {"counties_include": ["Milwaukee, WI"]},
        {"where": WI},
        MET,
    ),
    row(
        "a part of the list, not in it",
        "residency",
        {"counties_include": ["Posey, IN"]},
        {"where": WI},
        UNKNOWN,
    ),
    row(
        "months there unsaid", "residency", {"states": ["WI"], "months": 12}, {"where": WI}, UNKNOWN
    ),
    row(
        "months there, elsewhere",
        "residency",
        {"states": ["MI"], "months": 12},
        {"where": WI},
        NOT_MET,
    ),
    # income
    row("no poverty line to go by", "income", {"max_percent_fpl": 200}, means(1, 1), UNKNOWN),
    row("at 200 percent", "income", FPL_200, means(40_000, 3, "WI"), MET),
    row("over 200 percent", "income", FPL_200, means(40_001, 3, "WI"), NOT_MET),
    row("no household size", "income", FPL_200, means(1, None, "WI"), UNKNOWN),
    row("no income", "income", FPL_200, means(None, 3, "WI"), UNKNOWN),
    row("Alaska's line is higher", "income", FPL_200, means(50_000, 3, "AK"), MET),
    row("Hawaii's line is higher", "income", FPL_200, means(46_000, 3, "HI"), MET),
    row("and has an end", "income", FPL_200, means(46_001, 3, "HI"), NOT_MET),
    row("no state, under every line", "income", FPL_200, means(40_000, 3), MET),
    row("no state, over every line", "income", FPL_200, means(50_001, 3), NOT_MET),
    row("no state, between the lines", "income", FPL_200, means(45_000, 3), UNKNOWN),
    row("Puerto Rico has no line", "income", FPL_200, means(1, 3, "PR"), UNKNOWN),
    row(
        "half a dollar is cut off",
        "income",
        {**FPL_200, "max_percent_fpl": 125},
        means(25_000, 3, "WI"),
        MET,
    ),
    row("state median", "income", {"max_percent_smi": 85}, {"household_income_usd": 1}, UNKNOWN),
    row("student aid index", "income", {"max_sai": 20000}, {}, UNKNOWN),
    row("income at the limit", "income", {"max_usd": 75000}, {"household_income_usd": 75000}, MET),
    row("income over", "income", {"max_usd": 75000}, {"household_income_usd": 75001}, NOT_MET),
    row(
        "limit for that household",
        "income",
        {"max_usd": 75000, "household_size": 4},
        {"household_income_usd": 80000, "household_size": 4},
        NOT_MET,
    ),
    row(
        "a larger household over a smaller one's limit",
        "income",
        {"max_usd": 75000, "household_size": 4},
        {"household_income_usd": 80000, "household_size": 6},
        UNKNOWN,
    ),
    row(
        "a larger household under a smaller one's limit",
        "income",
        {"max_usd": 75000, "household_size": 4},
        {"household_income_usd": 70000, "household_size": 6},
        MET,
    ),
    row("low income said", "income", {"fact": "low_income"}, flags(low_income=True), MET),
]
