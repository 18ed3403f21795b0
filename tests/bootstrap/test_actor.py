"""What brain 1's process loads before there is a page."""

import subprocess
import sys

NOT_BEFORE_THE_PAGE = ("aiohttp", "livekit", "openai", "azure", "ctranslate2", "av", "scipy")
LOADED = "import sys, sparring.bootstrap.actor; print(*{name.split('.')[0] for name in sys.modules})"


def test_no_client_and_no_engine_is_loaded_before_the_first_page() -> None:
    """A warm start has three seconds; LiveKit's client alone takes 0.3 of them where no room is configured."""
    printed = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert set(printed.split()).isdisjoint(NOT_BEFORE_THE_PAGE)
