"""What an utterance does: one recogniser for the buyer and for the grader, belonging to neither.

Flows in: one utterance and what was said before it. Flows out: acts with character spans.
"""

from sparring.speech_acts.acts import Act, ActKind, Alike, Context, Likeness, Topic
from sparring.speech_acts.recogniser import (
    Recognised,
    load_all,
    names_given,
    recognise,
    recognise_and_part,
    recognise_to_compare,
)
from sparring.speech_acts.segmentation import stops

__all__ = [
    "Act",
    "ActKind",
    "Alike",
    "Context",
    "Likeness",
    "Recognised",
    "Topic",
    "load_all",
    "names_given",
    "recognise",
    "recognise_and_part",
    "recognise_to_compare",
    "stops",
]
