"""Counts: how often something happened on a day, joined to nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(24), nullable=False),
        sa.Column("what", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "topic", "what", name="pk_counts"),
    )


def downgrade() -> None:
    op.drop_table("counts")
