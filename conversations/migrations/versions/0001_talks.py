"""Talks: sessions, messages, choices, feedback."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATES = ("RECEIVED", "ANSWERED", "FAILED")


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_sessions"),
    )
    op.create_index("ix_sessions_last_seen_at", "sessions", ["last_seen_at"])
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_key", sa.String(64), nullable=False),
        sa.Column("message_id", sa.String(128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state"), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("answer", sa.JSON()),
        sa.Column("intent", sa.String(40)),
        sa.Column("action", sa.String(60)),
        sa.Column("release", sa.String(40)),
        sa.ForeignKeyConstraint(
            ["session_key"],
            ["sessions.key"],
            name="fk_messages_session_key",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_messages"),
        sa.UniqueConstraint("session_key", "message_id", name="uq_messages_session_key"),
    )
    op.create_table(
        "choices",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("session_key", sa.String(64), nullable=False),
        sa.Column("message_row", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(300), nullable=False),
        sa.Column("meaning", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_key"], ["sessions.key"], name="fk_choices_session_key", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["message_row"], ["messages.id"], name="fk_choices_message_row", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_choices"),
    )
    op.create_index("ix_choices_session_key", "choices", ["session_key"])
    op.create_index("ix_choices_message_row", "choices", ["message_row"])
    op.create_table(
        "feedback",
        sa.Column("message_row", sa.Integer(), nullable=False),
        sa.Column("rating", sa.String(4), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_row"], ["messages.id"], name="fk_feedback_message_row", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("message_row", name="pk_feedback"),
    )


def downgrade() -> None:
    for table in ("feedback", "choices", "messages", "sessions"):
        op.drop_table(table)
