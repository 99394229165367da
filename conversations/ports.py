"""What the talk needs from outside: somebody who understands a turn and answers it."""

from __future__ import annotations

from typing import Any, Protocol

from conversations.reply import Reply


class BotUnavailable(Exception):
    """The bot, or the actions behind it, gave no answer in time."""


class Rasa(Protocol):
    """The bot as the talk sees it. All three raise `BotUnavailable`."""

    def turn(self, text: str, state: dict[str, Any]) -> Reply:
        """Answer one message, given everything the talk remembers."""
        ...

    def parse(self, text: str, state: dict[str, Any]) -> dict[str, Any]:
        """Say how a message is understood; nothing is answered or kept."""
        ...

    def ready(self) -> bool:
        """Tell whether the bot can take a turn now."""
        ...
