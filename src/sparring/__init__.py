"""Sparring: practise a sales call with an AI buyer, get a score traced to your own words."""
