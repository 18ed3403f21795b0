"""Calls that were held elsewhere: read from JSON, labelled text or WebVTT, and written into the air gap."""
