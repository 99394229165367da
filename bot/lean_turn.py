"""Leaves out of Rasa's turn what a stateless bot with one action has no use for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from rasa.core import processor
from rasa.core.agent import Agent


def skip_copies_for_logs() -> None:
    """Hand Rasa's debug log the things themselves.

    The processor copies every event deeply for log lines that are never written here; with our
    replies of some 30 kB that was an eighth of a turn. It uses `copy` for nothing else.
    """
    processor.copy = SimpleNamespace(deepcopy=_itself)


def one_action_a_turn(agent: Agent) -> None:
    """Stop after the action that the rules chose; the turn is forgotten, so nobody listens next."""
    agent.processor.should_predict_another_action = _never


def _itself(thing: Any) -> Any:
    return thing


def _never(action_name: str) -> bool:
    return False
