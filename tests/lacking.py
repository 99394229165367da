"""What happens to a test when the machine lacks a part it needs."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(reason: str) -> NoReturn:
    """Skip the test, saying why; where CI=true nothing may be lacking, so fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI=true, yet this machine lacks a part: {reason}", pytrace=False)
    pytest.skip(reason)
