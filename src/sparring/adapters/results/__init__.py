"""Stores for scorecards, reps and the outbox."""
