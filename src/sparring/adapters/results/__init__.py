"""Stores for scorecards, reps and the outbox: `sql/` on SQLite or PostgreSQL, `cosmos/` on Azure Cosmos DB."""
