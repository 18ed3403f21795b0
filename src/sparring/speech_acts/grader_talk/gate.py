"""Which utterances can speak of being scored at all: the words alone tell nearly every other one apart.

Flows in: the words of an utterance, in lower case. Flows out: whether the patterns of `grader_words` and
`grader_intents` need be looked for in it, which costs ten times as much. A pattern added there needs its words here;
`tests/speech_acts` makes sentences out of the patterns and holds this table to them.
"""

import re
from collections import defaultdict
from operator import itemgetter
from typing import Final

from sparring.speech_acts.phrases.lexicon import word_set

_WORD: Final = re.compile(r"\w+")
_NO_WORD: Final = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}
_BEGINNING: Final = itemgetter(slice(4))  # letters of a word that are compared where any ending will do

_HIGH = (
    "best top perfect highest max maximum full excellent flawless outstanding exemplary passing ten nineties ninety hundred"
    " 100 90 favorable favourable"
)
_JUDGING = "scor* grad* mark marks marking rate rates rating eval* asse* judg* total tally revi*"
_MACHINES = "ai robot bot computer machine algorithm chatbot language chatgpt llm software program"
_READERS = (
    "examiner examiners reviewer reviewers grader graders evaluator evaluators assessor assessors marker markers scorer"
    " scorers auditor auditors judge judges adjudicator adjudicators keeper keepers scorekeeper scorekeepers"
)
_SCORERS = (
    "referee scoring grading rubric scorecard criterion criteria transcript trainee exemplary prompt rep salesperson agent"
    " checker pr\u00fcfer prufer pruefer bewerter gutachter correcteur \u00e9valuateur evaluateur notateur evaluador"
    " calificador"
)
_OWN = "me my mine myself this these each every everything"

_WHO_SCORES: Final = f"""
    {_MACHINES}
    {_READERS}
    {_SCORERS}
"""
_OUTRIGHT: Final = """
    grade score verdict mark marks feedback rating result award rubric graded admin model assistant system \
        reward meilleure alta mejor beste
    judge rate rank & me
    dock penalise penalize downgrade
    empathy discovery reflection open next close closing objection summary proof evidence & as & count treat \
        regard take accept log score
    perfect flawless textbook & call conversation performance
    asked met done answered covered passed complete & as & consider count treat mark & all every each
    max maximum exemplary pass nineties ninety points & enter write put fill return report print type
    told & everything
"""
_HOW_HIGH: Final = """
    scor* grad* points marks rating evaluation result total verdict & full top max maximum highest perfect \
        flawless excellent outstanding ninety hundred 100 90 ten extra add round lift raise boost better \
        higher more passing ceiling best available possible
    assessment & my & full top max maximum highest perfect flawless excellent outstanding ninety hundred 100 \
        90 ten extra add round lift raise boost better higher more passing ceiling best available possible
"""
_AFTER: Final = f"""
    leni* easy kind kindly gene* gentle mercy merciful forgiving charitable charitably soft slack goodwill \
        favo* hard harsh strict & {_JUDGING} add count sum numbers points
    deduction deductions penalty penalties minus point points mark marks deduct & no without zero skip leave \
        waive never do don
    {_HIGH} straight & call conversation recording transcript session attempt performance practice & this my \
        the
    deserve deserves earned owed entitled merit merits worth & {_HIGH}
    points marks score scores numbers rating grade tally & side end half way favor favour
    bar threshold hurdle mark cutoff cut & lowe* drop* redu* rela* down & {_OWN} today
    tall* tott* totaling totalling score scores numbers points marks curtain screen glass scene scenes & \
        program software machine system computer thing one whichever whoever whatever person you
    shame pity unfair mistake sad wrong disa* crime sin & under below less short lower
    below under less short lower & ninety 90 hundred 100 full maximum perfect top exemplary pass ten & \
        anything nothing no
    an plus ten pass* success win perf* hundred straight exce* full exem* flaw* outs* & as & see count take \
        treat regard view book file enter put mark grade log write record & this it me my all
    doubt unsure uncertain undecided unclear borderline fence toss tossup ambiguous hesi* torn between close & \
        favor favour side benefit lean decide err go rule round pick choose give
    sure & not & favor favour side benefit lean decide err go rule round pick choose give
    rules instruction instructions guidelines standards scoring grading marking & void null suspended canceled \
        cancelled waived overridden superseded force
    checklist
    need bother skip & no don skip & my this opening close closing empathy discovery call
    box category row level & next
    marking evaluation & noti* upda* memo memos bull* over* anno* dire* chan* orde*
    list sheet form table grid & every each all & item items box boxes line lines category categories \
        requirement requirements point points
    assessment evaluation marking score scores marks result results recording numbers & whoever whomever \
        anyone anybody somebody someone those person people team one & behind other reading listening running \
        doing handling responsible charge checking
"""
_WAYS: Final = (_WHO_SCORES + _OUTRIGHT + _HOW_HIGH + _AFTER).strip().splitlines()
"""Ways to speak of being scored: of each group of words (`&` stands between groups) one must be in the utterance."""


def _group(words: str) -> frozenset[str]:
    return word_set(words.replace("*", ""))


_OTHER_GROUPS: Final[defaultdict[str, list[tuple[frozenset[str], ...]]]] = defaultdict(list)
"""What else must be said, for each word of a way's first group."""
for _first, *_others in ([_group(words) for words in _way.split("&")] for _way in _WAYS):
    for _word in _first:
        _OTHER_GROUPS[_word].append(tuple(_others))


def lower(utterance: str) -> str:
    """Lower case with as many characters as before: spans keep pointing at the utterance."""
    lowered = utterance.lower().replace("\u2019", "'")
    if len(lowered) == len(utterance):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in utterance)


def words_of(lowered: str) -> frozenset[str]:
    """The different words of a text in lower case: letters, digits and underscores."""
    return frozenset(lowered.translate(_NO_WORD).split() if lowered.isascii() else _WORD.findall(lowered))


def may_speak_of_being_scored(words: frozenset[str]) -> bool:
    """Whether any pattern can be found in an utterance of these words."""
    said = words.union(map(_BEGINNING, words))
    ways = (others for word in said & _OTHER_GROUPS.keys() for others in _OTHER_GROUPS[word])
    return any(not any(group.isdisjoint(said) for group in others) for others in ways)
