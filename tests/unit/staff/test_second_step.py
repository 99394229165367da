"""Codes of a phone and recovery codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff import second_step

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
STEP = int(NOW.timestamp()) // 30


@pytest.mark.parametrize(
    ("seconds", "step"),
    [
        pytest.param(0, STEP, id="now"),
        pytest.param(-30, STEP - 1, id="a phone that is a step late"),
        pytest.param(30, STEP + 1, id="a phone that is a step early"),
        pytest.param(-60, None, id="two steps late"),
        pytest.param(60, None, id="two steps early"),
    ],
)
def test_a_phone_may_be_a_step_off(seconds: int, step: int | None) -> None:
    code = pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=seconds))
    assert second_step.step_of(SECRET, code, NOW, None) == step


def test_a_code_may_be_typed_with_spaces_and_counts_once() -> None:
    code = pyotp.TOTP(SECRET).at(NOW)
    assert second_step.step_of(SECRET, f" {code[:3]} {code[3:]} ", NOW, None) == STEP
    assert second_step.step_of(SECRET, code, NOW, STEP) is None


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    step = second_step.step_of(SECRET, typed, NOW, None)
    right = {pyotp.TOTP(SECRET).at((STEP + off) * 30) for off in (-1, 0, 1)}
    assert (step is not None) == ("".join(typed.split()) in right)


@given(st.text(max_size=60))
def test_a_recovery_code_is_known_however_it_is_typed(noise: str) -> None:
    code = second_step.new_recovery_codes()[0]
    assert second_step.digest_of(code.upper().replace("-", " ")) == second_step.digest_of(code)
    if noise.strip():
        assert second_step.digest_of(noise) != second_step.digest_of(code)


def test_the_address_for_a_phone_names_the_account() -> None:
    address = second_step.address_of(SECRET, "ana@center.example")
    assert address.startswith("otpauth://totp/Pathways:ana%40center.example?secret=")
