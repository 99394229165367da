"""Where things are: US places and ZIPs, by name and as a text speaks of them. No programs."""

from places.gazetteer import Gazetteer
from places.place import Place, miles_between

__all__ = ["Gazetteer", "Place", "miles_between"]
