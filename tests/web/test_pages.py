"""The pages as browsers meet them, and their policy."""

import base64
import hashlib
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.routing import Mount

from sparring.web.pages import Pages, content_security_policy

FILES = {
    "index.html": b"<p>Start</p>",
    "call/index.html": b"<p>Call</p>",
    "404.html": b"<p>Nothing here</p>",
    "_next/static/chunks/1a2b.js": b"go()",
    "licences.txt": b"MIT",
}


@pytest.fixture
def browser() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=[Mount("/", Pages(FILES))])) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/call/", "call/index.html", "text/html; charset=utf-8"),
        ("/call?id=7", "call/index.html", "text/html; charset=utf-8"),
        ("/licences.txt", "licences.txt", "text/plain; charset=utf-8"),
        ("/_next/static/chunks/1a2b.js", "_next/static/chunks/1a2b.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_page_is_found_by_its_folder_and_a_file_by_its_name(
    browser: TestClient, path: str, name: str, kind: str
) -> None:
    """A folder without its slash is sent to where it has one, with all that was asked along."""
    answer = browser.get(path)
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, FILES[name], kind)
    assert answer.url.query.decode() == path.partition("?")[2]


def test_where_a_folder_is_is_said_without_scheme_and_host(browser: TestClient) -> None:
    """Behind what ends HTTPS a whole address of ours would lead to HTTP; a query goes along as it was sent."""
    for query in ("", "?id=call_1&for=%22x%20y%22"):
        answer = browser.get(f"/call{query}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (307, f"/call/{query}")


def test_what_has_a_hash_in_its_name_is_kept_and_all_else_asked_for_again(browser: TestClient) -> None:
    """Whoever has a page already is told so in a line."""
    assert "immutable" in browser.get("/_next/static/chunks/1a2b.js").headers["cache-control"]
    first = browser.get("/call/")
    assert first.headers["cache-control"] == "no-cache"
    again = browser.get("/call/", headers={"if-none-match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert browser.get("/", headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/nothing", "/call/nothing/", "/..%2fcall/index.html", "/call%00"])
def test_what_is_not_in_the_export_is_the_page_for_that(browser: TestClient, path: str) -> None:
    """No path leads out of it: a name is in the archive, or it is nowhere."""
    answer = browser.get(path)
    assert (answer.status_code, answer.content) == (404, FILES["404.html"])


def test_the_api_has_no_pages_and_pages_are_only_read(browser: TestClient) -> None:
    """A route that is not there is not answered with a page."""
    assert browser.get("/api/nothing").content != FILES["404.html"]
    assert browser.post("/call/").status_code == 405
    assert browser.head("/call/").status_code == 200


def test_inline_scripts_are_allowed_by_their_hash_and_only_those() -> None:
    """Each inline body is hashed once; scripts with a source are not."""
    pages = [b'<script>one()</script><script src="x.js"></script>', b"<script>one()</script><script>two()</script>"]
    policy = content_security_policy(pages)
    for body in (b"one()", b"two()"):
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        assert policy.count(f"'sha256-{digest}'") == 1
    assert policy.count("sha256-") == 2
    assert "unsafe-inline" not in policy.split("style-src", maxsplit=1)[0]
