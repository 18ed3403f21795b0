"""Safety: whether someone is safe, 911, and medical advice, which a non-medical agency never gives."""

from sparring.speech_acts import ActKind
from tests.speech_acts.kinds.conftest import ActsInSentences

SAID = [
    (ActKind.ASKS_IF_SAFE, "[does she ever get as far as the front door]?"),
    (ActKind.ASKS_IF_SAFE, "[Is she safe right now]?"),
    (ActKind.ASKS_IF_SAFE, "[is he breathing]"),
    (ActKind.ASKS_IF_SAFE, "[Is somebody with her at this moment]?"),
    (ActKind.ASKS_IF_SAFE, "[Did he hit his head when he fell]?"),
    (ActKind.CALL_911, "[you need to dial nine one one]"),
    (ActKind.CALL_911, "[thats 911 chris not us call them] now can you do that"),
    (ActKind.CALL_911, "[Call an ambulance first], then call me back."),
    (ActKind.CALL_911, "[That's an emergency, get her to the emergency room now]."),
    (ActKind.MEDICAL_ADVICE, "Honestly, with that dizziness, [she should be off the blood thinner]."),
    (ActKind.MEDICAL_ADVICE, "[Stop giving her the blood thinner until the bruise goes away]."),
    (ActKind.MEDICAL_ADVICE, "[you should double his dose if he can't sleep]"),
    (ActKind.MEDICAL_ADVICE, "[That's probably just a urinary tract infection]."),
    (ActKind.MEDICAL_ADVICE, "[She doesn't need to see a doctor for that]."),
    (ActKind.MEDICAL_ADVICE, "[I'd get her off that sleeping pill]."),
    (ActKind.MEDICAL_ADVICE, "[Sounds like an infection to me]."),
    (ActKind.MEDICAL_ADVICE, "[Don't let them put in that feeding tube]."),
    (ActKind.MEDICAL_ADVICE, "[Don't bother with the insulin]."),
]
NEAR_MISSES = [
    (ActKind.MEDICAL_ADVICE, "So he's on a blood thinner and he bruises easily."),
    (ActKind.MEDICAL_ADVICE, "The nurse can set up his pills on Sunday."),
    (ActKind.MEDICAL_ADVICE, "We'd give her a hand with the oxygen tube when she gets up."),
    (ActKind.MEDICAL_ADVICE, "Would he let somebody give him his pills with breakfast?"),
    (ActKind.MEDICAL_ADVICE, "Our aides don't touch the oxygen."),
    (ActKind.ASKS_IF_SAFE, "Are you okay with that price?"),
    (ActKind.ASKS_IF_SAFE, "Is anyone with her at night?"),
    (ActKind.ASKS_IF_SAFE, "Is that okay?"),
    (ActKind.ASKS_IF_SAFE, "And is your husband alright with someone coming in?"),
    (ActKind.CALL_911, "You don't need to call 911 for that."),
    (ActKind.CALL_911, "It's not 911 we need."),
    (ActKind.CALL_911, "Why haven't you called an ambulance?"),
    (ActKind.CALL_911, "How come, why did nobody call 911?"),
    (ActKind.CALL_911, "Have you called the agency before?"),
    (ActKind.MEDICAL_ADVICE, "I can't tell you whether to stop a medication, that's up to her doctor."),
    (ActKind.MEDICAL_ADVICE, "Our caregivers remind him to take his medication at eight."),
    (ActKind.MEDICAL_ADVICE, "What medications does she take in the morning?"),
    (ActKind.MEDICAL_ADVICE, "Her doctor said to stop the blood thinner."),
    (ActKind.MEDICAL_ADVICE, "He has Parkinson's."),
    (ActKind.MEDICAL_ADVICE, "You should not take my word for it."),
    (ActKind.MEDICAL_ADVICE, "Has the doctor said what's causing the dizziness?"),
]


class TestSafety(ActsInSentences):
    """By the sentences above."""

    said, near_misses = SAID, NEAR_MISSES
