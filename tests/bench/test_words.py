"""The bench of words through the browser: what is counted as wrong, and which names."""

from bench.words import (
    SCRIPTS,
    VOICES,
    HeardCall,
    Names,
    count_names,
    figures,
    holds,
    judged,
    read_scripts,
    rep_voice,
)

from sparring.persona import find_persona, load_personas

CALLS = read_scripts(SCRIPTS.read_text("utf-8"))


def test_scripts_are_read_by_buyer() -> None:
    """A line that begins with `=` opens a call."""
    assert read_scripts("= Ann Lee\nHello.\nBye.\n= Bo\nHi.") == [("Ann Lee", ("Hello.", "Bye.")), ("Bo", ("Hi.",))]


def test_the_scripts_are_long_enough_and_meant_for_buyers_there_are() -> None:
    """At least 30 sentences, to callers only, and at least 30 names of theirs in them."""
    people = {persona.name: persona for persona in load_personas()}
    assert sum(len(call.lines) for call in CALLS) >= 30
    assert all(people[call.buyer].call_direction == "buyer_calls" for call in CALLS)
    said = [count_names(people[call.buyer].hearing_names, " ".join(call.lines), "") for call in CALLS]
    assert sum(names.said for names in said) >= 30


def test_the_rep_never_has_the_buyers_voice() -> None:
    """Voices go round, and a round gives every call to another one."""
    assert "michael" not in {rep_voice(place, "michael") for place in range(8)}
    assert len({rep_voice(place, "heart") for place in range(4)}) == len(VOICES)
    assert rep_voice(0, "heart") != rep_voice(1, "heart")


def test_a_name_counts_where_it_stands_whole() -> None:
    """Of two names of two words and one of one, said twice, the one that was misheard is missing."""
    names = count_names(["Willow Lane", "Dana"], "Willow Lane, Dana. Dana's here.", "willow lane. Dana's here, Diana.")
    assert names == Names(right=2, said=3)


def test_a_name_that_was_never_said_is_no_name_right() -> None:
    """What is heard too much earns nothing."""
    assert count_names(["Frank"], "Who is he?", "Who is Frank?") == Names(right=0, said=0)


def test_a_call_is_judged_as_a_whole_however_it_was_cut() -> None:
    """Two lines in one turn are the same words."""
    persona = find_persona("daughter_discharge")
    call = judged(persona, "nora", ["What happened to Frank?", "Who helps?"], "What happened to Fred who helps")
    assert (call.wrong, call.words, call.names) == (1, 6, Names(right=0, said=1))


def test_figures_are_over_all_words_and_by_voice() -> None:
    """A long call weighs more than a short one; both targets must be reached."""
    calls = [
        HeardCall("Ann", "nora", ("a",), "", wrong=2, words=90, names=Names(9, 10)),
        HeardCall("Bo", "ruth", ("b",), "", wrong=2, words=10, names=Names(10, 10)),
    ]
    found = figures(calls)
    assert (found["wrong_percent"], found["names_right_percent"]) == (4.0, 95.0)
    assert found["wrong_percent_by_voice"] == {"nora": 2.2, "ruth": 20.0}
    assert holds(found)
    assert not holds(found | {"wrong_percent": 5.1})
    assert not holds(found | {"names_right_percent": 89.9})
