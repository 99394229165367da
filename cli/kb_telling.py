"""How `pathways kb` tells what was done, and what keeps a command from being done."""

from __future__ import annotations

import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, NoReturn

import typer

from cli.home import HomeUnusable, keep_to_owner
from cli.kb_text import problem_lines
from cli.operator_settings import WrongSetting, require_settings
from knowledge.problems import ContentRefused, KnowledgeError, NothingToPublish

FAILED = 1


def who() -> str:
    """Name who runs the command, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "operator"


def tell(data: dict[str, Any], lines: list[str], as_json: bool) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


@contextmanager
def told(as_json: bool = False) -> Iterator[None]:
    """Tell in words what keeps a command from being done, and end with the code for it."""
    keep_to_owner()
    try:
        require_settings()
        yield
    except NothingToPublish as nothing:
        tell({"ok": True, "release": nothing.release, "changes": None}, [str(nothing)], as_json)
    except ContentRefused as refused:
        problems = [asdict(problem) for problem in refused.problems]
        tell({"ok": False, "problems": problems}, problem_lines(refused.problems), as_json)
        fail("nothing was published: mend these first")
    except (KnowledgeError, HomeUnusable, WrongSetting) as error:
        fail(str(error))


def fail(sentence: str) -> NoReturn:
    print(f"pathways kb: {sentence}", file=sys.stderr)
    raise typer.Exit(FAILED)
