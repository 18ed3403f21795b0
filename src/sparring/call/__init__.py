"""Brain 1, the Actor: plays the buyer on a live call and writes down what was said.

Flows in: a persona, a seed and what the rep says. Flows out: the buyer's moves and one transcript.
"""
