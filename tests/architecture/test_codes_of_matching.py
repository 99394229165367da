"""Every code that matching can answer with has a sentence in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import locales
from matching import gaps, reasons
from matching import profile_fields as fields
from matching.answers import MONEY
from matching.asking import SENSITIVE
from matching.comparing import ASPECTS
from matching.profile import FLAGS
from matching.weights import WEIGHTS

STEPS = sorted(set(re.findall(r'"(step\.\w+)"', Path(gaps.__file__).read_text(encoding="utf-8"))))
REASONS = [f"reasons.{code}" for code in WEIGHTS.points if code != "support"]
SUPPORTS = [f"reasons.support.{code}" for code in reasons.NEEDS]
FACTS = (*(f"facts.{flag}" for flag in FLAGS), *MONEY)
FIELDS = ("age", "education", "location", "interests", *FACTS)
ASKS = [f"requirements.ask.{field}" for field in FIELDS]
WHYS = [f"requirements.why.{field}" for field in (*FIELDS, "confirm")]
MISFITS = sorted(
    {f"misfit.{code}" for code in re.findall(r'value, "(\w+)"', Path(fields.__file__).read_text())}
    | {"misfit.unknown", "misfit.full", "misfit.elsewhere"}
)
CODES = [
    *MISFITS,
    *STEPS,
    "step.study_at",
    *REASONS,
    "reasons.dislike.sector",
    *SUPPORTS,
    *ASKS,
    *WHYS,
]


@pytest.mark.parametrize("language", locales.languages())
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_sentence(code: str, language: str) -> None:
    assert code in locales.sentence_keys(language)


def test_the_codes_were_found() -> None:
    assert len(STEPS) > 15
    assert len(MISFITS) > 12
    assert set(FACTS) >= SENSITIVE
    assert "verdict" in ASPECTS
