"""The voice lab: makes the voices that Sparring ships and proves them. Never needed to run Sparring."""

import os

# before numpy is loaded: with more threads two cores spend most of their time waiting for each other
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
