"""Where this installation keeps its data when nobody says otherwise, and who may read it."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DEFAULT_HOME = CHECKOUT / "var"
OWNER_ONLY = 0o077  # what everyone else may not do with a file we make


class HomeUnusable(Exception):
    """The data folder cannot be one; the message says which it is."""


def keep_to_owner() -> None:
    """Have every file that this command and its children make be readable by their owner alone."""
    os.umask(OWNER_ONLY)


def made(home: Path) -> Path:
    """Make the data folder if it is not there, for its owner alone. Raises HomeUnusable."""
    keep_to_owner()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnusable(
            f"The data folder “{home}” cannot be used ({error.strerror}): "
            "set PATHWAYS_HOME to a folder."
        ) from error
    return home
