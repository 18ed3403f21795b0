"""A8: an id is one of ours to the last character, and a store's names come from ids alone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.adapters.store.folder import FolderStore
from sparring.errors import IdRejected
from sparring.ids import parse_call_id, parse_email_address, parse_rep_id, parse_slug
from sparring.transcript import call_id_of

PARSERS: dict[str, Callable[[str], str]] = {
    "call": parse_call_id,
    "rep": parse_rep_id,
    "slug": lambda text: parse_slug(text, what="slug"),
    "email": parse_email_address,
    "object": call_id_of,
}
CALL = "call_0123456789abcdefghij"
TRICKS = [
    "",
    "..",
    "../" + CALL,
    f"../../etc/{CALL}",
    f"{CALL}/..",
    "%2e%2e%2f" + CALL,
    CALL + "%00",
    CALL + "\x00",
    CALL + "\n",
    "\n" + CALL,
    CALL + "\r\nSet-Cookie: a=b",
    CALL + " ",
    CALL.upper(),
    CALL + "k",
    CALL[:-1],
    "call_" + "٣" * 20,  # digits, but not ours
    "call_" + "\uff41" * 20,  # wide letters
    "call_" + "é" * 20,
    "call-0123456789abcdefghij",
    CALL + "\u202e",
    CALL + "\u200b",
    "con",
    "nul.json",
    "a" * 100_000,
    "~root",
    "$(id)",
    "'; DROP TABLE call; --",
    "<img src=x>",
]


@pytest.mark.parametrize("kind", ["call", "rep", "email", "object"])
@pytest.mark.parametrize("text", TRICKS)
def test_a_trick_is_no_id(kind: str, text: str) -> None:
    """Traversal, escapes, control characters, other alphabets and other lengths are refused."""
    with pytest.raises(IdRejected):
        PARSERS[kind](text)


@pytest.mark.parametrize("text", [trick for trick in TRICKS if not re.fullmatch("[a-z][a-z0-9_]{2,47}", trick)])
def test_a_trick_is_no_slug(text: str) -> None:
    """A slug is a lower-case ASCII name of at most 48 characters."""
    with pytest.raises(IdRejected):
        PARSERS["slug"](text)


@given(kind=st.sampled_from(sorted(PARSERS)), text=st.text())
def test_what_passes_is_safe_everywhere(kind: str, text: str) -> None:
    """Any text is refused, or is plain ASCII without a separator, space, quote or control character."""
    try:
        parsed = PARSERS[kind](text)
    except IdRejected:
        return
    assert parsed.isascii()
    assert not set(parsed) & set('/\\ "<>:;,()[]\n\r\t\x00')


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@given(st.text(alphabet="abc._-/\\%~\x00\n ０é", max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
async def test_no_name_leaves_the_store(tmp_path: Path, text: str) -> None:
    """A name is refused, or stands for a file under the root."""
    store = FolderStore(tmp_path / "objects")
    for name in (text, f"transcripts/2026/11/25/{text}.json", f"{text}/2026/11/25/{CALL}.json"):
        try:
            await store.put_once(name, b"x")
        except IdRejected:
            continue
        assert (tmp_path / "objects" / name).resolve().is_relative_to((tmp_path / "objects").resolve())
    assert names_in(tmp_path) <= {"objects"}


@pytest.mark.parametrize(
    "name",
    [
        f"transcripts/2026/11/25/{CALL}.json/",
        f"/transcripts/2026/11/25/{CALL}.json",
        f"transcripts/2026/11/../25/{CALL}.json",
        f"transcripts/٢٠٢٦/11/25/{CALL}.json",
        f"transcripts/2026/11/25/{CALL}.json\n",
        f"transcripts/2026/11/25/{CALL}.json\x00.png",
        f"personas/2026/11/25/{CALL}.json",
        "transcripts/2026/11/25/rep_0123456789abcdefghij.json",
    ],
)
def test_an_object_name_is_ours_to_the_last_character(name: str) -> None:
    """Only what was derived from a call's id and day names a transcript."""
    with pytest.raises(IdRejected):
        call_id_of(name)
