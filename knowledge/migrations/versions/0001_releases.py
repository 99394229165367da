"""Releases: programs, ladders, occupations and wages, and which one is in force."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wage_tables",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("as_of", sa.String(length=10), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wage_tables")),
        sa.UniqueConstraint("digest", name=op.f("uq_wage_tables_digest")),
    )
    op.create_table(
        "releases",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("previous_id", sa.Integer(), nullable=True),
        sa.Column("wage_table_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["previous_id"], ["releases.id"], name=op.f("fk_releases_previous_id_releases")
        ),
        sa.ForeignKeyConstraint(
            ["wage_table_id"],
            ["wage_tables.id"],
            name=op.f("fk_releases_wage_table_id_wage_tables"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
    )
    op.create_table(
        "wages",
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("soc", sa.String(length=7), nullable=False),
        sa.Column("area", sa.String(length=2), nullable=False),
        sa.Column("median_usd", sa.Integer(), nullable=True),
        sa.Column("p10_usd", sa.Integer(), nullable=True),
        sa.Column("p90_usd", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["table_id"], ["wage_tables.id"], name=op.f("fk_wages_table_id_wage_tables")
        ),
        sa.PrimaryKeyConstraint("table_id", "soc", "area", name=op.f("pk_wages")),
    )
    op.create_table(
        "acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["releases.id"], name=op.f("fk_acts_release_id_releases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    op.create_index(op.f("ix_acts_release_id"), "acts", ["release_id"], unique=False)

    op.create_table(
        "catalog",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("current_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["current_id"], ["releases.id"], name=op.f("fk_catalog_current_id_releases")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalog")),
    )
    op.create_table(
        "ladders",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("sector", sa.String(length=40), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"], ["releases.id"], name=op.f("fk_ladders_release_id_releases")
        ),
        sa.PrimaryKeyConstraint("release_id", "id", name=op.f("pk_ladders")),
    )
    op.create_table(
        "occupations",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("soc", sa.String(length=7), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("sector", sa.String(length=40), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("typical_education", sa.String(length=40), nullable=True),
        sa.Column("job_zone", sa.Integer(), nullable=True),
        sa.Column("riasec", sa.String(length=6), nullable=True),
        sa.Column("national_median_usd", sa.Integer(), nullable=True),
        sa.Column("annual_openings", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"], ["releases.id"], name=op.f("fk_occupations_release_id_releases")
        ),
        sa.PrimaryKeyConstraint("release_id", "soc", name=op.f("pk_occupations")),
    )
    op.create_table(
        "programs",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("part_of", sa.String(length=120), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("full_name", sa.JSON(), nullable=True),
        sa.Column("alternate_names", sa.JSON(), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.Column("sponsor", sa.JSON(), nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("occupations", sa.JSON(), nullable=False),
        sa.Column("schedule", sa.JSON(), nullable=False),
        sa.Column("supports", sa.JSON(), nullable=False),
        sa.Column("credentials", sa.JSON(), nullable=False),
        sa.Column("leads_to", sa.JSON(), nullable=False),
        sa.Column("ladder_ids", sa.JSON(), nullable=False),
        sa.Column("how_to_apply", sa.JSON(), nullable=True),
        sa.Column("url", sa.String(length=1000), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("succeeded_by", sa.JSON(), nullable=True),
        sa.Column("successor_ids", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=True),
        sa.Column("area_stated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id", "part_of"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_programs_release_id_part_of_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["releases.id"], name=op.f("fk_programs_release_id_releases")
        ),
        sa.PrimaryKeyConstraint("release_id", "id", name=op.f("pk_programs")),
    )
    op.create_table(
        "ladder_sources",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("ladder_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=True),
        sa.Column("as_of", sa.String(length=10), nullable=True),
        sa.Column("verified_on", sa.String(length=10), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("link", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id"],
            ["ladders.release_id", "ladders.id"],
            name=op.f("fk_ladder_sources_release_id_ladder_id_ladders"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "ladder_id", "position", name=op.f("pk_ladder_sources")
        ),
    )
    op.create_table(
        "program_sources",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=1000), nullable=True),
        sa.Column("as_of", sa.String(length=10), nullable=True),
        sa.Column("verified_on", sa.String(length=10), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("link", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_program_sources_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "program_id", "position", name=op.f("pk_program_sources")
        ),
    )
    op.create_table(
        "service_areas",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("extent_type", sa.String(length=20), nullable=False),
        sa.Column("extent", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_service_areas_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "program_id", "position", name=op.f("pk_service_areas")
        ),
    )
    op.create_table(
        "sites",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("address_1", sa.String(length=300), nullable=True),
        sa.Column("city", sa.String(length=300), nullable=False),
        sa.Column("state_province", sa.String(length=2), nullable=False),
        sa.Column("postal_code", sa.String(length=5), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_sites_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "program_id", "position", name=op.f("pk_sites")),
    )
    op.create_table(
        "figures",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("unit", sa.String(length=60), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id", "source"],
            [
                "program_sources.release_id",
                "program_sources.program_id",
                "program_sources.position",
            ],
            name=op.f("fk_figures_release_id_program_id_source_program_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_figures_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "program_id", "position", name=op.f("pk_figures")),
    )
    op.create_table(
        "requirements",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=300), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("parent_id", sa.String(length=300), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=10), nullable=True),
        sa.Column("about", sa.String(length=30), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("rule", sa.JSON(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("track", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id", "source"],
            [
                "program_sources.release_id",
                "program_sources.program_id",
                "program_sources.position",
            ],
            name=op.f("fk_requirements_release_id_program_id_source_program_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_requirements_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "id", name=op.f("pk_requirements")),
    )
    op.create_index(
        op.f("ix_requirements_program_id"), "requirements", ["program_id"], unique=False
    )

    op.create_table(
        "rungs",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("ladder_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("soc", sa.String(length=7), nullable=False),
        sa.Column("typical_education", sa.String(length=40), nullable=True),
        sa.Column("typical_years_before", sa.String(length=20), nullable=True),
        sa.Column("on_the_job_training", sa.String(length=20), nullable=True),
        sa.Column("median_wage_usd", sa.Integer(), nullable=True),
        sa.Column("wage_source", sa.Integer(), nullable=True),
        sa.Column("wage_note", sa.JSON(), nullable=True),
        sa.Column("credential", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "wage_source"],
            ["ladder_sources.release_id", "ladder_sources.ladder_id", "ladder_sources.position"],
            name=op.f("fk_rungs_release_id_ladder_id_wage_source_ladder_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id"],
            ["ladders.release_id", "ladders.id"],
            name=op.f("fk_rungs_release_id_ladder_id_ladders"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "ladder_id", "position", name=op.f("pk_rungs")),
    )
    op.create_index(op.f("ix_rungs_soc"), "rungs", ["soc"], unique=False)

    op.create_table(
        "terms",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("program_id", sa.String(length=120), nullable=False),
        sa.Column("of", sa.String(length=20), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("usd", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=True),
        sa.Column("weeks", sa.Integer(), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id", "source"],
            [
                "program_sources.release_id",
                "program_sources.program_id",
                "program_sources.position",
            ],
            name=op.f("fk_terms_release_id_program_id_source_program_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "program_id"],
            ["programs.release_id", "programs.id"],
            name=op.f("fk_terms_release_id_program_id_programs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "program_id", "of", name=op.f("pk_terms")),
    )
    op.create_table(
        "moves",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("ladder_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_rung", sa.Integer(), nullable=False),
        sa.Column("end_rung", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("typical_years", sa.Double(), nullable=True),
        sa.Column("wage_note", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "end_rung"],
            ["rungs.release_id", "rungs.ladder_id", "rungs.position"],
            name=op.f("fk_moves_release_id_ladder_id_end_rung_rungs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "source"],
            ["ladder_sources.release_id", "ladder_sources.ladder_id", "ladder_sources.position"],
            name=op.f("fk_moves_release_id_ladder_id_source_ladder_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "start_rung"],
            ["rungs.release_id", "rungs.ladder_id", "rungs.position"],
            name=op.f("fk_moves_release_id_ladder_id_start_rung_rungs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id"],
            ["ladders.release_id", "ladders.id"],
            name=op.f("fk_moves_release_id_ladder_id_ladders"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("release_id", "ladder_id", "position", name=op.f("pk_moves")),
    )
    op.create_table(
        "rung_needs",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("ladder_id", sa.String(length=120), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "rung"],
            ["rungs.release_id", "rungs.ladder_id", "rungs.position"],
            name=op.f("fk_rung_needs_release_id_ladder_id_rung_rungs"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["release_id", "ladder_id", "source"],
            ["ladder_sources.release_id", "ladder_sources.ladder_id", "ladder_sources.position"],
            name=op.f("fk_rung_needs_release_id_ladder_id_source_ladder_sources"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "release_id", "ladder_id", "rung", "position", name=op.f("pk_rung_needs")
        ),
    )


def downgrade() -> None:
    op.drop_table("rung_needs")
    op.drop_table("moves")
    op.drop_table("terms")
    op.drop_index(op.f("ix_rungs_soc"), table_name="rungs")

    op.drop_table("rungs")
    op.drop_index(op.f("ix_requirements_program_id"), table_name="requirements")

    op.drop_table("requirements")
    op.drop_table("figures")
    op.drop_table("sites")
    op.drop_table("service_areas")
    op.drop_table("program_sources")
    op.drop_table("ladder_sources")
    op.drop_table("programs")
    op.drop_table("occupations")
    op.drop_table("ladders")
    op.drop_table("catalog")
    op.drop_index(op.f("ix_acts_release_id"), table_name="acts")

    op.drop_table("acts")
    op.drop_table("wages")
    op.drop_table("releases")
    op.drop_table("wage_tables")
