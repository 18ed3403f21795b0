"""Whether a sentence suggests something: "how about a visit", "shall we".

Flows in: the bare normalised words of a sentence. Flows out: yes or no.
"""

import re

# Suggestions with a question mark ask for nothing that the buyer knows
_SUGGESTS = (
    "how about", "why don't we", "why don't i",
    "shall we", "shall i", "could we", "can we", "would you like", "could i", "can i", "may i", "should we",
    "do you want me", "do you want us", "could the two of us", "could the three of us", "could you and i",
)  # fmt: skip
_BRINGS = re.compile(r"(?:shall|should|can|could) (?:i|we) bring (?:you )?(?:any|some|a |an |the )\w*")
_SUPPOSES = ("what if it was", "what if it were", "what if it's only", "what if it's just")
_SUGGESTERS = frozenset({"we", "i", "you", "our", "one", "somebody", "someone", "mr", "mrs", "ms", "i'd", "we'd"})
_ASKS_LEAVE = ("may i ask", "can i ask", "could i ask")


def suggests(core: str) -> bool:
    """Whether the bare words of a sentence propose something: "how about a visit"."""
    if core.startswith("what if "):
        return core.split()[2] in _SUGGESTERS or core.startswith(_SUPPOSES)  # "what if she falls" asks
    return core.startswith(_SUGGESTS) and not (core.startswith(_ASKS_LEAVE) or _BRINGS.match(core))
