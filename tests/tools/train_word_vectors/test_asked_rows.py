"""A persona's ways to ask and to tell as rows of the table of words."""

import numpy as np
from tools.train_word_vectors.asked_rows import padded, read, whole_numbers

from sparring.speech_acts.learned.word_vectors import word_vectors
from tests.fakes.personas import a_fact, small_persona


def test_each_way_to_ask_is_for_its_fact_and_a_word_nobody_knows_has_no_row() -> None:
    """The question and its examples, in the order of the facts; a way without a known word is left out."""
    facts = [
        a_fact("pills", "care_needs", question="Who sorts the pills?", asked_as=["zzqx", "pills, who?"], cues=["pill"]),
        a_fact("stairs", "safety", question="How are the stairs?"),
    ]
    rows = read(small_persona(facts=facts))
    pills, who = word_vectors().row("pills"), word_vectors().row("who")
    assert rows.meant == [0, 0, 1]
    assert rows.questions[1] == [pills, who]
    assert rows.line_of == [0, 0, 0, 0, 1, 1, 1, 1]
    assert rows.cue_of == [0, 1]
    assert rows.cues[1] == []


def test_counts_and_places_point_at_the_rows_they_are_of() -> None:
    """Summed up they give each question and each fact back."""
    rows = read(small_persona())
    assert all(sum(counts) == len(question) for counts, question in zip(rows.counts, rows.questions, strict=True))
    for text, places in zip(rows.texts, rows.told_of, strict=True):
        assert set(text) <= {rows.told[place] for place in places}
    assert rows.told == sorted(set(rows.told))


def test_rows_are_filled_up_to_one_length() -> None:
    """With what stands for no word, also where there is none at all."""
    assert padded([[4, 5], []], 9) == [[4, 5], [9, 9]]
    assert padded([[], []], 9) == [[9], [9]]


def test_a_table_is_shipped_in_eight_bits_at_one_length() -> None:
    """Whatever it was scaled by; what lies far out is cut off."""
    table = np.array([[1.0, -1.0], [1.0, -1.0]])
    assert whole_numbers(table, 32.0).tolist() == [[32, -32], [32, -32]]
    assert whole_numbers(1_000 * table, 32.0).tolist() == [[32, -32], [32, -32]]
    assert whole_numbers(table, 500.0).tolist() == [[127, -127], [127, -127]]
