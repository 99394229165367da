"""What the product says outside the talk: records of programs, and matches for a profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx

Json = dict[str, Any]
ALL = 100  # matches, as many as may be asked for
WORKPLACE = frozenset({"employer", "union", "past_probation"})


class Desk:
    """Asks the product and remembers what cannot change while one release is in force."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._records: dict[tuple[str, str], Json] = {}
        self._last: tuple[str, list[Json]] = ("", [])

    def record(self, program_id: str, language: str) -> Json:
        """Fetch the full record of a program."""
        key = (program_id, language)
        if key not in self._records:
            path = f"/api/v1/programs/{program_id}"
            response = self._client.get(path, params={"language": language})
            response.raise_for_status()
            self._records[key] = response.json()
        return self._records[key]

    def matches(self, profile: Mapping[str, Any], language: str) -> list[Json]:
        """Match a profile against everything, best first; the last answer is kept."""
        body = {"profile": profile, "limit": ALL, "language": language}
        key = json.dumps(body, sort_keys=True)
        if key != self._last[0]:
            response = self._client.post("/api/v1/match", json=body)
            response.raise_for_status()
            self._last = (key, response.json()["matches"])
        return self._last[1]

    def is_for_a_workplace(self, card: Json, language: str) -> bool:
        """Say whether what a card's `only_if` names is an employer, a union or time served."""
        record = self.record(card["program_id"], language)
        named = (one for one in record["requirements"] if one["text"] in (card["only_if"] or ""))
        return any(not WORKPLACE.isdisjoint(rule) for one in named for rule in rules_of(one))


def rules_of(requirement: Json) -> list[Json]:
    """List the rules of a requirement and of everything under it."""
    if "mode" not in requirement:
        return [requirement["rule"]]
    return [rule for part in requirement["alternatives"] for rule in rules_of(part)]
