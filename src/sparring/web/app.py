"""The application: routes, one error shape, security headers, and the pages at the root."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sparring.errors import NoRoomForCall, SparringError, TooManyUploads
from sparring.web import (
    accounts,
    appeals,
    booking,
    call_list,
    call_socket,
    calls,
    exams,
    library,
    managers,
    overrides,
    reports,
    retakes,
    rooms,
    team,
    uploads,
)
from sparring.web.accounts import Wired
from sparring.web.pages import Pages
from sparring.web.services import Services

MAX_BODY_BYTES = 100_000
_TRY_AGAIN = {"retry-after": "10"}
_PACKED_FROM_BYTES = 1_000
_PACKED_ELSEWHERE_FROM_BYTES = 16_384  # about a millisecond: more of it would be felt on the loop of live calls
_PARTS = (
    accounts, library, booking, calls, call_list, call_socket, rooms, reports, retakes, appeals, overrides,
    managers, team, exams, uploads,
)  # fmt: skip
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "permissions-policy": "microphone=(self), camera=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]
Next = Callable[[Request], Awaitable[Response]]


def create_app(wired: Services, lifespan: Lifespan, pages: Pages) -> FastAPI:
    """The whole web surface around `wired`."""
    app = FastAPI(title="Sparring", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.services = wired
    for part in _PARTS:
        app.include_router(part.router)
    app.add_api_route("/api/health", _health)
    app.add_exception_handler(SparringError, _explain)
    app.add_exception_handler(RequestValidationError, _explain_form)
    app.add_exception_handler(HTTPException, _explain_route)
    app.add_middleware(
        GZipMiddleware,
        minimum_size=_PACKED_FROM_BYTES,
        compresslevel=6,
        thread_minimum_size=_PACKED_ELSEWHERE_FROM_BYTES,
    )
    app.middleware("http")(_guard(pages.policy))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(wired.hosts))
    app.mount("/", pages)
    return app


def _guard(policy: str) -> Callable[[Request, Next], Awaitable[Response]]:
    async def guard(request: Request, call_next: Next) -> Response:
        refusal = _refusal(request)
        response = refusal if refusal is not None else await call_next(request)
        response.headers["content-security-policy"] = policy
        for name, value in _HEADERS.items():
            response.headers[name] = value
        if request.url.path.startswith("/api/"):
            response.headers["cache-control"] = "no-store"
        return response

    return guard


def _refusal(request: Request) -> Response | None:
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign and request.method not in _SAFE_METHODS:
        return _error(403, "foreign_origin", "That request came from another site.")
    length = request.headers.get("content-length", "0")
    if "transfer-encoding" in request.headers or not (length.isascii() and length.isdigit()):
        return _error(411, "length_required", "Sparring reads only requests that say how long they are.")
    most = uploads.MAX_UPLOAD_BODY_BYTES if "/uploads" in request.url.path else MAX_BODY_BYTES
    if len(length) > len(str(most)) or int(length) > most:
        return _error(413, "too_large", "That is more than Sparring accepts.")
    return None


async def _health(wired: Wired) -> Response:
    """503 while a further call would not be carried well: for a balancer, not for whoever restarts processes."""
    health = wired.health()
    ok = health.status == "ok"
    return JSONResponse(asdict(health), status_code=200 if ok else 503, headers={} if ok else _TRY_AGAIN)


async def _explain(_: Request, error: Exception) -> Response:
    assert isinstance(error, SparringError)
    response = _error(error.http_status, error.code, error.sentence)
    if isinstance(error, NoRoomForCall):
        response.headers.update(_TRY_AGAIN)
    if isinstance(error, TooManyUploads):
        response.headers["Retry-After"] = str(error.retry_after_s)
    return response


async def _explain_form(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"] if part != "body")
    return _error(422, "form_rejected", f"{field or 'The request'}: {first['msg']}.")


async def _explain_route(request: Request, error: Exception) -> Response:
    """What the framework refuses by itself; the pages have a page for it."""
    assert isinstance(error, HTTPException)
    if not request.url.path.startswith("/api/"):
        return await http_exception_handler(request, error)
    if error.status_code == 400:  # the body is not even text
        return _error(422, "form_rejected", "The request: its body is not JSON in UTF-8.")
    return _error(404, "no_such_route", "Sparring does not do that here.")


def _error(status: int, code: str, sentence: str) -> Response:
    content: dict[str, Any] = {"error": {"code": code, "sentence": sentence}}
    return JSONResponse(content, status_code=status)
