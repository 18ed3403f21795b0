"""A realtime model that words the buyer: one WebSocket a call, text in, text out; ear and voice stay our own."""
