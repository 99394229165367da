"""Rasa's RulePolicy without the intents Rasa reserves, so that `restart` follows our own rule."""

from __future__ import annotations

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class OwnRulesPolicy(RulePolicy):
    """Follows our rules only. `restart` would otherwise reset Rasa's tracker, and say nothing."""

    @staticmethod
    def _find_action_from_default_actions(
        tracker: DialogueStateTracker,
    ) -> tuple[str | None, str | None]:
        return None, None
