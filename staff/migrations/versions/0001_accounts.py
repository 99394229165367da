"""Accounts, visits, recovery codes, invitations, events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _of_account(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=f"fk_{table}_account_id", ondelete="CASCADE"
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("login", sa.String(254), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.String(200)),
        sa.Column("totp_secret", sa.String(64)),
        sa.Column("totp_step", sa.Integer()),
        sa.Column("identity", sa.String(600)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True)),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("login", name="uq_accounts_login"),
        sa.UniqueConstraint("identity", name="uq_accounts_identity"),
    )
    op.create_table(
        "visits",
        sa.Column("key", sa.String(64), nullable=False),
        *_of_account("visits"),
        sa.Column("stage", sa.String(20), nullable=False),
        sa.Column("form_token", sa.String(64), nullable=False),
        sa.Column("pending_secret", sa.String(64)),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_visits"),
    )
    op.create_index("ix_visits_account_id", "visits", ["account_id"])
    op.create_index("ix_visits_seen_at", "visits", ["seen_at"])
    op.create_table(
        "recovery_codes",
        *_of_account("recovery_codes"),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("account_id", "digest", name="pk_recovery_codes"),
    )
    op.create_table(
        "invitations",
        *_of_account("invitations"),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_invitations"),
        sa.UniqueConstraint("key", name="uq_invitations_key"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("account_id", sa.String(32)),
        sa.Column("by", sa.String(32)),
        sa.Column("note", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_at", "events", ["at"])
    op.create_index("ix_events_account_id", "events", ["account_id"])
