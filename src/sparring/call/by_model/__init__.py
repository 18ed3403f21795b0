"""The buyer's decision in a language model's words: who it is, what it is told, and what it may not say."""
