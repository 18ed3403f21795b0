"""Results in SQL: one set of statements, on SQLite or PostgreSQL (docs/adr/0026)."""
