"""Asks a running product what messages mean."""

from __future__ import annotations

import time
from collections.abc import Sequence

import httpx

from evaluation.annotations import Annotated
from evaluation.reading import Judged, judged


def read_all(
    messages: Sequence[Annotated], client: httpx.Client
) -> tuple[list[Judged], list[float]]:
    """Send each message to `POST /understand`; return how it was read and the seconds it took."""
    found, seconds = [], []
    for message in messages:
        begun = time.perf_counter()
        response = client.post("/api/v1/understand", json={"text": message.text})
        seconds.append(time.perf_counter() - begun)
        response.raise_for_status()
        found.append(judged(message, response.json()))
    return found, seconds
