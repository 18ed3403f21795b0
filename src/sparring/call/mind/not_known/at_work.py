"""What somebody called about their own work says to a question that reaches no fact, where its form alone decides.

Flows in: the bare normalised words of a question. Flows out: a group of lines below "unknown.work" in `phrases.json`,
or nothing. None of these lines says how anything is: they put off, decline, or leave it open.
"""

import re
from functools import lru_cache

_QUESTIONS_KEPT = 64  # the three buyers of a hard call are asked the same
_PAST = r"(?:did|had|said|told|sent|came|went|called|made|gave|lost|left|got|asked|started|stopped|lied)"
_WHOSE_WISH = r"(?:you|we|i|us|they|my \w+|our \w+|it|somebody|someone|one) (?:\w+ )?"
_WISHES = re.compile(
    rf"(?:what|how|who|which)(?: \w+)? .*\b(?:would|should|could|will|must) {_WHOSE_WISH}"
    r"(?:want|need|like|rather|prefer|expect|look for|wish|hope|take|do (?:there|here|for)|have to)\b"
    rf"|(?:what|how|who|which)(?: \w+)? .*\bdo {_WHOSE_WISH}(?:want|need|expect|look for|wish|hope)\b"
    r"|what(?:'s| is) (?:most )?important|what matters|what are you (?:looking|hoping)|what would (?:help|make)\b"
    r"|if you (?:could|had)\b|what would (?:get|put|bring|move) (?:us|me|you)\b"
    r"|what (?:should|would|could|can|must) (?:we|i|they|my \w+|our \w+) (?:never )?do\b"
)
_SHAPES = (
    ("recalls", r"(?:before i go )?do you (?:even |still )?(?:remember|recall)\b"),
    ("minds", r"(?:do|would|will) you (?:mind|be mad|be upset)\b"),
    (
        "rather",
        r"(?:(?:which )?(?:would|do) (?:you|they) (?:rather|prefer)|(?:is|would) it (?:be )?(?:better|easier))\b.* or ",
    ),
    ("which_one", r"which (?:agency|agencies|hospital|family|doctor|patient|client|resident|place)\b"),
    ("who_did", rf"who(?:'s)? {_PAST}\b|whose (?:fault|idea)\b"),
    ("how_much", r"how much\b|what (?:does|do|did|would|is|are) .*\b(?:cost|charge|price|rate|rates)\b"),
    ("how_many", r"how many\b|what(?:'s| is) the (?:number|count|percentage|\w+ count)\b"),
    ("when_was", r"when (?:did|was|were)\b|how long ago\b"),
    ("ours", r"(?:can|could|may|should|shall|would) (?:i|we)\b(?! (?:ask|know|get|find out|learn)\b)"),
    ("you_would", r"would you\b"),
    ("you_think", r"do you (?:\w+ )?(?:think|believe|expect|suppose|reckon)\b"),
)
_WISH = "work.wish"
_FORMS = tuple((f"work.{group}", re.compile(pattern)) for group, pattern in _SHAPES)
_CLAUSE_FIRST = re.compile(
    r"(?:if|when|after|once|before|while|as) (?!do|does|did|is|are|was|were|would|will|can|could)\w+ "
)
_WH = re.compile(r" (?=(?:what|who|how|where|why|which)(?:'s|'d)? )")
_INVERTED = re.compile(
    r" (?=(?:do|does|did|would|could|will|can|is|are|was|were) (?:you|they|we|i|he|she|it|that|any\w+|some\w+) )"
)


@lru_cache(_QUESTIONS_KEPT)
def at_work(core: str) -> str:
    """The group for a bare question; empty when none of the shapes fits."""
    asked = _main_clause(core)
    group = next((group for group, form in _FORMS if form.match(asked)), "")
    return group or (_WISH if _WISHES.match(asked) else "")


def wishes(core: str) -> bool:
    """Whether it is asked what somebody would need or want, not what there is."""
    return _WISHES.match(_main_clause(core)) is not None


def _main_clause(asked: str) -> str:
    """As in "after you close them does anybody check on them": what is asked comes after the clause."""
    if not _CLAUSE_FIRST.match(asked):
        return asked
    begins = min(one.end() for one in found) if (found := [*_WH.finditer(asked), *_INVERTED.finditer(asked)]) else 0
    return asked[begins:]
