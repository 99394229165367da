"""Cases of rules about age, school, courses and tests."""

from __future__ import annotations

from matching.requirements import Status
from matching.where import Whereabouts
from tests.unit.matching.rows import flags, row

MET, UNKNOWN, NOT_MET = Status.MET, Status.UNKNOWN, Status.NOT_MET
HS = {"min_level": "high_school"}
TENTH = {"min_level": "some_high_school", "min_grade": 10}
WI = Whereabouts(city="Milwaukee", county="Milwaukee", state="WI")

ROWS = [
    # age
    row("an unsaid age is unknown", "age", {"start_at": 18}, {}, UNKNOWN),
    row("a year too young to start", "age", {"start_at": 18}, {"age": 17}, NOT_MET),
    row("just old enough to start", "age", {"start_at": 18}, {"age": 18}, MET),
    row("may apply before starting", "age", {"apply_at": 17, "start_at": 18}, {"age": 17}, MET),
    row("too young to apply", "age", {"apply_at": 17, "start_at": 18}, {"age": 16}, NOT_MET),
    row("the oldest age still qualifies", "age", {"max_age": 24}, {"age": 24}, MET),
    row("as old as work may begin", "other", {"no_child": 14}, {"age": 14}, MET),
    row("a child", "other", {"no_child": 14}, {"age": 13}, NOT_MET),
    row("an age not said is no child's", "other", {"no_child": 14}, {}, MET),
    row("a year past the oldest age", "age", {"max_age": 24}, {"age": 25}, NOT_MET),
    row("an oldest age, age unsaid", "age", {"max_age": 24}, {}, UNKNOWN),
    row(
        "a state with its own age",
        "age",
        {"apply_at": 18, "apply_at_by_state": {"WI": 17}},
        {"age": 17, "where": WI},
        MET,
    ),
    row(
        "another state keeps the general age",
        "age",
        {"apply_at": 18, "apply_at_by_state": {"CA": 17}},
        {"age": 17, "where": WI},
        NOT_MET,
    ),
    row(
        "between two states' ages, state unsaid",
        "age",
        {"apply_at": 18, "apply_at_by_state": {"CA": 17}},
        {"age": 17},
        UNKNOWN,
    ),
    row(
        "old enough in any state, state unsaid",
        "age",
        {"apply_at": 18, "apply_at_by_state": {"CA": 17}},
        {"age": 18},
        MET,
    ),
    # education
    row("no_high_school takes everyone", "education", {"min_level": "no_high_school"}, {}, MET),
    row("unsaid schooling", "education", HS, {}, UNKNOWN),
    row("a diploma", "education", HS, {"level": "high_school"}, MET),
    row("left in tenth grade", "education", HS, {"level": "some_high_school"}, NOT_MET),
    row("still in high school", "education", HS, {"level": "in_high_school"}, NOT_MET),
    row("studying for the GED", "education", HS, {"level": "ged_in_progress"}, NOT_MET),
    row("college took them, so a diploma", "education", HS, {"level": "some_college"}, MET),
    row("a certificate says nothing of it", "education", HS, {"level": "certificate"}, UNKNOWN),
    row("a degree", "education", HS, {"level": "associate"}, MET),
    row("a GED among credentials", "education", HS, {"credentials": ("GED",)}, MET),
    row(
        "a certificate is below a degree",
        "education",
        {"min_level": "associate"},
        {"level": "certificate"},
        NOT_MET,
    ),
    row(
        "tenth grade finished", "education", TENTH, {"level": "some_high_school", "grade": 10}, MET
    ),
    row("ninth finished", "education", TENTH, {"level": "some_high_school", "grade": 9}, NOT_MET),
    row("left, grade unsaid", "education", TENTH, {"level": "some_high_school"}, UNKNOWN),
    row(
        "now in tenth: ninth done",
        "education",
        TENTH,
        {"level": "in_high_school", "grade": 10},
        NOT_MET,
    ),
    row(
        "now in eleventh: tenth done",
        "education",
        TENTH,
        {"level": "in_high_school", "grade": 11},
        MET,
    ),
    row("a diploma covers tenth grade", "education", TENTH, {"level": "high_school"}, MET),
    row(
        "never in high school", "education", {"min_grade": 10}, {"level": "no_high_school"}, NOT_MET
    ),
    row(
        "below a grade under nine",
        "education",
        {"min_grade": 7},
        {"level": "no_high_school"},
        UNKNOWN,
    ),
    row(
        "has it already",
        "education",
        {"below_level": "high_school"},
        {"level": "high_school"},
        NOT_MET,
    ),
    row(
        "has less", "education", {"below_level": "high_school"}, {"level": "some_high_school"}, MET
    ),
    row(
        "may have it",
        "education",
        {"below_level": "high_school"},
        {"level": "certificate"},
        UNKNOWN,
    ),
    row("grade average at the line", "education", {"min_gpa": 2.5}, {"gpa": 2.5}, MET),
    row("grade average below", "education", {"min_gpa": 2.5}, {"gpa": 2.4}, NOT_MET),
    row("grade average unsaid", "education", {"min_gpa": 2.5}, {}, UNKNOWN),
    row(
        "two keys, one fails",
        "education",
        {**HS, "min_gpa": 2},
        {"level": "high_school", "gpa": 1},
        NOT_MET,
    ),
    row(
        "two keys, one unknown",
        "education",
        {**HS, "min_gpa": 2},
        {"level": "high_school"},
        UNKNOWN,
    ),
    row("percent is not in a profile", "education", {"min_percent": 70}, {"gpa": 4.0}, UNKNOWN),
    row("credits least", "education", {"min_credits": 72, "at": "college"}, {}, UNKNOWN),
    row("credits most", "education", {"max_credits": 90, "at": "college"}, {}, UNKNOWN),
    row("low basic skills", "education", {"basic_skills": "low"}, {}, UNKNOWN),
    # enrollment
    row(
        "in high school now",
        "enrollment",
        {"enrolled_in": "high_school"},
        {"level": "in_high_school"},
        MET,
    ),
    row(
        "finished it",
        "enrollment",
        {"enrolled_in": "high_school"},
        {"level": "high_school"},
        NOT_MET,
    ),
    row(
        "left it",
        "enrollment",
        {"enrolled_in": "high_school"},
        {"level": "some_high_school"},
        NOT_MET,
    ),
    row("school unsaid", "enrollment", {"enrolled_in": "high_school"}, {}, UNKNOWN),
    row(
        "in no school",
        "enrollment",
        {"enrolled_in": "college"},
        flags(enrolled_in_school=False),
        NOT_MET,
    ),
    row("in GED class", "enrollment", {"enrolled_in": "ged"}, {"level": "ged_in_progress"}, MET),
    row(
        "in college now",
        "enrollment",
        {"enrolled_in": "college"},
        {"level": "some_college", "facts": {"enrolled_in_school": True}},
        MET,
    ),
    row(
        "some college, now unsaid",
        "enrollment",
        {"enrolled_in": "college"},
        {"level": "some_college"},
        UNKNOWN,
    ),
    row(
        "their own program",
        "enrollment",
        {"enrolled_in": "program"},
        {"level": "high_school"},
        UNKNOWN,
    ),
    row(
        "not enrolled is wanted",
        "enrollment",
        {"enrolled_in": "high_school", "is": False},
        {"level": "high_school"},
        MET,
    ),
    row(
        "a grade listed",
        "enrollment",
        {"grades": [11, 12]},
        {"level": "in_high_school", "grade": 11},
        MET,
    ),
    row(
        "a grade not listed",
        "enrollment",
        {"grades": [11, 12]},
        {"level": "in_high_school", "grade": 10},
        NOT_MET,
    ),
    row("grade unsaid", "enrollment", {"grades": [11, 12]}, {"level": "in_high_school"}, UNKNOWN),
    row(
        "no longer in any grade", "enrollment", {"grades": [12]}, {"level": "high_school"}, NOT_MET
    ),
    row(
        "full time nobody says",
        "enrollment",
        {"full_time": True},
        flags(enrolled_in_school=True),
        UNKNOWN,
    ),
    row(
        "out of school is wanted, in high school",
        "enrollment",
        {"fact": "enrolled_in_school", "is": False},
        {"level": "in_high_school"},
        NOT_MET,
    ),
    # course
    row("algebra", "course", {"subject": "algebra"}, flags(algebra_credit=True), MET),
    row("no algebra", "course", {"subject": "algebra"}, flags(algebra_credit=False), NOT_MET),
    row(
        "algebra among courses", "course", {"subject": "algebra"}, {"courses": ("algebra-1",)}, MET
    ),
    row("algebra is math", "course", {"subject": "math"}, flags(algebra_credit=True), MET),
    row(
        "no algebra may be other math",
        "course",
        {"subject": "math"},
        flags(algebra_credit=False),
        UNKNOWN,
    ),
    row(
        "how well",
        "course",
        {"subject": "algebra", "letter_grade": "C"},
        flags(algebra_credit=True),
        UNKNOWN,
    ),
    row(
        "how long",
        "course",
        {"subject": "algebra", "years": 1},
        flags(algebra_credit=True),
        UNKNOWN,
    ),
    row(
        "where",
        "course",
        {"subject": "math", "at": "college"},
        {"courses": ("algebra-1",)},
        UNKNOWN,
    ),
    row("a named course", "course", {"course": "tech_math"}, {"courses": ("tech-math",)}, MET),
    row("a named course unsaid", "course", {"course": "tech_math"}, {}, UNKNOWN),
    row(
        "a passing mark",
        "course",
        {"course": "tech_math", "min_percent": 75},
        {"courses": ("tech-math",)},
        UNKNOWN,
    ),
    # test
    row("a drug screen", "test", {"kind": "drug_screen"}, {}, UNKNOWN),
    row("a score without a line", "test", {"kind": "teas"}, {"test_scores": {"teas": 80}}, UNKNOWN),
    row(
        "a score at the line",
        "test",
        {"kind": "aptitude", "min_score": 4},
        {"test_scores": {"aptitude": 4}},
        MET,
    ),
    row(
        "a score below",
        "test",
        {"kind": "aptitude", "min_score": 4},
        {"test_scores": {"aptitude": 3}},
        NOT_MET,
    ),
    row("no score yet", "test", {"kind": "aptitude", "min_score": 4}, {}, UNKNOWN),
    row(
        "every part reached",
        "test",
        {"kind": "act", "min_scores": {"math": 19, "reading": 17}},
        {"test_scores": {"act_math": 19, "act-reading": 20}},
        MET,
    ),
    row(
        "one part missed",
        "test",
        {"kind": "act", "min_scores": {"math": 19, "reading": 17}},
        {"test_scores": {"act_math": 18}},
        NOT_MET,
    ),
    row("reading grade", "test", {"kind": "tabe", "min_reading_grade": 10}, {}, UNKNOWN),
    row("math grade", "test", {"kind": "tabe", "min_math_grade": 10}, {}, UNKNOWN),
    row("work readiness", "test", {"kind": "ncrc_bronze"}, {"credentials": ("ncrc-silver",)}, MET),
    row(
        "what it covers decides nothing",
        "test",
        {"kind": "math", "subjects": ["math"], "retest_months": 6},
        {},
        UNKNOWN,
    ),
]
