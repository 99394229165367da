"""Compiles the lock files from the `.in` files. The only step that resolves versions."""

from __future__ import annotations

from environments.plan import LOCKS, Lock
from environments.problems import SetUpFailed
from environments.uv import get_uv, uv_shown


def lock(upgrade: bool) -> None:
    """Compile every lock anew; versions stay unless they must change or `upgrade` is asked."""
    get_uv()
    for each in LOCKS:
        _compile(each, upgrade)


def _compile(each: Lock, upgrade: bool) -> None:
    """Write one lock: all hashes, no addresses, no paths of this machine."""
    options = ["--generate-hashes", "--no-emit-index-url", "--custom-compile-command", "make lock"]
    options += ["--python-version", each.python, *each.options]
    options += ["--upgrade"] if upgrade else []
    output = ["--output-file", each.file.name]
    what = f"Locking {each.file.name}"
    code, said = uv_shown(what, "pip", "compile", *options, f"{each.name}.in", *output)
    if code != 0:
        raise SetUpFailed(said.strip())
