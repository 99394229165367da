"""Trains the model when its inputs changed (`python -m bot.train`); `--check` only says whether."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from bot import inputs, model_files, quiet
from bot.settings import CHECKOUT, home_in


def up_to_date(home: Path, wanted: str) -> bool:
    """Tell whether the current model was trained from these inputs and is whole."""
    try:
        return model_files.current(home).inputs == wanted
    except model_files.NoModel:
        return False


def train(home: Path, wanted: str) -> model_files.Model:
    """Train aside, then move the archive into place and point to it."""
    quiet.prepare()
    folder = home / "models"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        os.environ["RASA_CACHE_DIRECTORY"] = f"{aside}/cache"  # our hash is the cache
        made = _train_with_rasa(Path(aside))
        made.replace(folder / f"{wanted}.tar.gz")
    model = model_files.point_to(home, wanted)
    model_files.unpack_intents(model, home / "understanding" / "intents")
    return model


def _train_with_rasa(aside: Path) -> Path:
    from rasa.model_training import train as rasa_train

    from bot.lean_training import take_examples_as_they_are

    take_examples_as_they_are()
    told = StringIO()
    with redirect_stdout(told):
        result = rasa_train(
            domain=str(CHECKOUT / "bot" / "domain"),
            config=str(CHECKOUT / "bot" / "config.yml"),
            training_files=[str(CHECKOUT / "bot" / "rules"), str(CHECKOUT / "data" / "nlu")],
            output=str(aside),
            fixed_model_name="trained",
        )
    if result.code != 0 or result.model is None:
        raise SystemExit(f"bot: Rasa could not train: {told.getvalue()}")
    return Path(result.model)


def main(arguments: list[str] | None = None) -> int:
    """Train if needed; with `--check` only tell, by exit status 1, that it is needed."""
    parser = argparse.ArgumentParser(prog="python -m bot.train", description=__doc__)
    parser.add_argument("--check", action="store_true", help="train nothing; 1 if it is needed")
    parser.add_argument("--force", action="store_true", help="train even if nothing changed")
    asked = parser.parse_args(arguments)
    home, wanted = home_in(os.environ), inputs.hash_of(CHECKOUT)
    fresh = up_to_date(home, wanted)
    if asked.check or (fresh and not asked.force):
        print("the model is up to date" if fresh else "the model must be trained")
        return 0 if fresh else 1
    began = time.monotonic()
    model = train(home, wanted)
    print(f"trained {model.inputs} in {time.monotonic() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
