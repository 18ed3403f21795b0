"""The HTTP surface: pages, JSON, and one WebSocket per call. Every route checks whose thing it is."""
