"""What the pages of staff draw on: accounts, the entrance, how often an address may try."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from staff.accounts import Accounts
from staff.entrance import Entrance
from web.shared.problems import Problem
from web.shared.signing_in.provider import Provider

TRIES_PER_MINUTE = 20  # by address, over all accounts


@dataclass
class Doors:
    """One per process. `provider` None: there is no identity provider."""

    accounts: Accounts
    entrance: Entrance
    provider: Provider | None = None
    _limiter: MovingWindowRateLimiter = field(
        default_factory=lambda: MovingWindowRateLimiter(MemoryStorage())
    )

    def count_a_try(self, request: Request) -> None:
        """Refuse a try past the limit of this address."""
        address = request.client.host if request.client else "unknown"
        if not self._limiter.hit(RateLimitItemPerMinute(TRIES_PER_MINUTE), "sign-in", address):
            raise Problem(429, "Too many tries. Wait a minute.").retry_after(60)


def doors_of(request: Request) -> Doors:
    """Return the doors of this app."""
    doors = request.app.state.doors
    assert isinstance(doors, Doors)
    return doors
