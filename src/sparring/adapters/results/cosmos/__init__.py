"""Results on Azure Cosmos DB for NoSQL (docs/adr/0032): one tenant's calls, each one item that changes as a whole."""
