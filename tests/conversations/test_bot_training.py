"""The bot's own commands: trains when needed, refuses to serve what it cannot trust."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conversations.bot_process import Bot

pytestmark = pytest.mark.slow

IMPORT_ALL = """
from bot import quiet
quiet.prepare()
from rasa.utils.tensorflow.environment import setup_tf_environment
setup_tf_environment()
import rasa.engine.recipes.default_components
import rasa.model_training
"""


@pytest.fixture
def bot(bot_python: str, tmp_path: Path) -> Bot:
    return Bot(bot_python, tmp_path)


def test_rasa_finds_nothing_to_warn_about(bot: Bot) -> None:
    """Run `rasa data validate --fail-on-warnings`, as an assistant's author would."""
    checked = bot.run("-m", "bot.validate")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_all_of_rasa_can_be_imported_without_tensorflow(bot: Bot) -> None:
    imported = bot.run("-c", IMPORT_ALL)
    assert imported.returncode == 0, imported.stderr


def test_without_a_model_it_says_how_to_train_one(bot: Bot) -> None:
    ended = bot.run("-m", "bot.serve")
    assert ended.returncode == 1
    assert "python -m bot.train" in ended.stderr


def test_a_model_from_elsewhere_is_not_loaded(bot: Bot) -> None:
    models = bot.home / "models"
    models.mkdir()
    (models / "0123.tar.gz").write_bytes(b"from elsewhere")
    (models / "current.json").write_text('{"inputs": "0123", "sha256": "0"}')
    ended = bot.run("-m", "bot.serve")
    assert ended.returncode == 1
    assert "not the file that was trained" in ended.stderr
