"""The action server: rasa-sdk's own, narrowed to one caller on loopback that knows the secret."""

from __future__ import annotations

import hmac
import json
import logging
import warnings
from collections.abc import Callable
from typing import Any

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response

from actions.settings import ActionSettings

HOST = "127.0.0.1"
LONGEST_CALL = 1_000_000  # bytes: a turn with its whole state, with room
logger = logging.getLogger(__name__)


def executor_of(package: str) -> ActionExecutor:
    """Register every action class in a package."""
    executor = ActionExecutor()
    executor.register_package(package)
    return executor


def app_of(executor: ActionExecutor, secret: str) -> Sanic[Any, Any]:
    """Build the server for these actions."""
    # Rasa 3.6 calling an SDK of 3.21 is what we chose and test; it need not warn every turn.
    warnings.filterwarnings("ignore", message=".*might not be compatible")
    app = create_app(executor, cors_origins=[])
    app.config.REQUEST_MAX_SIZE = LONGEST_CALL
    app.config.OAS = False
    app.register_middleware(_guard(secret.encode()), "request")
    app.error_handler = _Silent()
    return app


def serve(settings: ActionSettings, package: str = "actions") -> None:
    """Serve in this one process until told to stop."""
    app = app_of(executor_of(package), settings.secret.get_secret_value())
    app.prepare(
        HOST, settings.actions_port, single_process=True, access_log=False, motd=False, debug=False
    )
    Sanic.serve_single(primary=app)


def _guard(secret: bytes) -> Callable[[Request], HTTPResponse | None]:
    def guard(request: Request) -> HTTPResponse | None:
        # Bytes that are no text come as surrogates, which plain UTF-8 would stumble over.
        sent = request.headers.get("X-Pathways-Secret", "").encode(errors="surrogatepass")
        if request.path == "/health":
            return None
        if not hmac.compare_digest(sent, secret):
            return _problem(401, "the shared secret is missing or wrong")
        if "content-encoding" in request.headers:
            # The SDK would unpack a small body to any size.
            return _problem(415, "send the call uncompressed")
        return _problem_of(request)

    return guard


def _problem_of(request: Request) -> HTTPResponse | None:
    if request.path != "/webhook" or not request.body:
        return None  # no body: the SDK refuses it, or it was too large to be read
    try:
        call = json.loads(request.body)
    except (ValueError, RecursionError):
        return _problem(400, "the call is not JSON")
    if not isinstance(call, dict) or not isinstance(call.get("next_action"), str):
        return _problem(400, "the call names no action")
    return None


class _Silent(ErrorHandler):
    """Says that a call failed and never with what: the SDK would send the whole tracker back."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        if isinstance(exception, SanicException):
            return _problem(exception.status_code, type(exception).__name__)
        logger.error("an action call failed: %s", type(exception).__name__)
        return _problem(500, "the action failed")


def _problem(status: int, what: str) -> HTTPResponse:
    return json_response({"error": what, "action_name": ""}, status=status)
