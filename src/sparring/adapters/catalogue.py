"""Every model weight Sparring may load: name, licence, digest, size and where its bytes come from.

Flows in: `catalogue.json` and the files of installed packages. Flows out: paths whose sha256 was checked. Nothing here
downloads: whoever prefers the hub puts the same bytes into the cache folder, where they meet the same check.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

from pydantic import Field, StringConstraints

from sparring.documents import Document, parse_document
from sparring.errors import DocumentRejected, SparringError
from sparring.ids import Slug

CATALOGUE_FILE = Path(__file__).with_name("catalogue.json")
MAX_CATALOGUE_BYTES = 262_144
OWN_PACKAGE = "sparring"

_STAMPS = "verified.json"
_READ_BYTES = 1 << 20

FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]


class PackageFile(Document):
    """A file inside an installed package; `path` is relative to where packages are installed.

    For `sparring` itself the path is relative to the package's own folder.
    """

    package: str
    version: str | None = None
    path: str

    def locate(self) -> Path | None:
        """Where the file is on this machine, or None when the package or the file is missing."""
        if self.package == OWN_PACKAGE:
            path = CATALOGUE_FILE.parents[1] / self.path
        else:
            try:
                path = Path(str(distribution(self.package).locate_file(self.path)))
            except PackageNotFoundError:
                return None
        return path if path.is_file() else None


class WeightFile(Document):
    """One file of a model: its parts, in order, make up the bytes with this digest."""

    name: FileName
    size_bytes: Annotated[int, Field(gt=0)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    parts: Annotated[tuple[PackageFile, ...], Field(min_length=1)]


class Hub(Document):
    """Where the same files, by the same names, can be fetched by hand: a repository at a fixed revision."""

    repository: str
    revision: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}$")]


class Model(Document):
    """One model: what it is, who allows its use, and its files."""

    id: Slug
    title: str
    used_for: Literal["hearing", "voice", "making_voices", "grading"]
    licence: str
    licence_source: str
    hub: Hub | None = None
    files: Annotated[tuple[WeightFile, ...], Field(min_length=1)]

    def file(self, name: str) -> WeightFile:
        """The file of that name; KeyError when the catalogue has none."""
        for file in self.files:
            if file.name == name:
                return file
        raise KeyError(f"{self.id} has no file {name}")


class Catalogue(Document):
    """All models."""

    models: tuple[Model, ...]

    def model(self, model_id: str) -> Model:
        """The model of that id; KeyError when the catalogue has none."""
        for model in self.models:
            if model.id == model_id:
                return model
        raise KeyError(f"the catalogue has no model {model_id}")


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that ships with the package. Raises: DocumentRejected."""
    return parse_document(
        CATALOGUE_FILE.read_bytes(),
        Catalogue,
        source=CATALOGUE_FILE.name,
        max_bytes=MAX_CATALOGUE_BYTES,
        rejected=DocumentRejected,
    )


def checked_file(model: Model, name: str, *, failed: type[SparringError]) -> Path:
    """Path of a one-part file where its package put it, digest checked in full.

    Raises:
        SparringError: the class given as `failed`, when the file is missing or its bytes are not the pinned ones.
    """
    file = model.file(name)
    if len(file.parts) != 1:
        raise ValueError(f"{model.id}/{name} is in parts: join it with weights_folder")
    path = file.parts[0].locate()
    if path is None:
        raise failed(_sentence_missing(model, file.parts[0].package))
    _check(model, file, path, failed)
    return path


def weights_folder(model: Model, cache_dir: Path, *, failed: type[SparringError]) -> Path:
    """Folder below `cache_dir` with all files of `model` under their names, joined once and checked.

    A file is hashed in full when it is new or its size or modification time changed since it was last found right.
    Blocks (up to seconds at the first start): call it in a thread or a child process.

    Raises:
        SparringError: the class given as `failed`; a file with wrong bytes is removed, so the next start joins anew.
    """
    folder = cache_dir / model.id
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stamps = _read_stamps(folder)
        fresh = {file.name: _verified(model, file, folder / file.name, stamps, failed) for file in model.files}
        if fresh != stamps:
            with _replacing(folder / _STAMPS) as out:
                out.write(json.dumps(fresh, indent=1).encode())
    except OSError:
        raise failed(f"The weights of {model.id} cannot be kept: make room in the cache and allow writing.") from None
    return folder


Stamp = list[int | str]
"""Size in bytes, modification time in ns and sha256 of a file when it was last found right."""


def _verified(
    model: Model, file: WeightFile, path: Path, stamps: dict[str, Stamp], failed: type[SparringError]
) -> Stamp:
    if not path.is_file():
        _join(model, file, path, failed)
    elif stamps.get(file.name) == _stamp(file, path):
        return stamps[file.name]
    _check(model, file, path, failed, remove=True)
    return _stamp(file, path)


def _join(model: Model, file: WeightFile, path: Path, failed: type[SparringError]) -> None:
    with _replacing(path) as out:
        for part in file.parts:
            source = part.locate()
            if source is None:
                raise failed(_sentence_missing(model, part.package))
            with source.open("rb") as data:
                shutil.copyfileobj(data, out, _READ_BYTES)


def _check(model: Model, file: WeightFile, path: Path, failed: type[SparringError], *, remove: bool = False) -> None:
    with path.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    if digest == file.sha256:
        return
    if remove:
        path.unlink()
    raise failed(
        f"{file.name} of {model.id} has sha256 {digest[:12]} instead of {file.sha256[:12]}: "
        f"install {file.parts[0].package} again; these bytes are not loaded."
    )


def _sentence_missing(model: Model, package: str) -> str:
    return f"The weights of {model.id} are missing: install the package {package}."


def _stamp(file: WeightFile, path: Path) -> Stamp:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, file.sha256]


def _read_stamps(folder: Path) -> dict[str, Stamp]:
    try:
        stamps = json.loads((folder / _STAMPS).read_bytes())
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place when the block ends well: two starting processes do no harm."""
    handle, temporary = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
