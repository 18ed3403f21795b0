"""Services that speak OpenAI's protocols: how it is reached, what it takes, what it took, what its faults mean."""
