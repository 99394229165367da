"""A published release, the real executor, and people who talk to it as Rasa would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rasa_sdk.executor import ActionExecutor

from actions.desk import desk
from actions.server import executor_of
from knowledge.reader import Library, Release
from knowledge.setup import prepare
from tests.actions.talker import Talker


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    prepare(home)
    return home


@pytest.fixture(scope="session")
def release(published_home: Path) -> Release:
    return Library(published_home).current()


@pytest.fixture(scope="session")
def executor(published_home: Path) -> Iterator[ActionExecutor]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATHWAYS_HOME", str(published_home))
        patch.setenv("PATHWAYS_SECRET", "not-a-secret-in-tests")
        desk.cache_clear()
        yield executor_of("actions")
    desk.cache_clear()


@pytest.fixture
def someone(executor: ActionExecutor) -> Callable[..., Talker]:
    return lambda **given: Talker(executor, **given)
