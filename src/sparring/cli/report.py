"""A report in the terminal: the score, the one thing first, every criterion with the rep's own words."""

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sparring.scorecard import place_in_call


def print_report(report: Any, console: Console) -> None:
    """`report`: what `build_report` gives."""
    shown = report.model_dump(mode="json") if hasattr(report, "model_dump") else report
    console.print()
    if shown["score"] is None:
        console.print(f"[bold]No score[/] ({shown['status']}): {escape(shown['reason'] or '')}")
    else:
        enough = shown["score"] >= shown["pass_score"]
        not_passed = "a red line was crossed" if enough else f"{shown['pass_score']} needed"
        verdict = "[green]passed[/]" if shown["passed"] else f"[red]not passed[/], {not_passed}"
        console.print(f"[bold]{shown['score']:.1f}[/] of 100, {verdict}")
        _print_totals(shown["totals"], console)
        _print_error_bar(shown, console)
    for line in shown["red_lines"]:
        console.print(
            f"[bold red]Red line:[/] {escape(line['title'])}: “{escape(line['evidence']['quote'])}” "
            f"{_place(line['evidence'], shown)}"
        )
    for finding in shown["actor"]:
        console.print(f"[yellow]{escape(finding['sentence'])}[/] “{escape(finding['evidence']['quote'])}”")
    for flag in shown["flags"]:
        console.print(f"[yellow]{escape(flag)}[/]")
    for sentence in (*shown["judged"], *shown["worded"]):
        console.print(f"[dim]{escape(sentence)}[/]")
    _print_advice(shown, console)
    for category in shown["categories"]:
        _print_category(category, shown, console)
    _print_facts(shown, console)


def _place(evidence: dict[str, Any], shown: dict[str, Any]) -> str:
    return place_in_call(evidence["turn"], evidence["at_ms"], shown["duration_ms"])


def _print_totals(totals: dict[str, Any], console: Console) -> None:
    console.print(
        f"[dim]{totals['scored_points']} scored + {totals['granted_points']} granted of "
        f"{totals['applicable_points']} applicable points; {totals['excluded_points']} could not be observed, "
        f"{totals['unscored_points']} withheld; the rubric has {totals['rubric_points']}.[/]"
    )


def _print_error_bar(shown: dict[str, Any], console: Console) -> None:
    bar = shown.get("error_bar")
    if bar is None:
        console.print("[dim]This grader was never compared with people on this rubric: its error is not known.[/]")
    else:
        console.print(
            f"[dim]A person would most likely give between {bar['low']:.1f} and {bar['high']:.1f}: "
            f"±{bar['plus_minus']:.1f} points for 19 calls of 20, measured on {bar['calls']} calls that were also "
            f"scored by {escape(bar['scored_by'])}.[/]"
        )
    if shown.get("coach_score") is not None:
        console.print(f"With the coach's changes it would be [bold]{shown['coach_score']:.1f}[/].")


def _print_advice(shown: dict[str, Any], console: Console) -> None:
    for strength in shown["strengths"]:
        console.print(f"[green]+[/] {escape(strength)}")
    first = shown["fix_first"]
    if first is not None:
        console.print(f"[bold]First to fix:[/] {escape(first['what'])}")
        if first["instead_of"] is not None:
            console.print(f"  You said {_place(first['instead_of'], shown)}: “{escape(first['instead_of']['quote'])}”")
        console.print(f"  Say: “{escape(first['better'])}”")
    for advice in shown["next_up"]:
        console.print(f"After that: {escape(advice['what'])} Say: “{escape(advice['better'])}”")
    if shown["try_persona"] is not None:
        console.print(f"Practise it with {escape(shown['try_persona']['name'])} ({shown['try_persona']['id']}).")


def _print_category(category: dict[str, Any], shown: dict[str, Any], console: Console) -> None:
    table = Table(title=f"{category['title']}: {category['points']} of {category['max_points']}", title_justify="left")
    table.add_column("criterion", ratio=3)
    table.add_column("points", justify="right")
    table.add_column("your own words, or why not", ratio=5)
    for criterion in category["criteria"]:
        points = "-" if criterion["points"] is None else str(criterion["points"])
        why = "\n".join(_why(criterion, shown))
        title = criterion["title"] + (" (opinions differ)" if criterion["disputed"] else "")
        table.add_row(escape(title), f"{points}/{criterion['max_points']}", escape(why))
    console.print(table)


def _why(criterion: dict[str, Any], shown: dict[str, Any]) -> Iterator[str]:
    """What was given and why, and what all points take."""
    if criterion["withheld"]:
        yield criterion["withheld"]
    for one in criterion["evidence"]:
        yield f"“{one['quote']}” {_place(one, shown)}"
    if criterion["rationale"]:
        yield criterion["rationale"]
    if lacking := criterion.get("next_level_check"):
        yield f"What earns all {criterion['max_points']}: {lacking}"
    if said := criterion.get("override"):
        yield f"{said['by']} would give {said['points']}: {said['reason']}"


def _print_facts(shown: dict[str, Any], console: Console) -> None:
    hidden = [fact for fact in shown["facts"] if fact["hidden"]]
    for fact in hidden:
        if not fact["earned"]:
            early = fact.get("dodged")
            asked = f" You asked {_place(early, shown)}, before they trusted you with it." if early else ""
            ask = "Once they do, ask" if early else "Ask"
            console.print(
                f"[yellow]Not found out:[/] {escape(fact['text'])}{asked} {ask}: “{escape(fact['question'])}”"
            )
            continue
        by = fact["earned_by"]
        asked = f" You asked {_place(by, shown)}: “{escape(by['quote'])}”" if by else ""
        console.print(f"[green]Found out:[/] {escape(fact['text'])}{asked}")
