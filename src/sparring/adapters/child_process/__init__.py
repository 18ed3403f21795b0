"""A child process of our own: the parent's side, the child's side, and the frames that pass between them."""
