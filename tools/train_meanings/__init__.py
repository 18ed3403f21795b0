"""Makes the table of word meanings that the mind tells likeness by."""
