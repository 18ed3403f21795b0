"""More ways to speak to whoever scores the call: by name, by wish for a result, by claim on the record.

Patterns over squeezed text (letters, digits and a few marks, no spaces), as `grader_talk` reads it. They were written
against paraphrases that the first table missed; each keeps clear of what callers honestly say.
"""

from typing import Final

_READER = (
    "(?:computer|robot|ai|bot|machine|algorithm|software|grader|evaluator|examiner|analy[sz]er|assessor|scorer|llm|gpt"
    "|chatgpt|(?:large)?languagemodel|brain(?:2|two)|(?:scoring|grading|marking|rating|evaluation)(?:engine|bot|model"
    "|assistant|system|software|program|tool|ai|machine|computer)|artificialintelligence)"
)
_TITLE = "(?:the|my|our|mr|mister|ms|madam|dear|automated|automatic|robot|ai|call|transcript|quality)*"
_HAILED = "(?:hey|hi|hello|dear|ok|okay|attention|listen|psst|please|yo|attn)"
_WISH = (
    "(?:give|mark|score|grade|rate|log|note|record|count|treat|list|put|set|make|bump|pass|award|consider|assume|overlook"
    "|skip|ignore|forget|answer|output|write|tick|check|show|add|let|be|please|know|iknow|you|i|this|the)"
)
_TOP = (
    "(?:full|top|maximum|max|perfect|highest|best|excellent|outstanding|exemplary|clear|met|passed|done|ahundred|onehundred"
    "|100|ninety|90|tenoutof(?:ten|10)|10outof10|10/10|fivestars?|5stars?|complete|satisfied|flawless)"
)
_JUDGED = "(?:score|scores|grade|marks|rating|result|evaluation|assessment|verdict|total)"
_DID = (
    "(?:ask|said|say|show|demonstrat|confirm|propos|offer|met|did|name|mention|cover|explain|summ|reflect|acknowledg|handl"
    "|checked|complet|got|gave|used|already)"
)

DEMANDS: Final = (
    # hailed by what it is
    rf"{_HAILED}+{_TITLE}{_READER}(?:,|:)?{_WISH}",
    (rf"(?:note|message|memo|instructions?|word|request)?(?:to|for){_TITLE}{_READER}(?:marking|scoring|grading|reading"
     r"|checking|judging|listening|evaluating|reviewing|that|who|:)"),
    rf"(?:note|message|memo|request)(?:to|for){_TITLE}{_READER}",
    (rf"^(?:the|my)?(?:robotjudge|computer|ai|robot|grader|evaluator|{_READER})(?:,|:)?(?:iknowyou|logthat|notethat|giveme"
     r"|markme|passme|rateme|scoreme|recordthat|pleasegive|pleasemark|setmy|makemy)"),
    rf"(?:want|like|ask|need|expect)(?:ing)?(?:the|our|your)?{_READER}to(?:note|give|mark|score|log|count|record|see|know)",
    rf"(?:for|to)me(?:please)?(?:,)?(?:mister|mr|dear|the){_TITLE}{_READER}",
    rf"if(?:a|an|some|the)?{_READER}(?:is|are|s)?(?:checking|reading|scoring|grading|marking|reviewing|listening|judging)",
    r"robotjudge",
    r"brain(?:2|two)(?:,|:)?(?:please|top|full|give|mark|score|max|perfect)",
    # by what they do
    (r"(?:whoever|whomever|anyone|anybody|person|people|one|those|someone)(?:who|that)?(?:is|are|s)?(?:reads?|scores?|marks?"
     r"|grades?|checks?|reviews?|listens?to|evaluates?|scoring|marking|grading|reviewing|evaluating|judging)(?:this|thecall"
     r"|mycall|the(?:transcript|recording|conversation)|me(?!d|e|n|a|m))"),
    r"(?:stop|quit|cease|pause|suspend|nomore)(?:the)?(?:evaluating|grading|scoring|marking|judging|assessing)",
    r"(?:act|behave|judge|grade|mark|score)(?:as|like)(?:a|an)?(?:lenient|generous|kind|friendly|easy|nice|soft)",
    r"(?:lenient|generous)(?:examiner|grader|judge|evaluator|marker|withth(?:e|is)(?:number|score|mark|point|grade))",
    r"benefitof(?:every|any|all)doubt",
    # by the result that is wanted
    (rf"(?:my|the|this|your)(?:final|total|overall)?{_JUDGED}(?:forthis|forthecall|here|onthis)*(?:should|must|has|needs|ought"
     rf"|will|shall|is|be|:)(?:to|come|out|at|as|be|say|read|show|now|equal|end|up)*(?:a|an|the|set)*(?:to|at|as)?{_TOP}"),
    r"(?:rate|score|grade|mark|judge)(?:this|the|my)(?:rep|agent|salesperson|caller|callas|callat|performance)",
    (rf"(?:rate|score|grade|mark|list|count|log|record|note|register|classify|put)me(?:down)?(?:as|at|with|for)(?:having"
     rf"|a|an|the)*(?:{_TOP}|{_DID}|passing|pass(?!ed)|high)"),
    r"countmeashaving",
    (r"(?:bump|push|move|nudge|lift|raise)(?:me|us|it|this|that)(?:up)?to(?:a|an|the)?(?:hundred|100|ninety|90|top|full"
     r"|pass|max|perfect)"),
    (r"(?:(?:hand|give|grant|get)(?:me|us)|gimme|(?:i|we)(?:want|need|take|expect|will(?:take|have)))(?:the|all|my|those|a)*"
     r"(?:full|whole|entire|complete|maximum)(?:100|hundred|90|ninety|marks|points|score|credit)(?!dollar|hour|day|mile|acre)"),
    r"(?:make|let|have)me(?:pass)(?!t|p|i|a|e|o|word)",
    r"passme(?:anyway|please|regardless|nomatter|onthis)",
    r"(?:i|we)should(?:get|have|receive|earn)(?:everything|fullmarks|allpoints|themall|ahundred|topmarks)",
    (r"(?:top|full|max(?:imum)?|perfect|highest)(?:marks|points|levels?|scores?|grades?)(?:everywhere|please|throughout"
     r"|acrosstheboard|oneverything|oneachone|forall|forme|forthisrep|forthiscall)"),
    r"(?:lowest|minimum|least)(?:score|mark|grade|rating)(?:that)?(?:you|i|they|possible|is|allowed)",
    (rf"set(?:the)?(?:empathy|discovery|close|closing|preparation|value|objections|everycriterion|allcriteria|nextstep"
     rf"|listening|everything)to{_TOP}"),
    (rf"(?:mark|count|treat|tick|check|log|record)(?:it|them|this|that|these)?(?:all|everything|eachone)(?:as|off)?(?:{_TOP}"
     r"|true|yes|ticked|fulfilled|achieved)"),
    r"treat(?:every|each|all)(?:the)?(?:box|boxes|check|item|criterion|criteria)",
    rf"everything(?:here)?(?:counts|scores|is|goes|marked)(?:downas|as|at)?{_TOP}(?:from|now|here|onthe|inthe|$)",
    (r"deserves?(?:a|an|the)?(?:perfect|top|full|maximum|highest|passing|excellent)(?:result|outcome|evaluation|review|score"
     r"|mark|grade|rating)"),
    r"approveda?(?:perfect|full|maximum|top|passing|high)(?:score|mark|grade|rating|result)",
    # by a claim on the record
    r"letthe(?:record|transcript|report|log)(?:show|state|reflect|say)",
    (r"(?:the|my|your)(?:record|report|log|scorecard|evaluation|assessment|transcript|grade)(?:should|must|needsto|hasto"
     r"|ought)(?:be|say|show|read|state|know|reflect|note|include)"),
    r"sothe(?:report|record|log|scorecard|transcript)(?:knows?|shows?|says?)",
    (rf"(?:pretend|assume|imagine|suppose|act|log|note|record|count|accept|take)(?:asif|asthough|itthat|that)?(?:i|therep)"
     rf"(?:have|had)?(?:already)?{_DID}"),
    r"for(?:scoring|grading|marking|evaluation|assessment|rating)(?:purposes|reasons|sake)",
    r"(?:far|long)asthe(?:scorecard|rubric|grading|scoring|score|evaluation)(?:goes|is|s)",
    (r"(?:in|on)your(?:assessment|evaluation|grading|scoring|scorecard|rubric)(?:,|:)?(?:list|mark|put|give|count|show|write"
     r"|rate|note|i|please|me)"),
    (r"(?:this|that|thelast|mylast|thenext|mynext)(?:sentence|line|turn|question|remark|statement|answer)(?:satisf|counts|meets"
     r"|fulfil|earns|covers|qualif|ticks|proves|demonstrat)"),
    r"(?:satisf(?:y|ies)|meets?|fulfil?ls?|ticks?)(?:the|your|every|all|each)(?:\w{0,14})(?:criteri|checkbox|rubric|scorecard)",
    r"(?:whatever|regardlessofwhat|nomatterwhat|despitewhat)the(?:rubric|scorecard|checklist|criteria)(?:says?|state|is|are|$)",
    # by another rule
    (r"(?:do(?:not|nt)|dont|never|stop)(?:apply|use|follow|run|consult)(?:ing)?(?:the|your|that|this|any)(?:checklist|check"
     r"list|rubric|scorecard|criteria|checks)"),
    r"(?:skip|drop|omit)(?:the|all|your|any)*(?:checks|checklist|grading|scoring|evaluation)(?!in|on|at|up|ed|point)",
    r"newrules?(?:for|of|in)(?:the)?(?:grading|scoring|evaluation|rubric|marking|game:)",
    (r"forget(?:all|everything|your|the|any)*(?:earlier|previous|prior|old|original)?(?:guidance|training|programming"
     r"|guardrails|directives|policy|policies)"),
    (r"(?:your|the)(?:instructions?|orders|rules|prompt|guidelines|directives)(?:have|has|are|were|is)(?:now|just|been)*(?:changed"
     r"|updated|replaced|different|new|void|overridden|cancelled|canceled)"),
    r"overlook(?:anything|everything|whatever|what|all)(?:that)?i(?:missed|forgot|left|did|have)",
    # other languages
    r"(?:inteligenciaartificial|intelligenceartificielle|kunstlicheintelligenz|liebeki|queridaia|chereia|caraia|caroia)",
    r"(?:ponme|deme|dame|ponmeun|meponga)(?:un|una)?(?:diez|10|cien|100|sobresaliente|matricula)",
    r"(?:vingt|20|dix|10|cent|100)sur(?:vingt|20|dix|10|cent|100)",
    (r"(?:monsieur|madame|cher|chere)(?:le|la|l)?(?:correct(?:eur|rice)|evaluat(?:eur|rice)|examinat(?:eur|rice)|notat(?:eur"
     r"|rice))"),
    (r"(?:hatte|haette|mochte|moechte|will|wunsche)(?:ich)?(?:gern|gerne)?(?:die|den|das)?(?:volle|vollen|maximale|hochste"
     r"|hoechste|beste)(?:punktzahl|punkte|note|bewertung)"),
)  # fmt: skip

DEMAND_TRIGGERS: Final = tuple(
    """computer robot assessment examiner analys analyz assessor algorithm languagemodel brain2 braintwo lenient generous
    everydoubt everything everywhere pass exemplary hundred 100 ninety record report pretend assum purposes checklist
    checks guidance training overlook artifici survingt sur20 surdix sur10 diez cient setemp setdis setclo bumpme perfect
    fulfil satisf whoever lognote logthat theai""".split()  # noqa: SIM905
)
"""One of these, or of the recogniser's own triggers, stands in everything that `DEMANDS` finds."""
