"""How somebody does not know: in words that fit the question, the person, and whether they are at work."""
