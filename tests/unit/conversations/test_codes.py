"""A code survives being copied, read aloud and typed; what is not a code is noticed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations import codes
from conversations.codes import CodeMistyped, WrongLength, WrongSign

SECRETS = st.binary(min_size=16, max_size=16)
PLACES = st.integers(0, codes.LENGTH - 1)


@given(SECRETS)
def test_what_people_see_reads_back(secret: bytes) -> None:
    code = codes.code_of(secret)
    assert codes.read(codes.grouped(code)) == code
    assert codes.read(code.lower()) == code


@given(SECRETS, SECRETS)
def test_two_secrets_have_two_codes(one: bytes, other: bytes) -> None:
    assert (codes.code_of(one) == codes.code_of(other)) is (one == other)


@given(SECRETS, st.sampled_from([" ", "-", "–", "—", " - ", ".", "\n", "\u00a0"]))
def test_gaps_and_lookalikes_do_not_matter(secret: bytes, gap: str) -> None:
    code = codes.code_of(secret)
    typed = gap.join(code.replace("0", "o").replace("1", "l"))
    assert codes.read(f"  {typed} ") == code
    assert codes.read(code.replace("1", "I").replace("0", "O")) == code


@given(SECRETS, PLACES, st.sampled_from(codes.SIGNS))
def test_any_one_wrong_sign_is_noticed(secret: bytes, place: int, sign: str) -> None:
    code = codes.code_of(secret)
    typed = code[:place] + sign + code[place + 1 :]
    if typed == code:
        assert codes.read(typed) == code
    else:
        with pytest.raises(WrongSign):
            codes.read(typed)


@given(SECRETS, PLACES, PLACES)
def test_any_two_signs_that_changed_places_are_noticed(secret: bytes, a: int, b: int) -> None:
    code = codes.code_of(secret)
    signs = list(code)
    signs[a], signs[b] = signs[b], signs[a]
    if signs[a] == signs[b]:
        assert codes.read("".join(signs)) == code
    else:
        with pytest.raises(WrongSign):
            codes.read("".join(signs))


@pytest.mark.parametrize("typed", ["", "   ", "ABC", "A" * 26, "A" * 28, "9" * 10_000, "\ud800"])
def test_a_code_with_too_few_or_too_many_signs_says_how_many(typed: str) -> None:
    with pytest.raises(WrongLength) as refusal:
        codes.read(typed)
    assert refusal.value.found <= codes.LONGEST_TYPED


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_nothing_that_is_typed_does_harm(typed: str) -> None:
    with suppress(CodeMistyped):
        assert len(codes.read(typed)) == codes.LENGTH


def test_fresh_codes_hold_128_bits_and_never_repeat() -> None:
    made = {codes.new_code() for _ in range(1_000)}
    assert len(made) == 1_000
    assert {len(code) for code in made} == {codes.LENGTH}
    assert len({code[:-1] for code in made}) == 1_000
    assert {code[0] for code in made} == set(codes.SIGNS[:8])  # 26 signs of 5 bits, 2 to spare


def test_a_derived_code_is_a_code_that_depends_on_its_purpose() -> None:
    code = codes.code_of(b"0123456789abcdef")
    shares = [codes.derived(code, purpose) for purpose in ("share 1", "share 2", "share 1")]
    assert shares[0] == shares[2] != shares[1]
    assert codes.read(shares[0]) == shares[0] != code
