"""The pages: a static export, served out of memory under a content security policy that allows its inline scripts.

In: the files of the export by their paths (`page_archive.py`). Out: answers to browsers, and the policy.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from mimetypes import guess_type

from starlette.datastructures import URL, Headers
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

_INLINE = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_FOUND = "404.html"


class Pages:
    """Files of the export; names that carry a content hash may be kept by the browser for ever.

    Args:
        files: by path, without a slash at the front.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._tags = {name: f'"{hashlib.sha256(data).hexdigest()[:32]}"' for name, data in files.items()}
        self.policy = content_security_policy(data for name, data in files.items() if name.endswith(".html"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request. Raises: HTTPException for what the API does not have, and for what only it takes."""
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        name = scope["path"].lstrip("/")
        if name.partition("/")[0] == "api":
            raise HTTPException(404)
        if scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(405, headers={"allow": "GET, HEAD"})
        await self._answer(name, scope)(scope, receive, send)

    def _answer(self, name: str, scope: Scope) -> Response:
        if f"{name}/index.html" in self._files:
            # without scheme and host: whoever ends HTTPS before us knows them, and what it says of them is not read
            return RedirectResponse(URL(path=f"/{name}/", query=scope["query_string"].decode("latin-1")))
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name in self._files:
            return self._file(name, scope)
        if _NOT_FOUND in self._files:
            return Response(self._files[_NOT_FOUND], 404, media_type="text/html")
        raise HTTPException(404)

    def _file(self, name: str, scope: Scope) -> Response:
        headers = {"etag": self._tags[name], "cache-control": "no-cache"}
        if name.startswith("_next/static/"):
            headers["cache-control"] = _FOR_EVER
        has = Headers(scope=scope).get("if-none-match", "")
        if self._tags[name] in {tag.strip().removeprefix("W/") for tag in has.split(",")}:
            return Response(status_code=304, headers=headers)
        return Response(self._files[name], headers=headers, media_type=guess_type(name)[0] or "text/plain")


def content_security_policy(pages: Iterable[bytes]) -> str:
    """No eval, nothing from elsewhere; inline scripts only as they stand in the export."""
    bodies = {body for page in pages for body in _INLINE.findall(page)}
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}'" for body in bodies)
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
