"""What the web process needs to be told. Read once at start; it refuses to start on a bad value."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from pydantic import Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Settings of the web process, each from `PATHWAYS_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="PATHWAYS_", frozen=True)

    home: Path = CHECKOUT / "var"  # where the databases and releases live
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65_535)
    operator_port: int = Field(8001, ge=0, le=65_535)  # on 127.0.0.1 only; 0: not served
    bot_url: str = "http://127.0.0.1:5005"
    actions_url: str = "http://127.0.0.1:5055"
    secret: SecretStr = Field(min_length=16)  # shared by web, bot and actions
    conversations_url: str | None = None  # SQLAlchemy address; None: SQLite in `home`
    staff_url: str | None = None  # the same for the accounts of staff
    staff_idle: timedelta = timedelta(minutes=30)  # staff who do nothing for so long sign in anew
    second_person: bool = False  # True: who wrote a change may not publish it
    oidc_issuer: str = ""  # the address of an identity provider; empty: passwords only
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    deadline_s: float = Field(4.0, gt=0, le=60)  # how long one turn may take
    public_url: HttpUrl | None = None  # where the public finds the site; None: nobody said
    trusted_proxies: str = "127.0.0.1"  # whose X-Forwarded-* to believe, comma-separated
    secure_cookies: bool = False  # True behind TLS
    messages_per_minute: int = Field(60, ge=1)  # by address
    today: date | None = None  # a day that stands still, to measure or to show; None: the real one
    retention_days: int = Field(90, ge=1)  # talks untouched, plans unopened this long are deleted
