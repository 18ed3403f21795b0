"""The list of engines."""

from importlib import import_module

from sparring.adapters.voice.local.engine import ENGINES


def test_every_engine_has_a_module_that_opens_it() -> None:
    """Under its own name."""
    for name in ENGINES:
        assert callable(import_module(f"sparring.adapters.voice.local.{name}_engine").open_engine)
