"""A home's own tables, as they began."""

import sqlalchemy as sa
from alembic import op

revision = "home_0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "contents",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("sent", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("hash", "n"),
    )
    op.create_index(
        "contents_unsent",
        "contents",
        ["hash"],
        unique=False,
        sqlite_where=sa.text("sent IS NULL"),
        postgresql_where=sa.text("sent IS NULL"),
    )
    op.create_table(
        "home",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=True),
        sa.Column("terminal", sa.String(length=40), nullable=True),
        sa.Column("incarnation", sa.String(length=40), nullable=True),
        sa.Column("epoch", sa.String(length=40), nullable=True),
        sa.Column("schema", sa.Integer(), nullable=True),
        sa.Column("cursor", sa.Integer(), nullable=True),
        sa.Column("seen", sa.String(length=80), nullable=True),
        sa.Column("purged_to", sa.Integer(), nullable=False),
        sa.Column("backed_up", sa.Integer(), nullable=False),
        sa.Column("next_seq", sa.Integer(), nullable=True),
        sa.Column("letter", sa.String(length=4), nullable=True),
        sa.Column("last_booking", sa.Integer(), nullable=True),
        sa.Column("last_made_at", sa.DateTime(), nullable=True),
        sa.Column("last_exchange", sa.DateTime(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("book", sa.Integer(), nullable=False),
        sa.Column("machine", sa.String(length=64), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("follows", sa.JSON(), nullable=True),
        sa.Column("seal_key", sa.LargeBinary(), nullable=True),
        sa.Column("hub_time", sa.DateTime(), nullable=True),
        sa.Column("boot", sa.String(length=64), nullable=True),
        sa.Column("boot_seconds", sa.Float(), nullable=True),
        sa.Column("walk_table", sa.String(length=40), nullable=True),
        sa.Column("walk_after", sa.String(length=80), nullable=True),
        sa.Column("walk_upto", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("one"),
    )
    op.create_table(
        "numbers",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day"),
    )
    op.create_table(
        "outbox",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("command_id", sa.String(length=40), nullable=False),
        sa.Column("incarnation", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(length=80), nullable=True),
        sa.Column("subject", sa.String(length=80), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=True),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=True),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("command_id"),
    )
    op.create_index("outbox_state", "outbox", ["state", "n"], unique=False)
    op.create_table(
        "pending",
        sa.Column("tab", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tab", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wrong_passwords",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("last", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("login"),
    )
