"""Taking back: what each message found before it, so that it can be undone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("turn", sa.Integer()))
    op.add_column("messages", sa.Column("before", sa.JSON()))


def downgrade() -> None:
    op.drop_column("messages", "before")
    op.drop_column("messages", "turn")
