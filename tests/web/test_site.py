"""The pages and their policy."""

import base64
import hashlib
from pathlib import Path

from sparring.web.site import content_security_policy


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
