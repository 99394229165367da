"""The tables of the conversations database: one module a noun."""

from conversations.models.choice import Choice
from conversations.models.count import Count
from conversations.models.feedback import Feedback
from conversations.models.message import Message, State
from conversations.models.plan import Plan
from conversations.models.report import Report
from conversations.models.root import Base
from conversations.models.session import Session

__all__ = ["Base", "Choice", "Count", "Feedback", "Message", "Plan", "Report", "Session", "State"]
