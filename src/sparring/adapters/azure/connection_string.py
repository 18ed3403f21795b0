"""Connection strings as Azure's portal shows them: `Name=value;Name=value`.

Flows in: one setting, which holds a key and is never shown. Flows out: its parts. Without one, Microsoft Entra
vouches for this process: a managed identity on Azure, `az login` on a desk.
"""

from collections.abc import Mapping

STORAGE_PARTS = ("AccountName", "AccountKey")


def parse_connection_string(text: str, *, needs: tuple[str, ...]) -> Mapping[str, str]:
    """Raises: ValueError when a part is malformed or one that is needed is missing."""
    parts = dict(part.split("=", 1) for part in text.split(";") if part)
    missing = [name for name in needs if not parts.get(name)]
    if missing:
        raise ValueError(", ".join(missing))
    return parts
