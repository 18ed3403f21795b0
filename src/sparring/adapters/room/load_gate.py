"""Which jobs a worker takes: new calls while there is a place and the machine is calm, calls that go on always.

Flows in: the worker's jobs and the processors' load. Flows out: yes or no to each job LiveKit offers, the places told
to the door, and the load told to LiveKit. The gate is ours because the server never offers a job to a worker that is
full or whose load is 1, and tries no second time: the rep of a killed job would wait in vain on a busy machine.
"""

from livekit.agents import AgentServer, JobRequest
from livekit.agents.worker import _DefaultLoadCalc

from sparring.adapters.room.job_metadata import goes_on

MOST_LOAD_TOLD = 0.98  # livekit-server 1.9 weighs workers by 1 - load, and one of weight 0 is offered nothing


class Gate:
    """One worker's.

    Args:
        calls: it carries at once.
        load: share of the processors above which no new call is taken; 1.0 or more for no such limit.
    """

    def __init__(self, *, calls: int, load: float) -> None:
        self._calls, self._load = calls, load
        self._entering = 0  # accepted, and not yet among the worker's jobs

    def places(self, worker: AgentServer) -> int:
        """How many further calls would be taken now."""
        busy = self._load < 1 and _DefaultLoadCalc.get_load(worker) >= self._load
        return 0 if busy else max(0, self._calls - len(worker.active_jobs) - self._entering)

    def told_load(self, worker: AgentServer) -> float:
        """For LiveKit, which prefers the calmest of several workers: 0 to `MOST_LOAD_TOLD`."""
        full = self.places(worker) == 0
        return MOST_LOAD_TOLD if full else min(MOST_LOAD_TOLD, _DefaultLoadCalc.get_load(worker))

    async def admit(self, request: JobRequest, worker: AgentServer) -> None:
        """Answer one offer. What this worker does not take may go to another."""
        if not goes_on(request.job.metadata) and not self.places(worker):
            await request.reject(terminate=False)
            return
        self._entering += 1
        try:
            await request.accept()
        finally:
            self._entering -= 1
