"""What a person wants of the reply: learned scores, then a few rules."""

from understanding.intents.remembered import Remembered
from understanding.intents.training import train
from understanding.intents.weights import IntentWeights, WeightsProblem

__all__ = ["IntentWeights", "Remembered", "WeightsProblem", "train"]
