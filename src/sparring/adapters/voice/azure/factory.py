"""Azure Speech by its settings: which address, and a key or Microsoft Entra's token for exactly this resource."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from sparring.adapters.azure.entra import CLASSIC_SCOPE, EntraTokens, TokenProvider
from sparring.adapters.voice.azure.connection import Credentials, open_connection
from sparring.adapters.voice.azure.synthesiser import AzureSynthesiser
from sparring.adapters.voice.azure.warm import WarmConnections
from sparring.errors import ConfigRejected
from sparring.ports import Clock, Progress, Synthesiser

_REGIONAL: Final = re.compile(r"[a-z0-9]+\.tts\.speech\.(?:microsoft\.com|azure\.(?:us|cn))")
_RESOURCE: Final = re.compile(
    r"/subscriptions/[^/#]+/resourceGroups/[^/#]+/providers/Microsoft\.CognitiveServices/accounts/[^/#]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AzureVoiceSettings:
    """What is set. Without a key the process's own identity is used, which needs `resource_id`."""

    url: str
    key: str | None = field(default=None, repr=False)
    resource_id: str | None = None
    temperature: float | None = None
    warm: int = 2

    @property
    def way_in(self) -> str:
        """For the doctor."""
        return "a key" if self.key else "Microsoft Entra"


async def open_azure_voice(
    settings: AzureVoiceSettings, clock: Clock, *, progress: Progress, tokens: TokenProvider | None = None
) -> tuple[Synthesiser, str]:
    """The voice, called for real, and one sentence about it. Raises: VoiceFailed, ConfigRejected."""
    proof, entra = proof_of(settings, tokens)
    url = websocket_url(settings.url)
    connections = WarmConnections(lambda: open_connection(url, proof, clock), warm=settings.warm, clock=clock)
    synthesiser = AzureSynthesiser(connections, temperature=settings.temperature, tokens=entra)
    try:
        await synthesiser.start(progress)
    except BaseException:
        await synthesiser.close()
        raise
    return synthesiser, f"Azure Speech at {urlsplit(settings.url).hostname} speaks, by {settings.way_in}."


def websocket_url(url: str) -> str:
    """Where a resource or a region takes WebSockets; an address with a path of its own is taken as it is."""
    parts = urlsplit(url)
    secure = parts.scheme in ("https", "wss")
    path = parts.path.rstrip("/")
    if not path:
        path = "/cognitiveservices/websocket/v1"
        if not _REGIONAL.fullmatch(parts.hostname or ""):
            path = "/tts" + path
    return f"{'wss' if secure else 'ws'}://{parts.netloc}{path}"


def proof_of(
    settings: AzureVoiceSettings, tokens: TokenProvider | None = None
) -> tuple[Credentials, TokenProvider | None]:
    """What proves who we are, and what gives its tokens if it has any. Raises: ConfigRejected."""
    if settings.key:
        return _by_key(settings.key), None
    if not settings.resource_id or not _RESOURCE.fullmatch(settings.resource_id):
        raise ConfigRejected(
            "Azure Speech without SPARRING_AZURE_SPEECH_KEY needs SPARRING_AZURE_SPEECH_RESOURCE_ID, the whole id, "
            "/subscriptions/…/resourceGroups/…/providers/Microsoft.CognitiveServices/accounts/…, of the resource."
        )
    entra = tokens or EntraTokens(CLASSIC_SCOPE)
    return _by_token(entra, settings.resource_id), entra


def _by_key(key: str) -> Credentials:
    async def proof() -> Mapping[str, str]:
        return {"Ocp-Apim-Subscription-Key": key}

    return proof


def _by_token(tokens: TokenProvider, resource_id: str) -> Credentials:
    """Asked for each connection: the credential keeps a token and renews it before it ends, a connection lives less."""

    async def proof() -> Mapping[str, str]:
        return {"Authorization": f"Bearer aad#{resource_id}#{await tokens()}"}

    return proof
