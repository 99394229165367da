"""What the action server is told from outside, read once at start."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parent.parent


class ActionSettings(BaseSettings):
    """The action server's own settings; `docs/running.md` explains each."""

    model_config = SettingsConfigDict(env_prefix="PATHWAYS_", frozen=True, extra="ignore")

    actions_port: int = Field(default=5055, ge=1, le=65535)
    secret: SecretStr = Field(min_length=16)  # shared with the bot; no default on purpose
    home: Path = CHECKOUT / "var"
