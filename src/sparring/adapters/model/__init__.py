"""Language models: how a service is reached, and a model that words the buyer's decisions."""
