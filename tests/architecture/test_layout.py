"""The shape of the checkout: sizes, names, folders, and nothing of one machine in it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 400
LONGEST_FUNCTION = 25
FOLDERS = {
    ".ci": "what a build server runs",
    "actions": "rasa-sdk actions",
    "bench": "benchmarks and their recorded results",
    "bot": "the Rasa assistant",
    "cli": "the pathways command",
    "conversations": "the talk",
    "data": "what people say",
    "databases": "how one that holds something of people is opened",
    "deploy": "compose, Kubernetes, HAProxy, systemd",
    "docs": "guides and decisions",
    "environments": "the Pythons and what they hold",
    "evaluation": "how well it understands and talks",
    "knowledge": "releases of programs",
    "locales": "what we say",
    "matching": "who can enter what",
    "places": "where things are",
    "requirements": "locks",
    "staff": "who works here",
    "tests": "",
    "understanding": "what is meant",
    "web": "what the public reaches",
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "manager", "managers", "base", "info"}
# Written so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w+|Users/\w+)/|/tm[p]/\w")
HOSTS = re.compile(r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs)\.(?:org|com)", re.IGNORECASE)
PROGRAM_TEXT = {".py", ".sh", ".toml", ".yml", ".yaml", ".in", ".lock", ".html", ".js", ".css", ""}


def _listed() -> list[Path]:
    """Return every file that is or would be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    shown = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    files = (CHECKOUT / name for name in shown.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]


FILES = _listed()
MODULES = [file for file in FILES if file.suffix == ".py"]
PRODUCT = [
    file for file in MODULES if file.relative_to(CHECKOUT).parts[0] not in ("tests", "bench")
]


def _name(file: Path) -> str:
    return str(file.relative_to(CHECKOUT))


def _functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function, its signature and what explains it left aside."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_module_outgrows_one_reading() -> None:
    lengths = {_name(file): file.read_text(encoding="utf-8").count("\n") for file in MODULES}
    migrations = {name for name in lengths if "/versions/" in name}
    assert not {
        name: length
        for name, length in lengths.items()
        if length > LONGEST_MODULE and name not in migrations
    }


def test_no_function_outgrows_one_look() -> None:
    found = [
        f"{_name(file)}:{function.lineno} {function.name}: {_lines(function)} lines"
        for file in PRODUCT
        if "/versions/" not in _name(file)
        for function in _functions(file)
        if _lines(function) > LONGEST_FUNCTION
    ]
    assert not found


def test_every_module_says_what_it_knows() -> None:
    silent = [
        _name(file)
        for file in PRODUCT
        if file.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_names_say_something() -> None:
    assert not [_name(file) for file in MODULES if file.stem in FORBIDDEN_NAMES]
    handlers = [
        f"{_name(file)}: {function.name}"
        for file in PRODUCT
        for function in _functions(file)
        if function.name.startswith("handle_")
    ]
    assert not handlers


def test_every_folder_is_known() -> None:
    tops = {file.relative_to(CHECKOUT).parts[0] for file in FILES if file.parent != CHECKOUT}
    assert tops <= set(FOLDERS)


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        pytest.param("a path of one machine", MACHINE_PATHS, id="no machine paths"),
        pytest.param("the address of a package registry", HOSTS, id="no registry addresses"),
    ],
)
def test_nothing_of_one_machine_is_committed(what: str, pattern: re.Pattern[str]) -> None:
    found = [
        f"{_name(file)}:{number} holds {what}: {line.strip()[:80]}"
        for file in FILES
        if file.suffix in PROGRAM_TEXT or file.suffix == ".md"
        for number, line in enumerate(_text(file).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""  # a picture or an archive


def test_no_lock_of_another_tool_names_registries() -> None:
    assert not [_name(file) for file in FILES if file.name in ("uv.lock", "package-lock.json")]


@pytest.mark.parametrize("lock", sorted((CHECKOUT / "requirements").glob("*.lock")), ids=_name)
def test_every_locked_package_is_pinned_with_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8").split("\n", 2)[2])
    assert entries
    assert not [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
