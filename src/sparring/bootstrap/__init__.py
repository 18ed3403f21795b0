"""The only place that builds things: one `Config` in, the two brains out, each with the adapters the config picks."""
