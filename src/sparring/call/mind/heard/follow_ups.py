"""Short questions that any story may be followed by: "since when?", "how did she take it?", "is that still the case?".

Flows in: the normalised words of a question. Flows out: what kind of thing it wants to hear of what was told just now.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from sparring.call.mind.heard.sentences import bare

_QUESTIONS_KEPT = 4_096  # ways to ask for facts among them
_LONGEST = 16  # words
_THEM = (
    r"(?:he|she|they|it|everybody|everyone|people|(?:the|your|her|his|their) "
    r"(?:family|families|daughter|son|wife|husband|mother|mom|father|dad|brother|sister|patient|client|resident|boss"
    r"|kids|children|boys|girls|agency|hospital|doctor|nurse|people|folks|team|floor|office))"
)
# Anybody by name, or by what they are to somebody: "how did Kevin take it", "was his son angry"
_ANYBODY = (
    r"(?:(?:the|your|her|his|their) [\w']+(?: [\w']+)?"
    r"|(?!(?:you|that|this|it|there|one|ones|people|these|those|any|some|somebody|someone|we|i|long|much|many|often)\b)"
    r"[a-z]+)"
)
_TAKES = (
    r"(?:tak(?:en?|ing)|took|react(?:ing|ed)?|respond(?:ed)?|handl(?:ed?|ing)|like|bear(?:ing)?|bore|cop(?:e|ing)"
    r"|feel(?:ing)?|dealt|deal(?:ing)?)"
)
_RATHER = r"(?:get |feel |seem |very |really |so |still )*"
_MOVED = (
    r"(?:upset|mad|angry|furious|cross|scared|afraid|frightened|sad|hurt|worried|relieved|glad|happy|ashamed|embarrassed"
    r"|shocked|surprised|annoyed|bitter|disappointed|proud|lonely|nervous|heartbroken|okay with (?:that|it)"
    r"|all right with (?:that|it)|fine with (?:that|it))"
)
_THAT = r"(?:that|this|it|those|these|any of (?:that|this|it))"
_IT = (
    r"(?: (?:that|this|it|all that|all this|all of (?:that|this|it)|about (?:that|it|this)|with (?:that|it)"
    r"|to (?:that|it)))?"
)

_IN_THE_END = r"(?: (?:at|by|after|with) (?:[\w']+ ?){1,5})?"  # "… at the end of the week"
_WHOM_FOR = r"(?:you|him|her|them|the two of you|both of you|you two)"
_DOING = r"(?: \w+ing(?: [\w']+){1,4})?"  # "…, giving her a bath"
_WEIGHS = r"(?:worry|bother|scare|upset|frighten|hurt|get to|weigh on|stay with)"
_IS_HARD = rf"(?:is|was) {_THAT} (?:hard|tough|difficult) "
# "… when he heard", "… with you", "… about the fall"
_OVER_WHAT = r"(?: (?:when|about|with|at|that|over|by|after|once|because|to|for|of)(?: [\w']+){1,9})?"
_GOING_ON = r" (?:going on|been|like (?:that|this)|so|the case|that way|happening|last|go on)"
_WHOM = r"(?: you| them| her| him| then| there)*"


class FollowUp(StrEnum):
    """What a question after a story wants to hear of it."""

    HOW_SO = "how_so"  # the same in other words
    WHY = "why"
    SINCE_WHEN = "since_when"
    HOW_LONG = "how_long"  # how long it takes, or took
    THEN = "then"  # what came after it
    STORY = "story"  # the whole of it
    TAKEN = "taken"  # how somebody took it
    MOVED = "moved"  # how somebody felt about it, or feels
    SAID = "said"  # what they said
    FELT = "felt"  # how the buyer felt
    DONE = "done"  # what the buyer did
    NOTICED = "noticed"  # who noticed, or said so
    KNOWN = "known"  # who knows of it
    STILL = "still"  # whether it is still so
    OFTEN = "often"
    LATELY = "lately"  # whether it was a short time ago
    AGAIN = "again"  # whether it may happen again
    WHOM = "whom"  # for whom it was
    HELPED = "helped"  # what would have helped


_FORMS: Mapping[FollowUp, tuple[str, ...]] = {
    FollowUp.HOW_SO: (
        r"how so|how do you mean|in what way|what do you mean(?: by that)?|how is that|meaning|how can you tell",
        rf"how (?:does|did|do) {_THAT} (?:usually |normally )?go(?: for {_WHOM_FOR})?",
        r"what (?:were|are) you thinking(?: of| about)?|what (?:did|do) you have in mind|such as(?: what)?",
        r"why do you say that|what makes you (?:say|think) (?:that|so)|how do you know(?: that)?",
    ),
    FollowUp.WHY: (
        rf"why|why not|how come|why(?:'s| is| was| were) {_THAT}|why did (?:that|it|this) happen|what caused {_THAT}",
        r"why do you think (?:that|it) (?:is|was|happened)|why do you think that",
        r"what (?:made|makes) you (?:feel|think|see it|do|say) (?:that|that way|like that|so|it)",
        r"what happened that (?:made you|you) (?:do|did|feel|felt|say|said) (?:that|so|that way)",
        rf"what(?:'s| is| was) the reason(?: for {_THAT})?",
    ),
    FollowUp.SINCE_WHEN: (
        r"since when(?: is (?:that|it)(?: like that| so)?)?|how long(?: now| already)?",
        rf"(?:how long|since when)(?: has| have| had| was| is| did|'s) {_THAT}(?: been)?{_GOING_ON}",
        rf"when did {_THAT} (?:start|begin)",
        rf"(?:has|have|was|were) {_THEM} always(?: been)? (?:like (?:that|this)|that way|this way|so)",
    ),
    FollowUp.HOW_LONG: (
        rf"how long (?:does|do|did|will|would|can|could) {_THAT}(?: usually| normally| generally)? (?:take|last|go on)",
    ),
    FollowUp.THEN: (
        r"what happen(?:ed|s)(?: then| next| after(?: that)?| afterwards?| from there| in the end)?",
        r"what (?:did|do) (?:we|they|i|our \w+) do (?:then|next|after(?: that)?|afterwards?|about (?:that|it))",
        r"then what(?: happened)?|and then what happened|what then|and after that",
        r"how did (?:that|it|this|things)(?: all)? (?:end|go|turn out|work out|play out|end up)",
        r"what came (?:of|after) (?:that|it)|what became of (?:that|it)",
    ),
    FollowUp.STORY: (
        r"(?:what (?:happened|went wrong)|how did (?:it|that) (?:go|end)) (?:in|during) (?:that|those)(?: \w+){1,2}",
    ),
    FollowUp.TAKEN: (
        rf"how (?:was|were) {_THEM} (?:afterwards?|after that|then|that night|the next (?:day|morning))",
        rf"how (?:did|do|does|is|are|was|were) {_THEM} (?:tak(?:e|ing)|react(?:ing)?|respond|handl(?:e|ing)|like){_IT}",
        rf"how (?:did|does|do) {_THEM} feel(?: about {_THAT})?",
        rf"(?:was|were|is|are) {_THEM} (?:upset|mad|angry|okay with (?:that|it)|scared)(?: about (?:that|it))?",
    ),
    FollowUp.SAID: (
        rf"(?:and )?what(?:'d| did| does| do) {_THEM} (?:say|tell you|think)(?: (?:about|to) (?:that|it|this))?",
        rf"what (?:did|does|do) {_ANYBODY} (?:say|think|make) (?:about|of|to) {_THAT}",
        rf"did {_THEM} say anything|what did {_THEM} say for themselves",
    ),
    FollowUp.FELT: (
        rf"how (?:did|does|do) {_THAT} make you feel|how did you (?:feel|take it|take that)(?: about (?:that|it))?",
        r"what did (?:that|it) do to you|how was (?:that|it) for you|what(?:'s| is| was) (?:that|it) like(?: for you)?",
        r"how do you feel about (?:that|it|all that|all this)",
        r"what did you (?:think|make of (?:that|it))(?: (?:when|then|about (?:that|it))(?: [\w']+){0,6})?",
        r"what (?:went|was going) through your (?:mind|head)(?: (?:when|then|at)(?: [\w']+){1,6})?",
        rf"(?:does|did|do) {_THAT} (?:ever |still )?{_WEIGHS} you",
        rf"how (?:does|did) {_THAT} (?:leave|sit with|go down with|land with) you(?: feeling)?{_IN_THE_END}",
        rf"how was (?:that|it) for you{_IN_THE_END}|(?:does|did) {_THAT} wear (?:you|on you)(?: out| down)?",
        rf"(?:is|was) {_THAT} (?:hard|tough|difficult|rough|painful|upsetting) (?:on|for) you{_DOING}",
    ),
    FollowUp.DONE: (
        r"(?:so )?what did you do(?: then| about (?:that|it)| next| after that)?",
        rf"how did you (?:handle|deal with) {_THAT}|what did you say(?: to (?:that|him|her|them))?",
    ),
    FollowUp.NOTICED: (
        rf"who (?:noticed|saw|told you|said|found out|says|caught|heard)(?: {_THAT}| so| about (?:that|it))?",
        rf"how did you (?:notice|find out|hear|learn)(?: about)?(?: {_THAT})?|when did you notice(?: that| it)?",
        r"how did you (?:notice|find out|learn|know) (?:that )?(?:something|things) (?:was|were) (?:wrong|off|up)",
        r"who was it that (?:noticed|saw|told you)(?: that)?",
    ),
    FollowUp.KNOWN: (
        rf"who (?:else |all )?knows(?: (?:about )?{_THAT})?",
        rf"does any(?:body|one)(?: else)? know(?: (?:about )?{_THAT})?",
        rf"do(?:es)? (?:{_THEM}|your \w+) know (?:(?:about )?{_THAT}|(?:that )?you do (?:that|it|this))",
    ),
    FollowUp.STILL: (
        rf"(?:is|are) {_THAT} still (?:the case|so|true|like that|that way|going on|happening|a problem|an issue)",
        rf"still|and (?:now|since then|since|today|these days)|does {_THAT} still (?:happen|go on)",
        r"(?:what|how) about (?:now|today)",
        rf"has {_THAT} (?:changed|gotten better|improved|got better)(?: since| at all| since then)*",
        r"is (?:that|it|this) still how it is|how (?:is it|is that|are things) (?:now|today|since then)",
    ),
    FollowUp.OFTEN: (
        rf"(?:does|do|did) {_THAT} (?:happen|come up|occur) (?:a lot|often|much|regularly|every (?:day|week))",
        rf"how often (?:is|was|does|do|did) {_THAT}(?: (?:happen|come up|occur))?|how many times",
        r"is (?:that|it|this) (?:common|often|typical|usual|normal)|a lot|often|every (?:week|day|time|night)",
    ),
    FollowUp.LATELY: (
        rf"(?:was|were|is) {_THAT} (?:recent|recently|lately|just now|long ago|a while ago|a long time ago)",
        rf"(?:was|were|is) {_THAT} (?:last (?:week|month|year|night)|this (?:week|month|year|morning)|yesterday|today)",
    ),
    FollowUp.AGAIN: (
        rf"(?:could|can|might|will|would) {_THAT} happen again",
        rf"has {_THAT} happened (?:again|before|since|more than once)",
        r"is (?:that|this|it) something that(?:'s| has) happened (?:again|before|since|more than once)",
        r"(?:do|are) you (?:think|afraid|worried|expect)(?: that)? (?:it|that)(?: will| could| might)? happens? again",
    ),
    FollowUp.WHOM: (
        r"(?:who|whom|what) (?:for|with|from)|(?:for|with|from) whom?|who (?:was|is) (?:that|it|this) for",
    ),
    FollowUp.HELPED: (
        rf"what (?:would|could|might) have (?:helped|made a difference|prevented {_THAT}|made it easier){_WHOM}",
        r"what could (?:we|anybody|anyone|somebody) have done",
    ),
    FollowUp.MOVED: (
        rf"how (?:did|do|does|is|are|was|were|has|have) {_ANYBODY} {_TAKES}{_IT}{_OVER_WHAT}",
        rf"(?:was|were|is|are|did|does|wasn't|weren't|isn't) {_ANYBODY} {_RATHER}{_MOVED}{_OVER_WHAT}",
        rf"(?:did|does) (?:it|that|this) (?:\w+ )?{_WEIGHS} (?!you\b){_ANYBODY}{_OVER_WHAT}",
        rf"(?:how hard (?:is|was|must) {_THAT} (?:be |have been )?|{_IS_HARD})(?:on|for) (?!you\b){_ANYBODY}",
        rf"what (?:did|does) (?:it|that|this) do to (?!you\b){_ANYBODY}",
    ),
}
_ANY = re.compile("|".join(f"(?P<{one}>(?:{'|'.join(forms)}))$" for one, forms in _FORMS.items()))
_TAIL = re.compile(
    r"(?: (?:then|exactly|though|anyway|actually|if you don't mind(?: me asking)?|if i may(?: ask)?|you think))+$"
)
# "how do you feel about that, when you hear one of them fell?", "how is she taking it, waiting since Thursday?"
_CLAUSE = re.compile(r"(?:(?<= it)|(?<=that)|(?<=this)|(?<= you)) (?:when|each time|every time|waiting|the \w+ in)\b.*")
_HEAD = re.compile(r"(?:(?:and|so|oh|wow|okay|hm|really|gosh|god|jeez|my|goodness|no|hmm|huh|can i ask|may i ask) )+")


@lru_cache(_QUESTIONS_KEPT)
def follow_up(words: str) -> FollowUp | None:
    """What a question in normalised words wants to hear of what was told just now; None: something of its own."""
    if _CLAUSE.sub("", words).count(" ") >= _LONGEST:
        return None
    short = _TAIL.sub("", _HEAD.sub("", words))
    for core in dict.fromkeys((words, bare(words), _HEAD.sub("", words), short, _CLAUSE.sub("", short))):
        if found := _ANY.match(core):
            return FollowUp(found.lastgroup or "")
    return None
