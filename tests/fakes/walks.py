"""Random walks through a JSON Schema: the worst model that a decoder bound to the schema can be.

llguidance is the engine behind OpenAI's structured outputs; it says at each step which bytes may come next.
"""

import json
import random
from collections.abc import Iterator, Mapping
from typing import Any

import llguidance
import llguidance.numpy as masks
import numpy as np

STEPS = 6_000
CLOSING_SHARE = 0.4
"""How often a string, a list or an object is closed where it may be: uniform chance would go on for ever."""


def walks(form: Mapping[str, Any], *, seed: str, count: int) -> Iterator[str]:
    """`count` finished texts; a walk of more than `STEPS` bytes is given up and another one begun."""
    tokenizer = llguidance.LLTokenizer("byte")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(form), overrides={"whitespace_flexible": False})
    assert not llguidance.LLMatcher.validate_grammar(grammar, tokenizer)
    fresh = llguidance.LLMatcher(tokenizer, grammar)
    rng, bitmask = random.Random(seed), masks.allocate_token_bitmask(1, tokenizer.vocab_size)
    found = 0
    while found < count:
        text = _walk(fresh.deep_copy(), rng, bitmask)
        if text is not None:
            found += 1
            yield text


def _walk(matcher: Any, rng: random.Random, bitmask: Any) -> str | None:
    said = bytearray()
    for _ in range(STEPS):
        masks.fill_next_token_bitmask(matcher, bitmask, 0)
        allowed = np.nonzero(np.unpackbits(bitmask[0].view(np.uint8), bitorder="little")[:257])[0]
        bytes_allowed = [int(token) for token in allowed if token < 256]
        if matcher.is_stopped() or not bytes_allowed:
            return said.decode("utf-8")
        closing = [token for token in bytes_allowed if token in b'"]}']
        token = rng.choice(closing) if closing and rng.random() < CLOSING_SHARE else rng.choice(bytes_allowed)
        assert matcher.consume_token(token)
        said.append(token)
    return None
