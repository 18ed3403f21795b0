"""Where the air gap is, as one word of the settings: a folder, or a bucket of one of three clouds.

Flows in: `az://account/container`, `s3://bucket/prefix`, `gs://bucket` or a path. Flows out: its parts, checked.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Cloud = Literal["az", "s3", "gs"]
_AZURE = re.compile(r"(az)://([a-z0-9]{3,24})/([a-z0-9](?:-?[a-z0-9]){2,62})((?:/[a-z0-9_-]{1,48}){0,4})/?")
_OTHERS = re.compile(r"(s3|gs)://()([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])((?:/[a-z0-9_-]{1,48}){0,4})/?")


@dataclass(frozen=True, slots=True)
class BucketAddress:
    """`bucket` is Azure's container; `account` is Azure's alone. `prefix` is empty or ends with a slash."""

    cloud: Cloud
    account: str
    bucket: str
    prefix: str

    def __str__(self) -> str:
        where = f"{self.account}/{self.bucket}" if self.account else self.bucket
        return f"{self.cloud}://{where}/{self.prefix}".rstrip("/")


def parse_store_address(text: str) -> BucketAddress | Path:
    """Raises: ValueError."""
    if "://" not in text:
        return Path(text)
    found = _AZURE.fullmatch(text) or _OTHERS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    cloud: Cloud = "az" if found[1] == "az" else "s3" if found[1] == "s3" else "gs"
    return BucketAddress(cloud, found[2], found[3], f"{found[4][1:]}/" if found[4] else "")
