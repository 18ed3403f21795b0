"""Shortened words in full: the rules for titles, saints, units, the initialisms of home care, signs and slashes."""

import re
from typing import Final

from sparring.adapters.voice.text_normalisation.numbers import letter_name
from sparring.adapters.voice.text_normalisation.rule import Rule

_TITLES: Final = {
    "Mrs": "Missus",
    "Mr": "Mister",
    "Ms": "Miz",
    "Prof": "Professor",
    "Rev": "Reverend",
    "Sgt": "Sergeant",
    "Capt": "Captain",
    "Lt": "Lieutenant",
    "Jr": "Junior",
    "Sr": "Senior",
}
_WORDS: Final = {
    "approx.": "approximately",
    "dept.": "department",
    "appt.": "appointment",
    "appts.": "appointments",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "vs.": "versus",
    "vs": "versus",
    "w/o": "without",
    "w/": "with",
    "b/c": "because",
}
_UNITS: Final = {
    "hr": "hour",
    "hrs": "hours",
    "min": "minutes",
    "mins": "minutes",
    "wk": "week",
    "wks": "weeks",
    "mos": "months",
    "yr": "year",
    "yrs": "years",
    "lb": "pounds",
    "lbs": "pounds",
    "oz": "ounces",
    "ft": "feet",
    "mi": "miles",
    "mg": "milligrams",
    "mph": "miles an hour",
}
_PERIODS: Final = {"wk": "week", "mo": "month", "yr": "year"}
_SPELLED: Final = frozenset(
    [
        "ADL",
        "ALF",
        "ALS",
        "BP",
        "CCRC",
        "CEO",
        "CFO",
        "CHF",
        "CNA",
        "COPD",
        "CPR",
        "CVA",
        "DME",
        "DNR",
        "DOB",
        "EHR",
        "EMR",
        "ER",
        "FMLA",
        "HHA",
        "HMO",
        "HR",
        "ICU",
        "IADL",
        "IV",
        "LCSW",
        "LLC",
        "LPN",
        "LTC",
        "LTCI",
        "LVN",
        "MRI",
        "MS",
        "OT",
        "PCA",
        "PCP",
        "POA",
        "PPO",
        "PT",
        "PTO",
        "RN",
        "SLP",
        "SNF",
        "SSDI",
        "SSI",
        "TBI",
        "TV",
        "USA",
        "UTI",
        "VA",
        "VIP",
    ]
)
_VOWEL: Final = re.compile("[AEIOUY]")


def _initialism(match: re.Match[str]) -> str:
    letters, plural = match[1], match[2] or ""
    if letters not in _SPELLED and _VOWEL.search(letters):
        return match[0]
    return ".".join(letters) + ("'s" if plural else "")


def _title(match: re.Match[str]) -> str:
    return _TITLES[match[1]]


def _unit(match: re.Match[str]) -> str:
    return match[1] + _UNITS[match[2]]


RULES: Final = (
    Rule(rf"\b({'|'.join(_TITLES)})\.(?=\s|,|$)", _title),
    Rule(r"(?<=[a-z]\s)Dr\.(?=[,?!]|\s+[a-z]|$)", lambda _: "Drive"),
    Rule(r"\bDr\.", lambda _: "Doctor"),
    Rule(r"(?<=[a-z]\s)St\.(?=[,?!]|\s+[a-z]|$)", lambda _: "Street"),
    Rule(r"\bSt\.(?=\s[A-Z])", lambda _: "Saint"),
    Rule(rf"(?<![\w.])({'|'.join(map(re.escape, _WORDS))})(?=\W|$)", lambda m: _WORDS[m[1]]),
    Rule(rf"(\d\s?|\d-)({'|'.join(_UNITS)})\b\.?(?=\W|$)", _unit),
    Rule(r"(?<=\w)\s?/\s?(?:hr|hour)\b\.?", lambda _: " an hour"),
    Rule(r"(?<=\w)\s?/\s?(wk|week|day|mo|month|yr|year)\b\.?", lambda m: f" a {_PERIODS.get(m[1], m[1])}"),
    Rule(r"\b([A-Z]{2,5})('?s)?\b(?!\.[A-Z])", _initialism),
    Rule(r"(?<=\bPart\s)A\b|(?<=\bPlan\s)A\b", lambda _: letter_name("A")),
    Rule(r"#\s?(?=\d)|\bNo\.\s?(?=\d)", lambda _: "number "),
    Rule(r"\s?&\s?", lambda _: " and "),
    Rule(r"(?<=\d)\s?\+", lambda _: " plus"),
    Rule(r"\s?\u00b0\s?F?\b", lambda _: " degrees"),
    Rule(r"(?<=[a-z])/(?=[a-z])", lambda _: " or "),
)
