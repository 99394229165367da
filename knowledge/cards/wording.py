"""How codes and numbers from matching become something a sentence can say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import locales
from knowledge.release import Release
from matching.match import Reason, Step

GROUPS = {
    "agree": "codes.agree",
    "documents": "codes.document",
    "equipment": "codes.equipment",
    "level": "codes.level",
    "sectors": "codes.sector",
    "state": "states",
    "steps": "codes.take_part",
    "subject": "codes.subject",
}
IN_CITY_MILES = 1.0  # distances are from the middle of a place: less than that says nothing
GROUP_OF_KIND = {"step.license": "codes.license", "step.test": "codes.test"}


def step_text(step: Step, release: Release, language: str) -> str:
    """Say one step."""
    params = spoken(step.params, release)
    if step.code in GROUP_OF_KIND:
        params["kind"] = named(GROUP_OF_KIND[step.code], step.params["kind"])
    if step.date:
        params["on"] = {"date": step.date[:7]}  # a month is enough, and fits after "in"
    program = release.programs.get(step.program_id or "")
    if program:
        params["program"] = program.name
    return locales.say(step.code, language, params)


def reason_text(reason: Reason, release: Release, language: str) -> str:
    """Say one reason."""
    if reason.code == "near.site" and reason.params["miles"] < IN_CITY_MILES:
        return locales.say("reasons.near.here", language)
    return locales.say(f"reasons.{reason.code}", language, spoken(reason.params, release))


def spoken(params: Mapping[str, Any], release: Release) -> dict[str, Any]:
    """Turn the params of a reason or a step into what sentences take."""
    return {name: _spoken(name, value, release) for name, value in params.items()}


def _spoken(name: str, value: Any, release: Release) -> Any:
    if name in GROUPS:
        if isinstance(value, (tuple, list)):
            return [named(GROUPS[name], item) for item in value]
        return named(GROUPS[name], value)
    if name == "occupations":
        return [job_title(soc, release) for soc in value]
    if name == "course" and value in release.programs:
        return release.programs[value].name
    if name in ("course", "kind"):
        return str(value).replace("_", " ")
    wrapped = {"miles": "miles", "grade": "ordinal", "usd": "usd"}.get(name)
    return {wrapped: value} if wrapped else value


def named(group: str, code: str) -> Any:
    """Name a code; one that has no word yet is read as it is written."""
    return {"code": f"{group}.{code}"} if locales.has(f"{group}.{code}") else code.replace("_", " ")


def job_title(soc: str, release: Release) -> Any:
    """Name an occupation; one that is not listed by its code."""
    job = release.occupations.get(soc)
    return job.title if job else soc
