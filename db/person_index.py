"""The index that a home keeps of its living people: what is typed finds them among tens of thousands within milliseconds.

As with titles (see db/search_index.py), triggers keep it: whoever is erased, merged or unknown here is not in it.
"""

from sqlalchemy import Connection

_NEW_ENTRY = """
    INSERT INTO person_index (id, plain, initials, phone, born, masked, since)
    SELECT r.id, search_normal(d.name), search_initials_all(d.name), coalesce(d.phone, ''),
           coalesce(d.birth_month, ''), r.masked_name, r.consented_at
    FROM residents AS r LEFT JOIN resident_details AS d ON d.id = r.id AND NOT d.deleted
    WHERE NOT r.deleted AND NOT r.erased AND r.merged_into IS NULL AND {which}
"""
_ANEW = f"DELETE FROM person_index WHERE id = NEW.id; {_NEW_ENTRY.format(which='r.id = NEW.id')};"
_TABLES = (
    """
    CREATE TABLE person_index (
        id TEXT PRIMARY KEY, plain TEXT NOT NULL, initials TEXT NOT NULL, phone TEXT NOT NULL, born TEXT NOT NULL,
        masked TEXT NOT NULL, since TEXT) WITHOUT ROWID
    """,
    "CREATE INDEX person_index_masked ON person_index (masked, id)",
    "CREATE INDEX person_index_since ON person_index (since, id)",
    "CREATE INDEX person_index_phone ON person_index (phone) WHERE phone != ''",
    "CREATE INDEX person_index_same ON person_index (plain, born) WHERE born != ''",
)
_TRIGGERS = (
    f"CREATE TRIGGER resident_added AFTER INSERT ON residents BEGIN {_ANEW} END",
    f"""
    CREATE TRIGGER resident_changed AFTER UPDATE ON residents
    WHEN OLD.masked_name IS NOT NEW.masked_name OR OLD.consented_at IS NOT NEW.consented_at OR OLD.deleted IS NOT NEW.deleted
      OR OLD.erased IS NOT NEW.erased OR OLD.merged_into IS NOT NEW.merged_into BEGIN {_ANEW} END
    """,
    "CREATE TRIGGER resident_gone AFTER DELETE ON residents BEGIN DELETE FROM person_index WHERE id = OLD.id; END",
    f"CREATE TRIGGER resident_known AFTER INSERT ON resident_details BEGIN {_ANEW} END",
    f"CREATE TRIGGER resident_corrected AFTER UPDATE ON resident_details BEGIN {_ANEW} END",
    f"CREATE TRIGGER resident_unknown AFTER DELETE ON resident_details BEGIN {_ANEW.replace('NEW.', 'OLD.')} END",
)


def create_person_index(connection: Connection) -> None:
    """In a home whose people may already be there."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_NEW_ENTRY.format(which="TRUE"))
    for statement in _TRIGGERS:
        connection.exec_driver_sql(statement)
