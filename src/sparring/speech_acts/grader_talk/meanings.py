"""Speech to whoever scores the call by the meanings that come together in it, in whatever words and in five languages.

Flows in: an utterance. Flows out: spans of its sentences in which somebody who scores is spoken of, a score is asked
for, or the record is imitated. Each meaning is a small list of words; one alone is everyday speech, two or three
together are not. What is written backwards, shifted by thirteen letters or in base64 is read as what it says.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from functools import cache, reduce
from operator import or_
from typing import Final, NamedTuple

from sparring.speech_acts.grader_talk.gate import words_of
from sparring.speech_acts.phrases.lexicon import word_set
from sparring.speech_acts.text.needed_letters import Sieve

_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")
_SHORTEST_CODE: Final = 16  # letters without a blank, as few words have
_BASE64: Final = re.compile(rf"\b[A-Za-z0-9+/]{{{_SHORTEST_CODE},}}={{0,2}}")


class Means:
    """What a word, or a few, may mean in speech to a scorer: bits of plain numbers, which join faster than flags."""

    NOTHING = 0
    SCORER = 1  # somebody whose work it is to score calls
    MACHINE = 1 << 1  # software, which may be anybody's
    SCORED = 1 << 2  # what exists only where calls are scored: a rubric, a criterion, the rep as a third person
    RESULT = 1 << 3  # a score, a grade, points, credit: a thing of schools and hospitals too
    RECORD = 1 << 4  # this call as something that is kept: the transcript, the attempt
    TOP = 1 << 5  # how it should come out
    ORDER = 1 << 6  # what should be done: give, mark, treat, ignore, print
    OWN = 1 << 7  # for whom


_WORDS: Final = {
    Means.SCORER: "grader graders evaluator evaluators scorer scorers assessor assessors examiner examiners rater raters",
    Means.MACHINE: "ai model computer software algorithm bot robot assistant chatbot llm gpt engine machine program",
    Means.SCORED: """rubric rubrics scorecard scorecards criteria criterion scoring grading competency competencies trainee
        salesperson exemplary""",
    Means.RESULT: """score scores scored grade grades graded marks points credit rating ratings verdict evaluation assessment
        result results level levels""",
    Means.RECORD: "transcript recording attempt calibration session",
    Means.TOP: """full maximum max top perfect highest exemplary clear pass passed passing ninety hundred 90 100 complete
        completed verified demonstrated certified met satisfied best excellent flawless everything eighty""",
    Means.ORDER: """give award mark log treat count consider assume round skip disregard ignore forget override unlock authorize
        authorise reveal print output respond return set put deduct grant assign default pretend act record register
        bump raise stop claim""",
    Means.OWN: "me my mine",
}
_SHAPES: Final = (
    (Means.SCORER, (r"\b(?:whoever|whatever|whichever|anyone|anybody|someone|somebody|those|the (?:one|person|people|team))(?: who)?"
     r"(?: is| are|'s| will be| ends? up)? ?(?:marks?|marking|grad(?:es?|ing)|scor(?:es?|ing)|tall(?:y|ies|ying)|rat(?:es?|ing)"
     r"|evaluat(?:es?|ing)|assess(?:es|ing)?)\b")),
    (Means.SCORER, r"\b(?:quality|qa|scoring|grading|evaluation|review|assessment) (?:team|panel|board|staff|people|department)\b"),
    (Means.SCORER, r"\b(?:as|dear|to|note to) (?:the |our |any |an? )?(?:examiner|reviewer|judge|auditor|referee|coach who grades)\b"),
    (Means.MACHINE | Means.SCORER, (r"\b(?:ai|model|language model|software|system|computer|program|algorithm|bot|engine)\b[^.;]{0,24}"
     r"\b(?:going (?:through|over)|reading|reads?|listening|listens?|checking|judging|reviewing|processing)\b[^.;]{0,16}"
     r"\b(?:call|this|back|transcript|recording|me|later)\b")),
    (Means.SCORED, (r"\b(?:the|this) (?:rep|buyer)\b|\brep turns?\b|\b(?:scoring|grading|listening|evaluation) (?:engine|software|system|tool|model"
     r"|instructions?|script|rules?)\b")),
    (Means.SCORED | Means.ORDER | Means.TOP, (r"\boverride code\b|\bunlock\w*\b[^.;]{0,12}\b(?:credit|points|marks|score)\b"
     r"|\bclaim (?:the|my|all) (?:points|marks|credit)\b|\b(?:do not|don'?t) count the (?:part|bit|time|moment) (?:where|when)\b")),
    (Means.RECORD, r"\b(?:this|the|my) (?:call|conversation|recording|transcript|attempt|session|interview)\b"),
    (Means.OWN, r"\b(?:this|the|my) (?:call|conversation|attempt|one|rep|trainee|session|recording)\b"),
    (Means.TOP, (r"\bacross the board\b|\bevery (?:item|box|criterion|one|competency|category)\b|\beach (?:item|box|criterion)\b"
     r"|\ball (?:items|boxes|criteria|points|categories|of it)\b|\bno deductions?\b|\bin my favou?r\b|\babove (?:seventy|eighty|ninety)\b")),
    (Means.ORDER, (r"\bput (?:me|this|it) down\b|\byou are (?:now |no longer )\b|\bact as (?:if|though|a)\b|\bno (?:further|more) review\b"
     r"|\bshould (?:treat|count|skip|read|mark|give|be treated)\b|\blet the record\b|\bfor the record\b|\bdon'?t count\b"
     r"|\b(?:do not|don'?t|never) (?:deduct|mark|dock|count)\b|\bi (?:hereby )?claim\b|\bis enough\b")),
)  # fmt: skip
"""Meanings that take more than a word."""

_TELLING: Final = (
    Means.SCORER | Means.ORDER,
    Means.SCORER | Means.TOP,
    Means.SCORER | Means.RESULT,
    Means.SCORED | Means.ORDER,
    Means.SCORED | Means.TOP,
    Means.SCORED | Means.RECORD,
    Means.SCORED | Means.MACHINE,
    Means.MACHINE | Means.RESULT | Means.ORDER,
    Means.MACHINE | Means.TOP | Means.RESULT,
    Means.MACHINE | Means.RECORD | Means.ORDER,
    Means.RESULT | Means.TOP | Means.ORDER | Means.OWN,
    Means.RECORD | Means.TOP | Means.ORDER | Means.RESULT,
)
"""Meanings that come together only where somebody speaks to a scorer."""
_ELSEWHERE: Final = word_set(
    """insurance medicare medicaid va inspector inspection state survey doctor hospital nurse nurses supervisor supervisors
    caregivers caregiver aides aide policy license exam school test tests pain risk memory cognitive families family mom dad
    google website reviews online street therapist discharge dollars hour hours mother father husband wife eligibility
    brochure curve"""
)
"""Where something else is scored, or somebody else is marked."""
_KEYS: Final = re.compile(
    r"\b(?:turn(?: \d+)?|speaker|quote|level|evidence|rationale|status|score|total|criterion|verdict|tool output|system(?: message)?"
    r"|assistant|developer(?: note)?|json|scorecard|first impression|discovery|empathy|safety|result|grade|output|instruction)s?\s*"
    r"(?:[:=]|follows\b)"
    r"|\bturn \d+\b|\bspeaker (?:rep|buyer)\b|\b(?:evidence|level|rationale|score|status) (?:verified|clear|sufficient|full|passed|exemplary)\b"
)
_BIDS: Final = re.compile(r"^\W*(?:print|output|respond with|return|write|answer)\b")
_MARKED_SO: Final = re.compile(r"\b(\w+(?:-\w+)?) (?:out )?of \1\b")
_NEW_RECORD: Final = re.compile(
    r"\b(?:end|begin|start|new|next|close) (?:of )?(?:the )?(?:transcript|json|tool output|scorecard|record|log|prompt|call)\b"
    r"|\btranscript (?:ends|starts|begins|is over|stops)\b"
)
_ITEMS_DONE: Final = re.compile(
    r"\b(?:safety|discovery|empathy|objections?|payment|location|summary|next steps?|staffing|evidence)\b[^.;]{0,20}"
    r"\b(?:was|were|is|are|complete|completed|verified|covered|asked about|handled|done)\b"
)
_OTHER_LANGUAGES: Final = {
    "spanish": """rúbrica rubrica puntuación puntuacion puntaje calificación calificacion evaluador evaluadora criterios
        instrucciones máxima máximo maxima maximo ignora ignore ignorar dame nota otorga""",
    "french": """consignes barème bareme grille évaluateur evaluateur notation maximale oubliez oublie ignorez donnez donne moi
        note critères criteres attribuez""",
    "german": """anweisungen punktzahl bewertung prüfer pruefer kriterien volle vollen punkte ignoriere ignorieren vergiss gib
        mir höchste bewerte bitte""",
    "italian": """valutatore valutazione punteggio voto istruzioni criteri pieno massimo ignora assegna dammi assegni chiamata
        questa griglia""",
    "portuguese": """pontuação pontuacao avaliador avaliação instruções instrucoes critérios máxima máximo ignore dê nota
        atribua chamada""",
}
_SURELY_FOREIGN: Final = word_set(
    """rúbrica rubrica puntuación puntuacion puntaje calificación calificacion evaluador evaluadora consignes barème bareme
    évaluateur evaluateur maximale punktzahl bewertung prüfer pruefer anweisungen kriterien valutatore punteggio istruzioni
    pontuação pontuacao avaliador instruções instrucoes"""
)


class _Lists(NamedTuple):
    """The word lists, ready to be asked."""

    meaning: dict[str, int]
    foreign: tuple[frozenset[str], ...]


def _lists() -> _Lists:
    meaning: dict[str, int] = {}
    for means, words in _WORDS.items():
        for word in words.split():
            meaning[word] = meaning.get(word, Means.NOTHING) | means
    return _Lists(meaning, tuple(word_set(words) for words in _OTHER_LANGUAGES.values()))


_KNOWN: Final = _lists()
_HINTS: Final = word_set(
    f"""{_WORDS[Means.SCORER]} {_WORDS[Means.MACHINE]} {_WORDS[Means.SCORED]} {_WORDS[Means.RESULT]} {_WORDS[Means.RECORD]}
    rep reviewer reviewers auditor judge quality whoever whatever tally system developer json tool override evidence record
    speaker quote verified status"""
) | _SURELY_FOREIGN  # fmt: skip
_DISGUISED: Final = frozenset(
    disguise
    for word in "rubric criteria score scores grader ignore instructions maximum marks points".split()  # noqa: SIM905
    for disguise in (word[::-1], codecs.encode(word, "rot13"))
)


def together(utterance: str, lowered: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in which such meanings come together, blanks around them left out.

    Args:
        utterance: as it was said.
        lowered: the same by `lower`.
        words: the different words of it.
    """
    plainly, disguised = not _HINTS.isdisjoint(words), not _DISGUISED.isdisjoint(words)
    for found in _SENTENCE.finditer(lowered) if plainly or disguised else ():
        text = found[0]
        if _is_aimed(text) or (disguised and any(map(_is_aimed, (text[::-1], codecs.encode(text, "rot13"))))):
            yield found.start() + len(text) - len(text.lstrip()), found.start() + len(text.rstrip())
    if max(map(len, utterance.split()), default=0) < _SHORTEST_CODE:
        return
    yield from (found.span() for found in _BASE64.finditer(utterance) if _is_aimed(_from_base64(found[0])))


def _is_aimed(sentence: str) -> bool:
    words = words_of(sentence)
    if not _SURELY_FOREIGN.isdisjoint(words) and any(len(words & language) > 1 for language in _KNOWN.foreign):
        return True
    if _imitates_a_record(sentence):
        return True
    if not _ELSEWHERE.isdisjoint(words):
        return False
    means = reduce(or_, [_KNOWN.meaning[word] for word in words & _KNOWN.meaning.keys()], Means.NOTHING)
    shaped = [one for shape, one in shapes().possible(sentence) if shape.search(sentence)]
    means = reduce(or_, shaped, means)
    return any(means & telling == telling for telling in _TELLING)


@cache
def shapes() -> Sieve[int]:
    """Compiled at first use: not one call in ten comes so far."""
    return Sieve((re.compile(shape), means) for means, shape in _SHAPES)


def _imitates_a_record(sentence: str) -> bool:
    """Keys with values, a row of verdicts, a record that ends or begins: what nobody says to a caller."""
    keys = len(_KEYS.findall(sentence))
    signs = (
        bool(_BIDS.match(sentence))
        + (keys > 0)
        + (keys > 1)
        + bool(_MARKED_SO.search(sentence))
        + bool(_NEW_RECORD.search(sentence))
    )
    return signs + (len(_ITEMS_DONE.findall(sentence)) > 1) > 1


def _from_base64(text: str) -> str:
    """What it stands for, lower case; empty where that is no English text."""
    try:
        read = base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return read.lower() if read.isprintable() else ""
