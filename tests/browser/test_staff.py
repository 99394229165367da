"""Staff sign in and look around in Chromium, with a keyboard and by touch, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyotp
import pytest
from playwright.sync_api import expect

from databases.private import engine_at, sessions_of
from staff.accounts import Accounts, NewAccount
from staff.problems import UnknownAccount
from staff.roles import Role
from staff.setup import url_for
from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]
Visit = Callable[..., Visitor]
PASSWORD = "seven green buses at dawn"


def an_invitation(home: Path) -> str:
    """Invite somebody anew; they have no phone yet."""
    engine = engine_at(url_for(home, None))
    accounts = Accounts(sessions_of(engine))
    try:
        account = accounts.named("ana")
    except UnknownAccount:
        account, _ = accounts.add(NewAccount("ana", "Ana Ruiz", Role.ADMIN))
    accounts.forget_second_step(account.id)
    secret = accounts.invite(account.id)
    engine.dispose()
    return secret


@pytest.mark.parametrize(
    ("language", "options"),
    [
        pytest.param("en", {"viewport": DESK}, id="desk"),
        pytest.param("es", {"viewport": PHONE, "color_scheme": "dark"}, id="Spanish, phone, dark"),
    ],
)
def test_somebody_new_comes_in_and_looks_around(
    visit: Visit, language: str, options: dict[str, Any]
) -> None:
    visitor = visit(locale=language, **options)
    page = visitor.open(f"/staff/welcome#{an_invitation(visitor.service.home)}")
    expect(page.locator("#invitation")).not_to_have_value("")
    assert "#" not in page.url  # the secret does not stay in the address
    visitor.check()
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.fill("#login", "ana")
    page.fill("#password", PASSWORD)
    visitor.check()
    page.keyboard.press("Enter")
    expect(page.locator(".qr svg")).to_be_visible()
    visitor.check()
    page.fill("#code", pyotp.TOTP(page.inner_text("code.letters").replace(" ", "")).now())
    page.keyboard.press("Enter")
    expect(page.locator(".codes li")).to_have_count(10)
    visitor.check()
    page.locator(".button.strong").click()
    for path in ("/console", "/console/programs?q=electric", "/console/accounts", "/staff/account"):
        visitor.open(path)
        visitor.check()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.locator(".who-is-here button").click()
    expect(page.locator("#login")).to_be_visible()
