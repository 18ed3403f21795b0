"""What the rep takes for granted about the buyer instead of asking: "so she lives alone", "you have a car right".

Flows in: an utterance with its acts, and the persona's cues that occur in it. Flows out: one `Question` per such
sentence. Recognised speech has no marks, and on the telephone such a sentence is answered like the question it stands
for.
"""

import re
from collections.abc import Iterable, Iterator

from sparring.call.mind.heard.answer_form import AUXILIARIES
from sparring.call.mind.heard.questions import Question
from sparring.call.mind.heard.sentences import OURS, HeardSentence, Spoken, bare, hits, normalised
from sparring.call.mind.phrases import FUNCTION_WORDS
from sparring.call.mind.state import BuyerState
from sparring.persona import Fact, Persona, stem
from sparring.speech_acts import Act, ActKind
from sparring.speech_acts.text.numbers import NUMBERS, TENS

_LONGEST = 14  # words
_SHORT = 8  # words of a "so, Fridays are bad", which may be about anything
_ABOUT_THEM = frozenset(
    {"you", "you're", "youre", "you've", "he", "he's", "hes", "she", "she's", "shes", "they", "they're", "your", "his"}
    | {"her", "nobody", "there's", "theres", "it's", "its"}
)
_NOT_YOURS = OURS | {"me", "let's"}
_MAY_BE = frozenset(
    {"should", "could", "can", "might", "must", "will", "would", "may", "shall", "know", "see", "tell", "said", "say"}
    | {"mentioned", "told", "too", "bet", "got", "guys", "think", "mean"}
)  # as in "you should", "you know", "you said", "you bet": nothing about the buyer is taken for granted
_WHOSE = frozenset({"your", "her", "his", "just", "only", "mostly"})  # "it's your aunt"
_COMPLIMENTS = (
    "you're welcome", "you're right", "you are right", "you're kidding", "you're doing", "you're very", "you're so",
    "you've been", "you are welcome", "you are so", "you are very", "you poor", "you're not alone", "you're on",
)  # fmt: skip
_GUESSES = re.compile(
    r"^(?:i (?:guess|take it|suppose|assume|imagine|bet)|i'm guessing|sounds like|it sounds like|probably) (?:that )?"
    r"| (?:i (?:guess|take it|suppose|assume|imagine|bet)|right|huh|correct|yeah|yes|then|too|though"
    r"|(?:is|isn't|was|wasn't|does|doesn't|did|didn't|has|hasn't|are|aren't|do|don't) (?:it|he|she|they|you))$"
)
_NO_MORE_THAN_TAKEN_FOR_GRANTED = frozenset(
    {ActKind.REFLECTION, ActKind.SUMMARISES, ActKind.BACKCHANNEL, ActKind.USES_NAME}
    | {ActKind.OPEN_QUESTION, ActKind.CLOSED_QUESTION}
)
_AGE = re.compile(
    r"\b(?:he|she|they)(?:'s|s|'re| is| are)? (?:about |around |like |only )*(?:\d\d|\w+ty)(?: \w+)?"
    r"(?= and\b| years\b| right\b|$)"
)
_SELVES = frozenset({"me", "us"})
_TENS = frozenset(TENS.values())
_DENIES = re.compile(r"\b(?:not|never|no|nobody|nothing|without|\w+n't|cannot)\b")


def suppositions(
    said: Spoken, acts: Iterable[Act], cues: frozenset[str], asked: Iterable[Question]
) -> Iterator[Question]:
    """What an utterance takes for granted beside what it asks; `cues` are the persona's that occur in it."""
    questions = {one.text for one in asked}
    for sentence, (start, end) in zip(said.sentences, said.spans, strict=True):
        words = sentence.words
        if words in questions or sentence.marked.rstrip().endswith("?") or not _takes_for_granted(sentence):
            continue
        does = {act.kind for act in acts if act.start < end and start < act.end}
        if does <= _NO_MORE_THAN_TAKEN_FOR_GRANTED:
            age = {"how old"} if _AGE.search(words) else set[str]()
            yield Question(None, is_open=False, text=words, found=hits(words, cues) | age)


def agrees(persona: Persona, state: BuyerState, supposed: Question, fact: Fact) -> bool:
    """Whether what is taken for granted is what the buyer has said of `fact`: the same numbers, no "not" too many."""
    if denies(supposed.text) and not denies(fact.text.lower()):
        return False
    theirs, ours = numbers(supposed.text), numbers(normalised(" ".join((fact.text, *fact.lines))))
    return not (theirs and ours and theirs.isdisjoint(ours)) and is_known(persona, state, (supposed,))


def guess_in(words: str) -> str:
    """Normalised words without what only says that they are a guess: "i guess", "right"."""
    return _GUESSES.sub("", bare(words))


def denies(words: str) -> bool:
    """Whether a sentence says that something is not so."""
    return _DENIES.search(words) is not None


def is_known(persona: Persona, state: BuyerState, supposed: Iterable[Question]) -> bool:
    """Whether what is taken for granted has been said by the buyer, or goes without saying."""
    cores = [guess_in(one.text) for one in supposed]
    words = {stem(word) for core in cores for word in core.split() if word not in FUNCTION_WORDS}
    said = normalised(f"{' '.join(state.said)} {persona.role}").split()
    if any(core.endswith(" with you") for core in cores) and _SELVES.isdisjoint(said):
        return False
    return bool(words) and 2 * len(words.intersection(map(stem, said))) >= len(words)


def numbers(words: str) -> frozenset[int]:
    """The numbers up to ninety-nine in normalised words, in letters or digits; "one" is as often no number."""
    found: list[int] = []
    tens = 0
    for word in words.split():
        value = int(word) if word.isdigit() else NUMBERS.get(word, 0)
        if tens and 0 < value < 10:
            found[-1] = tens + value
        elif value:
            found.append(value)
        tens = value if value in _TENS and not word.isdigit() else 0
    return frozenset(found) - {1}


def says_of_you(words: str) -> bool:
    """Whether a sentence in normalised words takes something for granted about the buyer."""
    core = bare(words)
    return core.split(" ", 1)[0] not in AUXILIARIES and _takes_for_granted(HeardSentence(words, words, core))


def _takes_for_granted(sentence: HeardSentence) -> bool:
    if not 2 <= sentence.words.count(" ") + 1 <= _LONGEST:
        return False
    tag = _GUESSES.search(sentence.core)
    concludes = "so" in sentence.words.removesuffix(sentence.core).split() or (tag is not None and tag.end() > 0)
    core = _GUESSES.sub("", sentence.core).split()
    if len(core) < 2 or not _NOT_YOURS.isdisjoint(core) or " ".join(core).startswith(_COMPLIMENTS):
        return False
    if core[0] not in _ABOUT_THEM:
        return concludes and len(core) <= _SHORT
    if core[0] in ("it's", "its"):
        return core[1] in _WHOSE or concludes
    return core[1] not in _MAY_BE
