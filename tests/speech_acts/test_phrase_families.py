"""A family's phrases make acts that span clauses, unless something in those clauses undoes them."""

from sparring.speech_acts import ActKind
from sparring.speech_acts.phrase_families import ClauseForm, Family, Table
from sparring.speech_acts.phrases.notation import phrases
from sparring.speech_acts.segmentation import read


def _spans(family: Family, text: str) -> list[str]:
    return [text[act.start : act.end] for sentence in read(text) for act in Table([family]).acts(sentence)]


def test_an_act_spans_the_clauses_its_phrase_stands_in() -> None:
    """Not only the phrase itself, so that it can be quoted."""
    family = Family(ActKind.STAFFING, phrases("background check"))
    assert _spans(family, "Sure, we background check everyone because it matters") == [
        "Sure, we background check everyone"
    ]


def test_a_phrase_in_the_same_clauses_undoes_it() -> None:
    """A negation elsewhere in the utterance does not."""
    family = Family(ActKind.PROMISES_OUTCOME, phrases("guarantee"), phrases("can not guarantee"))
    assert _spans(family, "I can't guarantee it.") == []
    assert _spans(family, "I can't guarantee it. I guarantee it.") == ["I guarantee it"]


def test_what_governs_a_clause_undoes_it_where_the_family_says_so() -> None:
    """Right before it, and not somewhere in the sentence."""
    family = Family(ActKind.PROMISES_OUTCOME, phrases("she will not fall"), phrases("nobody can swear"), governed=True)
    assert _spans(family, "nobody can swear she won't fall") == []
    assert _spans(family, "nobody can swear so much as he does and she won't fall") == ["and she won't fall"]


def test_a_family_of_questions_ignores_statements_and_the_reverse() -> None:
    """Form is judged on the clause that does it."""
    asking = Family(ActKind.CHECKS_SETTLED, phrases("that help"), form=ClauseForm.QUESTION)
    telling = Family(ActKind.CAPABILITY, phrases("that help"), form=ClauseForm.STATEMENT)
    assert _spans(asking, "does that help") == ["does that help"]
    assert _spans(telling, "does that help") == []


def test_company_must_stand_in_the_same_sentence_and_widens_the_span() -> None:
    """The act reaches from one phrase to the nearest of the other kind."""
    family = Family(ActKind.BACKUP_COVER, phrases("a sub"), along_with=phrases("is sick"))
    assert _spans(family, "If she is sick, we find a sub") == ["If she is sick, we find a sub"]
    assert _spans(family, "We find a sub") == []


def test_anchored_phrases_hold_at_the_ends_of_clauses() -> None:
    """A greeting in the middle of a clause greets nobody."""
    family = Family(ActKind.GREETING, phrases("^hello"))
    assert _spans(family, "Hello, Karen") == ["Hello, Karen"]
    assert _spans(family, "I said hello") == []
