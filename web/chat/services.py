"""What the routes draw on: the talk, the published release, the places, the limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

import locales
from conversations.clock import Clock, system_clock
from conversations.talk import Talk
from knowledge.advice import Advice
from knowledge.reader import Library
from matching.profile import Profile
from matching.profile_json import profile_after
from places.gazetteer import Gazetteer
from web.shared.problems import Problem


@dataclass
class Services:
    """One per process."""

    talk: Talk
    library: Library
    gazetteer: Gazetteer
    messages_per_minute: int
    clock: Clock = system_clock

    def __post_init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._limit = RateLimitItemPerMinute(self.messages_per_minute)

    def admit(self, request: Request) -> None:
        """Refuse an address that sends too many messages."""
        address = request.client.host if request.client else "unknown"
        if not self._limiter.hit(self._limit, address):
            raise Problem(
                429, "That was quick. Please wait a moment, then send it again."
            ).retry_after(self._seconds_left(address))

    def _seconds_left(self, address: str) -> int:
        opens_at = self._limiter.get_window_stats(self._limit, address).reset_time
        return max(1, round(opens_at - self.clock().timestamp()))

    def advice(self, language: str) -> Advice:
        """Return advice from the release that is published now."""
        if language not in locales.languages():
            known = ", ".join(sorted(locales.languages()))
            raise Problem(422, f"language: “{language}” is not one of {known}")
        return Advice(self.library.current(), self.gazetteer, self.clock().date(), language)

    def checked_delta(self, delta: dict[str, Any]) -> dict[str, Any]:
        """Refuse a delta of the wrong shape before it becomes a turn."""
        profile_after(Profile(), delta)
        if not delta:
            raise Problem(422, 'The delta is empty: send at least one field, such as {"age": 19}.')
        return delta


def services_of(request: Request) -> Services:
    """Return the services of this app."""
    services = request.app.state.services
    assert isinstance(services, Services)
    return services
