"""A tracker store that keeps nothing: every turn begins a conversation that has just begun."""

from __future__ import annotations

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker


class ForgetfulTrackerStore(TrackerStore):
    """Hands out fresh trackers and drops what comes back."""

    async def get_or_create_tracker(
        self,
        sender_id: str,
        max_event_history: int | None = None,
        append_action_listen: bool = True,
    ) -> DialogueStateTracker:
        """Begin a session that is already listening.

        Were it empty, Rasa would start one by running an action and copying the metadata
        into a slot.
        """
        tracker = self.init_tracker(sender_id)
        tracker.update(ActionExecuted(ACTION_SESSION_START_NAME))
        tracker.update(SessionStarted())
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        return None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Forget."""
