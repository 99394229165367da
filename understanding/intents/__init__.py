"""What a person wants from the reply: learned scores, then a few rules. Weights are plain arrays."""

from understanding.intents.training import train
from understanding.intents.weights import IntentWeights, WeightsProblem

__all__ = ["IntentWeights", "WeightsProblem", "train"]
