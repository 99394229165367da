"""A ladder with what its jobs pay, also in one state. A lower wage is never shown as a raise."""

from __future__ import annotations

import locales
from knowledge.cards.facts import Json, coded, in_words, source_json
from knowledge.release import COUNTRY, Release, Wage
from matching.program import Ladder, Move, Rung, in_language

IN_STATE, IN_COUNTRY = "ladder.wage_in_state", "ladder.wage_in_country"


def ladder_card(ladder: Ladder, release: Release, language: str, state: str | None = None) -> Json:
    """Show a ladder in one language; `state` (two letters) asks for its wages."""
    wages = [_wage(rung, release, state) for rung in ladder.rungs]
    moves = [
        {**_move(move, language), "raise": _raise(move, ladder, wages)} for move in ladder.moves
    ]
    return {
        "id": ladder.id,
        "name": in_language(ladder.name, language),
        "sector": ladder.sector,
        "state": state,
        "rungs": [
            _rung(rung, wage, language) for rung, wage in zip(ladder.rungs, wages, strict=True)
        ],
        "moves": moves,
        "notes": in_words(ladder.notes, language),
        "sources": [source_json(source) for source in ladder.sources],
    }


def _wage(rung: Rung, release: Release, state: str | None) -> Wage | None:
    """Look up a rung's wage. One without a figure of its own, as learners are, gets none."""
    if rung.median_wage_usd is None:
        return None
    return release.wage(rung.soc, state)


def _rung(rung: Rung, wage: Wage | None, language: str) -> Json:
    return {
        "title": in_language(rung.title, language),
        "soc": rung.soc,
        "median_wage_usd": rung.median_wage_usd,
        "wage": _wage_json(wage, language) if wage else None,
        "wage_source": rung.wage_source,
        "wage_note": in_words(rung.wage_note, language),
        "typical_education": coded("codes.typical_education", rung.typical_education, language),
        "typical_years_before": coded(
            "codes.typical_years_before", rung.typical_years_before, language
        ),
        "on_the_job_training": coded(
            "codes.on_the_job_training", rung.on_the_job_training, language
        ),
        "needs": [
            {"text": in_language(text, language), "source": source}
            for text, source in rung.needs_to_enter
        ],
        "credential": in_words(rung.credential, language),
    }


def _wage_json(wage: Wage, language: str) -> Json:
    return {
        "usd": wage.median_usd,
        "low_usd": wage.p10_usd,
        "high_usd": wage.p90_usd,
        "area": wage.area,
        "as_of": wage.as_of,
        "text": wage_text(wage, language),
        "source": source_json(wage.source),
    }


def wage_text(wage: Wage, language: str) -> str:
    """Say what half of the people in a job earn more than, where and when."""
    code = IN_COUNTRY if wage.area == COUNTRY else IN_STATE
    params = {
        "wage": {"usd": wage.median_usd},
        "state": {"code": f"states.{wage.area}"},
        "as_of": {"date": wage.as_of},
    }
    return locales.say(code, language, params)


def range_text(wage: Wage, language: str) -> str:
    """Say between what and what most people in a job earn, where and when; else the middle."""
    if wage.p10_usd is None or wage.p90_usd is None:
        return wage_text(wage, language)
    code = "ladder.range_in_country" if wage.area == COUNTRY else "ladder.range_in_state"
    params = {
        "low": {"usd": wage.p10_usd},
        "high": {"usd": wage.p90_usd},
        "wage": {"usd": wage.median_usd},
        "state": {"code": f"states.{wage.area}"},
        "as_of": {"date": wage.as_of},
    }
    return locales.say(code, language, params)


def _move(move: Move, language: str) -> Json:
    return {
        "from": move.start,
        "to": move.end,
        "kind": move.kind,
        "needs": in_language(move.needs, language),
        "source": move.source,
        "typical_years": move.typical_years,
        "wage_note": in_words(move.wage_note, language),
    }


def _raise(move: Move, ladder: Ladder, wages: list[Wage | None]) -> Json | None:
    """Give the raise of a step up, both wages of one area; None where none can be promised."""
    if move.kind != "up" or move.wage_note is not None:
        return None
    start, end = wages[move.start], wages[move.end]
    before, after = ladder.rungs[move.start].median_wage_usd, ladder.rungs[move.end].median_wage_usd
    if start and end and start.area == end.area:
        before, after = start.median_usd, end.median_usd
    if before is None or after is None or after <= before:
        return None
    return {"usd": after - before, "percent": round(100 * (after - before) / before)}
