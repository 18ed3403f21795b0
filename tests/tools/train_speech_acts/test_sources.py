"""The labelled conversations are read where they are: one row per judged turn, with what was said before it."""

from pathlib import Path

from tools.train_speech_acts.sources import ANNOMI, counselling_turns, digest, exchanges, persuader_sentences

HEADER = (
    "transcript_id,mi_quality,topic,utterance_id,interlocutor,timestamp,utterance_text,main_therapist_behaviour,x\n"
)


def test_a_turn_knows_what_its_own_client_said_before_it(tmp_path: Path) -> None:
    """What another transcript's client said is not before it."""
    rows = [
        "0,high,t,0,client,0,I fell.,n/a,n",
        "0,high,t,1,therapist,1,You fell.,reflection,n",
        "1,low,t,0,therapist,0,Stop it.,therapist_input,n",
    ]
    (tmp_path / ANNOMI.file).write_text(HEADER + "\n".join(rows))
    first, second = counselling_turns(tmp_path)
    assert (first.id, first.said_before, first.behaviour, first.poor_call) == ("0:1", ("I fell.",), "reflection", False)
    assert (second.said_before, second.behaviour, second.poor_call) == ((), "advice", True)
    assert len(digest(tmp_path, ANNOMI)) == 64


def test_only_rated_exchanges_count(tmp_path: Path) -> None:
    """An exchange without a rating teaches nothing."""
    (tmp_path / "uptake-dev.csv").write_text("obs_id,student_text,teacher_text,uptake_zscore\n7,a,b,0.5\n7,a,c,\n")
    assert [(one.reply, one.uptake) for one in exchanges(tmp_path)] == [("b", 0.5)]


def test_only_the_persuader_is_read(tmp_path: Path) -> None:
    """With both of the labels a sentence may have."""
    (tmp_path / "p4g-dev.csv").write_text("B2,B4,Unit,er_label_1,er_label_2\nx,0,Hi?,greeting,other\nx,1,No.,,\n")
    assert [(one.text, sorted(one.labels)) for one in persuader_sentences(tmp_path)] == [("Hi?", ["greeting", "other"])]
