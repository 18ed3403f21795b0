"""What is sought, wherever it was said."""

from sparring.grade.heard.testimony import PlacedAct
from sparring.grade.rules.search import bare_words, found, groups_used, in_order, overlap
from sparring.signals import Said, WordSearch
from sparring.speech_acts import ActKind, Likeness
from tests.fakes.scripted import Call


def act(kind: ActKind | Likeness, turn: int, start: int = 0, words: str = "") -> PlacedAct:
    """Ten characters of a turn."""
    return PlacedAct(kind, None, "", turn, start, start + 10, sure=True, words=words)


def test_documents_that_seek_the_same_share_what_was_found() -> None:
    """It is looked for once a call."""
    rep = Call("B: Hi.\nR: We could start soon. Is Monday good?").hearing().rep
    one, other = Said(mentions=(("monday",),), at_least=1), Said(mentions=(("monday",),), counted="turns")
    assert one.sought is other.sought
    assert found(one.sought, rep) is found(other.sought, rep)
    assert [said.words for said in found(one.sought, rep).acts] == ["is monday good"]


def test_what_else_is_asked_of_the_words_is_sought_apart() -> None:
    """Every group together, or none of what is excepted."""
    groups = (("start",), ("soon",))
    rep = Call("B: Hi.\nR: We could start soon. We start today.").hearing().rep
    either, both = Said(mentions=groups), Said(mentions=groups, together=True)
    later = Said(mentions=groups, unless=(("soon",),))
    assert [len(found(one.sought, rep).acts) for one in (either, both, later)] == [2, 1, 1]


def test_words_that_do_what_is_sought_are_not_also_like_it() -> None:
    """The rest stands in the order of the call, nothing twice."""
    done, like, elsewhere = act(ActKind.PROOF, 3), act(Likeness.PROOF, 3, 5), act(Likeness.PROOF, 1)
    assert in_order([done], [like, elsewhere]) == [elsewhere, done]
    assert in_order([done], []) == [done]
    assert overlap(done, like)
    assert not overlap(done, elsewhere)


def test_groups_are_told_by_the_words_of_the_sentence() -> None:
    """By their places in the wording."""
    assert groups_used(act(ActKind.PROOF, 1, words="we start monday"), WordSearch([("friday",), ("monday",)])) == {1}
    assert bare_words("we start, we said") == {"we", "start", "said"}
