"""Phrases that can stand in a sentence are found at once, one table or many."""

from hypothesis import given
from hypothesis import strategies as st

from sparring.speech_acts.phrases.index import Index, JointIndex, index_of
from sparring.speech_acts.phrases.notation import grams_of, phrase, phrases

WORDS = st.frozensets(st.sampled_from("abcdefgh"), max_size=6)
ENTRIES = [(phrase(source), at) for at, source in enumerate(["a b", "(c|d) e?", "f", "(a|h) (b|c) g", "x ~2 a", "*"])]


def possible_of(words: frozenset[str]) -> list[int]:
    """What asking every phrase in turn would find."""
    return [at for one, at in ENTRIES if not any(need.isdisjoint(words) for need in one.needs)]


@given(WORDS)
def test_the_index_finds_exactly_the_possible_phrases_in_order(words: frozenset[str]) -> None:
    """It is a faster way to ask every phrase in turn."""
    assert [at for _, at in Index(ENTRIES).possible(words)] == possible_of(words)


@given(WORDS)
def test_phrases_filed_later_come_after_the_others(words: frozenset[str]) -> None:
    """Filed at once or one by one, it is the same index."""
    index: Index[int] = Index(ENTRIES[:2])
    index.add(ENTRIES[2:])
    assert [at for _, at in index.possible(words)] == possible_of(words)


@given(WORDS)
def test_each_table_of_a_joint_index_finds_its_own(words: frozenset[str]) -> None:
    """One look-up serves all tables, and each has only its own entries, in order."""
    joint = JointIndex()
    tables = [joint.part(ENTRIES[:2]), joint.part(ENTRIES[:0]), joint.part(ENTRIES[2:])]
    places = joint.places(words)
    found = [[at for _, at in joint.of_part(table, places)] for table in tables]
    assert found[1] == []
    assert found[0] + found[2] == possible_of(words)


def test_a_table_without_values_can_be_indexed() -> None:
    """For asking only whether any of its phrases can stand in a sentence."""
    index = index_of(phrases("good day\nhello"))
    assert [one.source for one, _ in index.possible(grams_of(["hello", "you"]))] == ["hello"]


def test_an_index_of_nothing_finds_nothing() -> None:
    """No phrases, no matches."""
    assert Index[None]().possible(frozenset({"a"})) == []
