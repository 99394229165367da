"""Passwords that are taken, and how they are compared."""

from __future__ import annotations

import pytest

from staff import passwords
from staff.problems import AccountRefused


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("eleven char", "too_short"),
        ("x y" * 100, "too_long"),
        ("aaaaaaaaaaaaaaaa", "too_easy"),
        ("my-name-is-ANA-ruiz", "too_easy"),
        ("Pathways rocks!", "too_easy"),
    ],
)
def test_a_poor_password_is_refused_with_the_reason(password: str, code: str) -> None:
    with pytest.raises(AccountRefused, match=code):
        passwords.hashed(password, "ana-ruiz@center.example")


def test_a_password_is_kept_as_argon2id_and_fits_itself_only() -> None:
    kept = passwords.hashed("siete autobuses verdes ñ", "ana")
    assert kept.startswith("$argon2id$")
    assert passwords.fits("siete autobuses verdes ñ", kept)
    assert not passwords.fits("siete autobuses verdes n", kept)
    assert not passwords.fits("", None)
    assert not passwords.fits("a password that opens nothing", None)
    assert not passwords.fits("whatever", "not a hash")
