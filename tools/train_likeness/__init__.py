"""How the heads of `speech_acts/learned/likeness.py` are taught: examples in, weights with provenance out."""
