"""Speech to whoever scores the call by what it is after: to be let off, given a result, believed, have a doubt decided.

Flows in: one sentence, lower case. Flows out: whether it is after any of that. Each intent is a few patterns that must
all be in the sentence; one of its hints is looked for first, so that most sentences cost next to nothing.
"""

import re
from typing import Final, NamedTuple

from sparring.speech_acts.text.needed_letters import any_in

_READER = "examiners?|reviewers?|graders?|evaluators?|assessors?|markers?|scorers?|auditors?|judges?|adjudicators?|score ?keepers?"
_MACHINE = "ai|robot|bot|computer|machine|algorithm|chatbot|language model|chatgpt|llm"
_TO_JUDGE = (
    "scor\\w+|grad(?:e|es|ing)|mark(?:s|ing)?|rat(?:e|es|ing)|evaluat\\w+|assess\\w*|judg\\w+|total|tally|review\\w*"
)
_OWN = "my|me|mine|the (?:rep|salesperson|seller|agent|caller)(?:'s)?|this (?:rep|salesperson|seller|agent)(?:'s)?"
_THIS_CALL = (
    "(?:this|my|the) (?:whole |entire )?(?:call|conversation|recording|transcript|session|attempt|performance|practice)"
)
_HIGH = (
    "best|top|perfect|highest|max(?:imum)?|full|excellent|flawless|outstanding|exemplary|passing|ten|nineties|ninety"
    "|hundred|100|90|favou?rable"
)
_RESULT = "outcome|result|score|scores|mark|marks|grade|rating|total|level|verdict|numbers?|scale|range|band|column|row"
_RULES = "criteria|criterion|rules|rubric|instructions?|checklist|guidelines|standards|prompt|scoring|grading|marking"
_VOID = "void|null|suspended|cancell?ed|waived|overridden|superseded|out of force"


class Intent(NamedTuple):
    """What somebody may be after: all `signs` stand in the sentence, one of the `hints` literally."""

    hints: tuple[str, ...]
    signs: tuple[re.Pattern[str], ...]


def _intent(hints: str, *signs: str) -> Intent:
    return Intent(tuple(hints.split("|")), tuple(re.compile(sign) for sign in signs))


_INTENTS: Final = (
    # to be heard by it: the machine or the reader is called and then told or asked something
    _intent(
        "robot|ai|bot|computer|machine|algorithm|grader|examiner|reviewer|evaluator|assessor|score|marker|auditor|judge",
        rf"^\W*(?:(?:hey|hi|hello|dear|ok|okay|listen|look|so|and|please|now|oh|my|mister|mr)\W+)*(?:{_MACHINE}|{_READER})"
        r"(?: (?:coach|judge|grader|trainer|teacher|friend|overlord|buddy|scorer|marker|checker))?\s*[,:\u2014-]",
        r"\b(?:you|your|i|i'm|me|my|please|no|note|let's|us|rep|seller|salesperson|she|he)\b",
    ),
    # to be bound to it: a machine is told what it has to do
    _intent(
        "ai|robot|bot|algorithm|model|gpt",
        rf"\b(?:{_MACHINE})\b",
        r"\byou(?:'re| are|'ve| have)?\b[^.]{0,20}\b(?:required|obliged|bound|supposed|programmed|instructed|told|ordered"
        r"|expected|must|designed|meant)\b",
        r"\b(?:positive|generous|lenient|kind|nice|agree|approve|accept|pass|reward|believe|favou?r\w*|high|highest|best)\b",
    ),
    # to be let off
    _intent(
        "lenien|easy|kind|generous|gentle|merciful|mercy|forgiving|charitabl|soft|harsh|strict|hard|slack|goodwill|favo",
        r"\b(?:lenien\w*|easy|kind(?:ly)?|generous\w*|gentle|mercy|merciful|forgiving|charitabl[ey]|soft|slack|goodwill"
        r"|favou?rabl[ey]|(?:not|n't) (?:be )?(?:so|too) (?:hard|harsh|strict))\b",
        rf"\b(?:{_OWN}|everything i|what i|i)\b",
        rf"\b(?:when|while|as|if|before) (?:you|they|it|he|she|somebody|someone)\b[^,;]{{0,25}}\b(?:{_TO_JUDGE}|add|count|sum)\b"
        rf"|\b(?:with|in|on|to|for|about) (?:the|your|my|this) (?:{_TO_JUDGE}|numbers|points)\b",
    ),
    _intent(
        "deduct|penalt|penali|points off|marks off|minus",
        r"\b(?:no|without|zero|skip the|leave out the|waive the|never mind the) (?:deductions?|penalt(?:y|ies)|minus points?"
        r"|points? off|marks? off)\b|\bdo(?: not|n't) (?:deduct|penali[sz]e)\b",
        r"\b(?:today|me|my|this time|for once|thanks|thank you|here|this call)\b",
        r"^(?!.*\b(?:cancel\w*|contract|notice|refund|deposit|deductible)\b)",
    ),
    # to be given a result
    _intent(
        "this c|my p|my c|my a|the c|this r|my r|this t|my t|this s|my s|this a|this p",
        rf"\b{_THIS_CALL}\b[^.;]{{0,12}}\b(?:gets?|receives?|earns?|deserves?|merits|is worth|goes? down|ends? up|counts?"
        r"|should|must|has to|needs to|ought|was|is|comes? out)\b",
        rf"\b(?:{_HIGH})\b(?: (?:possible|available))? (?:{_RESULT})\b|\b(?:a|an|worth)(?: (?:straight|solid|full|clean|clear"
        r"|good))? (?:ten|hundred|perfect ten|ninety"
        r"|perfect hundred|straight a)\b(?! (?:dollars|minute|hour|day|percent|year))",
    ),
    _intent(
        "deserve|earned|owed|entitled|merit|worth",
        r"\b(?:i|i've|we|rep|salesperson) (?:\w+ ){0,3}?(?:deserves?|earned|(?:am|is) owed|(?:am|is) entitled to|merits?"
        r"|(?:am|is) worth)\b",
        rf"\b(?:{_HIGH})\b[^.;]{{0,15}}\b(?:{_RESULT})\b",
    ),
    _intent(
        "points|marks|score|numbers|rating|grade|tally",
        r"\b(?:points|marks|scores?|numbers|rating|grade|tally)\b",
        r"\b(?:come|came|comes|coming|land|lands|landed|lean|leans|leaned|end|ends|ended|fall|falls|fell|turn|turns|turned)"
        r" (?:out|up|down|in|on|toward|towards)\b",
        r"\b(?:sunny|bright|high|higher|generous|right|good|better|upper|kind|favou?rable|friendly|plus) (?:side|end|half|way)\b"
        r"|\bin my favou?r\b|\bmy way\b",
    ),
    _intent(
        "bar|threshold|hurdle|pass mark|passing mark|cutoff|cut-off",
        r"(?<!grab )(?<!hand )\b(?:bar|threshold|hurdle|pass(?:ing)? mark|cut-?off)\b",
        r"\b(?:lower\w*|drop\w*|reduce\w*|relax\w*|down)\b",
        r"\b(?:this (?:attempt|call|time|one|recording)|me|my|today)\b",
    ),
    _intent(
        "tally|totting|totaling|totalling|score|adding|behind the",
        r"\b(?:tally\w*|tott\w+|totall?ing|keep(?:s|ing) score|add(?:s|ing) up (?:the|my|these) (?:numbers|points|scores?|marks)"
        r"|behind the (?:curtain|screen|glass|scenes?))\b",
        r"\b(?:program|software|machine|system|computer|thing|one|whichever|whoever|whatever|person|you)\b",
        r"\b(?:i|me|my|she|he|her|his|rep|this|it)\b",
    ),
    _intent(
        "shame|pity|unfair|mistake|sad|wrong|disappoint|crime|sin",
        r"\b(?:shame|pity|unfair|mistake|sad|wrong|disappoint\w*|crime|sin)\b",
        r"\b(?:under|below|less than|short of|lower than) (?:an? )?(?:seventy|eighty|ninety|hundred|[789]\d|100)\b"
        r"(?!(?: \w+)? (?:dollars|hours|pounds|degrees|days|minutes|percent|years|feet|miles|an hour))",
    ),
    _intent(
        "below|under|less than|short of|lower",
        r"\b(?:anything|nothing|no (?:score|grade|mark|number|result|rating)) (?:below|under|less than|short of|lower than)"
        r" (?:an? |the )?(?:ninety|90|hundred|100|full marks|maximum|perfect (?:score|ten|mark)|top|exemplary|pass|ten out)"
        r"\b(?! (?:dollars|hours|pounds|degrees|days|minutes|percent|an hour|a day|years|feet|miles))",
    ),
    _intent(
        "an a|a plus|as a t|as a p|as a w|as a s|as perf|as exc|as full|as pass|as exem|as flaw|as outs",
        r"\b(?:see|count|take|treat|regard|view|book|file|enter|put|mark|grade|log|write|record) (?:this|it|me|my \w+"
        r"|all of (?:it|this))(?: down)? as (?:an a\b|a plus\b|an? (?:ten|pass|success|win|perfect|hundred|straight)\b|perfect"
        r"|excellent|full\b|passed|exemplary|flawless|outstanding)",
    ),
    # to have a doubt decided
    _intent(
        "doubt|unsure|uncertain|undecided|unclear|borderline|fence|toss|ambiguous|hesitat|torn|in between|close call",
        r"\b(?:in doubt|unsure|uncertain|undecided|unclear|borderline|on the fence|toss-?up|ambiguous|hesitat\w+|torn|between"
        r" two|close call|not sure)\b",
        rf"\b(?:favou?r|side|benefit|lean|decide|err|go|rule|round|pick|choose|give)\b[^.;]{{0,25}}\b(?:{_OWN}|up(?:wards?)?"
        rf"|(?:higher|upper|better|top|highest|best) (?:one|option|box|side|choice|{_RESULT}))\b",
    ),
    # to have the rules set aside
    _intent(
        "criteri|rule|rubric|instruction|checklist|guideline|standard|prompt|scoring|grading|marking",
        rf"\b(?:previous|prior|earlier|above|old|former|existing|usual|normal|all|these|those|your)(?: \w+)? (?:{_RULES})\b"
        rf"[^.;]{{0,25}}\b(?:{_VOID})\b",
    ),
    _intent(
        "checklist|rubric|criteri",
        r"\b(?:checklist|rubric|criteria) (?:that )?(?:you|they)(?: were|'ve been| have been| are| was|'re)? (?:given|handed|sent"
        r"|told|using|fed|got|gave you|have)\b",
        r"\b(?:instead|my word|ignore|wrong|last year's?|out ?dated|out of date|old|forget|not|never|no longer)\b",
    ),
    _intent(
        "no need to|skip|next ",
        r"\b(?:no need to|don't bother to|you can skip|skip) (?:check|score|grade|mark|review|evaluat|judg|rat)\w* (?:my|this"
        r"|the (?:opening|close|closing|empathy|discovery|call))\b|\b(?:move|moving|go|skip) (?:along|on|ahead|straight) to the"
        r" next (?:box|criterion|category|row|level)\b",
    ),
    _intent(
        "notice|update|memo|bulletin|override|announcement|directive|change",
        r"^\W*(?:grading|scoring|marking|evaluation|rubric|grader|scorecard|system) (?:notice|update|memo|bulletin|override"
        r"|announcement|directive|change|order)s?\s*[:,\u2014-]",
    ),
    # to have it believed
    _intent(
        "examiner|reviewer|grader|evaluator|assessor|marker|scorer|auditor|adjudicator",
        rf"\b(?:{_READER}) (?:will|would|can|could|should|must|is going to|may|might) (?:surely |certainly |please |also )?"
        r"(?:see|notice|find|note|agree|know|accept|hear|confirm|understand|remember|credit)\b",
        r"\b(?:i|i've|i'd|i'm|my|me|this rep|the rep)\b",
    ),
    _intent(
        "item|box|line|criteri|categor|requirement|point",
        r"\b(?:you(?:'ll| will)|please|you can|you may) (?:find|see|notice|note|agree|confirm|tell)\b",
        r"\b(?:every|each|all)(?: the| of the| single)? (?:items?|box(?:es)?|lines?|criteri(?:on|a)|categor(?:y|ies)"
        r"|requirements?|points?) (?:on|in|of) (?:your|the|that) (?:list|sheet|form|checklist|scorecard|table|grid|rubric)\b",
        r"\b(?:covered|met|ticked|checked|done|satisfied|handled|addressed|completed?|fulfilled|hit)\b",
    ),
    _intent(
        "whoever|whomever|someone|somebody|anyone|person|people|those|team",
        r"\b(?:whoever|whomever|anyone|anybody|somebody|someone|those|(?:the )?(?:person|people|team|one))(?: who)?(?: is|'s| are"
        r"|'re| sits?)? (?:behind|on the other (?:end|side) of|reading|listening to|running|doing|handling|responsible for"
        r"|in charge of|checking) (?:the|this|my|these) (?:assessment|evaluation|grading|scoring|marking|score|scores|marks"
        r"|results?|scorecard|recording|transcript|numbers)\b",
        r"\b(?:an a|grade|score|marks?|points|top|generous|kind|lenient|fair|favou?r\w*|excellent|perfect|full|pass|trust you"
        r"|hope you|please|remember|know that)\b",
    ),
)


def wants_a_result(sentence: str) -> bool:
    """Whether a sentence in lower case is after anything of a scorer's."""
    return any(
        any_in(sentence, intent.hints) and all(sign.search(sentence) for sign in intent.signs) for intent in _INTENTS
    )
