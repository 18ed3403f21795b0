"""The table of engines is complete."""

from importlib import import_module

from sparring.adapters.catalogue import load_catalogue
from sparring.adapters.hearing.local.engine import ENGINE_MODULES
from sparring.adapters.hearing.local.whisper_engine import MODELS, PAD_S
from sparring.config import HEARING_ENGINES


def test_every_engine_can_be_opened_by_its_module() -> None:
    """Each module named has the function that the child calls."""
    for module in ENGINE_MODULES.values():
        assert callable(import_module(module).open_engine)


def test_every_whisper_has_its_weights_in_the_catalogue() -> None:
    """And the silence it wants behind a turn."""
    whispers = {name for name, module in ENGINE_MODULES.items() if module.endswith("whisper_engine")}
    assert set(MODELS) == set(PAD_S) == whispers
    for model_id in MODELS.values():
        assert load_catalogue().model(model_id).used_for == "hearing"


def test_the_setting_offers_every_engine() -> None:
    """What can be built can be asked for."""
    assert set(ENGINE_MODULES) <= set(HEARING_ENGINES)
