"""Starts the parts in their order, keeps them running, and ends them all when told to."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from cli.supervisor.groups import Groups
from cli.supervisor.keeper import Keeper
from cli.supervisor.part import Part, Patience
from cli.supervisor.status import STARTING, UP, Status

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STEP_FAILED, SETTING_REFUSED = 1, 2  # exit codes of a run that could not go on
_FIRST_ANSWER_S = 5.0


class Display(Protocol):
    """Where the person at the terminal reads what goes on."""

    def say(self, text: str) -> None: ...

    def ready(self, seconds: float) -> None: ...


@dataclass(frozen=True)
class Step:
    """Something to do once, and the part that can start when it is done."""

    part: Part
    about: str  # whose state it is
    state: str  # what that state is called meanwhile
    then: Part
    must_succeed: bool


@dataclass(frozen=True)
class Plan:
    """What runs: the first part at once, the others each after its step."""

    first: Part
    steps: tuple[Step, ...]
    ask: Callable[[], Awaitable[dict[str, str]]]  # which parts say they are up, by name
    patience: Patience = field(default_factory=Patience)


class Supervisor:
    """One run of a plan, from its start until a signal or a failure ends it."""

    def __init__(self, plan: Plan, status: Status, display: Display) -> None:
        self._plan = plan
        self._status = status
        self._display = display
        self._stop = asyncio.Event()
        self._code = 0
        self._groups = Groups(plan.patience.grace_s)
        self._keeper = Keeper(self._groups, status, self._stop, plan.patience, display.say)

    async def run(self) -> int:
        """Run until told to stop; 1 when a step that must succeed failed, 2 for a setting."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self.end)
        async with self._groups, asyncio.TaskGroup() as tasks:
            tasks.create_task(self._keep(self._plan.first))
            tasks.create_task(self._follow())
            tasks.create_task(self._take_steps(tasks))
            await self._stop.wait()
            await self._groups.end_all()
        return self._code

    def end(self) -> None:
        """End every part; asked a second time, at once and without mercy."""
        if self._stop.is_set():
            self._groups.kill_all()
            return
        self._display.say("Ending …")
        self._stop.set()

    async def _take_steps(self, tasks: asyncio.TaskGroup) -> None:
        """Take every step at the same time, once the first part answers or clearly is slow."""
        for step in self._plan.steps:
            self._status.tell(step.about, step.state)
            if step.then.name != step.about:
                self._status.tell(step.then.name, STARTING)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._first_answer(), _FIRST_ANSWER_S)
        for step in self._plan.steps:
            tasks.create_task(self._take(step))

    async def _first_answer(self) -> None:
        while not self._stop.is_set() and not await self._plan.ask():
            await asyncio.sleep(self._plan.patience.probe_s / 4)

    async def _take(self, step: Step) -> None:
        done = await self._keeper.run_once(step.part)
        if not done and step.must_succeed and not self._stop.is_set():
            self._fail(STEP_FAILED)
        if self._stop.is_set():
            return
        if step.about != step.then.name:
            self._status.tell(step.about, UP if done else "failed")
        await self._keep(step.then)

    async def _keep(self, part: Part) -> None:
        if not await self._keeper.keep(part):
            self._fail(SETTING_REFUSED)

    def _fail(self, code: int) -> None:
        self._code = self._code or code
        self._stop.set()

    async def _follow(self) -> None:
        """Note which parts have come up, and say so when all have for the first time."""
        began, announced = time.monotonic(), False
        while not self._stop.is_set():
            if not self._status.all_up():
                await self._note_what_is_up()
            elif not announced:
                announced = True
                self._display.ready(time.monotonic() - began)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), self._plan.patience.probe_s)

    async def _note_what_is_up(self) -> None:
        for name, state in (await self._plan.ask()).items():
            if state == UP and self._status[name]:
                self._status.tell(name, UP)
