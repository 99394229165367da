"""`python -m environments`: make the environments, or compile their locks."""

from __future__ import annotations

import argparse
import sys

from environments.install import install
from environments.lock import lock
from environments.plan import ENVIRONMENTS
from environments.problems import SetUpFailed


def main() -> int:
    chosen = _arguments()
    try:
        if chosen.verb == "lock":
            lock(chosen.upgrade)
        else:
            install(chosen.names, chosen.tests)
    except SetUpFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; start again to go on where it stopped.", file=sys.stderr)
        return 130
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m environments", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    install_verb = verbs.add_parser("install", help="make environments match their locks")
    install_verb.add_argument("names", nargs="+", choices=sorted(ENVIRONMENTS))
    install_verb.add_argument("--tests", action="store_true", help="with what the tests need")
    lock_verb = verbs.add_parser("lock", help="compile the lock files")
    lock_verb.add_argument("--upgrade", action="store_true", help="take the newest versions")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
