"""The fuzzer of the buyer, for a moment."""

import pytest
from tools.fuzz_buyer import played

from sparring.persona import Persona, load_personas


@pytest.mark.parametrize("persona", load_personas(), ids=lambda persona: persona.id)
def test_nonsense_breaks_no_buyer(persona: Persona) -> None:
    """Two calls with each; `tools/fuzz_buyer.py` goes on for as long as one likes."""
    for seed in (11, 12):
        assert played(persona, seed) == played(persona, seed)
