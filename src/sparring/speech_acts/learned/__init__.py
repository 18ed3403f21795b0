"""What was learned from examples: word vectors, features and linear models over them, with their weights."""
