"""`pathways doctor`: looks for what is wrong with this installation and says how to mend it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.checks import Finding, Installation, all_findings
from cli.home import DEFAULT_HOME

app = typer.Typer(add_completion=False)
_MARKS = {"ok": "✓", "note": "○", "wrong": "✗"}


@app.command()
def doctor(
    home: Annotated[
        Path, typer.Option(envvar="PATHWAYS_HOME", help="The data folder.")
    ] = DEFAULT_HOME,
    port: Annotated[
        int, typer.Option(envvar="PATHWAYS_PORT", min=1, max=65_535, help="The port to serve.")
    ] = 8000,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Look at environments, model, databases, port and Chromium; exit 1 when one is wrong."""
    findings = all_findings(Installation(home.resolve(), port))
    typer.echo(_json(findings) if as_json else "\n".join(map(_line, findings)))
    raise typer.Exit(any(each.state == "wrong" for each in findings))


def _json(findings: list[Finding]) -> str:
    return json.dumps({"findings": [asdict(each) for each in findings]}, indent=2)


def _line(finding: Finding) -> str:
    mend = f"\n    → {finding.mend}" if finding.mend else ""
    return f"{_MARKS[finding.state]} {finding.about}: {finding.found}{mend}"
