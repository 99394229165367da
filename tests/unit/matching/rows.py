"""One case of a rule: a sentence, what the rule is about, its keys, the person, what is found."""

from __future__ import annotations

from typing import Any

import pytest

from matching.requirements import Status


def row(
    sentence: str, about: str, rule: dict[str, Any], person: dict[str, Any], status: Status
) -> Any:
    return pytest.param(about, rule, person, status, id=f"{about}: {sentence}")


def flags(**facts: bool | str) -> dict[str, Any]:
    return {"facts": facts}
