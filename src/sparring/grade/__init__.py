"""Brain 2: from a transcript to a scorecard, evidence first, every number in code."""
