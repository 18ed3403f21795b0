"""A15: the header in which a log-in names people makes nobody a rep who is connected past that log-in.

Over real sockets: what counts is who is connected, and no line that a request brings.
"""

import asyncio
import socket
from dataclasses import replace

import httpx
import pytest
import uvicorn

from sparring.config.values import NETWORKS
from sparring.web.draining import server_config
from sparring.web.log_in import LogIn
from tests.web import conftest
from tests.web.conftest import LOG_IN, House, app_around

house = conftest.house

CLAIMS = [
    {},
    {"x-forwarded-for": "127.0.0.1"},
    {"forwarded": "for=127.0.0.1"},
    {"x-real-ip": "127.0.0.1"},
    {"x-forwarded-for": "10.0.0.4, 127.0.0.1"},
]


async def _asked(house: House, log_in: LogIn, headers: dict[str, str]) -> httpx.Response:
    """As `sparring actor` serves it: the connected address is nobody's to say."""
    listener = socket.create_server(("127.0.0.1", 0))
    app = app_around(replace(house.wired, log_in=log_in))
    server = uvicorn.Server(server_config(app, host="127.0.0.1", port=0))
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}") as http:
            while not server.started:
                await asyncio.sleep(0.01)
            return await http.get("/api/me", headers={"x-signed-in": "ann", **headers})
    finally:
        server.should_exit = True
        await serving


@pytest.mark.parametrize("claims", CLAIMS)
async def test_a_forged_header_makes_nobody_a_rep(house: House, claims: dict[str, str]) -> None:
    """Whatever the request says of where it comes from; the log-in is at another address."""
    elsewhere = LogIn("X-Signed-In", NETWORKS.read("10.0.0.4"))
    assert (await _asked(house, elsewhere, claims)).status_code == 404


@pytest.mark.parametrize("claims", CLAIMS)
async def test_the_log_in_s_own_word_counts_whatever_it_passes_on(house: House, claims: dict[str, str]) -> None:
    """It says of whom a request comes; that does not make it come from there."""
    assert (await _asked(house, LOG_IN, claims)).status_code == 200
