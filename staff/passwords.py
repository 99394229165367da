"""Passwords: which are taken, how they are kept (Argon2id) and compared."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from staff.problems import AccountRefused

SHORTEST, LONGEST = 12, 200  # characters
FEWEST_SIGNS = 5  # different ones

_hasher = PasswordHasher()


def hashed(password: str, login: str) -> str:
    """Return what is kept of a password. Raises AccountRefused for one that is too easy."""
    plain = password.lower()
    if len(password) < SHORTEST:
        raise AccountRefused("too_short")
    if len(password) > LONGEST:
        raise AccountRefused("too_long")
    if len(set(plain)) < FEWEST_SIGNS or login.partition("@")[0] in plain or "pathways" in plain:
        raise AccountRefused("too_easy")
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Compare. An account without a password, or none at all, takes just as long to say no."""
    try:
        return _hasher.verify(kept or _nobodys(), password[:LONGEST]) and kept is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("a password that opens nothing")
