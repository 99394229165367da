"""Keeps one part running, or runs it once. Decides when to start again, not how."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from cli.supervisor.groups import Groups
from cli.supervisor.part import WRONG_SETTING, Part, Patience
from cli.supervisor.status import RESTARTING, STARTING, Status

_TAIL_LINES = 12
_TAIL_BYTES = 8_000


@dataclass(frozen=True)
class Keeper:
    """What keeping a part running needs to know."""

    groups: Groups
    status: Status
    stop: asyncio.Event
    patience: Patience
    say: Callable[[str], None]

    async def keep(self, part: Part) -> bool:
        """Start a part, and again whenever it ends by itself, until told to stop.

        False when it will not start: a wrong setting is not mended by starting again.
        """
        deaths = 0
        self.status.tell(part.name, STARTING)
        while not self.stop.is_set():
            began, printed_before = time.monotonic(), printed(part)
            code = await self._run(part)
            if self.stop.is_set():
                break
            if code == WRONG_SETTING:
                self.say("\n".join(lines_of(part, printed_before)))
                return False
            steady = time.monotonic() - began >= self.patience.steady_s
            deaths = 1 if steady else deaths + 1
            delay_s = self.patience.delay_s(deaths)
            self.status.tell(part.name, RESTARTING)
            told = f"{part.name} ended ({_ending(code)}); again in {delay_s:g} s"
            self.say(f"{told}:\n{tail_of(part, printed_before)}")
            await self._pause(delay_s)
        return True

    async def run_once(self, part: Part) -> bool:
        """Run a part to its end; say whether it ended well. False, too, when told to stop."""
        if self.stop.is_set():
            return False
        printed_before = printed(part)
        code = await self._run(part)
        if self.stop.is_set():
            return False
        if code != 0:
            self.say(f"{part.name} failed ({_ending(code)}):\n{tail_of(part, printed_before)}")
        return code == 0

    async def _run(self, part: Part) -> int:
        process = await self.groups.start(part)
        code = await process.wait()
        self.groups.sweep(process.pid)
        return code

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.stop.wait(), seconds)


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def printed(part: Part) -> int:
    """Return how many bytes a part's log holds by now."""
    return part.log.stat().st_size if part.log.exists() else 0


def tail_of(part: Part, printed_before: int) -> str:
    """Return the last lines a part printed since then, indented, and where the rest stands."""
    lines = lines_of(part, printed_before)
    return "\n".join([*(f"    {line}" for line in lines), f"    (all of it: {part.log})"])


def lines_of(part: Part, printed_before: int) -> list[str]:
    """Return the last lines a part printed since then."""
    now = printed(part)
    since = printed_before if now >= printed_before else 0  # a long log was put aside meanwhile
    with part.log.open("rb") as log:
        log.seek(max(since, now - _TAIL_BYTES))
        return log.read().decode("utf-8", "replace").splitlines()[-_TAIL_LINES:]
