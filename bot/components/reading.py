"""Rasa's view of `understanding`: one component that learns intents and reads every message."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import inputs
from bot.components import shapes
from bot.settings import CHECKOUT, home_in
from bot.turn_state import choice_in, context_of
from understanding import intents
from understanding.reader import Reader
from understanding.reading import Reading

_KINDS = DefaultV1Recipe.ComponentType


@DefaultV1Recipe.register([_KINDS.INTENT_CLASSIFIER, _KINDS.ENTITY_EXTRACTOR], is_trainable=True)
class ReadingComponent(GraphComponent):
    """Hands each message to `understanding` and its findings to Rasa."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._unsure_below: float = config["unsure_below"]
        self._storage = storage
        self._resource = resource
        self._reader: Reader | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"unsure_below": 0.3}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ReadingComponent:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ReadingComponent:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            weights = intents.IntentWeights.load(Path(folder))
        component._reader = Reader.load(weights=weights)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learn intents from every example; nothing else here is learned."""
        examples = [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples]
        weights = intents.train(examples, remembered=_remembered())
        with self._storage.write_to(self._resource) as folder:
            weights.save(Path(folder))
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        state = message.get("metadata")["state"]
        context = context_of(state)
        reading = self._reading(message.get(TEXT), state)
        awaiting = context.awaiting.kind if context.awaiting else None
        intent = shapes.intent_of(reading, self._unsure_below)
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, shapes.ranking_of(reading), add_to_output=True)
        message.set(ENTITIES, shapes.entities_of(reading, awaiting), add_to_output=True)
        message.set("reading", shapes.json_of(reading), add_to_output=True)

    def _reading(self, text: str, state: dict[str, Any]) -> Reading:
        choice = choice_in(state)
        if choice is not None:
            return shapes.chosen(choice, state.get("language"), state.get("speaks_of") or "self")
        assert self._reader is not None, "a component that was not loaded cannot read"
        return self._reader.read(text, context_of(state))


def _remembered() -> intents.Remembered:
    """Keep features beside the models: most examples are the same at the next training."""
    file = home_in(os.environ) / "understanding" / "features.npz"
    return intents.Remembered(file, inputs.hash_of(CHECKOUT, patterns=inputs.READING))
