"""The root of the `pathways` command. It imports only the command that was asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Command:
    """One command: the module whose `app` (a Typer) carries it out, and its line in the help."""

    module: str
    summary: str


COMMANDS = {
    "run": Command("cli.run", "Start web, bot and actions together and keep them running"),
    "chat": Command("cli.chat", "Talk with the guide in this terminal"),
    "understand": Command("cli.understand", "Show what a text is understood as"),
    "eval": Command("cli.evaluate", "Measure how well the guide understands and talks"),
    "match": Command("cli.match", "Match a profile with the published programs"),
    "path": Command("cli.path", "Show the way from one program or job to another"),
    "reach": Command("cli.reach", "List who of some people can go to a program, or nearly"),
    "insight": Command("cli.insight", "Show how the guide was used, as counts that tell of nobody"),
    "kb": Command("cli.kb", "Look at, check, publish and undo the knowledge base"),
    "admin": Command("cli.admin", "Make and mend the accounts of staff"),
    "migrate": Command("cli.migrate", "Bring the databases up to date and fill them"),
    "doctor": Command("cli.doctor", "Look for what is wrong and say how to mend it"),
}

USAGE = "Usage: pathways COMMAND [OPTIONS]   (pathways COMMAND --help tells more)"


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] in ("--help", "-h", "help"):
        print(help_text())
        return 0
    name, *rest = words
    if name not in COMMANDS:
        print(f"pathways has no command “{name}”.\n\n{help_text()}", file=sys.stderr)
        return 2
    return _carry_out(name, rest)


def help_text() -> str:
    width = max(map(len, COMMANDS))
    lines = (f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items())
    return "\n".join([USAGE, "", *lines])


def _carry_out(name: str, arguments: list[str]) -> int:
    app = import_module(COMMANDS[name].module).app
    try:
        result = app(args=arguments, prog_name=f"pathways {name}", standalone_mode=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return result if isinstance(result, int) else 0
