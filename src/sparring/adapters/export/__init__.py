"""Typed forms of what is exported, each behind an extra of the package."""
