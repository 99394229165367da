"""Rules about tests and the marks they ask for."""

from __future__ import annotations

from matching.requirements import Finding, Status, every, status_of
from matching.rules.case import Case, Check, Rule, plain, unanswered

MARKS = ("min_score", "min_scores", "min_percent", "min_reading_grade", "min_math_grade")
NCRC = frozenset({"ncrc-bronze", "ncrc-silver", "ncrc-gold", "ncrc-platinum"})


def of_test(case: Case, rule: Rule) -> Finding:
    """Judge the test itself: with a mark to reach, the mark decides; else only passing would."""
    if rule["kind"] == "ncrc_bronze" and case.holds_any(NCRC):
        return Finding(Status.MET, "credentials")
    return Finding(Status.MET if any(mark in rule for mark in MARKS) else Status.UNKNOWN)


def score_in(case: Case, name: str) -> float | None:
    """Find the score of a test by its name."""
    wanted = plain(name)
    scores = case.profile.test_scores.items()
    return next((score for test, score in scores if plain(test) == wanted), None)


def _scored(score: float | None, least: float) -> Finding:
    return Finding(status_of(None if score is None else score >= least), "test_scores")


def _min_score(case: Case, rule: Rule) -> Finding:
    return _scored(score_in(case, rule.get("kind", "test")), rule["min_score"])


def _min_scores(case: Case, rule: Rule) -> Finding:
    kind = rule.get("kind", "test")
    parts = rule["min_scores"].items()
    return every(_scored(score_in(case, f"{kind} {part}"), least) for part, least in parts)


KEYS: dict[str, Check] = {
    "min_score": _min_score,
    "min_scores": _min_scores,
    "min_reading_grade": unanswered,
    "min_math_grade": unanswered,
}
