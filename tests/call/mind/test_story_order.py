"""What has to be told before what."""

from sparring.call.mind.decision import PartKind
from tests.fakes.personas import a_fact, a_secret, small_persona
from tests.fakes.reps import opened


def test_what_was_asked_for_is_told_in_one_breath_with_what_comes_before_it() -> None:
    """A day means nothing without what happened on it, and is what was asked for."""
    call = a_fact("call", "other", cues=["call"], asked_as=["What about that call?"])
    when = a_fact("when", "other", cues=["when was that call"], needs={"after": ["call"]})
    practice = opened(small_persona(facts=[call, when]), difficulty="easy")
    practice.speak("When was that call of hers?")
    assert [part.ref for part in practice.state.last if part.kind is PartKind.TELL] == ["call", "when"]


def test_what_is_hidden_is_owned_to_once_the_rep_has_said_it() -> None:
    """Who has heard "a job, great" does not dodge which shifts; to who has said nothing, they do."""
    job = a_secret("job", "other", cues=["a job"], needs={"trust": 10})
    shifts = a_fact("shifts", "other", cues=["shifts"], needs={"after": ["job"]})
    for before, kind in (("A job, great. ", PartKind.TELL), ("", PartKind.GUARD)):
        practice = opened(small_persona(facts=[job, shifts]), difficulty="easy")
        practice.speak(f"{before}Which shifts could you do?")
        assert kind in practice.kinds
