"""How to reach someone, as words: rules for telephone numbers, e-mail and web addresses, streets, rooms, zip codes."""

import re
from typing import Final

from sparring.adapters.voice.text_normalisation.numbers import digits, in_pairs, letter_name
from sparring.adapters.voice.text_normalisation.rule import Rule

_STREETS: Final = {
    "Ave": "Avenue",
    "Blvd": "Boulevard",
    "Cir": "Circle",
    "Ct": "Court",
    "Dr": "Drive",
    "Hwy": "Highway",
    "Ln": "Lane",
    "Pkwy": "Parkway",
    "Pl": "Place",
    "Rd": "Road",
    "St": "Street",
}
_SHORT_STREET: Final = "|".join(_STREETS)
_LONG_STREET: Final = "|".join([*_STREETS.values(), "Terrace", "Trail", "Way"])
_STREET_NAME: Final = r"(?:[NSEW]\.?\s)?(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th))(?:\s[A-Z][a-z]+)?"
_STATE: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|"
    "PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
_ROOM: Final = (
    r"[Aa]partment|[Aa]pt\.?|[Rr]oom|[Rr]m\.|[Ss]uite|[Ss]te\.|[Uu]nit|[Ee]xtension|[Ee]xt\.?|"
    r"[Bb]uilding|[Hh]ighway|[Rr]oute"
)
_ROOM_WORDS: Final = {"apt": "apartment", "rm": "room", "ste": "suite", "ext": "extension"}


def _telephone(match: re.Match[str]) -> str:
    country, area, exchange, line = match.groups()
    groups = [digits(group) for group in (country, area, exchange, line) if group]
    if area in ("800", "888", "877", "866"):
        groups[-3] = "eight hundred" if area == "800" else digits(area)
    return ", ".join(groups)


def _internet_address(match: re.Match[str]) -> str:
    words = re.sub(r"^(?:https?://)?(?:www\.)?", "", match[0])
    for sign, word in ((".", "dot"), ("@", "at"), ("-", "dash"), ("_", "underscore"), ("/", "slash")):
        words = words.replace(sign, f" {word} ")
    return " ".join(words.split())


def _street(match: re.Match[str]) -> str:
    number, name, kind = match.groups()
    return f"{in_pairs(number)} {name} {_STREETS.get(kind.rstrip('.'), kind)}"


def _room(match: re.Match[str]) -> str:
    kind, number, letter = match.groups()
    word = _ROOM_WORDS.get(kind.lower().rstrip("."), kind)
    return f"{word} {in_pairs(number)}{' ' + letter_name(letter) if letter else ''}"


RULES: Final = (
    Rule(
        r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b|\b(?:https?://|www\.)\S+\w|\b\w+\.(?:com|org|net|gov)\b(?:/\w+)*",
        _internet_address,
    ),
    Rule(r"(?<![\w-])\(?(?:\+?(1)[-. ])?\(?(?:(\d{3})\)?[-. /]\s?)?(\d{3})[-. ](\d{4})(?![\w-])", _telephone),
    Rule(r"\b(\d{3})-(\d{2})-(\d{4})\b", lambda m: ", ".join(digits(group) for group in m.groups())),
    Rule(rf"\b(\d{{2,5}})\s({_STREET_NAME})\s({_LONG_STREET}|(?:{_SHORT_STREET})(?:\.(?!\s*$)|\b))", _street),
    Rule(rf"\b({_ROOM})\s#?(\d{{1,5}})([A-Za-z])?\b", _room),
    Rule(rf"\b((?:{_STATE}),?|[Zz]ip(?:\scode)?(?:\sis)?)\s(\d{{5}})\b", lambda m: f"{m[1]} {digits(m[2])}"),
)
