"""What somebody called about their own work says to a question that reaches no fact: never that they know nothing.

Flows in: the bare normalised words of a question. Flows out: a group of lines below "unknown.work" in `phrases.json`,
or nothing. A caller in need may not know; a director asked what they expect of an agency has an answer, if a short one.
The first shape that fits is taken: "would you rather call or text" is no plain "would you".
"""

import re
from functools import lru_cache

_QUESTIONS_KEPT = 64  # the three buyers of a hard call are asked the same
_PAST = r"(?:was|were|did|had|said|told|sent|came|went|called|made|gave|lost|left|got|asked|started|stopped)"
_MANY = (
    r"(?:they|the(?:se)? \w+(?<!s)s|those (?!two|three)\w+|your \w+(?<!s)s"
    r"|(?:most|some|many|any|all) (?:of )?(?:\w+ )?\w+"
    r"|families|doctors|people|patients|residents|nurses|clients|agencies)"
)
_WHOSE_WISH = r"(?:you|we|i|us|they|my \w+|our \w+|it|somebody|someone|one) (?:\w+ )?"
_WISHES = (
    rf"(?:what|how|who|which)(?: \w+)? .*\b(?:would|should|could|will|must) {_WHOSE_WISH}"
    r"(?:want|need|like|rather|prefer|expect|look for|wish|hope|take|do (?:there|here|for)|have to)\b"
    rf"|(?:what|how|who|which)(?: \w+)? .*\bdo {_WHOSE_WISH}(?:want|need|expect|look for|wish|hope)\b"
    r"|what(?:'s| is) (?:most )?important|what matters|what are you (?:looking|hoping)|what would (?:help|make)\b"
    r"|if you (?:could|had)\b|what would (?:get|put|bring|move) (?:us|me|you)\b"
    r"|what (?:should|would|could|can|must) (?:we|i|they|my \w+|our \w+) (?:never )?do\b"
)
_EITHER = (
    r"(?!.*\b(?:one|two|three|day|week|month|minute|hour) or (?:two|three|four|so)\b)"
    r".+ or (?!not\b|no\b|so\b|what\b|something|anything|somebody|anybody|whatever|else\b|is (?:it|that) not)\w+"
)
_EXTREMES = (
    r"(?:what|who|which|when)(?:'s)? .*\b"
    r"(?:most \w+|(?!honest|interest|request|guest|rest|test|west|arrest|latest)[a-z]+est)\b"
)
_HAPPENED = (
    r"what(?:'s)? (?:happened|went|came of|became of|did (?:it|that|they|he|she|you|we))\b|how did (?:it|that|they)\b"
)
_WHO_DID = rf"who(?:'s|se|m)? (?:\w+ )?{_PAST}\b|whose (?:fault|idea)\b|what(?:'s| is| are| was) (?:\w+ )*names?\b"
_DEGREE = (
    r"how (?!do|did|would|could|can|is|are|was|were|about|come|to|you|your|the)\w+ (?:is|are|was|were|does|do|would)\b"
)
_SHAPES = (
    ("recalls", r"(?:before i go )?do you (?:even |still )?(?:remember|recall)\b"),
    (
        "minds",
        r"(?:do|would|will) you (?:mind|be mad|be upset)\b|(?:is|was|would) .*\b(?:too (?!often)\w+|a problem)\b",
    ),
    ("rather", r".*\b(?:you|they) (?:rather|prefer)\b.* or |which (?:do|would) you (?:like|prefer)"),
    ("compare", r"(?:are|is|was|were|do|does) .*\b(?:better|worse|\w+er) than\b"),
    ("either", _EITHER),
    (
        "avoid",
        (
            r"what (?:should|must|would) (?:we|i|they|my \w+|our \w+) (?:never|not|avoid)\b"
            r"|what .*\b(?:stop|quit) \w+ing\b"
        ),
    ),
    ("change", r"if you (?:could|had to) change\b|what would you (?:change|do differently|do better)\b"),
    ("wish", _WISHES),
    ("nothing", r"(?:is|was|are|were) there (?:any|some|some\w+|any\w+|an?)\b|any(?:thing|body|one)\b|what else\b"),
    ("happened", _HAPPENED),
    ("extreme", _EXTREMES),
    ("why", r"(?:why|how come|what makes|what made)\b"),
    ("which_one", r"which (?:one|ones|two|three|four|of|agency|agencies|person|place|hospital|family|doctor)\b"),
    ("then", r"(?:what happens|what do you do|what do they do|where does that leave|what then)\b"),
    ("how_often", r"how (?:often|many times|regularly)\b|what are the odds\b"),
    ("how_long", r"how (?!long ago)(?:long|soon|fast|quickly|far)\b|since when\b"),
    ("how_much", r"how much\b|what (?:does|do|did|would|is|are) .*\b(?:cost|charge|price|rate|rates|pay)\b"),
    ("how_many", r"how many\b|what(?:'s| is) the (?:number|count|percentage|rate|\w+ count)\b"),
    ("who_did", _WHO_DID),
    ("who", r"who(?:'s|se|m)?\b"),
    ("when_was", r"when (?:did|was|were)\b|how long ago\b"),
    (
        "when",
        r"when\b|what (?:(?:would be|is) (?:a|the) (?:good|best) )?(?:day|date|time|hour|days|times|month|year)\b",
    ),
    ("where", r"where\b|which part\b"),
    ("likes", r"what do you (?:like|love|enjoy|think)\b|how do you (?:like|find|feel about)\b"),
    (
        "tell",
        (
            r"(?:(?:can|could|would|will) you )?(?:tell|give|walk|talk|take|describe|help) (?:me|us)\b"
            r"|i'd (?:love|like) to (?:hear|know|understand)\b"
        ),
    ),
    ("degree", _DEGREE),
    ("imagined", r"(?:what|how|who|where|which)(?: \w+)? (?:would|could|might)\b"),
    ("how", r"how\b"),
    ("what", r"(?:what|which)\b"),
    ("ours", r"(?:can|could|may|should|shall|will|would) (?:i|we|it|he|she|they|somebody|\w+ \w+)\b(?<! you)"),
    ("some", rf"(?:do|have|are|did|were) {_MANY}\b"),
    ("ever", r"(?:did|was|were|had|has|have) (?!you\b).*\bever\b"),
    ("long_ago", r"(?:did|was|were|had|has|have) (?!you\b)\w+"),
    ("you_did", r"(?:did|have|had) you\b"),
    ("you_would", r"(?:would|will|could|can) you\b"),
    ("you_think", r"do you (?:\w+ )?(?:think|believe|feel|see|expect|suppose|reckon)\b"),
    ("you_are", r"(?:are|were) you\b"),
    ("you_do", r"do you\b(?! have (?:any|an?)\b)"),
    ("is", r"(?:is|are|does|has) (?!.*\b(?:any|have an?)\b)"),
)
_FORMS = tuple((f"work.{group}", re.compile(pattern)) for group, pattern in _SHAPES)
_CLAUSE_FIRST = re.compile(
    r"(?:if|when|after|once|before|while|as) (?!do|does|did|is|are|was|were|would|will|can|could)\w+ "
)
_WH = re.compile(r" (?=(?:what|who|how|where|why|which)(?:'s|'d)? )")
_ASKS_WITHIN = re.compile(
    r"\b(?:(?:what|who|how|where|why|which)(?:'s)? "
    r"|(?:is|are|does|do|did|would|could|will) (?:that|it|this|you|they|he|she) )"
)  # "i was hoping to learn how that works"
_INVERTED = re.compile(
    r" (?=(?:do|does|did|would|could|will|can|is|are|was|were) (?:you|they|we|i|he|she|it|that|any\w+|some\w+) )"
)
FIRST = frozenset({"work.recalls", "work.minds", "work.rather", "work.either"})
"""Groups that hold whatever else the question may look like."""


@lru_cache(_QUESTIONS_KEPT)
def at_work(core: str) -> str:
    """The group for a bare question; empty when none of the shapes fits."""
    asked = _main_clause(core)
    return _shape(asked) or (_shape(asked[at.start() :]) if (at := _ASKS_WITHIN.search(asked)) else "")


def wishes(core: str) -> bool:
    """Whether it is asked what somebody would need or want, not what there is."""
    return at_work(core) in ("work.wish", "work.change", "work.avoid")


def _shape(asked: str) -> str:
    return next((group for group, form in _FORMS if form.match(asked)), "")


def _main_clause(asked: str) -> str:
    """As in "after you close them does anybody check on them": what is asked comes after the clause."""
    if not _CLAUSE_FIRST.match(asked):
        return asked
    begins = min(one.end() for one in found) if (found := [*_WH.finditer(asked), *_INVERTED.finditer(asked)]) else 0
    return asked[begins:]
