"""How the small linear models of `speech_acts/` are trained and judged: labelled conversations in, weights out."""
