"""Transport of the rep's call: WebRTC straight to this process."""
