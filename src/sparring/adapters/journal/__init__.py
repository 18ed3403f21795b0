"""Where a running call's turns become durable."""
