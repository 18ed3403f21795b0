"""Speech aimed at whoever scores the call: what it is after, and how it disguises itself."""
