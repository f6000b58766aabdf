"""Migrations of the store and of a home's own tables. Replicas are never migrated: they are pulled anew."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

FOLDER = Path(__file__).parent


def migrate(connection: Connection, side: str, versions: Path | None = None) -> None:
    """Bring a database of `side` (store, home) to its newest version, inside the transaction that is open."""
    if not connection.in_transaction():
        connection.begin()  # so that Alembic sees the one that SQLite is in, and leaves its commit to us
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(versions or FOLDER / side))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
