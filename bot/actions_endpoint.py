"""How the bot calls the action server: one kept connection, a deadline, a result checked fast."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp
from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

logger = logging.getLogger(__name__)
DEADLINE_S = 3.5  # within the edge's own 4 s, so that it hears of a failure from us


class ActionsEndpoint(EndpointConfig):
    """Rasa's endpoint, except that it keeps its connection open between turns."""

    def __init__(self, url: str, secret: str) -> None:
        super().__init__(
            f"{url}/webhook", headers={"X-Pathways-Secret": secret}, enable_selective_domain=True
        )
        self._open: aiohttp.ClientSession | None = None

    async def request(  # Rasa's signature
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Post an action call. Raises aiohttp's errors, which Rasa knows."""
        call = _shortened(kwargs["json"])
        try:
            return await self._post(call)
        except aiohttp.ServerDisconnectedError:
            # It hung up on an idle connection, or was restarted. Actions keep nothing, so
            # asking again is safe.
            return await self._post(call)
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            logger.error("no answer from the actions: %s", type(error).__name__)
            raise

    async def _post(self, call: dict[str, Any]) -> Any:
        async with self._session().post(self.url, json=call) as answer:
            if answer.status != 200:
                raise ClientResponseError(answer.status, answer.reason or "", "{}")
            return await answer.json()

    async def close(self) -> None:
        if self._open is not None:
            await self._open.close()

    def _session(self) -> aiohttp.ClientSession:
        if self._open is None or self._open.closed:
            self._open = aiohttp.ClientSession(
                headers=self.headers, timeout=aiohttp.ClientTimeout(total=DEADLINE_S)
            )
        return self._open


def _shortened(call: dict[str, Any]) -> dict[str, Any]:
    """Send what our actions read. Of the tracker that is the last message; events repeat it."""
    tracker = {**call["tracker"], "events": []}
    return {**call, "tracker": tracker, "domain": {}}  # the SDK insists on a domain


def check_results_fast() -> None:
    """Compile the schema of action results once.

    Rasa calls `jsonschema.validate`, which checks the schema itself again on every turn and
    takes longer than all the rest together.
    """
    validator = Draft202012Validator(RemoteAction.action_response_format_spec())

    def validated(_: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validated
