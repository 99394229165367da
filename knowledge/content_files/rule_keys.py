"""Every key a requirement may be checked by, with its type. The content guide explains them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from knowledge.content_files.fields import (
    Age,
    Code,
    Count,
    Dollars,
    Flag,
    Identifier,
    InState,
    Level,
    Percent,
    Shape,
    Short,
    State,
    between,
    one_of,
)

About = Literal[
    "education", "age", "location", "enrollment", "employment", "membership", "justice", "income",
    "license", "test", "course", "residency", "experience", "documents", "physical",
    "work_authorization", "other",
]  # fmt: skip
When = Literal["apply", "selection", "hire", "start", "placement", "finish", "later"]
Document = Literal[
    "transcript", "diploma", "ged_scores", "birth_certificate", "proof_of_age", "photo_id",
    "driver_license", "social_security_card", "ssn_or_itin", "driving_record",
    "proof_of_residence", "income_proof", "resume", "work_history", "references",
    "recommendation", "dd214", "parent_consent", "fafsa", "application",
    "notarized_application", "immunizations", "medical_exam", "background_clearances", "cpr_card",
]  # fmt: skip
WayIn = Literal[
    "application", "information_session", "orientation", "interview", "assessment",
    "skills_demo", "counselor_meeting", "recommendation", "referral", "waiting_list",
    "career_plan", "child_care_plan", "register_with_state",
]  # fmt: skip
Agreement = Literal[
    "ged", "work_or_repay", "work_in_field", "stay_in_state", "full_term", "dues", "join_union",
    "join_association", "join_fire_company", "program_rules", "attend_college", "volunteer",
    "buy_tools",
]  # fmt: skip
LICENSES = (
    "driver", "driver_permit", "driver_or_permit", "cdl", "cdl_a", "trade_registration", "twic",
    "merchant_mariner", "dispatcher_certificate",
)  # fmt: skip
TESTS = (
    "drug_screen", "aptitude", "entry_test", "placement", "basic_skills", "math", "reading",
    "skills_demo", "workkeys", "tabe", "asvab", "act", "sat", "accuplacer", "teas", "ged_math",
    "ncrc_bronze", "typing", "ability_to_benefit", "certification_exam",
)  # fmt: skip
KINDS_BY_ABOUT: dict[str, tuple[str, ...]] = {"license": LICENSES, "test": TESTS}
RuleKind = Annotated[str, one_of(LICENSES + TESTS)]
Bar = Literal[
    "felony", "violent_felony", "violent_crime", "sexual_offense", "crime_against_child", "arson",
    "serious_record", "open_charges", "probation", "parole", "court_fines", "incarcerated",
    "firearm_ban",
]  # fmt: skip
Check = Literal["background", "fingerprints", "polygraph", "driving_record", "security_clearance"]
Ability = Literal[
    "job_tasks", "heavy_work", "lift", "climb", "heights", "tight_spaces", "outdoors",
    "stand_long", "color_vision", "good_health",
]  # fmt: skip
Help = Literal[
    "snap", "tanf", "ssi", "free_lunch", "public_assistance", "public_housing",
    "rental_assistance", "gi_bill", "hope_grant",
]  # fmt: skip
Grade = Annotated[int, between(0, 12)]
Months = Annotated[int, between(0, 600)]
HoursAWeek = Annotated[int, between(1, 80)]


class RuleShape(Shape):
    """The machine-checkable part of one condition. Several keys must all hold."""

    fact: Flag | None = None
    any_fact: list[Flag] | None = None
    is_: bool | None = Field(default=None, alias="is")
    layer: Literal["federal", "state", "local"] | None = None
    cites: Short | None = None
    same_as: Identifier | None = None
    decided_by: Literal["job_center", "agency", "program"] | None = None
    in_states: list[State] | None = None
    in_counties: list[InState] | None = None
    in_cities: list[InState] | None = None
    if_fact: Flag | None = None
    if_under_age: Age | None = None
    open_to_all: Literal[True] | None = None
    preferred: Literal[True] | None = None
    sometimes: Literal[True] | None = None
    partly: Literal[True] | None = None
    by: When | None = None
    documents: list[Document] | None = None
    steps: list[WayIn] | None = None
    agree: Agreement | None = None
    years: Annotated[int, between(0, 60)] | None = None
    within_months: Months | None = None
    within_days: Annotated[int, between(0, 3650)] | None = None
    months: Months | None = None
    fee_usd: Dollars | None = None
    apply_at: Age | None = None
    start_at: Age | None = None
    max_age: Age | None = None
    apply_at_by_state: dict[State, Age] | None = None
    min_level: Level | None = None
    below_level: Level | None = None
    min_grade: Grade | None = None
    min_gpa: Annotated[float, between(0, 4)] | None = None
    min_percent: Annotated[float, between(0, 100)] | None = None
    min_credits: Count | None = None
    max_credits: Count | None = None
    basic_skills: Literal["low"] | None = None
    enrolled_in: Literal["high_school", "ged", "college", "program"] | None = None
    grades: list[Grade] | None = None
    full_time: Literal[True] | None = None
    work_status: list[Literal["unemployed", "underemployed", "part_time"]] | None = None
    employer: Short | None = None
    employer_sponsor: Literal[True] | None = None
    min_hours_per_week: HoursAWeek | None = None
    max_hours_per_week: HoursAWeek | None = None
    max_usd_per_hour: Annotated[float, between(0, 1000)] | None = None
    past_probation: Literal[True] | None = None
    union: Short | None = None
    hours: Count | None = None
    field: Short | None = None
    states: list[State] | None = None
    counties: list[InState] | None = None
    cities: list[InState] | None = None
    counties_include: list[InState] | None = None
    max_percent_fpl: Percent | None = None
    max_percent_smi: Percent | None = None
    max_usd: Dollars | None = None
    household_size: Annotated[int, between(1, 30)] | None = None
    max_sai: Annotated[int, between(-1500, 999_999)] | None = None
    kind: RuleKind | None = None
    state: State | None = None
    clean_record: Literal[True] | None = None
    subject: Literal["algebra", "math"] | None = None
    course: Code | None = None
    letter_grade: Literal["A", "B", "C", "D"] | None = None
    at: Literal["high_school", "college"] | None = None
    min_score: Annotated[float, between(0, 10_000)] | None = None
    min_scores: dict[Code, Annotated[float, between(0, 10_000)]] | None = None
    min_reading_grade: Grade | None = None
    min_math_grade: Grade | None = None
    subjects: list[Code] | None = None
    retest_months: Months | None = None
    bars: list[Bar] | None = None
    check: list[Check] | None = None
    record_ok: Literal[True] | None = None
    exam: Literal["medical", "dot", "fitness", "ability_test", "coast_guard"] | None = None
    lift_pounds: Annotated[int, between(1, 500)] | None = None
    abilities: list[Ability] | None = None
    transport: Literal["reliable"] | None = None
    travel: Literal[True] | None = None
    availability: (
        list[Literal["weekdays", "full_time", "any_shift", "nights", "weekends"]] | None
    ) = None
    hours_per_week: HoursAWeek | None = None
    receives: list[Help] | None = None
    selective_service: Literal[True] | None = None
    drug_free: Literal[True] | None = None
    equipment: list[Literal["computer", "internet"]] | None = None
    language: Annotated[Short, Field(max_length=10)] | None = None
    group: list[Code] | None = None

    def rule(self) -> dict[str, Any]:
        """Return the keys that were written, and only those."""
        return self.model_dump(
            by_alias=True, exclude_unset=True, include=set(RuleShape.model_fields)
        )


RULE_KEYS = tuple(field.alias or name for name, field in RuleShape.model_fields.items())
