"""What the rep takes away from a grade: strengths, the one thing first, and how it was said."""
