"""One evaluation from files to figures: the messages, then the talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evaluation import report, scoring, talk_scoring
from evaluation.annotations import messages_in
from evaluation.asking import read_all
from evaluation.playing import PlayedTalk, play
from evaluation.product import client_of, served
from evaluation.reading import Judged
from evaluation.talks import talks_in

ANNOTATED_ON = date(2026, 11, 27)  # "next month" of a message is counted from here


@dataclass(frozen=True)
class Run:
    """What one part came to."""

    judged: list[Judged]
    seconds: list[float]
    played: list[PlayedTalk]

    def figures(self) -> dict[str, Any]:
        """Work out every figure, as plain data."""
        return {
            "messages": scoring.figures(self.judged),
            "talks": talk_scoring.figures(self.played),
            "understand_p95_ms": sorted(self.seconds)[int(len(self.seconds) * 0.95)] * 1000,
        }

    def errors(self) -> Iterator[str]:
        """List what went wrong. For the dev part only."""
        yield from report.message_errors(self.judged)
        yield from report.talk_errors(self.played)


def run(folder: Path, part: str, url: str | None = None) -> Run:
    """Ask a product, one of our own when `url` is None, all the messages and talks of a part."""
    messages = messages_in(folder / "messages" / part)
    talks = talks_in(folder / "talks" / part)
    settings = {"PATHWAYS_TODAY": ANNOTATED_ON.isoformat()}
    with served(url, settings) as address, client_of(address) as client:
        judged, seconds = read_all(messages, client)
        return Run(judged, seconds, [play(talk, client) for talk in talks])
