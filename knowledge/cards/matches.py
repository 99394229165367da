"""A match as the contract shows it, and beside it what it costs and what comes after."""

from __future__ import annotations

import locales
from knowledge.cards.facts import Json, in_words, shared_json, site_json
from knowledge.cards.notes import Told, decider_of, notes_of
from knowledge.cards.said import said
from knowledge.cards.wording import IN_CITY_MILES, reason_text, step_text
from knowledge.release import Release
from matching.match import OPEN, Gap, Judged, Match, Path, Step
from matching.profile import Profile
from matching.program import Group, Program, in_language


def match_card(
    match: Match, release: Release, language: str, profile: Profile | None = None
) -> Json:
    """Show how one program fits one person, in one language."""
    program, told = release.programs[match.program_id], Told(profile, match.state)
    return {
        "program_id": program.id,
        **shared_json(program, release, language),
        "verdict": match.verdict,
        "requirements": [_judged(one, told, language) for one in match.requirements],
        "missing": [_gap(gap, release, language) for gap in match.missing],
        "path": _path(match.path, release, language),
        "reasons": [
            {
                "code": reason.code,
                "text": reason_text(reason, release, language),
                "points": reason.points,
            }
            for reason in match.reasons
        ],
        "distance_miles": match.distance_miles,
        "distance_text": _distance(match, language),
        **_instead_of_a_verdict(match, program, language),
        "serves_location": match.serves_location,
        "score": match.score,
        "site": _site(program, profile),
        "opens_on": _opens_on(match),
        "parts": list(match.parts),
    }


def _judged(judged: Judged, told: Told, language: str) -> Json:
    """Show a requirement; of layers the one that counts speaks for the whole."""
    requirement, counting = judged.requirement, judged.counting
    parts = judged.alternatives if counting is judged else ()
    return {
        "id": requirement.id,
        "about": requirement.about,
        "text": in_language(counting.requirement.text, language),
        "status": judged.status,
        "said": said(judged, told.profile, language),
        "gainable": judged.gainable,
        "alternatives": [_judged(part, told, language) for part in parts],
        "mode": requirement.mode if isinstance(requirement, Group) else None,
        "source": counting.requirement.source,
        "track": in_words(requirement.track, language),
        "because": judged.because,
        **notes_of(counting.requirement, told, language),
    }


def _gap(gap: Gap, release: Release, language: str) -> Json:
    return {
        "requirement": gap.requirement_id,
        "steps": [_step(step, release, language) for step in gap.steps],
    }


def _path(path: Path | None, release: Release, language: str) -> Json | None:
    """Show the closest way in: what to do, in order."""
    if path is None or not path.steps:
        return None
    return {
        "steps": [_step(step, release, language) for step in path.steps],
        "weeks": path.weeks,
        "cost_usd": path.cost_usd,
    }


def _step(step: Step, release: Release, language: str) -> Json:
    return {
        "text": step_text(step, release, language),
        "code": step.code,
        "program_id": step.program_id,
        "weeks": step.weeks,
        "cost_usd": step.cost_usd,
        "date": step.date,
    }


def _distance(match: Match, language: str) -> str | None:
    """Say how far it is; less than a mile from the middle of a city is in the city."""
    if match.distance_miles is None:
        return None
    if match.distance_miles < IN_CITY_MILES:
        return locales.say("web.in_your_city", language)
    return locales.say("web.distance", language, {"distance": {"miles": match.distance_miles}})


def _instead_of_a_verdict(match: Match, program: Program, language: str) -> Json:
    """Say what to show where the bare verdict would promise too much; None: the verdict stands."""
    return {
        "only_if": _only_if(match, language),
        "first_look": _first_look(match, program, language),
    }


def _first_look(match: Match, program: Program, language: str) -> str | None:
    """Say that an office decides."""
    by = decider_of(program)
    if by is None or match.verdict not in OPEN:
        return None
    return locales.say(f"requirements.first_look.{by}", language)


def _only_if(match: Match, language: str) -> str | None:
    """Say who alone gets in, where nobody said that this person is one of them."""
    if not match.doubted:
        return None
    asked = in_language(match.doubted[0].text, language)
    return locales.say("requirements.only_if", language, {"requirement": asked})


def _site(program: Program, profile: Profile | None) -> Json | None:
    """Pick a door in the person's own state before one elsewhere."""
    state = profile.location.state if profile else None
    sites = sorted(program.sites, key=lambda site: site.state != state)
    return site_json(sites[0]) if sites else None


def _opens_on(match: Match) -> str | None:
    """Say when time alone opens it: every gap closes on a known day."""
    days = [next((step.date for step in gap.steps if step.date), None) for gap in match.missing]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
