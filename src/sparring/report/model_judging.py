"""How a model came to a grade, in sentences for whoever wants to know how far to trust it."""

from collections.abc import Iterator

from sparring.scorecard import Scorecard


def how_judged(scorecard: Scorecard) -> tuple[str, ...]:
    """Empty when the rules graded, as they were asked to or in a model's place; the latter is among the flags."""
    return tuple(_sentences(scorecard))


def _sentences(scorecard: Scorecard) -> Iterator[str]:
    judging = scorecard.judging
    if judging is None or judging.stand_in is not None:
        return
    if judging.agreement is None:
        yield f"Judged by {judging.model}, once."
    else:
        yield f"Judged by {judging.model}, {judging.samples} times over; the opinions agreed {judging.agreement:.0%}."
    if judging.unverified_quotes:
        yield (
            f"{judging.unverified_quotes} of the {judging.quotes} quotes it gave were not found in the call "
            "and count for nothing."
        )
    titles = [result.title for result in scorecard.criteria if result.disputed]
    if titles:
        yield f"Opinions lie far apart on: {', '.join(titles)}. A coach should look."
