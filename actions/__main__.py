"""Starts the action server (`python -m actions`)."""

from __future__ import annotations

import sys

from pydantic import ValidationError

from actions.server import serve
from actions.settings import ActionSettings


def main() -> int:
    """Serve; 1 and the names of the settings when one is missing or malformed."""
    try:
        settings = ActionSettings.model_validate({})
    except ValidationError as error:
        for one in error.errors():
            print(f"actions: PATHWAYS_{str(one['loc'][0]).upper()}: {one['msg']}", file=sys.stderr)
        return 1
    serve(settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
