"""How much one address may ask in a minute, and try codes, counted in this process."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from fastapi import Request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from web.shared.problems import Problem

LOOKS_FOR_A_MESSAGE = 4  # calls that keep nothing are cheaper than a turn
# A person mistypes a few times. With 128 bits nobody guesses a code; these keep bots from trying.
WRONG_CODES = RateLimitItemPerMinute(10)  # by address
WRONG_CODES_OF_ALL = RateLimitItemPerMinute(600)  # of everybody together
EVERYBODY = "everybody"


@dataclass
class Admission:
    """Moving windows by address: one for turns, a wider one for calls that keep nothing."""

    messages_per_minute: int
    _limiter: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )

    def has_room(self, request: Request) -> bool:
        """Count one turn of this address; tell whether it is within the limit."""
        return self._limiter.hit(self._turns, "turn", _address(request))

    def turn(self, request: Request) -> None:
        """Refuse a turn past the limit."""
        if not self.has_room(request):
            raise self.refusal(request)

    def look(self, request: Request) -> None:
        """Refuse a call that keeps nothing, past its wider limit."""
        if not self._limiter.hit(self._looks, "look", _address(request)):
            raise self._refusal(self._looks, "look", _address(request))

    def code(self, request: Request, *, typed: bool = False) -> None:
        """Refuse to look a code up where too many were wrong just now.

        Only `typed` ones wait for the wrong codes of others: a browser that holds a code goes on.
        """
        for limit, who in _wrong_codes(request)[: 2 if typed else 1]:
            if not self._limiter.test(limit, "code", who):
                raise self._refusal(limit, "code", who)

    def wrong_code(self, request: Request) -> None:
        """Count a code that opens nothing."""
        for limit, who in _wrong_codes(request):
            self._limiter.hit(limit, "code", who)

    def refusal(self, request: Request) -> Problem:
        """Say kindly that it was too quick, and when to come back."""
        return self._refusal(self._turns, "turn", _address(request))

    @property
    def _turns(self) -> RateLimitItem:
        return RateLimitItemPerMinute(self.messages_per_minute)

    @property
    def _looks(self) -> RateLimitItem:
        return RateLimitItemPerMinute(self.messages_per_minute * LOOKS_FOR_A_MESSAGE)

    def _refusal(self, limit: RateLimitItem, *key: str) -> Problem:
        opens_at = self._limiter.get_window_stats(limit, *key).reset_time
        wait_s = max(1, round(opens_at - time.time()))
        detail = "That was quick. Please wait a moment, then send it again."
        return Problem(429, detail).retry_after(wait_s)


def _wrong_codes(request: Request) -> tuple[tuple[RateLimitItem, str], ...]:
    return (WRONG_CODES, _address(request)), (WRONG_CODES_OF_ALL, EVERYBODY)


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
