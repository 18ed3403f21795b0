"""`sparring override`: a coach's level beside the grade."""

import json
import re
from pathlib import Path

from sparring.adapters.clock import SystemClock
from sparring.adapters.results.sql.sqlite import SqliteResults
from sparring.bootstrap.folders import Folders
from tests.cli.process import sparring
from tests.fakes.documents import a_call_record, a_scorecard


async def test_an_override_is_stored_and_feeds_calibration(tmp_path: Path) -> None:
    """It stands beside the grade, which stays, and shows up among what coaches changed."""
    folder = tmp_path / "d"
    results = SqliteResults(Folders(folder).results, SystemClock())
    card = a_scorecard()
    await results.begin(a_call_record())
    await results.save(card, None)
    await results.close()
    asked = ("override", card.call_id, "names_the_feeling", "partial", "--reason", "After the price.", "--by", "Ann")
    done = sparring(*asked, "--json", data=folder)
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert (made["level"], made["graded_level"], made["by"]) == ("partial", "clear", "Ann")
    again = sparring("calibrate", "--stored", "--json", data=folder)
    stored = json.loads(again.stdout)
    leaning, compared = stored["overrides"][0], stored["calibrations"][0]
    assert (leaning["criterion"], leaning["lowered"], leaning["mean_points"]) == ("names_the_feeling", 1, -2.0)
    assert (compared["grader"]["name"], compared["calls"], compared["raters"]) == ("rules", 1, 1)
    assert (compared["agreement"]["items"], compared["agreement"]["bias_points"]["value"]) == (1, 2.0)
    told = sparring("calibrate", "--stored", data=folder).stdout
    assert re.search(r"all criteria +1 +\S+ \(\S+ \S+\) +100% +\+2\.0", told)
    assert re.search(r"rules 1 +names_the_feeling +1 +0 +0 +1 +-2\.0", told)
    results = SqliteResults(Folders(folder).results, SystemClock())
    assert await results.get(card.call_id) == card
    await results.close()


def test_an_override_of_nothing_is_a_sentence(tmp_path: Path) -> None:
    """An unknown call, and an id that is none."""
    unknown = ("call_0123456789abcdefghij", "safety", "clear", "--reason", "I heard it.")
    assert "not_found" in sparring("override", *unknown, data=tmp_path / "d").stderr
    assert "id_rejected" in sparring("override", "..", *unknown[1:], data=tmp_path / "d").stderr
