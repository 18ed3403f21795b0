"""Which names an object may have: lower-case folders and a .json file, so that none leaves its folder.

Flows in: a name derived from ids. Flows out: the same name, safe as a path and as a key.
"""

import re

from sparring.errors import IdRejected

_NAME = re.compile(r"(?:[a-z0-9_]{1,48}/){1,8}[a-z0-9_]{1,48}\.json", re.ASCII)


def checked_name(name: str) -> str:
    """Raises: IdRejected."""
    if not _NAME.fullmatch(name):
        raise IdRejected("That is not an object name of ours.")
    return name
