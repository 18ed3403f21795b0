"""Who is recognised next."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from sparring.adapters.hearing.local.job_queue import JobQueue


@dataclass(eq=False)
class Job:
    """A stretch of a call's turn; the turn decides how it begins."""

    turn: int
    length: int = 1

    @property
    def pcm_16khz(self) -> bytes:
        """The same opening for every guess at one turn."""
        return bytes([self.turn]) * (3_200 + self.length)


def _queue(*jobs: Job, limit: int = 99) -> JobQueue[Job]:
    queue: JobQueue[Job] = JobQueue(limit=limit)
    for job in jobs:
        assert queue.put(job)
    return queue


def _drained(queue: JobQueue[Job]) -> list[Job]:
    taken = []
    while (job := queue.take()) is not None:
        taken.append(job)
    return taken


def test_calls_take_turns_and_the_newest_guess_goes_first() -> None:
    """A call that guesses often does not hold up another, and its last guess is the one that counts."""
    early, late, other = Job(1, 1), Job(1, 2), Job(2)
    assert _drained(_queue(early, late, other)) == [late, other, early]


def test_a_full_queue_takes_nothing() -> None:
    """More work than anybody can do is refused, not remembered."""
    queue = _queue(Job(1), Job(2), limit=2)
    assert not queue.put(Job(3))
    assert len(queue) == 2


def test_a_removed_job_is_never_taken() -> None:
    """Cancelling what has not begun costs nothing."""
    first, second = Job(1, 1), Job(1, 2)
    queue = _queue(first, second)
    assert queue.remove(second)
    assert not queue.remove(second)
    assert _drained(queue) == [first]
    assert not queue.remove(first)


def test_an_equal_stretch_of_another_asker_is_not_removed() -> None:
    """Jobs are told apart by who asked, not by their sound."""
    mine, theirs = Job(1), Job(1)
    queue = _queue(mine, theirs)
    queue.remove(mine)
    assert _drained(queue) == [theirs]


def test_clearing_hands_everything_back() -> None:
    """Whoever waited can be told."""
    jobs = [Job(1), Job(1, 2), Job(2)]
    queue = _queue(*jobs)
    assert sorted(map(id, queue.clear())) == sorted(map(id, jobs))
    assert queue.take() is None


@given(turns=st.lists(st.integers(0, 4), max_size=30))
def test_everything_put_in_comes_out_once_and_no_call_waits_for_more_than_one_of_each_other(turns: list[int]) -> None:
    """Between a turn's arrival and its first service, every other turn is served at most once."""
    jobs = [Job(turn, index) for index, turn in enumerate(turns)]
    taken = _drained(_queue(*jobs))
    assert sorted(map(id, taken)) == sorted(map(id, jobs))
    firsts = [job.turn for index, job in enumerate(taken) if job.turn not in {one.turn for one in taken[:index]}]
    assert [job.turn for job in taken[: len(firsts)]] == firsts
