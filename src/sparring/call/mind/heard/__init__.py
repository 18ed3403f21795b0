"""What an utterance says: its sentences, questions, asides, times, and what only the call so far can tell of it."""
