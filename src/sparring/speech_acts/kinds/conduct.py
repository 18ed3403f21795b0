"""Conduct: what is no part of a sales call - abuse, noise instead of words - and the sounds of listening along."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.phrase_families import Family, Sentence
from sparring.speech_acts.phrases.lexicon import COMMON, word_set
from sparring.speech_acts.phrases.notation import phrases

_ABUSE = phrases("""
    (fuck|fucking|fucked|fucker|motherfucker|bullshit|bitch|bastard|asshole|assholes|dickhead|cunt|prick|dumbass|\
        jackass|twat|wanker)
    (shut up|shut your mouth|shut the hell up|screw you|piss off|go to hell|go screw yourself|drop dead|kiss my ass|\
        damn you|to hell with you)
    ^(oh|well|so|then|now|just|go)? (and|just)? get lost
    you (can|may|should|people)? ~1 (can|may|should)? (just|all)? get lost
    you (are|stupid|dumb|old|absolute|complete|total|must be) ~3 (idiot|moron|stupid|dumb|fool|imbecile|liar|\
        pathetic|worthless|cow|hag|loser|crazy|insane|retard|retarded|disgusting|useless|an idiot|nuts|trash|garbage)
    ^(you)? (idiot|moron|stupid|imbecile|loser)$
    what the (hell|fuck|heck) is wrong with you
    what is wrong with you
    do not be (so|such)? (an idiot|a fool|stupid|dumb|an ass|a moron)
    (are you|how) (stupid|deaf|dumb|an idiot|crazy|retarded|dense) ~3
    (i hate|nobody likes) (you|you people|people like you|old people)
    (waste|wasting) (of)? my (fucking|damn|precious|goddamn)? time with you
    (i will|i am going to) (hurt|kill|hit|punch|slap|find) you
    you people are (stupid|idiots|all|so|disgusting|pathetic|morons|crazy)
    (stupid|dumb|idiotic) (woman|lady|man|old|cow|people|person)
    (your|another|such a|what a|that was a) (stupid|dumb|idiotic) question
    (wasting|waste) my time
""")
_ABUSE_UNDONE = phrases("""
    (i am|i was|i feel|feel|felt|feeling|my|me|myself|might be a|may be a|maybe a|sound like a|this is a|no such \
        thing as a|is not a|not a|never a|no) ~2 (stupid|dumb|idiot|crazy|foolish|fool|silly) ~2
    (you are|you will be|you may be) not (crazy|stupid|dumb|wasting)
    (not|never|without|do not want to|hate to|sorry for|sorry to|avoid) ~2 (waste|wasting) (my|your)? ~1
    (make|makes|made) you feel ~3
    (let me|i will|i should|i had better|i can|i) ~1 shut up
    you are not ~3
""")

FAMILIES: Final = (Family(ActKind.ABUSE, _ABUSE, _ABUSE_UNDONE),)

_BACKCHANNELS: Final = word_set(
    """mhm yeah yes yep yup right okay sure oh wow aha all absolutely exactly gotcha true good fine alright of course
    i see got it understood indeed interesting great totally no really ah"""
)
_LISTENING: Final = _BACKCHANNELS | {"dear", "my", "hear", "you", "understand", "go", "on"}
_BACKCHANNEL_PHRASES: Final = re.compile(
    r"^(?: (?:mhm|yeah|yes|yep|yup|right|okay|sure|oh|wow|absolutely|exactly|gotcha|of course|i see|got it|all right"
    r"|understood|indeed|interesting|great|oh no|oh dear|oh my|i hear you|i understand|go on|true|good|fine|no))+ $"
)
_KEYBOARD: Final = re.compile(r"asdf|sdfg|dfgh|qwer|wert|zxcv|xcvb|hjkl|jkl;|(.)\1\1|[bcdfghjklmnpqrstvwxz]{5}")
_VOWEL: Final = re.compile(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüœ]")
_VOWELLESS_WORDS: Final = word_set("mr mrs ms dr st tv dvd pcp rn lpn cna hr hmm mhm tsk shh nth pt ptsd phd")


def backchannel(sentence: Sentence) -> Iterator[Act]:
    """A sentence that is nothing but listening along."""
    if (
        sentence.vocabulary <= _LISTENING
        and not sentence.words.asked
        and _BACKCHANNEL_PHRASES.match(sentence.words.text)
    ):
        yield sentence.act(ActKind.BACKCHANNEL, 0, len(sentence.words.items) - 1)


def gibberish(sentence: Sentence) -> Iterator[Act]:
    """A sentence most of whose words are no words, or one word over and over."""
    if 2 * len(sentence.vocabulary & COMMON) >= len(sentence.vocabulary):
        return
    words = [word for word in sentence.words.texts if not word[:1].isdigit()]
    if not words:
        return
    noise = sum(map(_is_noise, words))
    if noise * 2 > len(words) or _is_repetition(words):
        yield sentence.act(ActKind.GIBBERISH, 0, len(sentence.words.items) - 1)


@lru_cache(maxsize=8192)
def _is_noise(word: str) -> bool:
    if not word.isascii() or word in _VOWELLESS_WORDS or len(word) < 3:
        return False
    return _VOWEL.search(word) is None or _KEYBOARD.search(word) is not None or len(word) > 24


def _is_repetition(words: list[str]) -> bool:
    """As in "Banana banana banana banana": four or more words, all but one the same, and no answer word."""
    different = set(words)
    if len(words) < 4 or len(different) > 2:
        return False
    most = max(different, key=words.count)
    return words.count(most) >= len(words) - 1 and most not in COMMON and most not in _BACKCHANNELS
