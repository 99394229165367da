"""The tables of the staff database: one module a noun."""

from staff.models.account import Account
from staff.models.event import Event
from staff.models.invitation import Invitation
from staff.models.recovery_code import RecoveryCode
from staff.models.root import Base
from staff.models.visit import Visit

__all__ = ["Account", "Base", "Event", "Invitation", "RecoveryCode", "Visit"]
