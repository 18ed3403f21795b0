"""Spoken text as words and sentences: what every part of the mind reads an utterance by.

Flows in: an utterance and where the recogniser heard its sentences part. Flows out: it, cut and normalised once for the
whole turn, and which cues occur in it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sparring.persona.cue_index import ENDINGS, WHOLE_WORD_LETTERS, occurs

_VERBS = (
    "get", "live", "leave", "take", "come", "help", "need", "want", "pay", "know", "say", "think", "decide", "happen",
    "fall", "sleep", "eat", "walk", "look", "work", "keep",
)  # fmt: skip
_THIRD_PERSON = re.compile(rf"\b({'|'.join(_VERBS)})s\b")
_IN_THIRD_PERSON = frozenset(f"{verb}s" for verb in _VERBS)
_SENTENCES_KEPT = 128  # a dozen readers of a turn ask for the same ones
_SHORTEST_QUESTION = 3  # words
_LONGEST_SENTENCE = 200  # characters; beyond that a recogniser ran sentences together
FILLERS = frozenset(
    {"and", "so", "okay", "ok", "well", "um", "uh", "but", "then", "or", "now", "right", "great", "good", "yeah", "yes"}
    | {"oh", "no", "sorry", "alright", "sure", "hi", "hello", "hey", "wow", "aw", "ha", "haha", "ooh", "jeez", "gosh"}
)

QUESTION_WORDS = frozenset(
    {"why'd", "how'd", "where'd", "what'd", "who'd", "when'd", "who'll", "what're", "who're", "how've", "what've"}
    | {"what", "what's", "whats", "how", "how's", "hows", "why", "who", "who's", "whos", "where", "where's", "wheres"}
    | {"when", "when's", "which", "whose", "whereabouts"}
)


_ASKED_WITH_LIKE = QUESTION_WORDS - {"what"}  # "like how often"; "like what?" asks for an example
_ASKS_LEAVE = re.compile(
    r"^(?:(?:i (?:just |was |only )*(?:meant?|asked|asking|said)(?: you)?|my question (?:was|is)"
    r"|do you mind (?:me asking|if i ask)|(?:can|could|may) i ask(?: you)?|just curious|out of curiosity"
    r"|i(?:'d| would)? (?:(?:just|really|also|only|mainly|mostly) )*"
    r"(?:want|wanted|was going|meant|was hoping|like|love|would like|would love|need) to "
    r"(?:ask|know|learn|hear|understand|find out)(?: you)?(?: more| a bit| a little)*|honestly|actually|seriously"
    r"|i(?:'m| am|was)? (?:just )?(?:curious|wondering)|i was (?:just )?wondering|i wonder|quick question"
    r"|(?:would|could|will) you be (?:so kind as|kind enough) to (?:tell me|say|explain(?: to me)?)"
    r"|if you don't mind(?: me asking)?|if i may(?: ask)?) )+"
    r"(?=(?:what|who|whom|whose|how|when|where|why|which|whether|about|at what"
    r"|do|does|did|is|are|was|were|can|could|would|will|has|have)\b)"
)
_ASKS_LEAVE_BY = frozenset(
    {"do", "can", "could", "may", "i", "i'd", "i'm", "if", "just", "my", "out", "quick", "honestly", "actually"}
    | {"seriously", "would", "will"}
)
_WORD = re.compile(r"[a-z0-9']+")
# Typed without the apostrophe as often as not; "its", "were" and "well" are words of their own
CONTRACTIONS = (
    "don't", "can't", "won't", "didn't", "doesn't", "isn't", "wasn't", "weren't", "hasn't", "haven't", "hadn't",
    "couldn't", "wouldn't", "shouldn't", "aren't", "ain't", "i'm", "i've", "you're", "you've", "you'll", "you'd",
    "they're", "they've", "they'll", "he's", "she's", "we've", "that's", "what's", "who's", "how's", "where's",
    "when's", "there's", "here's", "what're", "who'll", "that'll", "it'll",
)  # fmt: skip
_WITH_APOSTROPHE = {word.replace("'", ""): word for word in CONTRACTIONS}
_WHY_D = re.compile(r"\b(why|how|where|what|when|who)'d (?=(?:you|he|she|they|it|that|your|his|her) (?!like|be)\b)")
_JOINS_AN_OFFER = re.compile(
    r"\b(?:(?:could|can|shall|may) (?:we|i)|how about"
    r"|would (?:you be (?:open|up|okay|ok|willing)|it (?:help|be okay|be ok)))\b",
    re.IGNORECASE,
)
_BINDS_WORDS = 4
_BINDS_AN_OFFER = frozenset({"if", "that", "so", "and", "or", "because", "as", "than", "wish", "think", "whatever"})
# "the line is Monday to Friday.": in a sentence with a full stop a verb in the middle begins no question
_INVERTS = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will|should)\b", re.IGNORECASE)
_BEGINS_A_QUESTION = re.compile(
    r"(?<= )(?:how (?:many|much|often|long)|(?:what|who|where|how)(?:'?s| is| are| do| does| did| was| were))"
    r"(?! (?:i|we)\b)(?= [\w']+ [\w']+)",
    re.IGNORECASE,
)
_BINDS_A_QUESTION = frozenset(
    {"know", "see", "say", "tell", "told", "ask", "asked", "hear", "learn", "find", "out", "show", "explain", "decide"}
    | {"understand", "understanding", "wonder", "wondering", "remember", "matter", "idea", "sure", "depends", "curious"}
    | {"me", "you", "us", "him", "her", "them", "about", "of", "on", "with", "to", "for", "from", "in", "at", "by"}
    | {"is", "was", "that's", "it's", "thats", "its", "that", "this", "and", "or", "like", "than", "just"}
    | {"exactly", "the", "a", "your", "no", "really", "guess", "into"}
)
# "okay got it so is she alone at night": recognised speech has no mark between what is said and what is asked
_JOINS_A_QUESTION = re.compile(
    r"\b(?:so|and|but|okay|ok|right|alright|well|wow|jeez|gosh|aw|ha|haha|ooh|um|uh|hey|listen|anyway|oh|sorry) "
    r"(?=(?:is|are|was|were|do|does|did|has|have|can|could|will|would) "
    r"(?:she|he|they|you|there|any\w+|some\w+|your \w+)(?: [\w']+){2})",
    re.IGNORECASE,
)
# "are you a lawyer, no, what I wanted to ask is who helps her"
_WANTED_TO_ASK = re.compile(
    r"\b(?:what i (?:really |actually )?(?:want|wanted|meant|was going) to (?:ask|know)(?: you)?(?: is| was)?"
    r"|my (?:real |actual )?question (?:is|was)),? (?=\w)",
    re.IGNORECASE,
)
_SAYS_WHO_CALLS = re.compile(r"\b(?:this is|my name is|my name's|i'm|it's|calling from)\b", re.IGNORECASE)
_ASKS_FOR_SOMEBODY = re.compile(
    r"\b(?:is (?:(?:mr|mrs|ms|dr)\W+)?[a-z]+(?: [a-z]+)? (?:there|in|around|available|free)(?=\W*$)"
    r"|(?:may|can|could) i (?:please )?(?:speak|talk) (?:to|with)|am i (?:speaking|talking) (?:to|with)|do i have)\b",
    re.IGNORECASE,
)
# "I understand, did Stan serve": nor one between two that a comma parts
_FOLLOWS_A_COMMA = re.compile(
    r"(?<=, )(?=(?:do|does|did|was|were|has|have) (?:she|he|they|you|there|your \w+|[a-z]+) [\w']+)", re.IGNORECASE
)
# "do you think", "did you say" behind a comma belong to what they follow
_ASKS_ALONE = re.compile(
    r"(?!\w+ you (?:think|say|suppose|reckon|believe|mean|know|remember|figure|guess)\b)", re.IGNORECASE
)
# "with Medicare and Lorraine in one talk, what does a morning look like?": what comes first asks for nothing
_ASKS_AFTER_A_LIST = re.compile(
    r", (?=(?:(?:so|but|and|then) )?(?:what|who|how|where|why|when|which|whose)(?:'\w+)? (?!(?:i|we)\b)[\w']+ )",
    re.IGNORECASE,
)
_BEGINS_A_LIST = re.compile(
    r"\W*(?:(?:and|so|but|well|okay) )*(?:what with|with|after|between|given|considering|besides|apart from) .* and ",
    re.IGNORECASE,
)
_LONG_LIST = 6  # words: "after you close them, who looks in" asks one thing
# "no pets, i take it?", "music, or what?": what is taken, or asked, stands before it
_IS_A_TAG = re.compile(
    r"(?:or (?:what|something|anything|not|no)|right|correct"
    r"|i(?:'m)? (?:guess(?:ing)?|take it|suppose|assume|assuming|imagine|believe|think|bet))\W*",
    re.IGNORECASE,
)
# "what happened with the helper who came before": a clause that says which one asks for nothing
_TELLS_WHICH = re.compile(
    r"who (?!else\b|all\b|is it\b|are (?:you|they)\b|do\b|does\b|did\b|should\b|would\b|can\b)\w+", re.IGNORECASE
)
_OF_ONE = re.compile(
    r"\b(?:the|an?|that|this|any|some|another|your) \w+ $|\b(?:some|any)(?:body|one) $|\b(?:people|those|one) $",
    re.IGNORECASE,
)
# "and the doctor, what did he say": what comes first is what is asked about
_OF_THEIRS = r"(?:the|his|her|your|their) [\w']+"
_BRINGS_UP = re.compile(
    r"\W*(?:and|but|as for|about|what about) (?:[\w']+ ?){1,3}, ?"
    rf"|\W*(?:(?:and|but|so|as for|what about) )?{_OF_THEIRS}(?: and {_OF_THEIRS})?, ?",
    re.IGNORECASE,
)
MARKED = re.compile(r"[^.?!]+[.?!]?")
OURS = frozenset({"i", "we", "our", "us", "i'd", "i'll", "i'm", "we'd", "we'll", "we're", "we've", "my"})
"""Words by which reps speak of themselves and their agency."""


class HeardSentence(NamedTuple):
    """One sentence of an utterance, or several that were asked for together.

    Args:
        marked: as it was said, with its mark.
        words: normalised.
        core: the same without the "and", "so", "okay" it begins with.
    """

    marked: str
    words: str
    core: str


class Spoken(NamedTuple):
    """An utterance: as it was said, its normalised words, its sentences and the characters each of them takes."""

    text: str
    words: str
    sentences: tuple[HeardSentence, ...]
    spans: tuple[tuple[int, int], ...]

    def at(self, start: int, end: int) -> HeardSentence:
        """The sentences in which the characters `start..end` stand."""
        within = [i for i, (left, right) in enumerate(self.spans) if left < max(end, start + 1) and start < right]
        left, right = (self.spans[within[0]][0], self.spans[within[-1]][1]) if within else (start, end)
        if right - left > _LONGEST_SENTENCE:
            left, right = max(left, start - 40), min(right, end + 60)
        elif len(within) == 1:
            return self.sentences[within[0]]
        return sentence(self.text[left:right])


def spoken(text: str, stops: Iterable[int]) -> Spoken:
    """`text` cut into sentences: as punctuated, and at `stops`, where a question begins or has ended."""
    cuts = tuple(stops)
    spans: list[tuple[int, int]] = []
    for marked in MARKED.finditer(text):
        start, end = marked.span()
        stopped = marked[0].endswith((".", "!"))
        heard = {at for at in cuts if start < at < end and not (stopped and _goes_on(text, at))}
        heard = {at for at in heard if not _belong_together(text[start:at], text[at:end])}
        if not marked[0].endswith((".", "?", "!")):
            heard |= {one.start() for one in _JOINS_A_QUESTION.finditer(text, start, end)} - {start}
            heard |= {one.start() for one in _FOLLOWS_A_COMMA.finditer(text, start, end)} - {start}
            heard |= {at for at in _offers_in(text, start, end) if at > start}
            heard |= {at for at in _questions_in(text, start, end) if at > start}
        else:
            heard |= {at for at in _after_a_question_or_list(text, start, end) if at > start}
        heard |= {at for at in _asking_for_somebody(text, start, end) if at > start}
        heard |= {one.end() for one in _WANTED_TO_ASK.finditer(text, start, end)} - {end}
        spans += pairwise([start, *sorted(heard), end])
    return Spoken(text, normalised(text), tuple(sentence(text[start:end]) for start, end in spans), tuple(spans))


def _goes_on(text: str, at: int) -> bool:
    """Whether a statement goes on there: "the line is Monday to Friday", "we write: who came, when"."""
    return _INVERTS.match(text, at) is not None or text[:at].rstrip().endswith(":")


def _belong_together(before: str, after: str) -> bool:
    """Whether two parts of a sentence ask one thing."""
    tells_which = _TELLS_WHICH.match(after) is not None and _OF_ONE.search(before) is not None
    return tells_which or _IS_A_TAG.fullmatch(after) is not None or _BRINGS_UP.fullmatch(before) is not None


def _offers_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where something is suggested in the middle of unmarked speech; not in "what time could we"."""
    for one in _JOINS_AN_OFFER.finditer(text, start, end):
        before = normalised(text[start : one.start()]).split()[-_BINDS_WORDS:]
        if QUESTION_WORDS.isdisjoint(before) and _BINDS_AN_OFFER.isdisjoint(before[-1:]):
            yield one.start()


def _questions_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where a question begins in the middle of unmarked speech: "first on my sheet how many go home in a week"."""
    for one in _BEGINS_A_QUESTION.finditer(text, start, end):
        before = text[start : one.start()].lower().split()
        if before and before[-1] not in _BINDS_A_QUESTION:
            yield one.start()


def _after_a_question_or_list(text: str, start: int, end: int) -> Iterator[int]:
    """Where a second question, or the only one, begins behind a comma: "what did we do, did anybody call you?"."""
    if not text.startswith("?", end - 1) or text.find(",", start, end) < 0:
        return
    for one in _FOLLOWS_A_COMMA.finditer(text, start, end):
        first = bare(normalised(text[start : one.start()])).split()
        if len(first) >= _SHORTEST_QUESTION and first[0] in QUESTION_WORDS and _ASKS_ALONE.match(text, one.start()):
            yield one.start()
    for one in _ASKS_AFTER_A_LIST.finditer(text, start, end):
        before = text[start : one.start() + 1]
        if before.count(" ") >= _LONG_LIST and _BEGINS_A_LIST.match(before):
            yield one.end()


def _asking_for_somebody(text: str, start: int, end: int) -> Iterator[int]:
    """Where whoever has said who they are asks for somebody: "this is Nina from Willow Lane, is Marcia available"."""
    for one in _ASKS_FOR_SOMEBODY.finditer(text, start, end):
        if _SAYS_WHO_CALLS.search(text, start, one.start()):
            yield one.start()


def sentence(marked: str) -> HeardSentence:
    """A sentence as it was said, normalised."""
    words = normalised(marked)
    return HeardSentence(marked, words, bare(words))


def normalised(text: str) -> str:
    """Lower-case words parted by single spaces, with the apostrophes that belong there."""
    text = text.lower().replace("\u2019", "'")
    words = _WORD.findall(_WHY_D.sub(r"\1 did ", text) if "'d " in text else text)
    return " ".join(map(_WITH_APOSTROPHE.get, words, words))


@lru_cache(_SENTENCES_KEPT)
def bare(words: str) -> str:
    """Normalised `words` without the "and", "so", "okay", "if you don't mind me asking" they begin with."""
    first, _, rest = words.partition(" ")
    while first in FILLERS:
        words = rest
        first, _, rest = words.partition(" ")
    if first in _ASKS_LEAVE_BY:
        return _ASKS_LEAVE.sub("", words)
    return rest if first == "like" and rest.split(" ", 1)[0] in _ASKED_WITH_LIKE else words


def hits(text: str, cues: Iterable[str]) -> frozenset[str]:
    """The cues that occur in the normalised `text`: as the beginning of a word, or as a whole one when very short."""
    padded = _with_plain_verbs(f" {text} ")
    # a short cue is asked for in full: of the others a turn has a hundred
    return frozenset(
        cue for cue in cues if (f" {cue}" in padded if len(cue) > WHOLE_WORD_LETTERS else occurs(cue, padded))
    )


def _with_plain_verbs(padded: str) -> str:
    """After "she gets out" the same as "she get out", which is how cues have it."""
    if _IN_THIRD_PERSON.isdisjoint(padded.replace("'", " ").split()):
        return padded
    plain = _THIRD_PERSON.sub(r"\1", padded)
    return f"{padded}|{plain}"


def mentions(text: str, cues: tuple[str, ...]) -> bool:
    """Whether any of a fixed list of cues occurs in the normalised `text`, as `hits` finds them."""
    return _any_of(cues).search(f" {text} ") is not None


@cache
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a whole list, as cues of literal text."""
    short = "|".join(re.escape(cue) for cue in cues if len(cue) <= WHOLE_WORD_LETTERS)
    words = [f"(?:{short})(?:{'|'.join(ENDINGS)})? "] if short else []
    return re.compile(f" (?:{'|'.join(words + [re.escape(cue) for cue in cues if len(cue) > WHOLE_WORD_LETTERS])})")
