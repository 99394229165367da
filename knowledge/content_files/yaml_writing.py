"""Documents as the YAML text an operator would write: one key a line, short lists on one."""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 100  # characters of a line
SHORT = 80  # characters of a list that stays on one line


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their key, and numbers without an exponent."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _listed(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    single = all(isinstance(one, (str, int, float, bool)) for one in value)
    short = single and sum(len(str(one)) + 2 for one in value) <= SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


def _number(dumper: yaml.SafeDumper, value: float) -> yaml.Node:
    whole, _, part = f"{value:.9f}".partition(".")
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{whole}.{part.rstrip('0') or '0'}")


_Dumper.add_representer(list, _listed)
_Dumper.add_representer(float, _number)


def yaml_text(document: Any) -> str:
    """Write a document; `read_yaml` reads the same back."""
    return yaml.dump(
        document,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDTH,
    )
