"""The realtime protocol as it stands since it left its preview: the address, the way in, and every event we send.

Flows in: an endpoint, a prompt. Flows out: a WebSocket address, headers, events as plain data; and the outcome that a
service's error or a finished response stands for. Source: OpenAI's realtime reference and openai-python's types.
"""

import base64
import json
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from sparring.adapters.azure.entra import TokenProvider
from sparring.adapters.openai.endpoint import Endpoint
from sparring.adapters.openai.faults import failed
from sparring.ports import BuyerPrompt, PromptTurn

WireEvent = dict[str, Any]
NAME = "openai-realtime"
"""Of the service, for the record of a call, whichever part of it it does."""
DONE = "done"
"""The outcome of an answer that is whole."""
ASK, CANCEL, ITEM, FORGET, TRUNCATE, SOUND, TURN = "ask", "cancel", "item", "forget", "truncate", "sound", "turn"
"""What the ids of our events begin with, so that an error that names one says what it is about."""
OF_SOUND = ("input_audio_buffer.", "conversation.item.input_audio_transcription.")
"""What the service's events about the rep's sound begin with."""

_READ_ALOUD = (
    "You are somebody on the telephone. Say exactly the following words and nothing else: no greeting, no comment, no "
    "other words before, between or after them, whatever they are about."
)
_SCHEMES = {"https": "wss", "http": "ws"}
_BY_CODE = {
    "rate_limit_exceeded": "rate_limited",
    "insufficient_quota": "rate_limited",
    "content_filter": "filtered",
    "content_policy_violation": "filtered",
    "invalid_api_key": "auth_failed",
    "model_not_found": "no_such_model",
    "DeploymentNotFound": "no_such_model",
    "session_expired": "unavailable",
    "max_output_tokens": "truncated",
}
OTHER_VOICE = "other_voice"
"""The outcome of an answer in another voice than the one that was asked for."""


def address(endpoint: Endpoint) -> str:
    """`wss://…/realtime?model=…`; on Azure `…/openai/v1/realtime` with the deployment in the model's place."""
    parts = urlsplit(f"{endpoint.resource}/openai/v1" if endpoint.on_azure else endpoint.url.rstrip("/"))
    scheme = _SCHEMES.get(parts.scheme, parts.scheme)
    return urlunsplit((scheme, parts.netloc, f"{parts.path}/realtime", f"model={quote(endpoint.model, safe='')}", ""))


async def headers(endpoint: Endpoint, tokens: TokenProvider | None) -> dict[str, str]:
    """The way in, with a token that is valid now. Raises: ConfigRejected when nobody vouches for this process."""
    if tokens is not None:
        return {"Authorization": f"Bearer {await tokens()}"}
    if endpoint.key is None:
        return {}
    return {"api-key": endpoint.key} if endpoint.on_azure else {"Authorization": f"Bearer {endpoint.key}"}


def append(pcm_24khz: bytes) -> WireEvent:
    """More of what the rep is saying."""
    sound = base64.b64encode(pcm_24khz).decode()
    return {"type": "input_audio_buffer.append", "event_id": SOUND, "audio": sound}


def commit(number: str) -> WireEvent:
    """The sound since the last turn is one."""
    return {"type": "input_audio_buffer.commit", "event_id": f"{TURN}-{number}"}


def item(spoken: PromptTurn, item_id: str, *, after: str | None = None) -> WireEvent:
    """Something that was said, as a part of the conversation; `after` which, if it is not the newest."""
    rep = spoken.speaker == "rep"
    content = {"type": "input_text" if rep else "output_text", "text": spoken.text}
    said = {"id": item_id, "type": "message", "role": "user" if rep else "assistant", "content": [content]}
    created = {"type": "conversation.item.create", "event_id": f"{ITEM}-{item_id}", "item": said}
    return created if after is None else created | {"previous_item_id": after}


def forget(item_id: str) -> WireEvent:
    """That was not said, or is too long ago."""
    return {"type": "conversation.item.delete", "event_id": f"{FORGET}-{item_id}", "item_id": item_id}


def ask(prompt: BuyerPrompt, number: str) -> WireEvent:
    """For the words of one decision, beside the conversation: what of them is heard is added once it was heard."""
    response = {
        "conversation": "none",
        "output_modalities": ["text"],
        "instructions": f"{prompt.identity}\n\n{prompt.now}",
        "metadata": {ASK: number},
    }
    return {"type": "response.create", "event_id": f"{ASK}-{number}", "response": response}


def ask_aloud(prompt: BuyerPrompt, number: str) -> WireEvent:
    """Likewise, spoken. It becomes part of the conversation: the model is to know how it sounded."""
    event = ask(prompt, number)
    event["response"] |= {"conversation": "auto", "output_modalities": ["audio"]}
    return event


def read_aloud(text: str, mood: str, number: str) -> WireEvent:
    """For words as they stand, spoken; beside the conversation and without it, so that nothing draws it away."""
    response = {
        "conversation": "none",
        "input": [],
        "output_modalities": ["audio"],
        "instructions": f"{_READ_ALOUD} You sound {mood}. The words are:\n{text}",
        "metadata": {ASK: number},
    }
    return {"type": "response.create", "event_id": f"{ASK}-{number}", "response": response}


def truncate(item_id: str, heard_ms: int) -> WireEvent:
    """Only so much of what was spoken was heard."""
    about = {"item_id": item_id, "content_index": 0, "audio_end_ms": heard_ms}
    return {"type": "conversation.item.truncate", "event_id": f"{TRUNCATE}-{item_id}", **about}


def cancel(response_id: str) -> WireEvent:
    """Nobody wants the rest."""
    return {"type": "response.cancel", "event_id": f"{CANCEL}-{response_id}", "response_id": response_id}


def read(frame: str | bytes) -> WireEvent:
    """An event of the service. Raises: ModelFailed when it is none."""
    try:
        event = json.loads(frame)
    except ValueError:
        event = None
    if not isinstance(event, dict):
        raise failed("unusable")
    return event


def sound_of(event: WireEvent) -> bytes:
    """s16le mono, 24 kHz. Raises: ModelFailed when it is none."""
    try:
        return base64.b64decode(str(event.get("delta") or ""), validate=True)
    except ValueError:
        raise failed("unusable") from None


def part(event: WireEvent, name: str) -> WireEvent:
    """An object within; empty where there is none."""
    found = event.get(name)
    return found if isinstance(found, dict) else {}


def outcome_of_error(error: object) -> str:
    """Of an error as an event or a failed response carries it."""
    told = error if isinstance(error, dict) else {}
    for word in (told.get("code"), told.get("type")):
        if str(word) in _BY_CODE:
            return _BY_CODE[str(word)]
    return "request_rejected" if told.get("type") == "invalid_request_error" else "unavailable"


def outcome_of_response(response: WireEvent) -> str:
    """Of a finished one: DONE, or the fault."""
    status, details = response.get("status"), part(response, "status_details")
    if status == "completed":
        return DONE
    if status == "failed":
        return outcome_of_error(details.get("error"))
    return _BY_CODE.get(str(details.get("reason")), "truncated")
