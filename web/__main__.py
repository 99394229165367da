"""Serves the web part: `python -m web`."""

from __future__ import annotations

import contextlib
import sys

import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from web.app import create_app, operators_app_of
from web.insight.listener import listening
from web.settings import Settings

OFF = 0  # the operators' port that is not served
WRONG_SETTING = 78  # the exit code that tells a supervisor not to try again


def main() -> int:
    """Serve; 78 and a sentence for each setting that is missing or malformed."""
    try:
        settings = Settings.model_validate({})
    except ValidationError as error:
        print(*map(_sentence, error.errors()), sep="\n", file=sys.stderr)
        return WRONG_SETTING
    _serve(settings)
    return 0


def _serve(settings: Settings) -> None:
    app = create_app(settings)
    with contextlib.ExitStack() as beside:
        if settings.operator_port not in (OFF, settings.port):
            beside.enter_context(listening(operators_app_of(app), settings.operator_port))
        _serve_public(app, settings)


def _serve_public(app: FastAPI, settings: Settings) -> None:
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_level="info",
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=16_384,
    )


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
