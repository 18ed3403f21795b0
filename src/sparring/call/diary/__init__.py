"""What is durable of a call: its diary, entry by entry, and the transcript that is folded from it and handed over."""
