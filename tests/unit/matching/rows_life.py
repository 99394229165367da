"""Cases of rules about records, body, circumstances, and keys that any rule may have."""

from __future__ import annotations

from matching.requirements import Status
from tests.unit.matching.rows import flags, row

MET, UNKNOWN, NOT_MET = Status.MET, Status.UNKNOWN, Status.NOT_MET
NO_RECORD, RECORD = flags(justice_involved=False), flags(justice_involved=True)

ROWS = [
    # justice
    row("no record, no bar", "justice", {"bars": ["felony"]}, NO_RECORD, MET),
    row("which record is not known", "justice", {"bars": ["felony"]}, RECORD, UNKNOWN),
    row("record unsaid", "justice", {"bars": ["felony"]}, {}, UNKNOWN),
    row("a record alone decides nothing", "justice", {"check": ["background"]}, RECORD, UNKNOWN),
    row("no record passes the check", "justice", {"check": ["background"]}, NO_RECORD, MET),
    row("a polygraph tells more", "justice", {"check": ["polygraph"]}, NO_RECORD, UNKNOWN),
    row("a record is fine", "justice", {"record_ok": True}, RECORD, MET),
    row("for people with a record", "justice", {"fact": "justice_involved"}, NO_RECORD, NOT_MET),
    row(
        "for them, and more",
        "justice",
        {"fact": "justice_involved", "partly": True},
        RECORD,
        UNKNOWN,
    ),
    # physical and other
    row("an exam", "physical", {"exam": "dot"}, {}, UNKNOWN),
    row("a weight", "physical", {"lift_pounds": 94}, {}, UNKNOWN),
    row("what the work asks", "physical", {"abilities": ["heights"]}, {}, UNKNOWN),
    row("own transport", "other", {"transport": "reliable"}, flags(own_transport=True), MET),
    row(
        "no car may be a bus",
        "other",
        {"transport": "reliable"},
        flags(own_transport=False),
        UNKNOWN,
    ),
    row("travel", "other", {"travel": True}, flags(willing_to_relocate=True), UNKNOWN),
    row("time to give", "other", {"availability": ["nights"], "hours_per_week": 20}, {}, UNKNOWN),
    row("help received", "other", {"receives": ["snap"]}, flags(low_income=True), UNKNOWN),
    row(
        "help by need, not in need",
        "other",
        {"receives": ["snap"]},
        flags(low_income=False),
        NOT_MET,
    ),
    row(
        "the GI Bill goes by no need",
        "other",
        {"receives": ["gi_bill"]},
        flags(low_income=False),
        UNKNOWN,
    ),
    row("an office decides", "other", {"decided_by": "job_center"}, {"age": 30}, UNKNOWN),
    row("draft registration", "other", {"selective_service": True}, {}, UNKNOWN),
    row("as named", "other", {"drug_free": True, "equipment": ["computer"]}, {}, UNKNOWN),
    row("speaks English", "other", {"language": "en"}, flags(english_learner=False), MET),
    row(
        "still learning English", "other", {"language": "en"}, flags(english_learner=True), UNKNOWN
    ),
    # any leaf
    row("text only", "other", {}, {"age": 30}, UNKNOWN),
    row("a key nobody knows", "age", {"start_at": 18, "zodiac": "leo"}, {"age": 30}, UNKNOWN),
    row(
        "a known key fails beside it",
        "age",
        {"start_at": 18, "zodiac": "leo"},
        {"age": 17},
        NOT_MET,
    ),
    row("a kind nobody knows", "test", {"kind": "juggling"}, {}, UNKNOWN),
    row("fact", "other", {"fact": "veteran"}, flags(veteran=True), MET),
    row("fact denied", "other", {"fact": "veteran"}, flags(veteran=False), NOT_MET),
    row(
        "fact turned round", "other", {"fact": "veteran", "is": False}, flags(veteran=True), NOT_MET
    ),
    row(
        "one of the facts",
        "other",
        {"any_fact": ["homeless", "foster_youth"]},
        flags(foster_youth=True),
        MET,
    ),
    row(
        "one denied, one unsaid",
        "other",
        {"any_fact": ["homeless", "foster_youth"]},
        flags(homeless=False),
        UNKNOWN,
    ),
    row(
        "all denied",
        "other",
        {"any_fact": ["homeless", "foster_youth"]},
        flags(homeless=False, foster_youth=False),
        NOT_MET,
    ),
    row("no such rule", "education", {"open_to_all": True}, {}, MET),
    row("only some ask it", "age", {"start_at": 18, "sometimes": True}, {"age": 17}, UNKNOWN),
    row(
        "only some ask it, and it holds",
        "age",
        {"start_at": 18, "sometimes": True},
        {"age": 18},
        MET,
    ),
    row("the text asks for more", "age", {"start_at": 18, "partly": True}, {"age": 18}, UNKNOWN),
    row("the keys can fail it", "age", {"start_at": 18, "partly": True}, {"age": 17}, NOT_MET),
    row(
        "for minors only, grown",
        "documents",
        {"documents": ["parent_consent"], "if_under_age": 18},
        {"age": 18},
        MET,
    ),
    row(
        "for minors only, minor",
        "documents",
        {"documents": ["parent_consent"], "if_under_age": 18},
        {"age": 17},
        UNKNOWN,
    ),
    row(
        "for parents only, not one",
        "other",
        {"fact": "veteran", "if_fact": "parent_or_pregnant"},
        flags(parent_or_pregnant=False),
        MET,
    ),
    row(
        "for parents only, a parent",
        "other",
        {"fact": "veteran", "if_fact": "parent_or_pregnant"},
        flags(parent_or_pregnant=True, veteran=False),
        NOT_MET,
    ),
    row(
        "for parents only, unsaid",
        "other",
        {"fact": "veteran", "if_fact": "parent_or_pregnant"},
        flags(veteran=False),
        UNKNOWN,
    ),
    row(
        "papers",
        "documents",
        {"documents": ["resume"], "within_days": 30, "fee_usd": 10},
        {},
        UNKNOWN,
    ),
    row(
        "papers to bring decide nothing",
        "age",
        {"start_at": 18, "documents": ["birth_certificate"]},
        {"age": 18},
        MET,
    ),
    row("a step on the way in", "other", {"steps": ["interview"]}, {}, UNKNOWN),
    row("a promise", "other", {"agree": "work_or_repay", "years": 5}, {}, UNKNOWN),
    row(
        "a promise beside schooling",
        "education",
        {"min_level": "no_high_school", "agree": "ged"},
        {"level": "no_high_school"},
        UNKNOWN,
    ),
    row(
        "the GED promise, under way",
        "education",
        {"agree": "ged", "within_months": 12},
        {"level": "ged_in_progress"},
        MET,
    ),
    row(
        "the right to work",
        "work_authorization",
        {},
        {"confirmed": {"a-program#age": True}},
        UNKNOWN,
    ),
    row(
        "who it is for",
        "other",
        {"group": ["women"]},
        {"confirmed": {"a-program#age": False}},
        UNKNOWN,
    ),
    row(
        "confirmed with Yes",
        "physical",
        {"exam": "dot"},
        {"confirmed": {"a-program#age": True}},
        MET,
    ),
    row(
        "confirmed with No",
        "age",
        {"start_at": 18},
        {"age": 30, "confirmed": {"a-program#age": False}},
        NOT_MET,
    ),
]
