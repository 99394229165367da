"""One person talking over HTTP, as an outside client would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx

Json = dict[str, Any]


@dataclass
class Conversation:
    """A talk, and the last answer in it."""

    client: httpx.Client
    session: str | None = None
    last: Json = field(default_factory=dict)

    def say(self, message: str, **more: Any) -> Json:
        """Send a message and return the answer."""
        return self._post({"message": message, **more})

    def press(self, label: str) -> Json:
        """Press the quick reply of this label."""
        offered = {reply["label"]: reply["id"] for reply in self.last["quick_replies"]}
        assert label in offered, f"{label} is not among {sorted(offered)}"
        return self._post({"choice": offered[label]})

    def _post(self, body: Json) -> Json:
        if self.session:
            body["session"] = self.session
        response = self.client.post("/api/v1/chat", json=body)
        assert response.status_code == httpx.codes.OK, response.text
        self.last = response.json()
        self.session = self.last["session"]
        return self.last

    @property
    def texts(self) -> list[str]:
        """The sentences of the last answer, an item each."""
        return [m["text"] for m in self.last["messages"] if m["type"] == "text"]

    @property
    def text(self) -> str:
        """The sentences of the last answer."""
        return "\n".join(self.texts)

    @property
    def matches(self) -> dict[str, Json]:
        """The programs of the last answer by id, in the order shown."""
        return {
            match["program_id"]: match
            for message in self.last["messages"]
            if message["type"] == "matches"
            for match in message["matches"]
        }

    @property
    def kinds(self) -> set[str]:
        """The kinds of items in the last answer: text, matches, ladder, plan, resources."""
        return {message["type"] for message in self.last["messages"]}

    @property
    def profile(self) -> Json:
        """What was understood so far."""
        profile: Json = self.last["profile"]
        return profile
