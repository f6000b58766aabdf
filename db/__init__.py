"""What SQL needs: tables, engines, unit of work, search, migrations."""
