"""The pages and their policy."""

import base64
import hashlib
from pathlib import Path

from sparring.web.site import PagePolicy, content_security_policy


def test_inline_scripts_are_allowed_by_their_hash_and_only_those(tmp_path: Path) -> None:
    """Each inline body is hashed once; scripts with a source are not."""
    (tmp_path / "a.html").write_text('<script>one()</script><script src="x.js"></script>')
    (tmp_path / "b.html").write_text("<script>one()</script><script>two()</script>")
    policy = content_security_policy(tmp_path)
    for body in ("one()", "two()"):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert policy.count(f"'sha256-{digest}'") == 1
    assert policy.count("sha256-") == 2
    assert "unsafe-inline" not in policy.split("style-src", maxsplit=1)[0]


def test_pages_built_anew_under_a_running_server_are_allowed_their_scripts(tmp_path: Path) -> None:
    """A page that is written, added or taken away changes the policy at the next request, and nothing else does."""
    policy, page = PagePolicy(tmp_path), tmp_path / "index.html"
    assert policy() == "default-src 'none'"
    page.write_text("<script>one()</script>")
    first = policy()
    assert policy() is first
    page.write_text("<script>another()</script>")
    second = policy()
    (tmp_path / "call").mkdir()
    (tmp_path / "call" / "index.html").write_text("<script>one()</script>")
    both = policy()
    assert (hash_of("one()") in first, hash_of("another()") in first) == (True, False)
    assert (hash_of("one()") in second, hash_of("another()") in second) == (False, True)
    assert hash_of("one()") in both
    assert hash_of("another()") in both


def hash_of(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
