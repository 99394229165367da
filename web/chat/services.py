"""What the routes draw on: the talk, the published release, the places, the limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Request

import locales
from conversations.clock import Clock, system_clock
from conversations.plans import Plans
from conversations.reports import Reports
from conversations.talk import Talk
from knowledge.advice import Advice
from knowledge.reader import Library
from knowledge.whereabouts import require_one_place
from matching.profile_json import profile_after, profile_from
from places.gazetteer import Gazetteer
from web.shared.limits import Admission
from web.shared.problems import Problem


@dataclass
class Services:
    """One per process."""

    talk: Talk
    library: Library
    gazetteer: Gazetteer
    admission: Admission
    plans: Plans
    reports: Reports
    clock: Clock = system_clock

    def advice(self, language: str) -> Advice:
        """Return advice from the release that is published now."""
        if language not in locales.languages():
            known = ", ".join(sorted(locales.languages()))
            raise Problem(422, f"language: “{language}” is not one of {known}")
        return Advice(self.library.current(), self.gazetteer, self.clock().date(), language)

    def checked_delta(self, session: str, delta: dict[str, Any]) -> dict[str, Any]:
        """Refuse a change that does not fit this talk's profile, before it becomes a turn."""
        if not delta:
            raise Problem(422, 'The delta is empty: send at least one field, such as {"age": 19}.')
        changed = profile_after(profile_from(self.talk.ledger.snapshot(session).profile), delta)
        require_one_place(changed.location, self.gazetteer)
        for requirement in delta.get("confirmed") or ():
            self.known_requirement(requirement)
        return delta

    def known_requirement(self, requirement_id: str) -> None:
        """Refuse an answer to a requirement that the release does not have."""
        try:
            self.library.current().requirement(requirement_id)
        except KeyError as error:
            raise Problem(422, "confirmed: the release has no such requirement.") from error


def services_of(request: Request) -> Services:
    """Return the services of this app."""
    services = request.app.state.services
    assert isinstance(services, Services)
    return services
