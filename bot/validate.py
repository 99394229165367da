"""Runs `rasa data validate --fail-on-warnings` on this assistant (`python -m bot.validate`)."""

from __future__ import annotations

import sys

from bot import quiet
from bot.settings import CHECKOUT


def main() -> None:
    """Exit as Rasa's own command does: 0 when it has nothing to complain of."""
    quiet.prepare()
    from rasa.__main__ import main as rasa_main

    bot = CHECKOUT / "bot"
    sys.argv = ["rasa", "data", "validate", "--fail-on-warnings"]
    sys.argv += ["--domain", str(bot / "domain"), "--config", str(bot / "config.yml")]
    sys.argv += ["--data", str(bot / "rules"), str(CHECKOUT / "data" / "nlu")]
    rasa_main()


if __name__ == "__main__":
    main()
