"""What the buyer knows, and what of it is told: which fact is asked for, earned, or followed.

Flows in: what was heard and the buyer's state. Flows out: facts to tell, to guard or to leave open, and in which order.
"""
