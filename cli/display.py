"""How a run is shown: a living line on a terminal, plain lines everywhere else."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.markup import escape
from rich.status import Status

from cli.supervisor.status import UP


class PlainDisplay:
    """One line for each thing that happens, for logs and build servers."""

    def __init__(self, address: str) -> None:
        self._address = address

    def told(self, name: str, state: str) -> None:
        print(f"{name}: {state}", flush=True)

    def say(self, text: str) -> None:
        print(text, flush=True)

    def ready(self, seconds: float) -> None:
        print(f"Pathways is ready at {self._address} after {seconds:.1f} s", flush=True)

    def close(self) -> None:
        """Leave nothing behind: plain lines need no tidying."""


class TerminalDisplay:
    """What each part is doing, in one line that moves until all are up."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._console = Console(highlight=False)
        self._states: dict[str, str] = {}
        self._line: Status | None = self._console.status("starting")
        self._line.start()

    def told(self, name: str, state: str) -> None:
        before = self._states.get(name)
        self._states[name] = state
        if state == UP:
            self._console.print(f"[green]✓[/green] {escape(name)}")
        elif before == UP:
            self._console.print(f"[yellow]…[/yellow] {escape(name)}: {escape(state)}")
        if self._line:
            waiting = (f"{each}: {now}" for each, now in self._states.items() if now != UP)
            self._line.update(escape(" · ".join(waiting)))

    def say(self, text: str) -> None:
        self._console.print(escape(text))

    def ready(self, seconds: float) -> None:
        self.close()
        self._console.print(
            f"\nPathways is ready at [bold]{escape(self._address)}[/bold] after {seconds:.1f} s. "
            "Ctrl-C ends it.\n"
        )

    def close(self) -> None:
        if self._line:
            self._line.stop()
            self._line = None


def display_for(address: str) -> PlainDisplay | TerminalDisplay:
    return TerminalDisplay(address) if sys.stdout.isatty() else PlainDisplay(address)
