"""An answer while it is put together: codes, cards, buttons and what the talk shall remember."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import locales
from actions.brevity import SPARE
from actions.heard import Json


@dataclass
class Reply:
    """One answer. `client`: sentences speak of this person where they can; empty: of the reader."""

    client: str = ""
    messages: list[Json] = field(default_factory=list)
    quick_replies: list[Json] = field(default_factory=list)
    awaiting: Json | None = None
    asked: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    shown: Sequence[str] | None = None  # None: as before
    saved: Sequence[str] | None = None  # None: as before
    in_view: str | None = None  # None: as before; empty: no single program
    topic: str | None = None
    profile: Json | None = None  # None: as the message left it
    changed: Json | None = None  # None: what the message itself changed
    effect: str | None = None
    forgets: bool = False  # a fresh start: nothing is remembered
    unmatched: Sequence[str] = ()  # codes of what nothing near was found for

    @property
    def named_client(self) -> Json:
        """Name whom the answer speaks of: your client, your daughter."""
        return {"code": f"shared.who.{self.client}"}

    def say_if_short(self, code: str, **params: Any) -> Reply:
        """Add a sentence that is left out when the whole gets too long."""
        self.say(code, **params)
        self.messages[-1][SPARE] = True
        return self

    def say(self, code: str, **params: Any) -> Reply:
        """Add a sentence; of a client when there is such a wording."""
        of_client = f"{code}_client"
        if self.client and locales.has(of_client):
            code, params = of_client, {**params, "who": self.named_client}
        self.messages.append({"type": "say", "code": code, "params": params})
        return self

    def show_matches(self, cards: Sequence[Json]) -> Reply:
        if cards:
            self.messages.append({"type": "matches", "matches": list(cards)})
        return self

    def show_resources(self, cards: Iterable[Json]) -> Reply:
        listed = list(cards)
        if listed:
            self.messages.append({"type": "resources", "resources": listed})
        return self

    def offer(self, label: str, choice: Mapping[str, Any], **params: Any) -> Reply:
        """Add a button: its label's code, and what pressing it means."""
        button = {"label": {"code": f"buttons.{label}", "params": params}, "choice": dict(choice)}
        if button not in self.quick_replies:
            self.quick_replies.append(button)
        return self
