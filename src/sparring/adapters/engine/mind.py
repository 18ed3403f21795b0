"""The buyer's mind in the shape of a language model: `AgentSession` asks it for an answer, the call session decides.

Flows in: nothing of the framework's own record. Flows out: the words of the buyer's move as they come.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, APIConnectOptions, llm

from sparring.call.saying import Saying


class Mind(llm.LLM[str]):
    """Answers each turn with the words of the buyer's move.

    Args:
        answer: writes the rep's turn down and returns what the buyer says, if anything.
    """

    def __init__(self, answer: Callable[[], Awaitable[Saying | None]]) -> None:
        super().__init__()
        self.answer = answer

    @property
    def model(self) -> str:
        """Name for the framework's metrics."""
        return "sparring-buyer"

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[Any] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: Any = NOT_GIVEN,
        tool_choice: Any = NOT_GIVEN,
        extra_kwargs: Any = NOT_GIVEN,
    ) -> llm.LLMStream:
        """One answer; the chat context is the framework's own record, the diary is ours."""
        del parallel_tool_calls, tool_choice, extra_kwargs
        return _Answer(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)


class _Answer(llm.LLMStream):
    async def _run(self) -> None:
        mind = self._llm
        assert isinstance(mind, Mind)
        saying = await mind.answer()
        if saying is None:
            return
        async for piece in saying.pieces():
            delta = llm.ChoiceDelta(role="assistant", content=piece)
            self._event_ch.send_nowait(llm.ChatChunk(id="buyer", delta=delta))
