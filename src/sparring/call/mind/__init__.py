"""The buyer's mind, part by part: what was said, what only the call so far can tell, its effect, its words.

Flows in: one utterance and the buyer's state. Flows out: the next state and a move. Pure; `call/buyer.py` is its door.
"""
