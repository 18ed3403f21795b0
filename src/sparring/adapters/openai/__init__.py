"""Services that speak OpenAI's protocols: how one is reached, what it takes, what it took, what its faults mean."""
