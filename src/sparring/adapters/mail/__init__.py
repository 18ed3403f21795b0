"""Mail systems that a report can be handed to."""
