"""`pathways admin`: makes the first account, and mends accounts when nobody can sign in."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy.exc import SQLAlchemyError

from cli.home import DEFAULT_HOME, HomeUnusable, made
from cli.operator_settings import WrongSetting, require_settings
from databases.private import engine_at, sessions_of
from staff import setup
from staff.accounts import INVITED_FOR, Accounts, NewAccount
from staff.models import Account
from staff.problems import AccountRefused, UnknownAccount
from staff.roles import Role

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
Home = Annotated[Path, typer.Option("--home", envvar="PATHWAYS_HOME", help="The data folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Login = Annotated[str, typer.Argument(help="The name they sign in with; it may be an address.")]
FAILED = 1
SENTENCES = {
    "login_shape": "a login is letters, digits and . _ + - only, or an e-mail address",
    "login_taken": "there is an account of this login already: `pathways admin invite` opens it",
    "name_missing": "the name is missing or longer than 120 characters",
    "last_admin": "this is the only admin: make another one first",
    "too_short": "the password needs 12 characters or more",
    "too_long": "the password can have at most 200 characters",
    "too_easy": "the password is too easy to guess: take a few words that do not go together",
}


@app.command()
def create(
    login: Login,
    name: Annotated[str, typer.Option(help="How colleagues know them; left out: the login.")] = "",
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.ADMIN,
    home: Home = DEFAULT_HOME,
) -> None:
    """Make an account and print the address where its owner chooses a password."""
    with _accounts(home) as accounts:
        _, secret = accounts.add(NewAccount(login, name or login, role))
        _say_invited(login, secret, as_json=False)


@app.command()
def password(login: Login, home: Home = DEFAULT_HOME) -> None:
    """Give an account the password that stands on the first line of the input."""
    with _accounts(home) as accounts:
        secret = accounts.invite(accounts.named(login).id)
        accounts.choose_password(secret, sys.stdin.readline().rstrip("\r\n"))
        print(f"{login} can sign in now.")


@app.command("list")
def list_accounts(home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """List the accounts."""
    with _accounts(home) as accounts:
        found = [_shown(account) for account in accounts.all()]
    lines = [f"{one['login']:<32} {one['role']:<10} {one['state']}" for one in found]
    _say(found, "\n".join(lines) or "There is no account yet: pathways admin create NAME", as_json)


@app.command()
def invite(login: Login, home: Home = DEFAULT_HOME, as_json: AsJson = False) -> None:
    """Print a new address where somebody chooses a password: they forgot, or never got one."""
    with _accounts(home) as accounts:
        _say_invited(login, accounts.invite(accounts.named(login).id), as_json)


@app.command()
def role(login: Login, role: Role, home: Home = DEFAULT_HOME) -> None:
    """Give another role: editor, publisher or admin."""
    with _accounts(home) as accounts:
        accounts.set_role(accounts.named(login).id, role)
        print(f"{login} is {role} now.")


@app.command()
def disable(login: Login, home: Home = DEFAULT_HOME) -> None:
    """Close an account; who is signed in with it is out at once."""
    with _accounts(home) as accounts:
        accounts.disable(accounts.named(login).id)
        print(f"{login} cannot sign in any more.")


@app.command()
def enable(login: Login, home: Home = DEFAULT_HOME) -> None:
    """Open a closed account again, or one that waits after too many wrong tries."""
    with _accounts(home) as accounts:
        accounts.enable(accounts.named(login).id)
        print(f"{login} can sign in again.")


@app.command("forget-second-step")
def forget_second_step(login: Login, home: Home = DEFAULT_HOME) -> None:
    """Let somebody who lost phone and codes set the second step up anew at the next sign-in."""
    with _accounts(home) as accounts:
        accounts.forget_second_step(accounts.named(login).id)
        print(f"{login} sets the second step up anew at the next sign-in.")


def _shown(account: Account) -> dict[str, str]:
    invited = account.password_hash is None and account.identity is None
    state = "closed" if account.disabled_at else "invited" if invited else "open"
    return {"login": account.login, "name": account.name, "role": account.role, "state": state}


def _say_invited(login: str, secret: str, as_json: bool) -> None:
    path = f"/staff/welcome#{secret}"
    lines = (
        f"{login} chooses a password here, within {INVITED_FOR.days} days:",
        f"  {path}",
        "Put the address of this Pathways in front, and send it on a way that only they read.",
    )
    _say({"login": login, "path": path}, "\n".join(lines), as_json)


def _say(found: object, text: str, as_json: bool) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2) if as_json else text)


@contextmanager
def _accounts(home: Path) -> Iterator[Accounts]:
    """Open the accounts, making their database when there is none yet; tell in words what fails."""
    try:
        require_settings()
        url = os.environ.get("PATHWAYS_STAFF_URL")
        setup.prepare(made(home), url)
        engine = engine_at(setup.url_for(home, url))
        yield Accounts(sessions_of(engine))
        engine.dispose()
    except UnknownAccount:
        _fail("there is no such account: `pathways admin list` shows them")
    except AccountRefused as refused:
        _fail(SENTENCES[refused.code])
    except (WrongSetting, HomeUnusable) as problem:
        _fail(str(problem))
    except SQLAlchemyError as error:
        _fail(f"the staff database does not answer ({error.code})")


def _fail(sentence: str) -> NoReturn:
    print(f"pathways admin: {sentence}", file=sys.stderr)
    raise typer.Exit(FAILED)
