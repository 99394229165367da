"""The bot refuses to start on a bad setting, and names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import CHECKOUT, HOST, BadSetting, Settings

SECRET = {"PATHWAYS_SECRET": "s" * 16}


def test_only_the_secret_has_no_default() -> None:
    settings = Settings.read(SECRET)
    assert settings.port == 5005
    assert settings.actions_url == "http://127.0.0.1:5055"
    assert settings.home == CHECKOUT / "var"


def test_everything_can_be_set(tmp_path: Path) -> None:
    told = {
        **SECRET,
        "PATHWAYS_BOT_PORT": "15005",
        "PATHWAYS_ACTIONS_URL": "http://127.0.0.1:9/",
        "PATHWAYS_HOME": str(tmp_path),
    }
    settings = Settings.read(told)
    assert settings == Settings(15005, "http://127.0.0.1:9", "s" * 16, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PATHWAYS_SECRET", ""),
        ("PATHWAYS_SECRET", "s" * 15),
        ("PATHWAYS_BOT_PORT", "0"),
        ("PATHWAYS_BOT_PORT", "65536"),
        ("PATHWAYS_BOT_PORT", "five"),
        ("PATHWAYS_ACTIONS_URL", "127.0.0.1:5055"),
        ("PATHWAYS_ACTIONS_URL", "file:///etc"),
    ],
)
def test_a_bad_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        Settings.read({**SECRET, name: value})


def test_the_bot_listens_on_loopback_only() -> None:
    assert HOST == "127.0.0.1"
