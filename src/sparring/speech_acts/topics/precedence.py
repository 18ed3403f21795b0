"""What a question is about: rows in order of precedence, the first whose phrases are found wins.

A topic has a row for what is surely about it and often, further down, one for words that other topics use as well.
"""

from typing import Final, NamedTuple

from sparring.speech_acts.acts import Topic
from sparring.speech_acts.phrases.notation import Phrase, phrases
from sparring.speech_acts.topics import of_families as family
from sparring.speech_acts.topics import of_referrers as referrer


class TopicRow(NamedTuple):
    """Phrases that make a question one about `topic`."""

    topic: Topic
    phrases: tuple[Phrase, ...]


# questions that arrange the call or the next step discover nothing about the buyer
_ARRANGES: Final = phrases("""
    (how|what) (can|may|might|could|else can) (i|we) (best)? (help|assist|support|do for you)
    your (first|last|full)? name$
    (have|get|ask|know|is) your (first|last|full|first and last)? name
    (who|whom) ~4 (speaking|talking) (with|to)
    who (is|will) (going to)? ~1 be (there|joining|home|around) ~2 (on|when|at|for|that|then|{day}|tomorrow) ~5
    {number} (minute|minutes|moment|moments|second|seconds)
    (good|bad|okay) time (to (talk|chat|speak)|for you)?
    (assessment|visit|appointment|meeting|in service) ~6 (work|works|schedule|best)
    (work|works|suit|suits) (for (you|your family|everyone|both)|best|better)
    (would|does|how about|is|will|what about) ~1 ({day}|tomorrow|this afternoon|later today) ~8
    (phone|call back|cell|telephone|mobile) (number|phone)?$
    (best|good|right|your|another|a) (number|phone number|email|email address|phone|cell|call back number)
    (can|could|may|shall|should) (i|we) (come|stop|visit|schedule|set|send|bring|drop|call|follow|book|put|meet|\
        email|check back|do|get back)
    (does|did|do|would|is|will) (that|this) (help|make sense|answer|sound|work|ease|address|okay|clear|clearer|fair|\
        take care|settle|cover|seem|change)
    how does that (sound|feel|sit|land|strike)
    call you$
    (how|what) about (i|we|if)
    dot (com|net|org)
    (any|other|else|what) (other|more|further)? questions
    (would|will) it (help|be helpful|make sense|be useful|be okay|be all right) (if|to|for)
    (can|could|may|might) i ask (you)? (a|some|one|another|a few|a couple)
    (can|could|may|shall|should|would) (our|my|a|the|one of our) ~1 (nurse|care manager|coordinator|manager|\
        caregiver|supervisor) (come|visit|stop|meet|call|drop|swing)
""")

TOPICS: Final = (
    TopicRow(Topic.OTHER, _ARRANGES),
    TopicRow(Topic.PAYMENT, family.PAYMENT),
    TopicRow(Topic.DECISION_MAKER, family.DECISION_MAKER_SURELY),
    TopicRow(Topic.ROLE, referrer.ROLE),
    TopicRow(Topic.HARDEST_CASES, referrer.HARDEST_CASES),
    TopicRow(Topic.CURRENT_PROVIDER, referrer.CURRENT_PROVIDER_SURELY),
    TopicRow(Topic.CARE_NEEDS, family.HANDLING),
    TopicRow(Topic.FEELINGS, family.FEELINGS),
    TopicRow(Topic.PROCESS, referrer.PROCESS_SURELY),
    TopicRow(Topic.DECISION_MAKER, family.DECISION_MAKER_PERHAPS),
    TopicRow(Topic.WHO, family.WHO_SURELY),
    TopicRow(Topic.WHAT_HAPPENED, family.WHAT_HAPPENED_SURELY),
    TopicRow(Topic.CONCERN, referrer.CONCERN_SURELY),
    TopicRow(Topic.CURRENT_PROVIDER, referrer.CURRENT_PROVIDER),
    TopicRow(Topic.SAFETY, family.SAFETY_SURELY),
    TopicRow(Topic.CARE_NEEDS, family.CARE_NEEDS_SURELY),
    TopicRow(Topic.TIMING, family.TIMING),
    TopicRow(Topic.LOCATION, family.LOCATION),
    TopicRow(Topic.PROCESS, referrer.PROCESS_PERHAPS),
    TopicRow(Topic.CONCERN, referrer.CONCERN_PERHAPS),
    TopicRow(Topic.SAFETY, family.SAFETY_PERHAPS),
    TopicRow(Topic.CARE_NEEDS, family.CARE_NEEDS_PERHAPS),
    TopicRow(Topic.WHAT_HAPPENED, family.WHAT_HAPPENED_PERHAPS),
    TopicRow(Topic.WHO, family.WHO_PERHAPS),
)

PARTNERS: Final = {
    # the day of a discharge is a date, and a danger
    Topic.TIMING: TopicRow(
        Topic.SAFETY, phrases("(discharged|discharge|coming home|comes home|come home|hospital|released)")
    ),
    # how somebody moves about is a need, and a danger
    Topic.SAFETY: TopicRow(
        Topic.CARE_NEEDS,
        phrases(
            "(steady|getting (up|around|out)|balance|on (her|his) feet|walk|walking|out of (the|a|her|his) (chair|bed|tub))"
        ),
    ),
}
