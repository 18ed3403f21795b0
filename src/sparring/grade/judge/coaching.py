"""A model's words for the coaching, where everything in them is borne out; the rules' words everywhere else.

What is praised, what is to be fixed first and at which moment is decided in code from the results. A model only words
it: each sentence is bound to a criterion that code chose, and a better one must pass as something a rep may say.
"""

import re
from collections.abc import Mapping
from typing import Final

from sparring.grade.judge.answer import CoachWords, Suggestion
from sparring.grade.judge.prompt import to_be_worded
from sparring.grade.judge.wording import Record, borne_out
from sparring.rubric import Rubric
from sparring.scorecard import Advice, Coaching, Scorecard
from sparring.speech_acts import recognise

MAX_SENTENCE_CHARS = 320

_GAIN: Final = re.compile(r" (?:Most of [^:]+ is missing: )?\d+ points? to gain\.$")
"""What the rules say last of an advice."""


def worded_by(words: CoachWords, scorecard: Scorecard, rubric: Rubric, *, record: Record) -> Coaching | None:
    """The scorecard's coaching in the model's words, or None when none of them may be used."""
    praised, _ = to_be_worded(scorecard.coaching, rubric)
    praise = {one.criterion: one.sentence for one in reversed(words.strengths)}
    advice = {one.criterion: one for one in reversed(words.advice)}
    base = scorecard.coaching
    strengths = tuple(
        _strength(praise.get(name), stands, record) for name, stands in zip(praised, base.strengths, strict=True)
    )
    lines = frozenset(line.id for line in rubric.red_lines)
    fix_first = _advice(base.fix_first, advice, rubric, record) if base.fix_first else None
    if base.fix_first and base.fix_first.criterion in lines:
        fix_first = base.fix_first  # a red line is no matter for anybody's wording
    next_up = tuple(_advice(one, advice, rubric, record) for one in base.next_up)
    worded = base.model_copy(update={"strengths": strengths, "fix_first": fix_first, "next_up": next_up})
    return None if worded == base else worded


def _strength(sentence: str | None, stands: str, record: Record) -> str:
    """The model's sentence with the words that earned it, as the rules quote them."""
    kept = borne_out(sentence, record, most_chars=MAX_SENTENCE_CHARS) if sentence else None
    if kept is None:
        return stands
    quote = stands[stands.find("\u201c") :] if "\u201c" in stands else ""
    return kept if quote in kept else f"{kept} {quote}"


def _advice(stands: Advice, offered: Mapping[str, Suggestion], rubric: Rubric, record: Record) -> Advice:
    suggestion = offered.get(stands.criterion)
    if suggestion is None:
        return stands
    what = borne_out(suggestion.what, record, most_chars=MAX_SENTENCE_CHARS)
    better = borne_out(suggestion.better.strip('"\u201c\u201d '), record, most_chars=MAX_SENTENCE_CHARS)
    if what is None or better is None or not _may_be_said(better, rubric):
        return stands
    gain = _GAIN.search(stands.what)
    return stands.model_copy(update={"what": f"{what}{gain[0] if gain else ''}", "better": better})


def _may_be_said(sentence: str, rubric: Rubric) -> bool:
    """Whether a rep who said it would cross no red line of the rubric."""
    forbidden = {kind for line in rubric.red_lines for kind in line.acts}
    return all(act.kind not in forbidden for act in recognise(sentence))
