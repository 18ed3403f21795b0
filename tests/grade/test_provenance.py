"""What a transcript must be before anything is graded; the forgeries are in tests/abuse/test_a05_rubric_swap.py."""

from dataclasses import replace

import pytest

from sparring.errors import TranscriptRejected
from sparring.grade.provenance import call_record, refuse_forgery, refuse_replacement
from sparring.transcript import object_name
from tests.fakes.documents import a_call_record, a_persona, a_rubric, a_transcript

NAME = object_name(a_transcript())


def test_a_true_transcript_passes() -> None:
    """Nothing is said about a call that is what it must be."""
    refuse_forgery(a_transcript(), NAME, persona=a_persona(), rubric=a_rubric())


def test_an_older_version_of_the_persona_passes() -> None:
    """A call that was under way during an upgrade is still graded."""
    improved = a_persona(version=2, summary="Reworded.")
    refuse_forgery(a_transcript(), NAME, persona=improved, rubric=a_rubric())


def test_the_first_difference_is_named() -> None:
    """An operator reads which field differs and where."""
    with pytest.raises(TranscriptRejected) as refused:
        refuse_forgery(a_transcript(call_type="outside"), NAME, persona=a_persona(), rubric=a_rubric())
    assert (refused.value.source, refused.value.field) == (NAME, "call_type")


def test_a_record_says_what_the_transcript_says() -> None:
    """Lists are made of the call's own facts."""
    digest = a_call_record().transcript_digest
    assert call_record(a_transcript(), NAME, digest) == a_call_record()


def test_a_replaced_transcript_is_refused() -> None:
    """The first transcript of a call is the one that counts."""
    refuse_replacement(a_call_record(), kept=a_call_record())
    with pytest.raises(TranscriptRejected) as refused:
        refuse_replacement(replace(a_call_record(), transcript_digest="0" * 64), kept=a_call_record())
    assert refused.value.field == "transcript_digest"
