"""The report as an e-mail: one HTML page and one plain text, each complete without anything from elsewhere.

Flows in: a `Report`. Flows out: text and HTML. Whatever a rep, a buyer, a model or a file put into a name or a quote is
escaped, loses its control characters, and stays on one line.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sparring.report.document import CriterionShown, Report
from sparring.scorecard import Evidence, place_in_call
from sparring.transcript import Speaker

# C0 and C1 controls, the line and paragraph separators, and the bidirectional controls (UAX #9)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")

_OUTCOMES = {
    "granted": "Could not be observed on a practice call, so its points are given.",
    "excluded": "Could not be observed, so it is left out of the sum.",
    "not_applicable": "The call gave no occasion for it, so it is left out of the sum.",
    "listen": "The deciding words were not heard clearly: please listen. No points were taken.",
    "unscored": "No verified words support a level, so it is left out of the sum.",
}
_HEADLINES = {
    "not_gradable": "This call could not be graded",
    "unscored": "There is no score for this call",
    "void": "This attempt does not count",
}
_STAGES = {
    "endpointing_ms": "Noticing that you had finished",
    "hearing_ms": "Hearing the words",
    "mind_ms": "Deciding what to say",
    "voice_ms": "First sound of the voice",
    "handover_ms": "Handing it to the line",
    "server_ms": "All of it, on the server",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """Both forms of one report, and its subject line."""

    subject: str
    text: str
    html: str


def render(report: Report, *, rep_name: str, link: str) -> Rendered:
    """Word the report for a rep. `link` is where the same report stands on the web."""
    shown: dict[str, Any] = {
        "report": report,
        "rep_name": rep_name,
        "link": link,
        "headline": headline(report),
        "hidden_facts": [fact for fact in report.facts if fact.hidden],
        "heard": "listened to" if is_spoken(report) else "read",
    }
    return Rendered(
        subject=one_line(f"{_which(report)}: {headline(report)}")[:200],
        text=_templates("text").get_template("report.txt").render(shown),
        html=_templates("html").get_template("report.html").render(shown),
    )


def headline(report: Report) -> str:
    """The outcome in a few words."""
    if report.score is None:
        return _HEADLINES[report.status]
    return f"{number(report.score)} of 100"


def outcome(report: Report) -> str:
    """Whether a call with a score passed, and what stood in the way: the points, or a red line alone."""
    if report.passed:
        return "passed"
    enough = report.score is not None and report.score >= report.pass_score
    return "not passed: a red line was crossed" if enough else "not passed"


def by_whom(report: Report, evidence: Evidence) -> str:
    """Who said it, to the rep: an emergency that was ignored is in the buyer's words."""
    return "You said" if report.turns[evidence.turn].speaker is Speaker.REP else "They said"


def where(report: Report, evidence: Evidence) -> str:
    """Its second, or the turn where the call had none."""
    return place_in_call(evidence.turn, evidence.at_ms, report.duration_ms)


def _which(report: Report) -> str:
    return "Your uploaded call" if report.upload else f"Your practice call with {report.persona.name}"


def one_line(text: str) -> str:
    """Without control characters or line breaks."""
    return _CONTROLS.sub(" ", text)


def number(value: float) -> str:
    """83.25 -> 83.2, 83.0 -> 83."""
    return f"{value:.1f}".removesuffix(".0")


def duration(ms: int) -> str:
    """65_000 -> 1 min 5 s."""
    minutes, seconds = divmod(round(ms / 1_000), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def error_bar(report: Report) -> str:
    """What the score's reader is told of its error, or that nobody knows it."""
    bar = report.error_bar
    if report.score is None:
        return ""
    if bar is None:
        return "This grader has not been compared with people on this rubric, so its error is not known."
    return (
        f"A person would most likely give this call between {number(bar.low)} and {number(bar.high)}. "
        f"That is \u00b1{number(bar.plus_minus)} points for 19 calls of 20, measured on {bar.calls} calls that were "
        f"also scored by {bar.scored_by}."
    )


def is_spoken(report: Report) -> bool:
    """Whether the rep spoke at all; else the call was held in writing, or was handed in as text."""
    return any(turn.speaker is Speaker.REP and turn.channel == "voice" for turn in report.turns)


def why(criterion: CriterionShown) -> str:
    """What decided: the rationale, or what the status means where there is none."""
    return criterion.rationale or _OUTCOMES.get(criterion.status, "")


def context_measures(report: Report) -> list[tuple[str, str]]:
    """How it was said, in rows of a name and a figure; of a call in writing only what writing shows."""
    said = report.delivery
    talked = [
        ("Your share of the talking", _figure(said.talk_share, ".0%")),
        ("Questions", f"{said.questions}, of them {said.open_questions} open"),
    ]
    if not is_spoken(report):
        return talked
    patience_s = None if said.patience_ms is None else said.patience_ms / 1_000
    return [
        *talked,
        ("Longest stretch without a pause", _figure(said.longest_monologue_s, ".0f", " s")),
        ("Pace", _figure(said.pace_wpm, ".0f", " words a minute")),
        ("Fillers", _figure(said.fillers_per_100_words, ".1f", " in 100 words")),
        ("Time you gave them before answering", _figure(patience_s, ".1f", " s")),
        ("Times you talked over them", str(said.interruptions)),
    ]


def _figure(value: float | None, form: str, unit: str = "") -> str:
    return "not measured" if value is None else f"{value:{form}}{unit}"


def _cleaned(value: Any) -> Any:
    """Every value a template prints passes here, before it is escaped."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _templates(kind: str) -> Environment:
    html = kind == "html"
    environment = Environment(
        loader=PackageLoader("sparring.report"),
        autoescape=html,  # noqa: S701 - off for plain text only
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "number": number,
        "duration": duration,
        "why": why,
        "error_bar": error_bar,
    }
    environment.globals |= {
        "by_whom": by_whom, "context_measures": context_measures, "is_spoken": is_spoken, "outcome": outcome,
        "stages": _STAGES, "where": where,
    }  # fmt: skip
    return environment
