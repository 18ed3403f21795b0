"""Questions that nobody wrote."""

from tools.train_word_vectors.varied import varied

from sparring.persona import load_personas, spoken_words
from sparring.speech_acts.learned.word_vectors import WordVectors, word_vectors

JOB_SEEKER = [one for one in load_personas() if one.id == "job_seeker"]
GIVEN = ["She sleeps in the den.", "Who is with her?"]
TABLE = WordVectors(dict(list(word_vectors().rows.items())[:500]), word_vectors().points)
NEVER = {"who is with me"}
TEXTS = varied(JOB_SEEKER, GIVEN, TABLE, NEVER)


def test_the_same_personas_and_sentences_give_the_same_texts() -> None:
    """Or the network would be another one each time."""
    assert varied(JOB_SEEKER, GIVEN, TABLE, NEVER) == TEXTS


def test_nothing_that_is_given_or_that_judges_an_encoder_is_among_them() -> None:
    """A line that is learnt says nothing about a line that is not."""
    dropped = TEXTS[0]
    assert dropped not in varied(JOB_SEEKER, GIVEN, TABLE, {dropped})
    assert not set(TEXTS) & {*GIVEN, *NEVER}


def test_cues_stand_by_themselves_and_in_turns_of_speech() -> None:
    """So that each turn of speech is learnt with whatever may be asked about."""
    cue = spoken_words(JOB_SEEKER[0].facts[0].cues[0])
    assert cue in TEXTS
    assert sum(text.startswith("what s the story with ") or "the story with " in text for text in TEXTS) > 100
