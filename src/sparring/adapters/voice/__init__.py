"""The buyer's voice: text in, sound out. Every engine runs in a process of its own behind one `Synthesiser`."""

from sparring.adapters.voice.factory import open_synthesiser

__all__ = ["open_synthesiser"]
