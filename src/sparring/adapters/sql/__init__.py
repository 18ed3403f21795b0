"""Databases in SQL, whatever is kept in them: one interface, SQLite and PostgreSQL behind it."""
