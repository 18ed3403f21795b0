"""Text to words and clauses, each knowing its characters, and which of them ask."""
