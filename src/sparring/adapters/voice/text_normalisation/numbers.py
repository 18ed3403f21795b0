"""Numbers as American English says them: integers and digit strings in, words out. Nothing here reads context."""

from sparring.speech_acts.text.numbers import TENS, UNITS

_ONES = tuple(UNITS)
_TENS = ("zero", "ten", *TENS)
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
MAX_CARDINAL = 10**15 - 1


def cardinal(number: int) -> str:
    """0 to 10**15 - 1: 1200 -> `one thousand two hundred`. Larger numbers are read digit by digit."""
    if number > MAX_CARDINAL:
        return digits(str(number))
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
    size, name = next(scale for scale in _SCALES if number >= scale[0])
    many, rest = divmod(number, size)
    words = f"{cardinal(many)} {name}"
    return f"{words} {cardinal(rest)}" if rest else words


def ordinal(number: int) -> str:
    """3 -> `third`, 21 -> `twenty-first`."""
    words = cardinal(number)
    start, last = words[: -len(words.split()[-1].split("-")[-1])], words.split()[-1].split("-")[-1]
    if last in _ORDINALS:
        return start + _ORDINALS[last]
    return start + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def digits(text: str) -> str:
    """`5309` -> `five three zero nine`; anything but 0-9 is skipped."""
    return " ".join(_ONES[int(digit)] for digit in text if digit in "0123456789")


def decimal(text: str) -> str:
    """`1,200` -> `one thousand two hundred`, `7.5` -> `seven point five`, `.5` -> `point five`."""
    whole, _, fraction = text.replace(",", "").partition(".")
    words = [cardinal(int(whole))] if whole else []
    return " ".join([*words, "point", digits(fraction)]) if fraction else " ".join(words)


def in_pairs(text: str) -> str:
    """House and room numbers: `1420` -> `fourteen twenty`, `305` -> `three oh five`; five digits one by one."""
    if len(text) > 4 or text.startswith("0"):
        return digits(text)
    number = int(text)
    if number < 100 or number % 1000 == 0:
        return cardinal(number)
    front, back = divmod(number, 100)
    return f"{cardinal(front)} {_second_pair(back)}"


def year(number: int) -> str:
    """1100-2099: 1948 -> `nineteen forty-eight`, 2005 -> `two thousand five`, 2024 -> `twenty twenty-four`."""
    if 2000 <= number < 2010:
        return cardinal(number)
    front, back = divmod(number, 100)
    return f"{cardinal(front)} {_second_pair(back)}"


def letter_name(letter: str) -> str:
    """A single letter, so that it is not taken for a word: `a` -> `eh` (else read as the article), `b` -> `B`."""
    return "eh" if letter in "Aa" else letter.upper()


def plural(words: str) -> str:
    """`forty` -> `forties`, `hundred` -> `hundreds`."""
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"


def _second_pair(pair: int) -> str:
    if pair == 0:
        return "hundred"
    return f"oh {cardinal(pair)}" if pair < 10 else cardinal(pair)
