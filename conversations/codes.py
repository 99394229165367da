"""Codes that people copy, print and read aloud: 128 random bits in letters that nobody mixes up.

27 signs of Crockford's base 32: 26 hold the bits, the last one checks them. The check is a sum over
the field of 32 elements, each place with a weight of its own, so that any one wrong sign and any
two signs that changed places are noticed. (Crockford's own check needs signs such as `~` and `$`,
which are hard to say.)
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from functools import reduce

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 128
LENGTH = 27  # signs, the check sign among them
IN_A_GROUP = 3
READ_AS = str.maketrans("OIL", "011")
IRREDUCIBLE = 0b100101  # x^5 + x^2 + 1, whose root runs through all 31 weights
LONGEST_TYPED = 200  # characters; a code with any dashes and spaces is far below


class CodeMistyped(ValueError):
    """No code was ever written like this."""


class WrongLength(CodeMistyped):
    """Signs are missing, or there are too many. `found` says how many there are."""

    def __init__(self, found: int) -> None:
        super().__init__("a code of the wrong length")
        self.found = found


class WrongSign(CodeMistyped):
    """A sign is wrong, or two changed places."""


def new_code() -> str:
    """Return a fresh code, as it is compared and kept."""
    return code_of(secrets.token_bytes(BITS // 8))


def code_of(secret: bytes) -> str:
    """Write 16 bytes as a code."""
    number = int.from_bytes(secret)
    values = [(number >> 5 * place) & 31 for place in reversed(range(LENGTH - 1))]
    return "".join(SIGNS[value] for value in [*values, _check(values)])


def grouped(code: str) -> str:
    """Write a code as people see it: `ABC-DEF-…`."""
    return "-".join(code[at : at + IN_A_GROUP] for at in range(0, len(code), IN_A_GROUP))


def read(typed: str) -> str:
    """Read a code as somebody typed it: in any case, with any gaps, O for 0, I or L for 1.

    Raises `WrongLength` and `WrongSign`.
    """
    plain = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    code = "".join(sign for sign in plain if sign.isalnum()).translate(READ_AS)
    if len(code) != LENGTH:
        raise WrongLength(len(code))
    values = [SIGNS.find(sign) for sign in code]
    if -1 in values or _check(values[:-1]) != values[-1] or values[0] > 7:
        raise WrongSign
    return code


def derived(code: str, purpose: str) -> str:
    """Return another code that only the holder of this one can work out, and not the reverse."""
    made = hmac.digest(code.encode("ascii"), purpose.encode(), hashlib.sha256)
    return code_of(made[: BITS // 8])


def _check(values: list[int]) -> int:
    return reduce(lambda total, value: _times_root(total ^ value), values, 0)


def _times_root(value: int) -> int:
    doubled = value << 1
    return doubled ^ IRREDUCIBLE if doubled & 32 else doubled
