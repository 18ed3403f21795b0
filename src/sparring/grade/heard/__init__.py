"""What a grader may use of a call: who did what, where, how surely it was heard, and what was measured."""
