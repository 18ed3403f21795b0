"""The rep's words: sound in, text out. Every engine runs in a process of its own behind one `Recogniser`."""

from sparring.adapters.hearing.factory import open_recogniser

__all__ = ["open_recogniser"]
