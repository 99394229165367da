"""From files to a release in force: check, publish, undo. One at a time, all or nothing."""

from knowledge.publishing.acts import Checked, Published, check, publish, undo
from knowledge.publishing.changes import Changes
from knowledge.publishing.deed import Deed

__all__ = ["Changes", "Checked", "Deed", "Published", "check", "publish", "undo"]
