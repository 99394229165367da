"""Serves the newest model on loopback (`python -m bot.serve`). Mounts our channel and no other."""

from __future__ import annotations

import asyncio
import logging
import sys
from datetime import date

from bot import model_files, quiet
from bot.settings import HOST, BadSetting, Settings
from bot.tensorflow_hook import SERVICES

quiet.prepare(leave_out=SERVICES)

from rasa.core.agent import Agent  # noqa: E402 - TensorFlow must be answered for before
from rasa.core.channels.channel import UserMessage, register  # noqa: E402
from rasa.core.lock_store import InMemoryLockStore  # noqa: E402
from sanic import Sanic  # noqa: E402
from sanic.exceptions import SanicException  # noqa: E402

from bot.actions_endpoint import ActionsEndpoint, check_results_fast  # noqa: E402
from bot.channel import LONGEST_BODY, PathwaysInput, refused  # noqa: E402
from bot.components.forgetful_store import ForgetfulTrackerStore  # noqa: E402
from bot.lean_turn import one_action_a_turn, skip_copies_for_logs  # noqa: E402

logger = logging.getLogger("bot")
FIRST_WORDS = "i am 19 and live in milwaukee, vivo en milwaukee"


def agent_of(model: model_files.Model, endpoint: ActionsEndpoint) -> Agent:
    """Load a model, and read one message so that the first person does not wait."""
    agent = Agent.load(
        model.path,
        tracker_store=ForgetfulTrackerStore(None),
        lock_store=InMemoryLockStore(),
        action_endpoint=endpoint,
    )
    one_action_a_turn(agent)
    state = {"today": date.today().isoformat()}
    warm_up = UserMessage(FIRST_WORDS, metadata={"state": state})
    asyncio.run(agent.processor.parse_message(warm_up))
    return agent


def app_of(settings: Settings) -> Sanic:
    """Build the server. Raises `NoModel`."""
    check_results_fast()
    skip_copies_for_logs()
    endpoint = ActionsEndpoint(settings.actions_url, settings.secret)
    model = model_files.current(settings.home)
    app = Sanic("pathways_bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LONGEST_BODY
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.error_handler.add(SanicException, refused)
    app.ctx.agent = agent_of(model, endpoint)
    register([PathwaysInput(settings.secret, model.inputs)], app, route="/webhooks/")

    async def close(*_: object) -> None:
        await endpoint.close()

    app.register_listener(close, "after_server_stop")
    return app


def main() -> int:
    """Serve until told to stop; 1 when there is nothing to serve."""
    try:
        settings = Settings.read()
        app = app_of(settings)
    except (BadSetting, model_files.NoModel) as error:
        print(f"bot: {error}", file=sys.stderr)
        return 1
    app.run(HOST, settings.port, workers=1, access_log=False, debug=False, motd=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
