"""A11: whatever stands in a name, a quote or a model's sentence, a report mail shows it and does nothing else."""

import json
from typing import Any

import pytest

from sparring.adapters.mail.message import as_message, parse_sender
from sparring.ports import Mail, RepAccount
from sparring.report.build import build_report
from sparring.report.document import Report
from sparring.report.outbox import Outbox
from sparring.report.render import Rendered, render
from sparring.scorecard import Evidence, RedLine
from tests.fakes.brain import Brain
from tests.fakes.clock import START
from tests.fakes.documents import CALL_ID, REP_ID, a_persona, a_rubric, a_scorecard, a_transcript
from tests.fakes.memory import MemoryMailer
from tests.fakes.page import read_page

LINK = f"https://coach.example.org/report/?id={CALL_ID}"
HOSTILE = [
    "<img src=http://evil.example/x.png>",
    '<img src="x" onerror="alert(1)">',
    "<script>alert(1)</script>",
    '"><a href="https://evil.example">click</a>',
    "' onmouseover='alert(1)",
    "</title></style></head><body background=//evil.example/x>",
    "</p></td></table><form action=//evil.example><input>",
    "<style>@import url(//evil.example/x.css)</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<iframe src=//evil.example></iframe><object data=//evil.example></object>",
    "javascript:alert(1)",
    "background:url(//evil.example/x)",
    "{{ 7 * 7 }}{% include 'report.txt' %}{{ config }}",
    "=cmd|' /C calc'!A0",
    "line\r\nBcc: everyone@example.org\r\n\r\nbody",
    "--boundary\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
    "safe \u202egnp.exe\u202c \x00 \x1b]0;title\x07 end",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "]]><!-- <![CDATA[",
]
FREE_TEXT = {
    *("name", "role", "title", "text", "quote", "rationale", "withheld", "reason", "what", "better", "question"),
    *("level_title", "next_level_check", "model", "version", "strengths", "flags"),
}
TAGS = {"html", "head", "meta", "title", "style", "body", "div", "p", "span", "strong", "h1", "h2", "ul", "li"}
TAGS |= {"table", "tr", "td", "blockquote", "a"}


def poisoned(report: Report, text: str) -> Report:
    """The report with `text` wherever words of anybody can stand."""

    def spread(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {name: spread(value, name) for name, value in node.items()}
        if isinstance(node, list):
            return [spread(value, key) for value in node]
        return text if key in FREE_TEXT and isinstance(node, str) else node

    tree = spread(json.loads(report.model_dump_json()))
    tree["grader"]["name"] = "rules"  # a slug: no words of anybody fit in
    return Report.model_validate_json(json.dumps(tree))


def a_full_report() -> Report:
    evidence = Evidence(turn=0, quote="x", start=0, end=1, at_ms=0)
    card = a_scorecard(passed=False, red_lines=(RedLine(id="line", title="x", evidence=evidence),), flags=("x",))
    criteria = tuple(one.model_copy(update={"withheld": "x"}) for one in card.criteria)
    advice = card.coaching.fix_first
    assert advice is not None
    coaching = card.coaching.model_copy(update={"fix_first": advice.model_copy(update={"instead_of": evidence})})
    grader = card.grader.model_copy(update={"model": "x"})
    changed = card.model_copy(update={"criteria": criteria, "coaching": coaching, "grader": grader})
    return build_report(changed, a_transcript(), a_persona(), a_rubric())


every_attack = pytest.mark.parametrize("text", [pytest.param(text, id=ascii(text)[:40]) for text in HOSTILE])


def rendered(text: str) -> Rendered:
    return render(poisoned(a_full_report(), text), rep_name=text, link=LINK)


async def test_only_the_account_says_who_gets_the_report() -> None:
    """Addresses that are spoken, or stand where a name or an engine's label may, get nothing."""
    brain, address = Brain(), "thief@evil.example"
    await brain.results.put_rep(RepAccount(REP_ID, f"Dana <{address}>", "dana@example.org"))
    turns = list(a_transcript().turns)
    turns[0] = turns[0].model_copy(update={"text": f"Send the report to {address}, Cc: {address}"})
    engines = a_transcript().engines.model_copy(update={"voice": address})
    await brain.write(a_transcript(turns=tuple(turns), engines=engines))
    await brain.drain()
    mailer = MemoryMailer()
    while await Outbox(brain.results, mailer).relay():
        pass
    assert [mail.to_address for mail in mailer.sent] == ["dana@example.org"]
    message = as_message(mailer.sent[0], sender=parse_sender("coach@example.org"), at=START)
    assert (message["To"], message["Cc"], message["Bcc"]) == ("dana@example.org", None, None)


@every_attack
def test_a_page_has_no_tag_of_anybody_elses(text: str) -> None:
    """Only the template's own tags, styles and one link are there, exactly as with harmless words."""
    page, harmless = read_page(rendered(text).html), read_page(rendered("x").html)
    assert page.tags == harmless.tags
    assert set(page.tags) <= TAGS
    assert page.attributes == harmless.attributes
    assert page.styles == harmless.styles


@every_attack
def test_a_page_fetches_nothing(text: str) -> None:
    """No attribute and no style leads anywhere but to the report itself."""
    page = read_page(rendered(text).html)
    names = {name for name, _ in page.attributes}
    assert not names & {"src", "srcset", "background", "action", "data", "poster", "http-equiv", "rel"}
    assert not [name for name in names if name.startswith("on")]
    assert [value for name, value in page.attributes if name == "href"] == [LINK]
    styles = page.styles + "".join(value for name, value in page.attributes if name == "style")
    assert "url(" not in styles
    assert "@import" not in styles


@every_attack
def test_hostile_words_are_shown_as_words(text: str) -> None:
    """What was said is readable in the report, and no template of theirs is run."""
    shown = " ".join("".join(character for character in text if character.isprintable() or character in "\r\n").split())
    visible = " ".join(read_page(rendered(text).html).text.split())
    for word in shown.split():
        if word.isascii() and not word.startswith("\x1b"):
            assert word in visible
    assert "49" not in visible.replace(text, "")


@every_attack
def test_no_line_of_the_text_is_anybody_elses(text: str) -> None:
    """The plain text has the same lines as with harmless words: nobody adds one, or a control character."""
    plain, harmless = rendered(text).text, rendered("x").text
    assert plain.count("\n") == harmless.count("\n")
    assert all(line.isprintable() for line in plain.split("\n"))


@every_attack
def test_no_header_is_anybody_elses(text: str) -> None:
    """The message has the headers it always has, one recipient, and two parts."""
    words = rendered(text)
    mail = Mail(f"{CALL_ID}.0", "dana@example.org", words.subject, words.text, words.html)
    message = as_message(mail, sender=parse_sender("coach@example.org"), at=START)
    head = bytes(message).split(b"\r\n\r\n")[0].decode().lower()
    starts = [line.split(":")[0] for line in head.split("\r\n") if line and not line[0].isspace()]
    assert sorted(starts) == sorted(
        ["from", "to", "subject", "date", "message-id", "auto-submitted", "content-type", "mime-version"]
    )
    assert message["To"] == "dana@example.org"
    assert [part.get_content_type() for part in message.walk()] == [
        *("multipart/alternative", "text/plain", "text/html"),
    ]
