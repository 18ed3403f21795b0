"""Questions that are asked in the very words of an example, give or take a few: surer than any likeness.

Flows in: a persona's ways to ask for each fact, once, and a question. Flows out: the facts whose
examples have its words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sparring.call.mind.heard.sentences import MARKED, Spoken, bare, normalised
from sparring.persona import Fact, Persona, spoken_words, stem
from sparring.speech_acts.phrases.lexicon import word_set

_PERSONAS_KEPT = 32
_QUESTIONS_KEPT = 64
# Shared words of all words, first those that say little aside, then among them: neither "where do they live" nor "is it
# really where you live" is "where do you live". Of the ways themselves, each left out in turn, seven in ten are right
_ENOUGH_SHARED: Final = 0.6
_FEW: Final = 6  # words of both, whose order counts: "who works with you" is not "who do you work with"
_FEWEST: Final = 2  # words of an example: "what happened" alone asks for whatever the call is about
_FEWEST_OF_ALL: Final = 4  # words, those that say little among them, of a question put exactly as in an example
_FEWEST_TO_DIFFER: Final = 3  # words of a question that need not have all of an example's
_LONGEST_WAY: Final = 3  # sentences of a way to ask: "I walk in the front door on Tuesday. Then what?"
# What may follow a question without asking for anything else: "who washes her now, this morning for example"
_TAIL: Final = re.compile(
    r"(?: (?:this (?:morning|week|month)|right now|now|today|these days|at the moment|usually|mostly|exactly|roughly"
    r"|for example|for instance|again|in general|normally|as a rule|or so|please|by the way|if i may ask|then"
    r"|over there|if you don't mind(?: me asking)?|if you can say|would you say|do you think|you think))$"
)
# What any question is made of, whatever it is about; "who", "when", "how often" are not among them
_SAYS_LITTLE: Final = word_set(
    """a about am an and are as at be been by can could did do does for from get got had has have he he's help
    her hers him his hm i i'd i'm if in is it it's just know like me mind my of oh okay on or our please really
    right say she she's so some tell that that's the their them then there they they're think this through to uh
    um understand up us walk was we well were what what's will with wonder wondering would yeah yes you you're
    your"""
)


@dataclass(frozen=True, slots=True)
class _Examples:
    """A persona's examples: of each its words, the same with those that say little, and by each word where it occurs.

    `exact` has the facts by whole sentences of their examples, `whole` by the examples as they were written.
    """

    words: tuple[frozenset[str], ...]
    every: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]  # of each example the place of its fact
    having: dict[str, npt.NDArray[np.int64]]
    exact: dict[str, frozenset[int]]
    whole: dict[str, frozenset[int]]


class Way(NamedTuple):
    """Sentences of an utterance that are a way to ask for a fact, word for word.

    Args:
        first: the number of the first of them.
        end: one past the last.
        words: normalised.
        places: of the facts that are asked for by it.
    """

    first: int
    end: int
    words: str
    places: frozenset[int]


def ways_in(persona: Persona, said: Spoken) -> Iterator[Way]:
    """What of an utterance its persona has as a way to ask, the longest first where one begins."""
    known, names = _examples(persona).whole, persona.name_words
    first, count = 0, len(said.sentences)
    while first < count:
        for end in range(min(count, first + _LONGEST_WAY), first, -1):
            words = " ".join(one.words for one in said.sentences[first:end])
            if places := _whole(known, words, names):
                yield Way(first, end, words, places)
                first = end - 1
                break
        first += 1


def _whole(known: dict[str, frozenset[int]], words: str, names: frozenset[str]) -> frozenset[int]:
    """Places of the facts of which normalised words are a way to ask, a name called out before or after it aside."""
    text = _as_kept(words)
    if text in known:
        return known[text]
    first, _, after = text.partition(" ")
    before, _, last = text.rpartition(" ")
    called = (*((after,) if first in names else ()), *((before,) if last in names else ()))
    shorter = (*called, *((cut,) if (cut := _TAIL.sub("", text)) != text else ()))
    return next((known[one] for one in shorter if one.count(" ") >= _FEWEST_OF_ALL - 1 and one in known), frozenset())


def _as_kept(words: str) -> str:
    """Normalised words as ways to ask are looked up; in few words an "and" counts: "Monday?" is not "and Monday?"."""
    core = bare(words)
    return core if core.count(" ") >= _FEWEST_OF_ALL - 1 else words


@lru_cache(_QUESTIONS_KEPT)
def asked_like(persona: Persona, text: str) -> frozenset[int]:
    """Places of the facts that a question in normalised words is an example of; of several, those it is nearest to."""
    asked, known = _words(text), _examples(persona)
    if exact := _exactly(known, text):
        return exact
    every, few = _all_words(text), len(asked) < _FEWEST_TO_DIFFER
    alike: dict[int, float] = {}
    for one, both in _sharing(known, asked):
        words = known.words[one]
        either = len(asked) + len(words) - both
        short = few or len(words) < _FEWEST_TO_DIFFER
        like = asked == words if short else both >= _ENOUGH_SHARED * either
        if like and _is_put_like(every, known.every[one]):
            alike[one] = both / either
    most = max(alike.values(), default=0)
    return frozenset(known.places[one] for one, share in alike.items() if share == most) if most else frozenset()


def _sharing(known: _Examples, asked: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The examples that share words enough with a question for whatever words they have besides, and how many."""
    having = [known.having[word] for word in asked if word in known.having]
    if not having:
        return
    shared = np.bincount(np.concatenate(having))
    enough = np.flatnonzero(shared >= max(1, _ENOUGH_SHARED * len(asked)))  # nine in ten have less
    yield from zip(enough.tolist(), shared[enough].tolist(), strict=True)


def _exactly(known: _Examples, text: str) -> frozenset[int]:
    """Places of the facts of which a question is an example as it stands, or but for what it ends on."""
    while text not in known.exact and (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    return known.exact.get(text, frozenset())


def read(persona: Persona) -> None:
    """Look up a persona's examples now, and not at its first question."""
    _examples(persona)


def _is_put_like(asked: tuple[str, ...], example: tuple[str, ...]) -> bool:
    shared, every = set(asked).intersection(example), set(asked).union(example)
    one, other = ([word for word in words if word in shared] for words in (asked, example))
    return len(shared) > _ENOUGH_SHARED * len(every) and (len(every) > _FEW or one == other)


@lru_cache(_PERSONAS_KEPT)
def _examples(persona: Persona) -> _Examples:
    every = [(text, place) for place, fact in enumerate(persona.facts) for text in _ways(fact)]
    words = tuple(_words(text) for text, _ in every)
    having: dict[str, list[int]] = {}
    for number, some in enumerate(words):
        for word in some:
            having.setdefault(word, []).append(number)
    numbers = {word: np.array(found) for word, found in having.items()}
    facts = persona.facts
    exact = _places((one, place) for place, fact in enumerate(facts) for one in _sentences(fact))
    ways = ((way, place) for place, fact in enumerate(facts) for way in (fact.question, *fact.asked_as))
    whole = _places((_as_kept(normalised(way)), place) for way, place in ways)
    return _Examples(
        words,
        tuple(_all_words(text) for text, _ in every),
        tuple(place for _, place in every),
        numbers,
        exact,
        whole,
    )


def _places(found: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    """By words the places of all facts that have them."""
    places: dict[str, frozenset[int]] = {}
    for words, place in found:
        places[words] = places.get(words, frozenset()) | {place}
    return places


def _sentences(fact: Fact) -> Iterator[str]:
    """Questions of a fact's examples as they stand: of "He is slipping. Whose problem is it?" the last sentence."""
    for way in (fact.question, *fact.asked_as):
        *_, last = MARKED.findall(way)
        texts = (bare(normalised(one)) for one in (last, last.rpartition(", ")[2]))
        yield from (text for text in texts if text.count(" ") >= _FEWEST_OF_ALL - 1)


def _ways(fact: Fact) -> Iterator[str]:
    """The ways to ask for a fact that have words enough, as normalised text."""
    texts = map(spoken_words, (fact.question, *fact.asked_as))
    return (text for text in texts if len(_words(text)) >= _FEWEST)


def _words(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split() if word not in _SAYS_LITTLE)


def _all_words(text: str) -> tuple[str, ...]:
    return tuple(map(stem, text.split()))
