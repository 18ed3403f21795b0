"""Money, shares and counts as words: rules for `$28.50`, `$25-30`, `15%`, `3-4`, `2nd`, `1 1/2`, `401(k)`, `24/7`."""

import re
from typing import Final

from sparring.adapters.voice.text_normalisation.numbers import cardinal, decimal, digits, letter_name, ordinal
from sparring.adapters.voice.text_normalisation.rule import Rule

_COUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DASH = r"\s?(?:-|\u2013|\u2014|to)\s?"
_LARGE: Final = {"k": "thousand", "m": "million", "b": "billion", "bn": "billion"}
_SCALE = r"(?:\s?(thousand|million|billion|[kKmMbB]|bn)\b)?"
_FRACTIONS: Final = {
    "1/2": "a half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
}


def dollars(amount: str, scale: str = "") -> str:
    """`28.50` -> `twenty-eight dollars and fifty cents`; with `scale` `k` or `million`: `five thousand dollars`."""
    if scale:
        return f"{decimal(amount)} {_LARGE.get(scale.lower(), scale.lower())} dollars"
    whole, _, fraction = amount.replace(",", "").partition(".")
    if len(fraction) not in (0, 2):
        return f"{decimal(amount)} dollars"
    cents = int(fraction or 0)
    parts = [_many(int(whole), "dollar")] if int(whole) or not cents else []
    return " and ".join([*parts, _many(cents, "cent")] if cents else parts)


def _many(count: int, unit: str) -> str:
    return f"{cardinal(count)} {unit}" if count == 1 else f"{cardinal(count)} {unit}s"


def _money(match: re.Match[str]) -> str:
    return dollars(match[1], match[2] or "")


def _money_range(match: re.Match[str]) -> str:
    low, high, scale = match[1], match[2], match[3] or ""
    if "." in low or "." in high:
        return f"{dollars(low, scale)} to {dollars(high, scale)}"
    return f"{decimal(low)} to {dollars(high, scale)}"


def _mixed_fraction(match: re.Match[str]) -> str:
    fraction = _FRACTIONS[match[2]]
    return f"{cardinal(int(match[1]))} and {fraction}" if match[1] else fraction.replace("a half", "one half")


def _percent(match: re.Match[str]) -> str:
    low = f"{decimal(match[1])} to " if match[1] else ""
    return f"{low}{decimal(match[2])} percent"


def _plain(match: re.Match[str]) -> str:
    text, letter = match[1], match[2] or ""
    leading_zero = len(text) > 1 and text.startswith("0") and "." not in text
    words = digits(text) if leading_zero or (len(text) > 9 and text.isdigit()) else decimal(text)
    return f"{words} {letter_name(letter)}" if letter else words


RULES: Final = (
    Rule(r"\b24/7\b", lambda _: "twenty-four seven"),
    Rule(r"\b401\s?\(?k\)?(?=\W|$)", lambda _: "four oh one K"),
    Rule(r"(?<![\d-])(?:911|9-1-1)(?![\d-])", lambda _: "nine one one"),
    Rule(r"\b50/50\b", lambda _: "fifty-fifty"),
    Rule(rf"\$\s?({_COUNT})[kK]?{_DASH}\$?\s?({_COUNT}){_SCALE}", _money_range),
    Rule(rf"\$\s?({_COUNT}){_SCALE}", _money),
    Rule(rf"(?:\b({_COUNT}){_DASH})?\b({_COUNT})\s?%", _percent),
    Rule(r"\b(?:(\d+)\s)?(1/2|1/3|2/3|1/4|3/4)(?![\d/])", _mixed_fraction),
    Rule(r"\b(\d{1,4})(?:st|nd|rd|th)\b", lambda m: ordinal(int(m[1]))),
)

PLAIN_RULES: Final = (
    Rule(rf"\b({_COUNT})\s?[-\u2013]\s?(?={_COUNT}(?!-))", lambda m: f"{decimal(m[1])} to "),
    Rule(r"\b(\d{1,3})-(year|month|week|day|hour|minute|bed|mile)", lambda m: f"{cardinal(int(m[1]))}-{m[2]}"),
    Rule(rf"(?<![\w.])({_COUNT}|\.\d+)([A-Za-z](?![A-Za-z]))?", _plain),
    Rule(rf"({_COUNT})", lambda m: f" {decimal(m[1])} "),
    Rule(r"(?<=\w)/(?=\w)", lambda _: " slash "),
)
"""Whatever digits are left when every rule that knows better has had its turn."""
