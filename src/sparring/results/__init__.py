"""Questions over scorecards: where a rep's calls stand, and how reps, teams, locations and the network are doing.

Flows in: the ports `Results` and `Analysis`. Flows out: rows for lists and figures with their error, for pages, the
command line and exports. Counting and adding up happens in SQL; what a sum means is decided here.
"""

from sparring.results.standing import CallStanding, CallState, standing_of_call, standings_of_rep

__all__ = ["CallStanding", "CallState", "standing_of_call", "standings_of_rep"]
