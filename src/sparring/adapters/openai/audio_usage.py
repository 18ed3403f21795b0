"""`usage` as OpenAI's realtime and transcription protocols have it: text and sound apart, and what of both was cached.

Flows in: plain data of a finished response or transcription. Flows out: `Tokens`, none of them counted twice. Source:
openai-python's `RealtimeResponseUsage` and `UsageTokens`.
"""

from typing import Any

from sparring.usage import Tokens, told


def tokens_of(usage: object, service: str, model: str) -> Tokens | None:
    """None where there is none, or one that says nothing."""
    asked, answered = _whole(usage, "input_tokens"), _whole(usage, "output_tokens")
    if not asked and not answered:
        return None
    details, of_answer = _part(usage, "input_token_details"), _part(usage, "output_token_details")
    cached, cached_kinds = _whole(details, "cached_tokens"), _part(details, "cached_tokens_details")
    cached_audio = min(_whole(cached_kinds, "audio_tokens"), cached)
    audio, audio_answered = _whole(details, "audio_tokens"), _whole(of_answer, "audio_tokens")
    new_audio = max(0, audio - cached_audio)
    return Tokens(
        service,
        model,
        input=max(0, asked - cached - new_audio),
        cached_input=cached - cached_audio,
        output=max(0, answered - audio_answered),
        input_audio=new_audio,
        cached_input_audio=cached_audio,
        output_audio=audio_answered,
    )


def _part(value: object, name: str) -> dict[str, Any]:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _whole(value: object, name: str) -> int:
    return told(value.get(name) if isinstance(value, dict) else None)
