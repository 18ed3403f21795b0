"""When the rep's turn begins and ends: by silence, by what was said, and by how readily a voice counts. Pure."""
