"""A language model that words the buyer's decisions: the port `BuyerModel`; `adapters/openai/` says how to reach it."""
