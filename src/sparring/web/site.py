"""The pages: a static export, under a content security policy that allows its inline scripts by their hashes."""

import base64
import hashlib
import re
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Site(StaticFiles):
    """Files of the export; names that carry a content hash may be kept by the browser for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or its page of the same name."""
        response = await super().get_response(path, scope)
        immutable = "/_next/static/" in f"/{path}"
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if immutable else "no-cache"
        return response


def content_security_policy(folder: Path) -> str:
    """No eval, nothing from elsewhere; inline scripts only as they stand in the export."""
    bodies = {body for page in folder.rglob("*.html") for body in _INLINE.findall(page.read_text("utf-8"))}
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
