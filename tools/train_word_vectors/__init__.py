"""Makes the table of word vectors that the mind tells likeness by."""
