"""Who may do what: an admin's page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from staff.accounts import NewAccount
from staff.entrance import Here
from staff.problems import AccountRefused
from staff.roles import Role
from web.shared.signing_in.doors import Doors, doors_of
from web.shared.signing_in.guards import Needs
from web.shared.staff_frame import StaffPage, render

HERE = "/console/accounts"
EVENTS = 50
Ready = Annotated[Doors, Depends(doors_of)]
Admin = Annotated[Here, Depends(Needs(Role.ADMIN))]
Typed = Annotated[str, Form(max_length=300)]

Given = Annotated[Role, Form()]

router = APIRouter(prefix=HERE, include_in_schema=False)


@router.get("")
def accounts(request: Request, here: Admin, doors: Ready) -> Response:
    """Show the accounts and what happened at the door."""
    return _shown(request, doors)


def _new(
    login: Typed = "", name: Typed = "", role: Annotated[Role, Form()] = Role.EDITOR
) -> NewAccount:
    return NewAccount(login, name, role)


@router.post("")
def add(
    request: Request, here: Admin, doors: Ready, new: Annotated[NewAccount, Depends(_new)]
) -> Response:
    """Make an account and show its invitation, once."""
    try:
        account, secret = doors.accounts.add(new, by=here.account_id)
    except AccountRefused as refused:  # what was typed stays
        return _shown(request, doors, typed=new, wrong=refused.code)
    return _shown(request, doors, invited=account.login, secret=secret)


@router.post("/{account_id}/invite")
def invite(request: Request, here: Admin, doors: Ready, account_id: str) -> Response:
    """Show a new invitation, once: somebody forgot their password."""
    account = doors.accounts.get(account_id)
    secret = doors.accounts.invite(account_id, by=here.account_id)
    return _shown(request, doors, invited=account.login, secret=secret)


@router.post("/{account_id}/role")
def give_role(here: Admin, doors: Ready, account_id: str, role: Given) -> Response:
    """Give another role."""
    doors.accounts.set_role(account_id, role, by=here.account_id)
    return RedirectResponse(HERE, 303)


@router.post("/{account_id}/disable")
def disable(here: Admin, doors: Ready, account_id: str) -> Response:
    """Close an account; who is signed in with it is out at once."""
    doors.accounts.disable(account_id, by=here.account_id)
    return RedirectResponse(HERE, 303)


@router.post("/{account_id}/enable")
def enable(here: Admin, doors: Ready, account_id: str) -> Response:
    """Open an account that was closed, or that waits after wrong tries."""
    doors.accounts.enable(account_id, by=here.account_id)
    return RedirectResponse(HERE, 303)


@router.post("/{account_id}/second-step")
def forget_second_step(here: Admin, doors: Ready, account_id: str) -> Response:
    """Let somebody who lost their phone set it up anew."""
    doors.accounts.forget_second_step(account_id, by=here.account_id)
    return RedirectResponse(HERE, 303)


def refused(request: Request, error: Exception) -> Response:
    """Show the accounts with the reason why a change was not made."""
    assert isinstance(error, AccountRefused)
    return _shown(request, doors_of(request), wrong=error.code)


def _shown(request: Request, doors: Doors, **more: object) -> Response:
    people = doors.accounts.all()
    shows = {
        "accounts": people,
        "events": doors.accounts.events(EVENTS),
        "names": {one.id: one.name for one in people},
        "roles": list(Role),
        "typed": NewAccount("", "", Role.EDITOR),
        "wrong": None,
        "invited": None,
        "secret": None,
        **more,
    }
    return render(request, StaffPage("accounts.html", shows, 422 if shows["wrong"] else 200))
