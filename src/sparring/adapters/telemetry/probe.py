"""Whether a collector takes what it would be sent: an export of nothing, for real.

Flows in: the base address and headers as they are set. Flows out: yes or no, and a sentence for the operator. What the
collector says is not passed on, only its status.
"""

import asyncio
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from sparring.adapters.telemetry.factory import header_pairs

LIMIT_S: Final = 5.0
_NOTHING: Final = b""  # of protobuf: an ExportTraceServiceRequest without a span


async def probe(url: str, headers: str | None) -> tuple[bool, str]:
    """Raises: ConfigRejected for headers that are none."""
    sent = header_pairs(headers or "") | {"Content-Type": "application/x-protobuf"}
    return await asyncio.to_thread(_asked, f"{url.rstrip('/')}/v1/traces", sent)


def _asked(url: str, headers: dict[str, str]) -> tuple[bool, str]:
    request = Request(url, data=_NOTHING, headers=headers, method="POST")  # noqa: S310 - the settings take http and https
    try:
        with urlopen(request, timeout=LIMIT_S):  # noqa: S310
            return True, "The collector takes what it is sent."
    except HTTPError as error:
        error.close()
        return False, _refused(error.code)
    except (URLError, OSError, ValueError):
        return False, "The collector cannot be reached: check SPARRING_OTLP_URL and the network."


def _refused(status: int) -> str:
    if status in (401, 403):
        return f"The collector does not let us in ({status}): check SPARRING_OTLP_HEADERS."
    if status in (404, 405):
        return f"Nothing there takes OTLP over HTTP ({status}): SPARRING_OTLP_URL is the address before /v1/traces."
    return f"The collector refuses what it is sent ({status}): it must take OTLP over HTTP, protobuf."
