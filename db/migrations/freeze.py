"""Write the first migrations from the tables as they are: `python -m db.migrations.freeze`.

Only until the first release: from then on changed tables are a further migration and a new `tables.SCHEMA`.
"""

from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine

from db import tables as t
from db.migrations import FOLDER
from db.schema import store_metadata

FRAME = '''"""{title}"""

import sqlalchemy as sa
from alembic import op

revision = "{side}_0001"
down_revision = None


def upgrade() -> None:
    {body}
'''
TITLES = {"store": "The tables of a store, as they began.", "home": "A home's own tables, as they began."}


def main() -> None:
    for side, metadata in (("store", store_metadata()), ("home", t.home_side)):
        path(side).write_text(frozen(side, metadata), "utf-8")


def path(side: str) -> Path:
    return FOLDER / side / "v0001_begin.py"


def frozen(side: str, metadata: MetaData) -> str:
    with create_engine("sqlite://").connect() as empty:
        script = produce_migrations(MigrationContext.configure(empty), metadata)
    assert script.upgrade_ops is not None
    body = render_python_code(script.upgrade_ops)
    body = "\n".join(
        line
        for line in body.splitlines()
        if "commands auto generated" not in line and "end Alembic" not in line
    )
    return FRAME.format(title=TITLES[side], side=side, body=body.strip())


if __name__ == "__main__":
    main()
