"""What a rep asks for to find the buyer again: a number, an e-mail, an address, or two of them in one breath.

Flows in: the sentences of an utterance, and a persona for what it has to tell of them. Flows out: whether the number is
asked for, and the questions after what facts tell.
"""

import re
from functools import lru_cache

from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import HeardSentence, Spoken
from sparring.persona import Persona
from sparring.speech_acts import Topic
from sparring.speech_acts.text.needed_letters import any_in

_PERSONAS_KEPT = 32
_NUMBER = re.compile(
    r"\b(?:your|a|the|an|this|best|good|(?:what|which)(?= number (?:can|could|do|should|is|would))) "
    r"(?:(?!house\b|street\b|apartment\b|unit\b)\w+ ){0,2}?"
    r"(?:(?:phone|telephone|cell|mobile|call ?back) number|number|cell|mobile|(?:tele)?phone)\b"
    r"(?! (?:of|on the|for the) )"
)
_NAMES = ("number", "cell", "mobile", "phone", "mail", "address")
_MAIL = re.compile(r"\be ?mail(?: address)?\b")
_ADDRESS = re.compile(
    r"\b(?:your|his|her|their|the|\w+'s) (?:home |street |house |exact |full )?address\b|(?:^|\| )address(?= \||$)"
    r"|\b(?:house|street|apartment|unit) number\b"
)
_ASKS = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?(?:provide|give|tell|share|confirm|repeat)\b|"
    r"what(?:'s|s| is| are| would be)|which"
    r"|what(?= number)|(?:may|can|could|might) (?:i|we) (?:please )?(?:have|get|take|ask)"
    r"|give me|tell me|is it okay if i ask|please)\b"
)
_JOINED = re.compile(
    r"(?:and )?(?:your|a|the|an|best|his|her) (?:\w+ ){0,3}?(?:address|number|cell|phone|mobile|e ?mail)\b(?: \w+){0,4}"
    r"|(?:and )?address"
)
_TELLS = re.compile(
    r"\b(?:i'll|i will|i(?:'m| am)|we'll|my|our|i sent|(?<!may )(?<!can )(?<!could )(?<!might )i have|i've got"
    r"|you(?:'d|'ll)? have|did you|have you|what if)\b"
)


def asked_ways(persona: Persona, said: Spoken) -> tuple[Question, ...]:
    """The house and the e-mail, where they are asked for and the persona has something to tell of them."""
    if not _names_one(said.words):
        return ()
    words = " | ".join(one.words for one in said.sentences if _wants(one))
    address, mail = _cues(persona)
    return tuple(
        Question(topic, is_open=False, text=text, found=found)
        for topic, text, found, asks in (
            (Topic.LOCATION, "what is the address", address, _ADDRESS.search(_MAIL.sub(" ", words))),
            (None, "what is your email", mail, _MAIL.search(words)),
        )
        if found and asks
    )


def asks_number(said: Spoken) -> bool:
    """Whether the telephone number is among what is asked for."""
    if not _names_one(said.words):
        return False
    return any(_NUMBER.search(_MAIL.sub(" ", one.words)) for one in said.sentences if _wants(one))


def may_ask(sentence: HeardSentence) -> bool:
    """Whether it can ask for a way to reach somebody: not "I've got the phone in my purse and call you"."""
    return sentence.marked.rstrip().endswith("?") or not _TELLS.search(sentence.words)


def asks_way(words: str) -> bool:
    """Whether a question in normalised words is for any of them."""
    return _names_one(words) and any(one.search(words) for one in (_NUMBER, _MAIL, _ADDRESS))


def _names_one(words: str) -> bool:
    """Whether any of them is named at all: most utterances name none, and need no pattern."""
    return any_in(words, _NAMES)


def _wants(sentence: HeardSentence) -> bool:
    """As in "and your best cell?"; "I'll send you an e-mail" wants nothing."""
    if _TELLS.search(sentence.words):
        return False
    return _ASKS.match(sentence.core) is not None or _JOINED.fullmatch(sentence.core) is not None


@lru_cache(_PERSONAS_KEPT)
def _cues(persona: Persona) -> tuple[frozenset[str], frozenset[str]]:
    """A persona's cues of an address, and of an e-mail."""
    every = {cue for fact in persona.facts for cue in fact.cues}
    mail = frozenset(cue for cue in every if "mail" in cue)
    return frozenset(cue for cue in every - mail if cue.split()[-1:] == ["address"]), mail
