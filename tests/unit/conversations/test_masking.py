"""Identity numbers and contact details never reach a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.masking import masked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "my ssn is 123-45-6789 ok", "my ssn is ••••••••••• ok", id="an SSN with dashes"
        ),
        pytest.param("123 45 6789", "•••••••••••", id="an SSN with spaces"),
        pytest.param("123\u201145\u20146789", "•••••••••••", id="an SSN with other dashes"),
        pytest.param("joe at gmail dot com", "••••••••••••••••••••", id="an e-mail spelled out"),
        pytest.param("its 123456789", "its •••••••••", id="an SSN run together"),
        pytest.param("write ana.b@mail.org pls", "write •••••••••••••• pls", id="an e-mail"),
        pytest.param("call 414-555-0123", "call ••••••••••••", id="a phone number with dashes"),
        pytest.param("(414) 555-0123", "••••••••••••••", id="a phone number with brackets"),
        pytest.param("+1 414 555 0123", "•••••••••••••••", id="a phone number with country code"),
        pytest.param("4111 1111 1111 1111", "•••••••••••••••••••", id="a card number"),
    ],
)
def test_what_identifies_a_person_is_masked_in_place(text: str, kept: str) -> None:
    assert masked(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("im 19 in 53206", id="an age and a ZIP"),
        pytest.param("zip 53206-1234", id="a ZIP+4"),
        pytest.param("class of 2024, left after 10th", id="years and grades"),
        pytest.param("I made $45,000 in 2023 and 4000 hours", id="money and hours"),
        pytest.param("17", id="a bare number"),
    ],
)
def test_what_we_need_to_know_is_left_alone(text: str) -> None:
    assert masked(text) == text


@given(st.text(max_size=300))
def test_masking_keeps_the_length_so_that_places_in_the_text_keep(text: str) -> None:
    assert len(masked(text)) == len(text)


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert masked(masked(text)) == masked(text)
