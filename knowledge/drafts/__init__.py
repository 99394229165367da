"""What operators change before it is published: edits, their preview and their history."""

from knowledge.drafts.desk import Desk
from knowledge.drafts.edits import Edit, NewEdit

__all__ = ["Desk", "Edit", "NewEdit"]
