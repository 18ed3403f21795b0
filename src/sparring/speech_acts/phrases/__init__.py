"""Phrases as spoken: their words, their notation, and the index that finds them."""
