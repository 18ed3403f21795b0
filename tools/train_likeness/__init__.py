"""How the heads of `speech_acts/likeness.py` are taught: examples of what to say in, weights with provenance out."""
