"""What the rep should take away: strengths, the one thing to fix first, what is next. Only what the results support.

Flows in: the rubric's own words, the results, and what the buyer really said. Flows out: `Coaching`.
"""

from collections.abc import Callable, Sequence
from statistics import median_high

from sparring.grade.coaching.priorities import by_priority, mostly_missing, points_lost
from sparring.grade.coaching.situation import complains_of_the_rep, situation, worded
from sparring.grade.evidence import cite
from sparring.grade.heard.testimony import Hearing, PlacedAct
from sparring.grade.quote import quote_span
from sparring.rubric import SLOT, Criterion, Part, Rubric
from sparring.scorecard import Advice, Coaching, CriterionResult, Evidence, MissedMoment, RedLine
from sparring.transcript import Speaker

MAX_STRENGTHS = 3
MAX_NEXT = 2
MAX_QUOTE_CHARS = 140
RECENTLY_MET = 3
OWNING_UP = "You're right, and I'm sorry."
"""What comes before any better sentence where the buyer had just complained of how the rep talks to them."""
Missing = Callable[[Criterion, Hearing], Sequence[Part]]
NO_COACHING = Coaching(strengths=(), fix_first=None, next_up=(), try_persona=None)


def coach(
    rubric: Rubric,
    hearing: Hearing,
    results: Sequence[CriterionResult],
    *,
    red_lines: Sequence[RedLine] = (),
    missing: Missing = lambda _criterion, _hearing: (),
    try_persona: str | None = None,
) -> Coaching:
    """Coaching for a graded call. A red line always comes first; whom to practise with is the caller's to say.

    `missing` tells of a criterion which of its parts were not heard, where another one was.
    """
    criteria = {criterion.id: criterion for _, criterion in rubric.criteria()}
    moments = _moments(hearing, results, criteria)
    gaps = by_priority(hearing, results, criteria, moments)[: 1 + MAX_NEXT]
    sentences = {gap.id: _sentences(criteria[gap.id], gap, hearing, missing) for gap in gaps}
    asked_for = {name for some in sentences.values() for sentence in some for name in SLOT.findall(sentence)}
    filled, weakest = situation(hearing, asked_for), mostly_missing(results)
    titles = {category.id: category.title for category in rubric.categories if category.id == weakest}
    advice = [_red_line_advice(rubric, hearing, line) for line in red_lines]
    for gap in gaps:
        criterion, turn = criteria[gap.id], moments[gap.id]
        advice.append(
            Advice(
                criterion=gap.id,
                what=_what(criterion, points_lost(gap), titles.get(gap.category, "") if gap is gaps[0] else ""),
                instead_of=_instead_of(hearing, results, gap, criterion, turn),
                better=_owning_up(hearing, turn, worded(sentences[gap.id], filled)),
                turn=turn,
            )
        )
    return Coaching(
        strengths=_strengths(results, criteria, red_lines),
        fix_first=advice[0] if advice else None,
        next_up=tuple(advice[1 : 1 + MAX_NEXT]),
        try_persona=try_persona,
        moments=tuple(MissedMoment(criterion=one.id, turn=moments[one.id]) for one in results if points_lost(one)),
    )


def _sentences(criterion: Criterion, gap: CriterionResult, hearing: Hearing, missing: Missing) -> tuple[str, ...]:
    """Sentences to try in order: for the half that was not said where the other one was, then for all of it."""
    parts = missing(criterion, hearing) if gap.points else ()
    return (*(sentence for part in parts[:1] for sentence in part.better), *criterion.coaching.better)


def _owning_up(hearing: Hearing, turn: int, sentence: str) -> str:
    """The sentence, after a word on it where the buyer had just complained of the rep."""
    before = hearing.transcript.turns[turn - 1] if turn else None
    complained = before is not None and before.speaker is Speaker.BUYER and complains_of_the_rep(before.text)
    return f"{OWNING_UP} {sentence}" if complained else sentence


def _what(criterion: Criterion, points: int, weakest: str) -> str:
    """What to do and what it is worth; in the part of the call that is mostly missing, that this is why."""
    why = f"Most of {weakest} is missing: " if weakest else ""
    return f"{criterion.coaching.fix} {why}{points} point{'s' if points > 1 else ''} to gain."


def _strengths(
    results: Sequence[CriterionResult], criteria: dict[str, Criterion], red_lines: Sequence[RedLine]
) -> tuple[str, ...]:
    """The most valuable criteria that were fully met, each with the words that earned it; never those of a red line."""
    crossed = [line.evidence for line in red_lines]
    best = [
        result
        for result in results
        if _is_met(result) and not any(_overlap(one, other) for one in result.evidence for other in crossed)
    ]
    best.sort(key=lambda result: -result.max_points)
    told: set[str] = set()  # no words stand for two strengths
    return tuple(_praise(result, criteria[result.id], told) for result in best[:MAX_STRENGTHS])


def _praise(result: CriterionResult, criterion: Criterion, told: set[str]) -> str:
    """The strength with the words that completed it: the last of its quotes that is short enough and stands nowhere."""
    fitting = (
        one.quote for one in result.evidence[::-1] if len(one.quote) <= MAX_QUOTE_CHARS and one.quote not in told
    )
    quote = next(fitting, "")
    told.add(quote)
    return f"{criterion.coaching.strength} \u201c{quote}\u201d" if quote else criterion.coaching.strength


def _is_met(result: CriterionResult) -> bool:
    return result.status == "scored" and result.points == result.max_points


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def _moments(hearing: Hearing, results: Sequence[CriterionResult], criteria: dict[str, Criterion]) -> dict[str, int]:
    """For each criterion the rep's turn where it was said, or where it was due.

    It was due at the rep's answer to the buyer's moment it applies to; else right after the criteria before it in the
    rubric were met, for a rubric follows the order of a call: the last of its own category, else the most recent ones,
    of which one that was met out of turn moves nothing.
    """
    rep = [turn.index for turn in hearing.transcript.turns if turn.speaker is Speaker.REP]
    moments: dict[str, int] = {}
    reached = [rep[0]]
    beside: dict[str, int] = {}  # the last turn in which a criterion of the category was met
    for result in results:
        raised = hearing.first(moment) if (moment := criteria[result.id].applies_when) else None
        if result.evidence:
            moments[result.id] = beside[result.category] = result.evidence[0].turn
            reached.append(moments[result.id])
        else:
            before = raised.turn if raised else median_high(reached[-RECENTLY_MET:])
            after = max(before, beside.get(result.category, before)) if raised else beside.get(result.category, before)
            moments[result.id] = next((index for index in rep if index > after), rep[-1])
    return moments


def _instead_of(
    hearing: Hearing, results: Sequence[CriterionResult], gap: CriterionResult, criterion: Criterion, turn: int
) -> Evidence | None:
    """What the rep said there: the words that fell short, or the answer they gave to the buyer's moment.

    None where these words earned all points of another criterion: nobody is told to unsay what was right.
    """
    said = gap.evidence[0] if gap.evidence else _answer(hearing, criterion, turn)
    right = (one for result in results if _is_met(result) for one in result.evidence)
    return None if said is None or any(_overlap(said, one) for one in right) else said


def _answer(hearing: Hearing, criterion: Criterion, turn: int) -> Evidence | None:
    """The first sentence of the rep's answer to the moment that the criterion is about."""
    raised = hearing.first(criterion.applies_when) if criterion.applies_when else None
    if raised is None or turn > raised.turn + 1 or not hearing.rep.texts[turn].sentences:
        return None
    first = hearing.rep.texts[turn].sentences[0]
    span = quote_span(hearing, PlacedAct(None, None, "", turn, first.start, first.end, sure=True))
    return cite(hearing.transcript.turns[turn], *span)


def _red_line_advice(rubric: Rubric, hearing: Hearing, line: RedLine) -> Advice:
    """Where the line is the buyer's, as an emergency is, the rep has nothing to unsay: their next turn was the one."""
    rule = next(rule for rule in rubric.red_lines if rule.id == line.id)
    turns, at = hearing.transcript.turns, line.evidence.turn
    own = turns[at].speaker is Speaker.REP
    due = next((turn.index for turn in turns[at:] if turn.speaker is Speaker.REP), at)
    return Advice(
        criterion=line.id, what=rule.fix, instead_of=line.evidence if own else None, better=rule.better, turn=due
    )
