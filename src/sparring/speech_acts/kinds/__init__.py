"""The kinds of speech acts, a module for each group of them: the phrases of each act, and what undoes it."""
