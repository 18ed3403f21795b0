"""What a question is about: words of questions to families and to referral sources, in order of precedence."""
