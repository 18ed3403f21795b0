"""Where things are kept under the data folder."""

from pathlib import Path

from sparring.bootstrap.folders import Folders


def test_everything_has_a_place_of_its_own_under_the_root(tmp_path: Path) -> None:
    """Two things in one place would overwrite each other; nothing is made by asking where it would be."""
    folders = Folders(tmp_path / "data")
    places = [getattr(folders, name) for name, kind in vars(Folders).items() if isinstance(kind, property)]
    assert len(places) == len(set(places)) == 8
    assert {place.parent for place in places} == {tmp_path / "data"}
    assert not list(tmp_path.iterdir())
