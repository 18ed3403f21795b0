"""OpenTelemetry behind the `Telemetry` port: a file of this machine by default, OTLP where an address is set."""
