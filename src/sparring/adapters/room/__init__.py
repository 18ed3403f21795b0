"""Calls in a LiveKit room: the worker and its jobs, the rep's way in, sound, words and heartbeat."""
