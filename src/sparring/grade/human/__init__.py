"""A grader beside people: their scores of the same calls, their agreement, and a coach's overrides."""
