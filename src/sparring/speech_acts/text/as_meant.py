"""The words of a sentence as they were meant: contractions told apart, and fillers, soft words and stutters gone.

Flows in: words as they were cut from an utterance. Flows out: those that say something, in the form phrases are written in.
"""

from collections.abc import Iterator, Sequence
from operator import eq
from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.text_word import TEXT_OF, TextWord

_FILLERS: Final = word_set("uh um uhm umm er erm ah eh hmm hm uhh ehm mm")
_MAY_FILL: Final = _FILLERS | {"you", "i", "like"}
_SOFT: Final = word_set("just really actually basically literally honestly please simply very quite")
_STUTTERED: Final = word_set(
    """i a an the and or but we you he she it they to of in on at for is are am was so if that this what how do does
    can could will would my your our his her with as like when who there not have has be"""
)
_HELD_OR_SOFT: Final = _FILLERS | _SOFT | {"like"}
_NOT_FILLER_AFTER: Final = word_set("do did let not should to would")
_NEVER_BEFORE_A_PAUSE: Final = word_set(
    """a an the my your our their its to of with for from and or but if that is are was were am be been will would can
    could should do does did have has had i we he she they very"""
)
_JOINED: Final = {
    ("care", "giver"): "caregiver", ("care", "givers"): "caregivers", ("back", "ground"): "background",
    ("over", "night"): "overnight", ("week", "end"): "weekend",
    ("over", "whelming"): "overwhelming",
}  # fmt: skip
_LEFT_BARE: Final = {
    "ill": ("i", "will"), "id": ("i", "would"), "wed": ("we", "would"), "shell": ("she", "will"), "hell": ("he", "will"),
}  # fmt: skip
"""What a recogniser makes of "I'll", "we'd" and the like, by the verb that comes next."""
_JOINS_A_SUBJECT: Final = word_set("and so but then because now okay yes yeah no well cause since if that while know")
_AFTER_WE_ARE: Final = word_set(
    """not non a an the going gonna here happy glad all on licensed local bonded insured able strictly only also talking
    available open called based in just between twenty thirty forty about around"""
)
"""What follows "we're", written "were" by a recogniser, where nothing before it could have been something."""
_NOT_ALL: Final = word_set("of the this that those these my your our her his their")
_SICK_AFTER: Final = word_set(
    "is are was were be been being am feel feels felt get gets got fall falls fell so very too"
)
_NOT_BARE_AFTER: Final = word_set("the a of to like as on is are was were be been being am feel feels felt")
_BARE_VERBS: Final = word_set(
    """be call text send email bring get have let come meet check make find see give put take stop tell follow show set
    write mail leave drop swing pick love like say want suggest go ask look talk match stay do need hate also"""
)
_AFTER_A_DAY: Final = word_set("at or and morning afternoon evening noon around works work then")
_BEFORE_A_DAY: Final = word_set("on or this next see")
"""What stands around "Wed" where it is a day and nobody's wedding."""
_MAY_PART: Final = frozenset(["were", "all", *_LEFT_BARE])
_MAY_CHANGE: Final = frozenset(["is", *(first for first, _ in _JOINED)])
_TO_REPAIR: Final = _MAY_PART | _MAY_CHANGE
_PARTICIPLES: Final = word_set("been had got gone fallen become lived worked")


def as_meant(words: list[TextWord]) -> tuple[list[TextWord], list[str]]:
    """The words that say something, and what each of them is."""
    texts = list(map(TEXT_OF, words))
    if not _TO_REPAIR.isdisjoint(texts):
        words = _repaired(words if _FILLERS.isdisjoint(texts) else list(_without_sounds(words)))
        texts = list(map(TEXT_OF, words))
    if not _all_say_something(texts):
        words = list(_without_fillers(words))
        texts = list(map(TEXT_OF, words))
    return words, texts


def _all_say_something(texts: Sequence[str]) -> bool:
    """Whether a sentence has certainly no filler, no soft word and no stutter: most have none."""
    present = frozenset(texts)
    if not _HELD_OR_SOFT.isdisjoint(present) or ("know" in present and "you" in present):
        return False
    if "mean" in present and "i" in present:
        return False
    return len(present) == len(texts) or (not any(map(eq, texts, texts[1:])) and not any(map(eq, texts, texts[2:])))


def _repaired(words: list[TextWord]) -> list[TextWord]:
    """Words that a contraction or a recogniser left ambiguous: "she's been", "care giver"."""
    for index in [at for at, text in enumerate(map(TEXT_OF, words[:-1])) if text in _MAY_CHANGE]:
        word, following = words[index], words[index + 1]
        if joined := _JOINED.get((word.text, following.text)):
            words[index] = word._replace(text=joined, end=following.end)
            words[index + 1] = following._replace(text="")
        if word.text == "is" and following.text in _PARTICIPLES and words[index - 1].end == word.end:
            words[index] = word._replace(text="has")
    if _MAY_PART.isdisjoint(map(TEXT_OF, words)):
        return list(filter(TEXT_OF, words))
    return [
        part
        for index, word in enumerate(words)
        if word.text
        for part in (_apart(words, index) if word.text in _MAY_PART else (word,))
    ]


def _apart(words: list[TextWord], index: int) -> tuple[TextWord, ...]:
    """A word, or the two that a recogniser ran together: "ill call you" promises, "is ill" does not."""
    word = words[index]
    before = words[index - 1].text if index else ""
    following = words[index + 1].text if index + 1 < len(words) else ""
    if word.text == "all" and before in ("who", "what", "where") and following and following not in _NOT_ALL:
        return ()  # "who all are you using", "what all happened"
    if word.text == "were":
        opens = not before or before in _JOINS_A_SUBJECT or word.paused
        spelt = ("we", "are") if opens and following in _AFTER_WE_ARE and not _asks_after(words, index) else None
    else:
        barred = _SICK_AFTER if word.text == "ill" else _NOT_BARE_AFTER
        spelt = _LEFT_BARE.get(word.text) if following in _BARE_VERBS and before not in barred else None
    if spelt is None:
        is_a_day = word.text == "wed" and (following.isdigit() or following in _AFTER_A_DAY or before in _BEFORE_A_DAY)
        return (word._replace(text="wednesday"),) if is_a_day else (word,)
    return word._replace(text=spelt[0]), word._replace(text=spelt[1], paused=False)


def _asks_after(words: list[TextWord], index: int) -> bool:
    """As in "were the nurses kind": several who could have been something come next."""
    several = words[index + 2].text if index + 2 < len(words) else ""
    return words[index + 1].text == "the" and several.endswith("s") and several != "ones"


def _without_sounds(words: list[TextWord]) -> Iterator[TextWord]:
    """The words between which nobody says "um"; what was run together can only be told from its neighbours."""
    previous, index = "", 0
    while index < len(words):
        after = index
        while after < len(words) and words[after].text in _FILLERS:
            after += 1
        if after == len(words):
            return
        word = words[after]
        if after > index:
            word = word._replace(paused=_pauses_around(words, index, after - index, previous))
        yield word
        previous, index = word.text, after + 1


def _without_fillers(words: list[TextWord]) -> Iterator[TextWord]:
    previous = ""
    paused = False
    index = 0
    while index < len(words):
        word = words[index]
        text = word.text
        held = _held(words, index, previous) if text in _MAY_FILL else 0
        if held:
            paused = paused or _pauses_around(words, index, held, previous)
            index += held
            if index < len(words) and words[index].paused:
                words[index] = words[index]._replace(paused=False)
            continue
        paused = paused or word.paused
        index += 1
        if text in _SOFT or (text == previous and text in _STUTTERED):
            continue
        if text in _STUTTERED and _said_twice(words, index - 1):
            index += 1
            continue
        yield word if word.paused == paused else word._replace(paused=paused)
        previous, paused = text, False


def _said_twice(words: list[TextWord], index: int) -> bool:
    """Whether two small words come again at once: "it is it is not"."""
    if index + 3 >= len(words) or words[index].text != words[index + 2].text:
        return False
    return words[index + 1].text in _STUTTERED and words[index + 1].text == words[index + 3].text


def _held(words: list[TextWord], index: int, previous: str) -> int:
    """How many words from `index` on hold the floor, one filler after another."""
    after = index
    while after < len(words) and (length := _filler_length(words, after, previous)):
        after += length
    return after - index


def _pauses_around(words: list[TextWord], index: int, length: int, previous: str) -> bool:
    """Whether the sentence pauses where `length` words held the floor.

    Of two commas around ", uh," one may have stood there without it, unless nothing pauses after the word before.
    """
    after = index + length < len(words) and words[index + length].paused
    if words[index].paused and after:
        return previous not in _NEVER_BEFORE_A_PAUSE
    return bool(previous) and (words[index].paused or after)


def _filler_length(words: list[TextWord], index: int, previous: str) -> int:
    """How many words from `index` on are only there to hold the floor."""
    text = words[index].text
    if text not in _MAY_FILL:
        return 0
    if text in _FILLERS:
        return 1
    last = index + 1
    while last < len(words) and words[last].text in _FILLERS:
        last += 1  # "you, um, know"
    following, after = words[last].text if last < len(words) else "", last + 1
    if text == "you" and following == "know":
        if after < len(words) and words[after].text == "what" and not words[after].paused:  # "but you know what, it is"
            return after + 1 - index if after + 1 < len(words) and words[after + 1].paused else 0
        return after - index if previous not in _NOT_FILLER_AFTER or _is_set_off(words, index, after - index) else 0
    if text == "i" and following == "mean":
        return 0 if previous in ("what", "do", "that") else after - index
    return 1 if text == "like" and _is_set_off(words, index, 1) else 0


def _is_set_off(words: list[TextWord], index: int, length: int) -> bool:
    """Whether `length` words from `index` on stand between two pauses."""
    after = index + length
    return words[index].paused and (after >= len(words) or words[after].paused)
