"""Starts the action server (`python -m actions`)."""

from __future__ import annotations

import sys

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from actions.desk import warm_up
from actions.server import serve
from actions.settings import ActionSettings

WRONG_SETTING = 78  # the exit code that tells a supervisor not to try again


def main() -> int:
    """Serve; 78 and a sentence for each setting that is missing or malformed."""
    try:
        settings = ActionSettings.model_validate({})
    except ValidationError as error:
        print(*map(_sentence, error.errors()), sep="\n", file=sys.stderr)
        return WRONG_SETTING
    warm_up()
    serve(settings)
    return 0


def _sentence(detail: ErrorDetails) -> str:
    """Name a setting that cannot be used, and its value unless that is the secret."""
    field = str(detail["loc"][0]).lower().removeprefix("pathways_")
    name = f"PATHWAYS_{field.upper()}"
    wrong = detail["msg"].partition(", unable")[0].replace("Input", "it", 1)
    if detail["type"] == "missing":
        return f"{name} is not set."
    if field == "secret":
        return f"{name} cannot be used: {wrong}."
    return f"{name} is “{detail['input']}”, which cannot be used: {wrong}."


if __name__ == "__main__":
    sys.exit(main())
