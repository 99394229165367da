"""Plans, saved under a resume code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("share_key", sa.String(64)),
        sa.Column("share_number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("programs", sa.JSON(), nullable=False),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("dates", sa.JSON(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_plans"),
        sa.UniqueConstraint("share_key", name="uq_plans_share_key"),
    )
    op.create_index("ix_plans_last_opened_at", "plans", ["last_opened_at"])


def downgrade() -> None:
    op.drop_table("plans")
