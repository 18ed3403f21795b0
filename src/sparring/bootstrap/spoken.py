"""The parts of a spoken call. Importing this imports the engine (about two seconds), so it is done off the loop."""

from sparring.adapters.engine.direct_line import DirectLine
from sparring.adapters.engine.spoken_call import Speech, SpokenCall
from sparring.adapters.engine.spoken_line import SampleClock
from sparring.adapters.hearing import open_recogniser
from sparring.adapters.voice import open_synthesiser
from sparring.adapters.voice.names import PronouncedNames
from sparring.adapters.voice.telephone import TelephoneBand

__all__ = [
    "DirectLine",
    "PronouncedNames",
    "SampleClock",
    "Speech",
    "SpokenCall",
    "TelephoneBand",
    "open_recogniser",
    "open_synthesiser",
]
