"""Remembers rankings: a turn asks for the same person several times, and the next turn again."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock

from matching.match import Match
from matching.profile import Profile
from matching.profile_json import json_of
from matching.where import Whereabouts

Ranked = tuple[Match, ...]
Key = tuple[str, str, Whereabouts, date]
REMEMBERED = 64  # rankings, about 150 kB each


class Rankings:
    """The most recent rankings. A ranking depends on nothing but its key, so none goes stale."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._rankings: OrderedDict[Key, Ranked] = OrderedDict()
        self._lock = Lock()

    def of(self, key: Key, rank: Callable[[], Ranked]) -> Ranked:
        """Return the ranking of a key, made by `rank` when it is not remembered."""
        with self._lock:
            known = self._rankings.get(key)
            if known is not None:
                self._rankings.move_to_end(key)
                return known
        made = rank()
        with self._lock:
            self._rankings[key] = made
            while len(self._rankings) > self._remembered:
                self._rankings.popitem(last=False)
        return made


def key_of(release_id: str, profile: Profile, where: Whereabouts, today: date) -> Key:
    """Name everything a ranking depends on."""
    return release_id, json.dumps(json_of(profile), sort_keys=True), where, today
