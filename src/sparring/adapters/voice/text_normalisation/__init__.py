"""Written English into words that any speech engine reads alike: a file of reading rules for each kind of notation."""
