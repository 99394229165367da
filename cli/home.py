"""Where this installation keeps its data when nobody says otherwise."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DEFAULT_HOME = CHECKOUT / "var"
