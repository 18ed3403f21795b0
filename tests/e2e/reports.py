"""What a report must show of a call, and the lines the rep says in these tests."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from tools.voice_lab.word_errors import count_errors

BUYER, PERSONA = "Laura Bennett", "daughter_discharge"
LINES = (  # one short sentence each: a breath within a long one may end the turn on a slow machine
    "Thank you for calling and how can I help you today?",
    "What happened to your father last week?",
    "Who is with him at the house at night?",
    "What worries you most about having him home again?",
    "Has he ever fallen at home before this?",
)
WRONG_WORDS_AT_MOST = 0.2  # none on a machine with time, a tenth on a starved one; the bench holds the target
ANSWERED_WITHIN_MS = 8_000


def assert_words_are_what_was_said(
    report: dict[str, Any], lines: Sequence[str], *, wrong_at_most: float = WRONG_WORDS_AT_MOST
) -> None:
    """By and large, over everything the rep said, however it was cut into turns."""
    heard = " ".join(turn["text"] for turn in report["turns"] if turn["speaker"] == "rep")
    errors = count_errors(" ".join(lines), heard)
    assert errors.wrong / errors.words <= wrong_at_most, heard


def whose_word(report: dict[str, Any]) -> list[str]:
    """Who spoke, in order; two turns of one person in a row are one."""
    return [speaker for speaker, _ in groupby(turn["speaker"] for turn in report["turns"])]


def assert_evidence_is_verbatim(report: dict[str, Any]) -> None:
    """Every quote stands, letter by letter, where it says, in a turn of the rep."""
    criteria = [criterion for category in report["categories"] for criterion in category["criteria"]]
    evidence = [piece for criterion in criteria for piece in criterion["evidence"]]
    assert evidence
    for piece in evidence:
        turn = report["turns"][piece["turn"]]
        assert turn["speaker"] == "rep"
        assert turn["text"][piece["start"] : piece["end"]] == piece["quote"]


def assert_every_answer_was_timed_by_its_sound(report: dict[str, Any]) -> None:
    """From the rep's last sound to the buyer's first, in the page; and stage by stage, on the server."""
    for turn in report["turns"]:
        if turn["speaker"] == "buyer":
            assert 0 < turn["latency"]["glass_to_glass_ms"] < ANSWERED_WITHIN_MS
            assert turn["latency"]["server_ms"] is not None
    assert report["latency"]["link"] is not None  # what the browser says of the line came along
