"""The pages: a static export, under a content security policy that allows its inline scripts by their hashes."""

import base64
import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Site(StaticFiles):
    """Files of the export; names that carry a content hash may be kept by the browser for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or its page of the same name. Raises: HTTPException for what the API does not have."""
        if path.partition("/")[0] == "api":
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        immutable = "/_next/static/" in f"/{path}"
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if immutable else "no-cache"
        return response


class PagePolicy:
    """The content security policy of the pages as they stand now: they may be built anew under a running server.

    Args:
        folder: the export; a folder that is not there has pages of no kind.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: tuple[tuple[str, int, int], ...] = ()
        self._policy = "default-src 'none'"

    def __call__(self) -> str:
        """Read again when a page was added, removed or written since the last time; a look costs 0.1 ms."""
        stamps = tuple(_stamps(self._folder))
        if stamps != self._stamps:
            self._policy, self._stamps = content_security_policy(self._folder), stamps
        return self._policy


def _pages(folder: Path) -> list[Path]:
    """Pages stand at the top or in a folder of their own; below are scripts and styles."""
    return sorted([*folder.glob("*.html"), *folder.glob("*/*.html")])


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for page in _pages(folder):
        with suppress(FileNotFoundError):
            found = page.stat()
            yield page.as_posix(), found.st_mtime_ns, found.st_size


def content_security_policy(folder: Path) -> str:
    """No eval, nothing from elsewhere; inline scripts only as they stand in the export."""
    bodies = {body for page in _pages(folder) for body in _INLINE.findall(page.read_text("utf-8"))}
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "media-src 'self' blob:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
