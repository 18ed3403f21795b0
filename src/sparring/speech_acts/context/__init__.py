"""Acts that more than the sentence itself decides: what was asked before it, what it takes up, what it takes back."""
