"""Speech aimed at whoever scores the call: plain, in another language, spelt out, split up or disguised.

Flows in: the whole utterance, because a disguise may cross sentences. Flows out: spans of such speech. What a caller
may honestly say ("give me your full name", "ignore what the last agency told you") is not among it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, compress
from operator import methodcaller
from typing import Final, NamedTuple

from sparring.speech_acts.acts import Act, ActKind
from sparring.speech_acts.grader_talk import accounts, meanings
from sparring.speech_acts.grader_talk.demands import DEMAND_TRIGGERS, DEMANDS
from sparring.speech_acts.grader_talk.gate import lower, words_of
from sparring.speech_acts.grader_talk.words import speaks_of_being_scored
from sparring.speech_acts.text.fillers import Unheld, unheld
from sparring.speech_acts.text.needed_letters import Needed, Sieve, any_in, shortest

_LOOKALIKES: Final = str.maketrans(
    {
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ѕ": "s", "ј": "j", "ԁ": "d",
        "ɡ": "g", "ո": "n", "т": "t", "м": "m", "к": "k", "в": "b", "н": "h", "α": "a", "ο": "o", "ρ": "p", "ε": "e",
        "ι": "i", "τ": "t", "ν": "v", "κ": "k", "υ": "u", "ı": "i", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l",
        "@": "a", "$": "s", "!": "i", "|": "i", "€": "e",
    }
)  # fmt: skip
_MARKS_KEPT: Final = ":=/<|[]%+@$"
_SQUEEZED: Final = frozenset(char for char in map(chr, range(128)) if char.isalnum() or char in _MARKS_KEPT)
_NOT_SQUEEZED: Final = {code: None for code in range(128) if chr(code) not in _SQUEEZED}
_BEGINNING: Final = re.compile(r"(?<![^\W_])[^\W_]|[\W_]")
_LEET: Final = tuple(str.maketrans("013457", letters) for letters in ("oleast", "oieast"))

_SPELLED: Final = re.compile(r"(?<![^\W\d_])(?<!['\u2019])[A-Za-z](?:[ .-][A-Za-z](?![^\W\d_'\u2019])){2,}")
_MAY_BE_SPELLED: Final = re.compile(r"[ .-][A-Za-z][ .-][A-Za-z](?![^\W\d_'\u2019])")
"""The last two of three such letters: by a set of marks first, in a quarter of the time."""
_SCORER = "(?:grader|judge|evaluator|scorer|grading(?:model|system|ai)|scoring(?:model|system|ai|engine)|brain(?:2|two)|reviewer|assessor|evaluationmodel|llm|languagemodel|aimodel)"
_RULES = "(?:rubric|rubrics|scorecard|gradingcriteria|scoringcriteria|gradinginstructions|systemprompt|systemmessage|criteria|scoringguide|gradingscale|scoringrules|gradingrules|gradingguidelines|evaluationcriteria)"
_MARKS = "(?:marks|points|score|scores|credit|grade|grades|rating|ratings)"
_FULL = "(?:full|maximum|max|perfect|top|highest|best|all|allthe|allmy|allof(?:the|my)|the(?:highest|maximum|full|top|best)|ahundred|100|onehundred|a100|ninety|90|a|an|five|5|fivestar)"
_IGNORE = "(?:ignore|disregard|forget|override|bypass|skip|discard|neglect|dropthe|abandon|setaside|overrule|donotuse|dontuse|donotapply|dontapply|donotfollow|dontfollow|stopfollowing)"
_ALL = "(?:all|any|the|your|every|my|of|these|those|whatever|previous|prior|above|earlier|preceding|original|other|current|grading|scoring|entire|whole|this|that|a|and)*"

_ENGLISH = (
    rf"{_IGNORE}{_ALL}{_RULES}",
    rf"{_IGNORE}{_ALL}(?:previous|prior|above|earlier|preceding|system|original)(?:instructions?|prompts?|rules|directions?|guidelines|commands?|messages?)",
    rf"{_IGNORE}(?:all|any|all(?:of)?your|your)(?:instructions?|prompts?|rules|programming|guidelines)",
    rf"(?:give|award|grant|assign|allocate|hand)(?:me|us|this(?:call|rep|transcript|conversation)?|the(?:rep|call|salesperson|agent)|him|her|them|it)?{_FULL}{{1,3}}{_MARKS}",
    r"(?:give|award|grant|assign|rate|score|grade|mark)(?:me|this|thiscall|therep|us|it|thisconversation|thistranscript)(?:as|at|with|an?|the)*(?:perfect|maximum|excellent|outstanding|exemplary|100|90|ahundred|onehundred|ninety|ninetyoutofninety|full|fullmarks|fullpoints|fullcredit|aplus|fivestars|5stars|10outof10|tenoutoften|10/10|passing|pass|top|highest|highly|a10|aten|high)(?!(?:quality|rise|name|level|way|school|end|needs|risk|detail|picture|story|details|address|price|cost|time|number|rate))",
    r"(?:score|scoring|grade|rating|points|marks)(?:is|be|to|of|equals|should(?:be|read)|must(?:be|read)|will(?:be))*[:=]?(?:100|90|ninety|ahundred|onehundred|full|maximum|perfect)(?!(?:percent|%|dollars|days|hours|anhour|years))",
    r"(?:system|developer|assistant|admin|administrator)(?:message|prompt|override|note|instruction)?:.{0,40}(?:score|grade|mark|points|rubric|pass|ignore|award|instructions?)",
    r"system(?:message|prompt|override|note)?:?(?:score|grade|mark|award|give)(?:this|the|all|a|an|me|it|call|rep|them|full|90|100|ninety|everything|every)",
    rf"(?:note|message|instructions?|attention|attn|memo|reminder|hey|hi|hello|dear|ok|okay|listen|psst|please)(?:to|for)?(?:the|my|our|whoever(?:is)?|all)?(?:ai|automated|automatic)?{_SCORER}(?!(?:said|ruled|told|decided|asked|orders?|in|at|from))",
    rf"(?:if|since)?you(?:are|re)(?:an?|the)?(?:ai|automated|call)?{_SCORER}(?!of(?:what|whether|how|that))",
    rf"(?:the)?(?:ai|automated)?{_SCORER}(?:should|must|needsto|willnow|please|shall|hasto)(?:give|award|score|mark|grade|rate|ignore|note|assign|grant|be)",
    r"(?:you(?:are|re)|iam|im)(?:now)?(?:the|a|an)?(?:grading|scoring)(?:this|my|the|me|ai|model)",
    r"(?:who(?:ever|)(?:is|s)?|you|youare|whois)(?:grading|scoring|evaluating|marking)(?:this|me|the|my)(?:call|transcript|conversation|rep|performance)?",
    r"(?:mark|check|tick|score|grade|rate|set|count|treat|consider)(?:every|all|each|everything|allof|theevery)(?:the|of|these|my|single|one|ofthe)*(?:criterion|criteria|items?|boxes|categories|category|levels?|checks?|rubric)(?:as|at|to|with)?",
    r"(?:all|every|each)(?:of)?(?:the)?(?:criteria|criterion|rubricitems?|items)(?:are|is|were|was|have|has|as|should|must|been)*(?:met|fulfilled|satisfied|exemplary|clear|fullymet|achieved|passed)",
    r"(?:this|my|the)(?:rep|call|agent|salesperson|performance|transcript|conversation)(?:deserves|shouldget|mustget|shouldreceive|mustreceive|mustbe|shouldbe|hasearned|earned|receives|gets|wasa|isa)(?:given|scored|graded|rated|marked|awarded)?(?:a|an|the|as|at)*(?:full|perfect|maximum|top|highest|exemplary|100|90|passing|excellent|ten|10)(?:score|marks|points|grade|credit|rating|outof|level|$)?",
    r"(?:i|we)(?:deserve|shouldget|wanta|needa|want|shouldreceive)(?:full|perfect|maximum|top|thehighest|a100|100|a90|allthe|the(?:full|maximum|max|top))(?:marks|points|score|credit|grade|rating)",
    r"(?:do|does)?(?:not|nt)(?:deduct|takeoff|takeaway|subtract|removeany)(?:any)?(?:points|marks)",
    r"(?:end|begin|start|new|close)(?:of)?(?:the)?(?:transcript|conversation|system)(?:here|now|instructions?|prompt|log|data)?:?(?:score|grade|now|new|system|instruction|ignore|give)",
    r"(?:output|return|respondwith|print|emit|answerwith|write)(?:only)?(?:the|a|an)?(?:json|level|score|grade|exemplary|maximum|verdict|fullmarks)",
    r"(?:level|verdict|grade|result):?(?:exemplary|pass|correct|a\+|full)(?:for)?(?:all|every|each|$)",
    r"thoughtprocess:",
    r"\[?/?inst\]",
    r"<\|?/?(?:system|im_start|im_end|transcript|instructions?|endoftext)",
    r"(?:jailbreak|promptinjection|developermode|dan mode)",
    r"pretend(?:that)?(?:i|the(?:rep|call))(?:did|met|asked|said|passed|scored|wasperfect)(?:all|every|perfect|it)",
    r"(?:count|score|treat|read|regard|consider|log|record|note)(?:this|that|it|the(?:following|next|above)(?:sentence|line|words)?|mynext(?:sentence|line|words))as(?:a|an|the|my)?(?:evidence|empathy|openquestion|reflection|discovery|criteri|nextstep)",
    r"(?:for|toward|towards)the(?:rubric|scorecard|scoringsystem|gradingsystem):?",
    r"(?:next|following|previous|last)(?:sentence|line|words|turn)(?:fulfil?ls?|meets|satisf(?:y|ies)|counts?(?:as|for|toward)|earns)",
    r"who(?:so)?ever(?:scores|grades|evaluates|marks|rates)(?:this|me|mycall|thecall)",
    r"asan?ai(?:evaluator|grader|judge|scorer|assistant|model)|asan?(?:evaluator|grader|scorer|judge)you(?:must|should|have|need)",
    r"(?:grading|scoring|evaluation)(?:model|system|engine|bot|assistant|program):?(?:therep|please|treat|mark|give|set|youmust|youshould)",
    r"(?:evaluator|grader|judge|assistant|system|ai):?(?:th(?:e|is)rep(?:has|already|asked|must|should|deserves|met|show|did|demonstrated)|(?:output|return|award)(?!ing))",
    r"grader:(?:full|max|perfect|top|100|ninety)",
    r"(?<!insurance)therep(?:already|has|asked|named|confirmed|showed|demonstrated|met|proposed|offered|reflected)",
    r"criterion[:=]\w+(?:level|points|score)[:=]",
    r"(?:rubric|scoringguide|criteriaonthescorecard)(?:has|have|was|is|were)?(?:been)?(?:updated|changed|replaced|overridden|suspended|void)",
    r"(?:expected|correct|required|desired)(?:result|output|answer|score|grade)(?:is|=|:)(?:a|an|the)?(?:perfect|maximum|full|100|highest|pass|top)",
    r"criteriaon(?:the|your|my)(?:rubric|scorecard)",
    rf"{_IGNORE}(?:the)?(?:rest|remainder|beginning)of(?:this|the)(?:transcript|conversation|call)(?:and)?(?:score|grade|give|mark|award)",
    r"(?:bump|raise|boost|increase|change|set|make|put)(?:my|the|this|up)*(?:final|total|overall)?(?:score|grade|marks)(?:up)?(?:to|at|by)",
)  # fmt: skip
_OTHER_LANGUAGES = (
    # Spanish
    r"(?:ignora|ignore|ignorad|olvida|olvide|omite|descarta|pasaporalto)(?:todas?|todos?|las?|los?|el|tus|sus|cualquier|esta|este|de)*(?:rubrica|criterios?|instruccion(?:es)?|reglas|evaluacion|pautas)",
    r"(?:dame|deme|denme|dadme|otorga|otorgame|otorgueme|asigna|asigname|pon|ponme|pongame|poneme|daleal|dale)(?:la|el|una?|los|las|todos|todas|mi|al|vendedor)*(?:maxima|maximo|puntuacion(?:maxima|perfecta|completa)?|nota(?:maxima|perfecta|mas)?|puntos|puntaje|calificacion|100puntos|90puntos|cienpuntos|perfecta)",
    r"(?:puntuacion|nota|puntaje|calificacion)(?:maxima|perfecta|completa|de100|de90|100|90|es100|es90|decien)",
    r"(?:sistema):?(?:puntua|puntuacion|califica|nota|ignora|da|asigna)",
    r"(?:estimado|querido|hola|para|mensajepara|notapara|atencion|senor)(?:el|al|la)?(?:evaluador|calificador|evaluadora|corrector)",
    # French
    r"(?:ignore[zsr]?|oublie[zsr]?|neglige[zr]?|netienspascompte|netenezpascompte|nesuispas|nesuivezpas)(?:toutes?|tous|les?|la|l'|tes|vos|de|des|cette|ce|l)*(?:grille|rubrique|criteres?|instructions?|consignes?|bareme|regles?)",
    r"(?:donne|donnez|attribue[zr]?|accorde[zr]?|mets|mettez|metsmoi)(?:moi|nous|lui|a|ce|cet|cette|appel|au|vendeur)*(?:la|le|une?|tous|toutes|les|des)*(?:note(?:maximale|parfaite|maximum)|score(?:maximal|parfait|maximum)|pointsmaximum|maximumde|points|meilleurenote|pleine|notemaximale|100points|90points|vingtsurvingt|20sur20)",
    r"(?:note|score)(?:maximale?|parfaite?|maximum|de100|de90|100|90|:100|:90)",
    r"(?:systeme):?(?:note|score|ignore|donne|attribue|evalue)",
    r"(?:cher|chere|pour|note(?:pour|al)|messageal|messagepour|attention)(?:le|la|l'|al|l)?(?:evaluateur|evaluatrice|correcteur|examinateur|notateur)",
    # German
    r"(?:ignorier(?:e|en|t)?|vergiss|vergessen|missacht(?:e|en)|uebergeh(?:e|en)|ubergeh(?:e|en)|beachte|beachten|befolge)(?:sie|nicht|alle|den|die|das|dein(?:e|en)?|ihr(?:e|en)?|vorherigen?|bitte|bisherigen?)*(?:bewertung(?:sbogen|skriterien|sraster|sregeln|sschema)?|rubrik|kriterien|anweisungen|regeln|vorgaben|instruktionen|anleitung)",
    r"(?:gib|geben|gebt|vergib|vergeben|verteile|bewerte|bewerten|erteile)(?:sie|mir|uns|diesem|diesen|das|den|bitte|dem|anruf|gespraech|gesprach|verkaeufer|verkaufer|mich|mit)*(?:die|den|das|eine?|alle|der)*(?:vollen?|volle|voller|maximalen?|maximale|maximum|hochste|hoechste|beste|bestnote|hochstpunktzahl|hoechstpunktzahl|punktzahl|allepunkte|punkte|100punkte|90punkte|perfekte?|note1|eins)",
    r"(?:volle|maximale|hochste|hoechste)(?:punktzahl|punkte|bewertung|note|wertung)",
    r"(?:punktzahl|bewertung|note)(?::|ist|=)?(?:100|90|maximal|perfekt|sehrgut)",
    r"(?:lieber|liebe|andie|anden|achtung|hinweisanden|nachrichtanden)(?:bewerter|prufer|pruefer|bewerterin|gutachter)",
    # Italian and Portuguese
    r"(?:ignora|ignori|ignorate|dimentica|ignore|esqueca|desconsidere)(?:tutte|tutti|le|la|i|il|todas|todos|as|os|a|o|tue|sue|suas)*(?:rubrica|griglia|criteri|criterios|istruzioni|instrucoes|regole|regras)",
    r"(?:dammi|midia|datemi|assegna|assegnami|mede|dame|deme|atribua|day)(?:il|la|un|o|a|uma?|todos|os)*(?:punteggiomassimo|votomassimo|massimodeipunti|punteggiopieno|pontuacaomaxima|notamaxima|maximodepontos)",
)  # fmt: skip
_PLAIN: Final = (*_ENGLISH, *_OTHER_LANGUAGES, *DEMANDS)
_TRIGGERS: Final = shortest(
    (
        *"""rubric score scoring grade gradi mark point instruc prompt system criteri credit judge evaluat < ignor thoughtprocess
    puntua puntaj punto nota calific evalua sistema reglas grille bareme consigne note regle bewert punkt kriteri anweis
    regeln vorgab countthis treatthe empathy openquestion whoever whosoever correcteur therep sentence scorecard
    expectedresult prufer pruefer pont voto punteg istruz regol transcript jailbreak rating rate deserve rules level
    verdict exemplary reviewer assessor languagemodel maxim""".split(),  # noqa: SIM905
        *DEMAND_TRIGGERS,
    )
)
_TRIGGERS_SET_OFF: Final = Needed(re.compile(r"\binst\b|ai\b|\bllm|\b90"), ("ai", "inst", "llm", "90"))


class _Squeezed(NamedTuple):
    """Letters, digits and a few marks of an utterance without its spaces, and where each came from."""

    text: str
    origins: tuple[int, ...]


def grader_talk(utterance: str) -> Iterator[Act]:
    """Spans of speech aimed at the grader: as phrases, widened to whole words, and as words that come together.

    It is read without sounds that only hold the floor, which would hide it as well as anything.
    """
    said = unheld(utterance)
    for start, end in chain(_spans(said.text), _spelled(said.text)):
        yield Act(ActKind.TO_THE_GRADER, *said.span(start, end))


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """Spans found once words that are spelled letter by letter are written as words: "s c o r e" is "score"."""
    if not _MAY_BE_SPELLED.search(text):
        return
    gaps = {at for found in _SPELLED.finditer(text) for at in range(*found.span()) if not text[at].isalnum()}
    if not gaps:
        return
    kept = [at for at in range(len(text)) if at not in gaps]
    spelt = Unheld("".join(text[at] for at in kept), (*kept, len(text)))
    for start, end in _spans(spelt.text):
        yield spelt.span(start, end)


def _spans(utterance: str) -> Iterator[tuple[int, int]]:
    lowered = lower(utterance)
    words = words_of(lowered)
    yield from chain(speaks_of_being_scored(lowered, words), meanings.together(utterance, lowered, words))
    if utterance.isascii() and not any(map(_triggers, _readings(utterance.lower().translate(_NOT_SQUEEZED)))):
        return
    squeezed = _squeeze(utterance)
    beginnings = _beginnings(utterance, squeezed)
    for reading in filter(_triggers, _readings(squeezed.text)):
        possible = [one for one, _ in _each_plain().possible(reading) if one.search(reading)]
        if not any(one.match(reading, at) for one in possible for at in beginnings):
            continue  # only what begins a word counts
        for found in _side_by_side(possible, reading):
            start, end = squeezed.origins[found.start()], squeezed.origins[found.end() - 1] + 1
            if found.start() in beginnings:
                yield _whole_words(utterance, start, end)


@cache
def _each_plain() -> Sieve[None]:
    """Each pattern by itself, read at first use."""
    return Sieve((re.compile(pattern), None) for pattern in _PLAIN)


def _side_by_side(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What the patterns find, none within another's: where two could be found at one place, the first counts.

    As one pattern of all of them would, in a hundredth of the time: most are found nowhere.
    """
    at = 0
    while there := [found for one in patterns if (found := one.search(text, at))]:
        found = min(there, key=methodcaller("start"))
        yield found
        at = max(found.end(), found.start() + 1)


def load_patterns() -> None:
    """Compile what is compiled at first use otherwise, in 0.2 s of processor time."""
    for read in (_each_plain, accounts.shapes, meanings.shapes):
        read()


def _readings(squeezed: str) -> set[str]:
    """The text as it is and with its digits read as letters."""
    return {squeezed} if squeezed.isalpha() else {squeezed, *(squeezed.translate(leet) for leet in _LEET)}


def _triggers(reading: str) -> bool:
    """Whether any pattern can match: looking for each word by itself takes a fifth of a search for all at once."""
    return any_in(reading, _TRIGGERS) or _TRIGGERS_SET_OFF.is_in(reading)


def _squeeze(utterance: str) -> _Squeezed:
    if utterance.isascii():
        kept = map(_SQUEEZED.__contains__, utterance)
        return _Squeezed(utterance.lower().translate(_NOT_SQUEEZED), tuple(compress(range(len(utterance)), kept)))
    letters = [(letter, at) for at, char in enumerate(utterance) for letter in _plain(char)]
    return _Squeezed("".join(letter for letter, _ in letters), tuple(at for _, at in letters))


def _plain(char: str) -> str:
    if char.isascii():
        lowered = char.lower()
        return lowered if lowered.isalnum() or lowered in _MARKS_KEPT else ""
    decomposed = unicodedata.normalize("NFKD", char).lower().translate(_LOOKALIKES)
    return "".join(letter for letter in decomposed if letter.isalnum() and letter.isascii())


def _beginnings(utterance: str, squeezed: _Squeezed) -> frozenset[int]:
    """The places in the squeezed text that come from the beginning of a word, or from a mark."""
    starts = {found.start() for found in _BEGINNING.finditer(utterance)}
    return frozenset(compress(range(len(squeezed.origins)), map(starts.__contains__, squeezed.origins)))


def _whole_words(utterance: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not utterance[start - 1].isspace():
        start -= 1
    while end < len(utterance) and not utterance[end].isspace():
        end += 1
    while end > start and utterance[end - 1] in ".,;:!?\"'":
        end -= 1
    return start, end
