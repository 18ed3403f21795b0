"""The parts of a spoken call. Importing this imports the engine (about two seconds), so it is done off the loop."""

from sparring.adapters.agent_session.direct_line import DirectLine
from sparring.adapters.agent_session.speech import Speech
from sparring.adapters.agent_session.spoken_call import SpokenCall
from sparring.adapters.agent_session.spoken_line import SampleClock
from sparring.adapters.agent_session.warm_up import warm_up
from sparring.adapters.hearing.metered import MeteredHearing
from sparring.adapters.voice.failover import FailoverVoice, StandBy
from sparring.adapters.voice.metered import MeteredVoice
from sparring.adapters.voice.pitch import PitchListener
from sparring.adapters.voice.pronunciation import PronouncedNames
from sparring.adapters.voice.telephone import TelephoneBand
from sparring.bootstrap.speech import open_hearing, open_stand_by, open_voice

__all__ = [
    "DirectLine",
    "FailoverVoice",
    "MeteredHearing",
    "MeteredVoice",
    "PitchListener",
    "PronouncedNames",
    "SampleClock",
    "Speech",
    "SpokenCall",
    "StandBy",
    "TelephoneBand",
    "open_hearing",
    "open_stand_by",
    "open_voice",
    "warm_up",
]
