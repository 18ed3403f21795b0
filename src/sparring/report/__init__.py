"""What a rep and a coach read: the scorecard and its call, as one document, a page and an e-mail."""
