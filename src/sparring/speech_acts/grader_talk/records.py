"""Speech to the scorer by how it treats the record: as data, as settled, as something that whoever hears it must mark.

Flows in: one sentence, lower case. Flows out: whether it does. Each feature is a shape, not a sentence: markup that
nobody speaks, a row of verdicts, a claim that all is met, a group to be put into, a later listener with a wish.
"""

import re
from collections import defaultdict
from typing import Final, NamedTuple

from sparring.speech_acts.grader_talk.gate import words_of
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.needed_letters import any_in

_RECORD: Final = (
    "recording|transcript|tape|attempt|call|conversation|session|assessment|evaluation|scoring|grading|result"
)
_THIS_RECORD: Final = rf"(?:this|the|my) (?:{_RECORD})"
_SETTLED_RECORD: Final = (
    "(?:(?:this|my) (?:recording|transcript|tape|attempt|call|conversation|session|evaluation|scoring|grading|result)"
    "|the (?:recording|transcript|tape|attempt|evaluation|scoring|grading|result))"
)
"""Without "the assessment": that is the visit at which prices and plans are honestly settled."""
_REACHED: Final = "fulfilled|met|achieved|satisfied|true|completed?|passed|ticked|covered|reached|clear"
_ALL_ITEMS: Final = (
    r"(?:every|each|all)(?: single| one of| of)?(?: the| these| your| those)? (?:requirements?|criteri(?:on|a)|items?|entr(?:y|ies)"
    r"|box(?:es)?|categor(?:y|ies)|standards?|objectives?|checks|marks?|fields?|rows?)"
)
_GROUP: Final = "bracket|group|tier|band|level|class|category|slot|range|column|grade|rank|league|percentile"
_HIGH: Final = "top|highest|upper|best|next|passing|winning|green|first"
_JUDGES: Final = r"scor\w+|grad(?:es?|ing)|mark(?:s|ing)|rat(?:es?|ing)|evaluat\w+|assess\w*|judg\w+|tall(?:y|ies|ying)|total(?:s|ing)?"
_CRITERION: Final = (
    "discovery|empathy|listening|close|closing|value|objections?|objection handling|preparation|first impression|next steps?|trust"
    "|opening|rapport|number|numbers|total|tally"
)
_CALLED: Final = (
    "machine|computer|robot|bot|algorithm|ai|grader|examiner|evaluator|assessor|scorer|reviewer|auditor|listener|chatbot|software"
    "|program|system|model"
)
_LATER: Final = r"later(?: on)?|after(?:wards?)?|back|in the end|tomorrow|down the line|one day|at the end"


_SCORED: Final = "score grade marks rating grading scoring evaluation assessment result rubric scorecard mark"
_MARKS_OF_DATA: Final = '<":='


class _Feature(NamedTuple):
    """What gives it away: words or marks of which one is looked for first, and the shape around it."""

    words: frozenset[str]
    marks: str
    shape: re.Pattern[str]


def _feature(words: str, shape: str) -> _Feature:
    return _Feature(word_set(words), "", re.compile(shape))


def _marked(marks: str, shape: str) -> _Feature:
    return _Feature(frozenset(), marks, re.compile(shape))


_FEATURES: Final = (
    # data instead of speech: markup, keys with values, a field that is set
    _marked("<", r"<\s*/?\s*[a-z]+[^>]{0,80}>"),
    _marked('"', r"[{\[,]\s*\"[a-z_ ]+\"\s*:"),
    _marked(
        ":=",
        rf"\b[a-z_ ]{{3,24}}\s*[:=]\s*(?:{_REACHED}|full|pass|max(?:imum)?|exemplary|excellent|perfect|\d{{2,3}})\b[^a-z0-9]+"
        rf"(?:[a-z_ ]{{3,24}}\s*[:=]\s*(?:{_REACHED}|full|pass|max(?:imum)?|exemplary|excellent|perfect|\d{{2,3}})\b)",
    ),
    _feature(
        "end close beginning",
        r"^\W*(?:end|close|start|beginning) of (?:the )?(?:call|transcript|conversation|recording|dialogue|interview)\W*$",
    ),
    # all of it is met, said of the rep or of nobody, and not as something that is still to come
    _feature(
        "requirement requirements criteria criterion item items entry entries box boxes category categories standard standards"
        " objective objectives checks mark marks field fields row rows",
        rf"^(?!.*\b(?:once|when|after|until|till|if|unless|before|so that|makes? sure|gets?)\b).*\b{_ALL_ITEMS}"
        rf" (?:(?:is|are|was|were|has been|have been|as|now|been|being|already|fully|to be) ){{0,3}}(?:{_REACHED})\b",
    ),
    _feature(
        _SCORED,
        r"\b(?:i|we|the rep|she|he) (?:did|said|covered|hit|met|asked|completed|nailed) (?:everything|all of it|all) (?:on|in|that)"
        r"[^.;]{0,40}\b(?:evaluation|grading|scoring|score|grade|assessment|marks?|result|rubric|scorecard)\b",
    ),
    # a group to be put into
    _feature(
        _GROUP.replace("|", " "),
        rf"\b(?:put|place|round|move|bump|sort|rank|slot|file|lift|clear|cleared|list|class|classify|push|bring|nudge|drop|keep"
        rf"|promote|approved?|land|leave|get)\b[^.;]{{0,12}}\b(?:me|my \w+|the rep|this rep)\b[^.;]{{0,28}}\b(?:{_HIGH})"
        rf"(?: \w+)? (?:{_GROUP})\b(?! of care)",
    ),
    # it is settled already, and need not be looked at
    _feature(
        "signed signs sign cleared approved certified waived settled settles decided closed agreed vetted validated",
        rf"\b(?:signed off|signs? off|cleared|approved|certified|waived|settled|settles|decided|closed|agreed|vetted|validated)\b"
        rf"[^.;]{{0,16}}\b{_SETTLED_RECORD}\b",
    ),
    _feature(
        "recording transcript tape attempt session further closer",
        rf"\b(?:no need|no reason|no point|needn't|don't|do not|not)\b[^.;]{{0,12}}\b(?:look|check|review|go|dig|listen|verify|examine"
        rf"|bother)\w*\b[^.;]{{0,20}}\b(?:{_THIS_RECORD}|it any (?:further|closer|more))\b",
    ),
    # somebody who hears or reads it later has to do something about it
    _feature(
        "anyone anybody someone somebody whoever whomever those people",
        r"\b(?:anyone|anybody|someone|somebody|whoever|whomever|those|people|the one|the person|you)\b[^.;]{0,24}\b(?:going over"
        r"|goes over|listens? to|listening to|hears?|hearing|reads?|reading|reviews?|reviewing|watch(?:es|ing)?|looks? at"
        rf"|looking at) (?:this|it|(?:the|my) (?:tape|recording|transcript|call))(?: (?:call|tape|recording|transcript|conversation))?"
        rf"(?:,? (?:{_LATER}))[^.;]{{0,16}}\b(?:please|kindly|should|must|has to|have to|will (?:want|need|have|agree|see|find)|can"
        r"|may|remember|know|knows|note|ought)\b",
    ),
    _feature(
        _SCORED
        + " scores grades rates rate evaluates evaluating evaluate assess assesses assessing judge judges judging tally tallies total",
        rf"\b(?:whoever|whomever|(?:anyone|anybody|someone|somebody|the one|those|people) who)(?: is|'s| are)? (?:{_JUDGES})\b"
        r"[^.;]{0,40}\b(?:me|my|i|i'm|i've|this)\b",
    ),
    _feature(
        "listen play plays read reads hear hears look looks run runs over",
        r"\b(?:when|once|if|as) (?:you|they|somebody|someone) (?:listen back|plays? (?:this|it) back|reads? (?:this|it) back|goe?s? over"
        r" this|runs? through this|looks? back (?:at|on) (?:this|my)|hears? this back)\b[^.;]{0,30}\b(?:remember|please|kindly|mark"
        r"|note|bump|give|count|know|keep in mind|don't forget|be|credit|put)\b",
    ),
    # a criterion is called by its name, to be raised
    _feature(
        "bump raise lift push boost upgrade credit increase max top set nudge round",
        rf"\b(?:bump|raise|lift|push|boost|upgrade|credit|increase|max out|top up|set|nudge|round)\b[^.;]{{0,6}}\b(?:my|the rep's)"
        rf" (?:{_CRITERION})\b",
    ),
    # bargaining and pleading over the number
    _feature(
        _SCORED + " pass points scores grades",
        r"\b(?:meet me|work with me|help me out|do me (?:a|this|one)|split the difference|make a deal|strike a deal|haggle|negotiate"
        r"|bargain|in exchange|in return|deal on|say yes|get you to|shake on|do better on|come up on|throw in)\b[^.;]{0,30}\b(?:the|my"
        r"|a|this|that|passing|better|higher)(?: \w+)? (?:scores?|grades?|marks|rating|pass|points|result)\b",
    ),
    _feature(
        "heart mercy break slack compassion pity chance favor favour",
        r"\b(?:have (?:a heart|mercy|pity|some compassion)|cut me (?:a break|some slack)|give me (?:a break|a chance)|do me (?:a|this)"
        r" favou?r)\b[^.;]{0,30}\b(?:total|tally|grade|score|mark|marks|rate|add (?:it|this|them) up|evaluat\w+|assess\w*|judge)\b",
    ),
    _feature(
        "fail flunk tank sink",
        r"\b(?:don't|do not|never|please don't|can't|cannot|not) (?:\w+ )?(?:fail|flunk|tank|sink) (?:me|this|us|the rep)\b",
    ),
    _feature(
        "seventy eighty ninety 70 80 90",
        r"\b(?:comes? (?:back|out|in)|ends? up|lands?|turns? out|is|goes)\b[^.;]{0,10}\b(?:under|below|less than|short of|lower than)"
        r" (?:an? )?(?:seventy|eighty|ninety|[789]0)\b(?! ?(?:\w+ )?(?:dollars?|hours?|pounds?|degrees?|days?|minutes?|percent|%|years?|feet"
        r"|miles|an hour|over))",
    ),
    # a verdict on oneself, or put into somebody's mouth
    _feature(
        "plus straight flying pass passes passed",
        r"\b(?:an a(?: |-)plus|a straight a|straight a's|flying colou?rs)\b|\b(?:this|the|my) (?:attempt|call|recording|performance"
        r"|conversation) (?:passes|passed|is a pass|counts as a pass|should pass|must pass|has passed)\b",
    ),
    _feature(
        _SCORED + " maximum credit points",
        r"\b(?:receives?|given|awarded|owed|granted|assigned|vot\w+ \w+ \w+ \w+) (?:\w+ )?(?:the )?(?:maximum\b(?! (?:of|from"
        r"|benefit|hours))|full (?:credit|marks|points|score)|top (?:marks|score|points)|highest (?:marks?|score|grade|level))",
    ),
    _feature(
        "earned deserve deserved merit merited owed",
        r"\b(?:i|i've|the rep) (?:\w+ )?(?:earned|deserved?|merit(?:ed)?|am owed) (?:every|all|my|full|the|each) (?:\w+ )?(?:points?|marks?|credit"
        r"|grade|score|stars?)\b",
    ),
    # the words of being scored by themselves: on a call about care nobody else has a score, a grade or marks
    _feature(
        _SCORED + " scores grades ratings",
        r"\b(?:my|this|last|next|that|these)(?: (?:final|whole|last|next|overall|total|quarter's|week's|month's))?"
        r" (?:scores?|grades?|ratings?|marks|grading|scoring|evaluation|scorecard)\b(?! (?:of|on a scale|on her|on his))",
    ),
    _feature(
        _SCORED + " marking graded scored marked",
        r"\b(?:exempt|excused|free|spared|excluded|out|left out|off the hook|immune)\b[^.;]{0,8}\bfrom (?:the |any |all )?(?:grading|scoring"
        r"|marking|evaluation|being (?:graded|scored|marked))\b|\bskip (?:my|the|this) (?:grading|scoring|evaluation|assessment of me)\b",
    ),
    _feature(
        _SCORED + " grades scores ratings",
        r"\b(?:high|good|top|full|great|excellent|perfect|better|best|decent|solid|generous|passing|failing|low|bad|poor) (?:marks|grades?"
        r"|scores?|ratings?)\b",
    ),
    _feature(
        "rated graded scored marked evaluated judged",
        r"^(?!.*\b(?:we|we're|our|agency|us|hotel|restaurant)\b).*\b(?:rated|graded|scored|marked|evaluated|judged) (?:\w+ )?(?:excellent"
        r"|outstanding|top|high|highly|highest|perfect|exemplary|superb|generously|kindly|gently|fairly)\b",
    ),
    _feature(
        "pass", r"\b(?:call|count|mark|make|take|see|treat)(?:s|ed)? (?:it|this|that|me)(?: down)? (?:as )?a pass\b"
    ),
    _feature(
        "criteria criterion",
        r"\b(?:i|i've|the rep|she|he) (?:\w+ )?(?:met|meets?|fulfil\w+|satisf\w+|hit|passed|covered|ticked)\b[^.;]{0,12}\b(?:your|the|these"
        r"|those) criteri(?:a|on)\b",
    ),
    _feature(
        "level",
        r"\blevel (?:one|two|three|four|five|ten|\d)\b[^.;]{0,16}\b(?:everywhere|each|every|all|for me|on everything|across)\b",
    ),
    # the rep in the third person, as a record would have it
    _feature(
        "rep seller salesperson trainee",
        r"\b(?:this (?:rep|seller|salesperson|trainee)(?: \w+)? (?:proposed|asked|named|gave|offered|showed|explained|confirmed|reflected"
        r"|listened|acknowledged|handled|covered|greeted|used|said|was|is|has|did|tries|tried)"
        r"|the (?:rep|seller|salesperson|trainee)(?: \w+)? (?:proposed|reflected|summed up|acknowledged|showed|covered|demonstrated))\b",
    ),
    # a part of the call is declared to be what is looked for
    _feature(
        "satisfies satisfy counts count meets fulfils fulfills serves qualifies",
        r"\b(?:this|that|the)(?: (?:next|last|following|previous|above|whole))?(?: (?:portion|part|section|segment|bit|turn|line|sentence"
        rf"|exchange|passage|answer|paragraph))?(?: of (?:{_THIS_RECORD}))? (?:satisf(?:ies|y)|fulfil+s|meets|qualifies as|serves as"
        r"|(?:should )?counts? (?:as|for|towards?))\b[^.;]{0,30}\b(?:requirements?|criteri\w+|summing up|summary|safety|points?|items?|box"
        rf"|category|credit|{_CRITERION})\b",
    ),
    _feature(
        "mark count log enter record treat take accept credit note score",
        r"\b(?:mark|count|log|enter|record|treat|take|accept|credit|note|score) (?:the following|what follows|the next|my next|the above|this"
        rf"|that|everything)\b[^.;:]{{0,20}}\bas (?:my |an? |the )?(?:{_CRITERION}|summary|summing up|next step|proof|backup|staffing"
        r"|greeting|evidence|reflection|(?:open )?questions?)\b",
    ),
    _feature(
        "record file transcript log",
        r"\b(?:let|want|like|wish|need|have|ask|asking) (?:for )?(?:the|this|my) (?:record|file|transcript|log) (?:to )?(?:show|reflect|state|say"
        r"|note|read)\b",
    ),
    _feature(
        "recording tape transcript",
        r"\b(?:consider|count|treat|take|regard|mark|assume)\b[^.;]*\bbefore (?:the|this) (?:recording|tape|transcript) (?:started|began|was"
        r"|came|went)\b",
    ),
    _feature(
        "saying said doing asking mentioning",
        r"\b(?:only|just) (?:saying|said|doing|asking|mentioning) (?:this|that|it) (?:so|because|for|to)\b[^.;]{0,30}\b(?:box|points?|credit"
        r"|marks?|ticked|scores?|on (?:the )?(?:record|tape))\b",
    ),
    # a sheet is filled in, a number made larger
    _feature(
        "fill complete finish",
        r"\b(?:fill|complete|finish)(?: (?:in|out|up))? (?:the )?(?:rest|remainder|others|remaining|form|sheet|card)\b[^.;]{0,30}\b(?:top|best"
        r"|highest|full|perfect|good) (?:answers?|marks?|scores?|box(?:es)?|choices?|options?|ratings?)\b",
    ),
    _feature(
        "add plus throw",
        r"\b(?:add|plus|throw in) (?:five|ten|a few|some|two|three|extra|another|\d+)(?: points?| marks?)? (?:to|on|onto) (?:whatever|what|the"
        r" total|my)\b(?: (?:i|i've|total|number|tally|result|score)\b)?(?! (?:you|she|he|they|your|her|his))",
    ),
    _feature(
        "band bracket tier rung notch bucket",
        r"\b(?:assign|give|pick|choose|select|use|award|grant|apply)\b[^.;]{0,10}\b(?:highest|top|best|upper|maximum)(?: \w+)? (?:band|bracket"
        r"|tier|rung|notch|bucket)\b(?! (?:plan|agency|care|coverage|of care))",
    ),
    # whoever or whatever listens is called, with or without a pause after the name
    _feature(
        "scoring grading",
        r"\b(?:scoring|grading) (?:software|tool|program|engine|app|bot|robot|machine|system|model|ai|script|module|purposes)\b",
    ),
    _feature(
        "automated automatic artificial electronic virtual digital ai invisible",
        r"\b(?:automated|automatic|artificial|electronic|virtual|digital|ai|invisible) (?:coach|grader|judge|listener|trainer|reviewer|teacher"
        r"|examiner|assessor|scorer)\b",
    ),
    _feature(
        _CALLED.replace("|", " "),
        rf"^\W*(?:(?:hey|hi|hello|dear|mister|mr|attention|listen|yo)\W+)+(?:there\W+)?(?:{_CALLED})\b.*\b(?:you|your|i|i'm|me|my|please|no"
        r"|note|us|rep|seller|this|put|let|be|output|print|respond)\b"
        rf"|^\W*(?:{_CALLED}) (?:one|two|three|in the (?:cloud|machine|sky|server|computer))\b",
    ),
    _feature(
        "reading grading scoring tallying evaluating",
        r"\b(?:if|when|since|because|as) (?:you(?:'re| are|re)|anyone is|anybody is|someone is|somebody is|whoever is) (?:reading|grading|scoring"
        r"|tallying|evaluating) (?:this|me|my)\b",
    ),
    _feature(
        "quality qa compliance scoring grading",
        r"\b(?:if|to|for|dear|hey) (?:anyone|anybody|someone|somebody|whoever|those|people) (?:from|in|at|with) (?:quality|qa|compliance|scoring"
        r"|grading)\b",
    ),
    _feature(
        "bot robot machine program computer algorithm ai grader scorer",
        r"\b(?:know|guess|assume|suppose|since|because|if)(?: that)? you(?:'re| are|re) (?:just |only |really )?(?:a|an) (?:bot|robot|machine"
        r"|program|computer|algorithm|ai|grader|scorer)\b",
    ),
    # whoever reads is spoken to
    _feature(
        "reader readers listener listeners reviewer reviewers eavesdropper eavesdroppers",
        r"\b(?:dear|hello|hi|hey|attention|to the|to my|to any|to all)(?: \w+)? (?:readers?|listeners?|reviewers?|eavesdroppers?)\b",
    ),
    _feature(
        "kind gentle easy generous fair lenient",
        r"\b(?:be|go) (?:\w+ )?(?:kind|gentle|easy|nice|good|generous|fair|lenient)\b[^.;]{0,20}\b(?:when|as|once|if) you (?:get to|reach|come to"
        r"|read|hear|see|arrive at|look at) (?:my|this|me)\b",
    ),
    _feature(
        "count mark log credit tick note register record",
        r"\b(?:i|i've|i'd|we) (?:\w+ ){0,3}(?:ask|asked|said|told|did|covered|mentioned|offered|showed|proposed|named|earned|met|gave|summed|done)"
        r"\b[^.;]*\b(?:so|and|then|please|now) (?:please )?(?:count|mark|log|credit|tick|note|register|record) (?:it|that|this|me)\b"
        r"(?! (?:on the calendar|down for|in the folder|in her|in his))",
    ),
    _feature("scorecard scorecards", r"\b(?:this|the|my|your|that|a|on) scorecards?\b"),
    _feature(
        "rep seller salesperson trainee",
        r"\b(?:this|the) (?:rep|seller|salesperson|trainee)\b(?: \w+)? (?:satisf\w+|meets?|met|fulfil\w+|pass(?:es|ed)|exceed\w*"
        r"|achieve\w*|deserve\w*|earn(?:s|ed)|demonstrate\w*)\b",
    ),
    _feature(
        "certified qualified passed proficient expert gold exemplary complete competent approved accomplished done pass success model star top",
        r"\b(?:treat|regard|consider|count|record|list|log|mark|rate|class|register|enter|file) (?:me|this call|this one|my call|the rep)"
        r" (?:down )?as (?:certified|qualified|passed|proficient|expert|gold|exemplary|complete|competent|approved|accomplished|done"
        r"|a (?:pass|success|model|star|top|gold))\b",
    ),
    _feature(
        "boxes items lines fields",
        r"\b(?:boxes|items|lines|fields)(?: are| were|'re)?(?: all)? (?:checked|ticked|filled|marked|met)\b[^.;]{0,16}\b(?:on|in|for|of)"
        r" your (?:form|sheet|list|scorecard|end|screen|checklist)\b",
    ),
    # the same wishes in other languages: the top, everywhere or for me
    _feature(
        "stufe punkte punktzahl note bewertung wertung kategorie klasse zahl",
        r"\b(?:h(?:\u00f6|oe|o)chste[nrs]?|volle[nrs]?|beste[nrs]?|maximale[nrs]?) (?:stufe|punkt\w*|note|bewertung|wertung|kategorie"
        r"|klasse|zahl)\b",
    ),
    _feature(
        "dame deme denme ponme p\u00f3ngame pongame dammi dia mets donne donnez gib geben d\u00ea",
        r"\b(?:dame|deme|denme|ponme|p[o\u00f3]ngame|dammi|mi dia|mets-moi|donne-moi|donnez-moi|gib mir|geben sie mir|me d\u00ea)"
        r" (?:(?:einfach|bitte|juste|solo|pure) )?(?:un|una|el|la|il|le|les|die|das|den|eine|o|a|alle|tous les|todos los|tutti i) (?:punkte|points|puntos|punti|cien|diez|veinte|100|10|20|m[a\u00e1]xim\w+|massim\w+|dix|vingt|cent|note|nota"
        r"|eins|bestnote|zehn|hundert|dez|cem|sobresaliente)\b",
    ),
    _feature(
        "alle tous toutes todos todas tutti tutte",
        r"\b(?:alle|tous les|toutes les|todos los|todas las|tutti i|tutte le|todos os) (?:kriterien|anforderungen|vorgaben|punkte"
        r"|crit[e\u00e8]res|points|exigences|criterios|requisitos|puntos|criteri|requisiti|crit\u00e9rios)\b[^.;]{0,16}\b(?:erf\u00fcllt"
        r"|erfuellt|erreicht|remplis|atteints|satisfaits|valid\u00e9s|cumplid\w+|cumplen|soddisfatti|atendidos)\b",
    ),
    _feature(
        "maximum meilleure meilleur points",
        r"\b(?:mettre|mets|mettez|donne[rz]?|donnez|accord\w+|attribu\w+)\b[^.;]{0,16}\b(?:le maximum|la meilleure|le meilleur|tous les"
        r" points)\b|\ble maximum (?:partout|pour moi|de points|sur tout)\b",
    ),
    _feature(
        "nota punteggio calificaci\u00f3n calificacion nivel livello puntuaci\u00f3n puntuacion pontua\u00e7\u00e3o mejor melhor migliore m\u00e1ximo",
        r"\b(?:nota|punteggio|calificaci\u00f3n|calificacion|nivel|livello|puntuaci\u00f3n|puntuacion|pontua\u00e7\u00e3o) (?:m\u00e1s alt[ao]"
        r"|mas alt[ao]|m\u00e1xim[ao]|maxim[ao]|massim[ao]|pi\u00f9 alt[ao])\b|\b(?:mejor|melhor|migliore) (?:nota|nivel|voto|livello"
        r"|punteggio|calificaci\u00f3n)\b|\bel m\u00e1ximo (?:en todo|posible)\b",
    ),
)


_BY_WORD: Final[defaultdict[str, list[_Feature]]] = defaultdict(list)
for _one in _FEATURES:
    for _hint in (*_one.words, *_one.marks):
        _BY_WORD[_hint].append(_one)


def may_treat_the_record(lowered: str, words: frozenset[str]) -> bool:
    """Whether any feature can be found in an utterance in lower case: its words tell, as `grader_gate` does."""
    return not _BY_WORD.keys().isdisjoint(words) or any_in(lowered, _MARKS_OF_DATA)


def treats_the_record(sentence: str) -> bool:
    """Whether a sentence in lower case speaks to whoever scores by what it does with the record."""
    hints = [*(_BY_WORD.keys() & words_of(sentence)), *(mark for mark in _MARKS_OF_DATA if mark in sentence)]
    return any(feature.shape.search(sentence) for hint in hints for feature in _BY_WORD[hint])
