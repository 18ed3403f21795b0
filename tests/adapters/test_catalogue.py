"""The catalogue of weights: what ships is right, and wrong or missing bytes are never used."""

import os
import tomllib
from pathlib import Path

import pytest

from sparring.adapters import catalogue
from sparring.adapters.catalogue import (
    Model,
    PackageFile,
    WeightFile,
    checked_file,
    load_catalogue,
    weights_folder,
)
from sparring.documents import digest_of
from sparring.errors import HearingFailed

BYTES = b"first half, second half"


@pytest.fixture
def halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder that holds one file in two parts."""
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "one").write_bytes(BYTES[:12])
    (folder / "two").write_bytes(BYTES[12:])
    monkeypatch.setattr(PackageFile, "locate", lambda part: _located(folder / part.path))
    return folder


def _located(path: Path) -> Path | None:
    return path if path.is_file() else None


def _model(*parts: str, data: bytes = BYTES) -> Model:
    files = tuple(PackageFile(package=f"package-{part}", path=part) for part in parts)
    weight = WeightFile(name="model.bin", size_bytes=len(data), sha256=digest_of(data), parts=files)
    return Model(
        id="small", title="Small", used_for="hearing", licence="MIT", licence_source="its licence file", files=(weight,)
    )


def test_every_pinned_package_is_pinned_to_the_same_version_in_the_lock() -> None:
    """What the catalogue describes is what the lock file installs."""
    lock = tomllib.loads((Path(__file__).parents[2] / "uv.lock").read_text())
    locked = {package["name"]: package.get("version") for package in lock["package"]}
    parts = [part for model in load_catalogue().models for file in model.files for part in file.parts]
    pinned = {part.package: part.version for part in parts if part.package != catalogue.OWN_PACKAGE}
    assert pinned
    assert {name: locked.get(name) for name in pinned} == pinned


def test_model_ids_are_unique() -> None:
    """An id names one model."""
    ids = [model.id for model in load_catalogue().models]
    assert len(ids) == len(set(ids))


def test_unknown_names_raise() -> None:
    """A model or file the catalogue does not have is a programming error."""
    with pytest.raises(KeyError):
        load_catalogue().model("whisper_enormous")
    with pytest.raises(KeyError):
        load_catalogue().model("whisper_base").file("weights.onnx")


def test_installed_hearing_weights_are_complete_and_as_large_as_described() -> None:
    """Both recognisers' files are installed, and their parts add up to the size in the catalogue."""
    for model_id in ("whisper_base", "whisper_tiny_en"):
        model = load_catalogue().model(model_id)
        for file in model.files:
            paths = [part.locate() for part in file.parts]
            assert sum(path.stat().st_size for path in paths if path) == file.size_bytes


def test_parts_are_joined_in_order(halves: Path, tmp_path: Path) -> None:
    """The joined file has the bytes of its parts in the order listed."""
    folder = weights_folder(_model("one", "two"), tmp_path, failed=HearingFailed)
    assert (folder / "model.bin").read_bytes() == BYTES


def test_wrong_bytes_are_refused_and_removed(halves: Path, tmp_path: Path) -> None:
    """Parts in the wrong order have another digest: one sentence, and nothing is left to be loaded later."""
    with pytest.raises(HearingFailed, match="install package-two again"):
        weights_folder(_model("two", "one"), tmp_path, failed=HearingFailed)
    assert list((tmp_path / "small").iterdir()) == []


def test_a_missing_part_names_the_package(halves: Path, tmp_path: Path) -> None:
    """The sentence says which package to install; no half-joined file stays behind."""
    with pytest.raises(HearingFailed, match="install the package package-three"):
        weights_folder(_model("one", "three"), tmp_path, failed=HearingFailed)
    assert list((tmp_path / "small").iterdir()) == []


def test_a_verified_file_is_not_read_again(halves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size and modification time stand for the digest once it was right."""
    model = _model("one", "two")
    weights_folder(model, tmp_path, failed=HearingFailed)
    monkeypatch.setattr(catalogue, "_check", lambda *_args, **_kwargs: pytest.fail("hashed again"))
    weights_folder(model, tmp_path, failed=HearingFailed)


def test_a_changed_file_is_checked_again(halves: Path, tmp_path: Path) -> None:
    """Bytes altered in the cache are noticed, and the next start joins them anew."""
    model = _model("one", "two")
    target = weights_folder(model, tmp_path, failed=HearingFailed) / "model.bin"
    target.write_bytes(BYTES.replace(b"first", b"worst"))
    os.utime(target, ns=(1, 1))
    with pytest.raises(HearingFailed, match="has sha256"):
        weights_folder(model, tmp_path, failed=HearingFailed)
    assert weights_folder(model, tmp_path, failed=HearingFailed) == target.parent
    assert target.read_bytes() == BYTES


def test_unreadable_stamps_only_cost_a_check(halves: Path, tmp_path: Path) -> None:
    """A damaged stamp file is as good as none."""
    model = _model("one", "two")
    folder = weights_folder(model, tmp_path, failed=HearingFailed)
    (folder / "verified.json").write_bytes(b"[not json")
    assert weights_folder(model, tmp_path, failed=HearingFailed) == folder


def test_bytes_put_into_the_cache_by_hand_meet_the_same_check(halves: Path, tmp_path: Path) -> None:
    """The hub's copy can be used without the packages, when its digest is right."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "model.bin").write_bytes(BYTES)
    assert weights_folder(_model("nowhere"), tmp_path, failed=HearingFailed) == folder


def test_a_cache_that_cannot_be_written_is_a_sentence(halves: Path, tmp_path: Path) -> None:
    """A file where the cache folder should be raises the caller's error, not an OSError."""
    (tmp_path / "small").write_bytes(b"")
    with pytest.raises(HearingFailed, match="allow writing"):
        weights_folder(_model("one", "two"), tmp_path, failed=HearingFailed)


def test_a_one_part_file_is_used_where_it_is(halves: Path) -> None:
    """No copy is made of a file that needs no joining; its digest is still checked."""
    assert checked_file(_model("one", data=BYTES[:12]), "model.bin", failed=HearingFailed) == halves / "one"
    with pytest.raises(HearingFailed, match="has sha256"):
        checked_file(_model("one"), "model.bin", failed=HearingFailed)
    with pytest.raises(HearingFailed, match="install the package package-four"):
        checked_file(_model("four"), "model.bin", failed=HearingFailed)
    with pytest.raises(ValueError, match="in parts"):
        checked_file(_model("one", "two"), "model.bin", failed=HearingFailed)


def test_own_files_are_found_in_our_own_package() -> None:
    """A weight that ships with Sparring is looked up beside its code."""
    part = PackageFile(package="sparring", path="adapters/catalogue.json")
    assert part.locate() == catalogue.CATALOGUE_FILE
    assert PackageFile(package="not-installed-anywhere", path="x").locate() is None
