"""Word error rate that forgives spelling and not hearing: numbers, contractions and hyphens are brought to one form.

Flows in: what was said and what was heard. Flows out: counts of wrong words. Numbers are compared digit by digit,
however they are written: "five five five, zero one four two" and "555-0142" are the same seven tokens.
"""

import re
from itertools import groupby
from typing import NamedTuple

from sparring.speech_acts.text.numbers import NUMBERS

_SMALL = {
    **NUMBERS,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000}

_UNITS = {"$", "dollar", "dollars", "o'clock"}  # "$34" and "thirty-four dollars" differ in writing only
_CONTRACTIONS = {
    "won't": "will not", "can't": "can not", "n't": " not", "'re": " are", "'ve": " have", "'ll": " will",
    "'m": " am", "'d": " would",
}  # fmt: skip
_IS = re.compile(r"\b(it|that|what|here|there|who|he|she|how|where|let)'s\b")
_SPELLINGS = {
    "ok": "okay", "mister": "mr", "missus": "mrs", "mum": "mom", "dr": "doctor", "st": "saint", "alright": "all right",
    "cannot": "can not",
}  # fmt: skip


class Errors(NamedTuple):
    """Substituted, missing and added words of `words` words said."""

    wrong: int
    words: int


def count_errors(said: str, heard: str) -> Errors:
    """Levenshtein distance between the two texts in normal form, in words."""
    reference, hypothesis = normal_form(said), normal_form(heard)
    row = list(range(len(hypothesis) + 1))
    for i, word in enumerate(reference, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(hypothesis, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return Errors(row[-1], len(reference))


def normal_form(text: str) -> list[str]:
    """Lower-case words without punctuation; contractions written out; each digit of a number a word of its own."""
    text = text.lower().replace("\u2019", "'").replace("%", " percent ")
    text = re.sub(r"(\d+)(?:st|nd|rd|th)\b", r"\1", re.sub(r"(?<=\d),(?=\d{3})", "", text))
    text = _IS.sub(lambda match: f"{match[1]} {'us' if match[1] == 'let' else 'is'}", text)
    for short, long in _CONTRACTIONS.items():
        text = re.sub(rf"{short}\b", long, text)
    words = re.findall(r"[a-z][a-z']*|\d+", text)
    words = " ".join(_SPELLINGS.get(word, word) for word in words).split()
    return _with_digits([word for word in words if word not in _UNITS])


def _with_digits(words: list[str]) -> list[str]:
    tokens: list[str] = []
    for is_number, group in groupby(_without_fillers(words), key=_is_number_word):
        run = list(group)
        run = _numerals(run) if is_number else run
        tokens += [digit for word in run for digit in (word if word.isdigit() else [word])]
    return tokens


def _without_fillers(words: list[str]) -> list[str]:
    """Without the "and" of "four hundred and eight" and the "a" of "a hundred"."""
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    return [
        word
        for before, word, after in around
        if not (word == "and" and before in _SCALES and _is_number_word(after))
        and not (word == "a" and after in _SCALES)
    ]


def _is_number_word(word: str) -> bool:
    return word in _SMALL or word in _SCALES


def _numerals(run: list[str]) -> list[str]:
    """Numerals of a run of number words: "four hundred eight" is 408, "two thirty" is 2 and 30."""
    numerals: list[str] = []
    thousands, rest, last = 0, 0, -1  # the number under way, and the word it ends with; -1: none
    for word in run:
        step = _SMALL.get(word)
        if step is None:
            rest = max(rest, 1)
            thousands, rest = (thousands, rest * 100) if word == "hundred" else (thousands + rest * 1000, 0)
        elif last < 0 or _combines(last, step):
            rest += step
        else:
            numerals.append(str(thousands + rest))
            thousands, rest = 0, step
        last = _SCALES[word] if step is None else step
    return [*numerals, str(thousands + rest)]


def _combines(last: int, step: int) -> bool:
    """Whether `step` said after `last` belongs to the same number: 20 and 4, 100 and 30, but not 5 and 5."""
    return (last in _SCALES.values() and step < last) or (last in range(20, 100, 10) and 0 < step < 10)
