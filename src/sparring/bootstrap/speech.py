"""Which recogniser hears and which voice speaks, as it is set: an engine of this machine, or a service."""

import logging
from importlib.util import find_spec
from typing import Final, Literal

from sparring.adapters.hearing import open_recogniser
from sparring.adapters.openai.endpoint import Endpoint, refuse_bare_secrets
from sparring.adapters.voice import open_synthesiser
from sparring.adapters.voice.azure import AzureVoiceSettings, open_azure_voice
from sparring.bootstrap.endpoint_settings import address_and_model
from sparring.bootstrap.folders import Folders
from sparring.config import PREFIX, Config
from sparring.errors import ConfigRejected, VoiceFailed
from sparring.ports import Clock, Progress, Recogniser, Synthesiser

log = logging.getLogger(__name__)

VOICES_OF_SERVICES: Final = ("azure", "openai")


async def open_voice(config: Config, clock: Clock, progress: Progress) -> tuple[Synthesiser, str]:
    """The voice, and one sentence that says why this one. Raises: VoiceFailed, ConfigRejected."""
    if config.voice == "azure":
        return await open_azure_voice(azure_voice_settings(config), clock, progress=progress)
    if config.voice == "openai":
        return await _opened_voice(_endpoint(config, "VOICE", config.voice_key), progress)
    return await open_synthesiser(Folders(config.data_dir).models, wanted=config.voice, progress=progress)


async def open_stand_by(config: Config) -> Synthesiser | None:
    """A voice of this machine for the calls on which a service falls silent; None where none is wanted or starts."""
    if config.voice not in VOICES_OF_SERVICES or config.voice_stand_by == "none":
        return None
    models = Folders(config.data_dir).models
    try:
        synthesiser, _ = await open_synthesiser(models, wanted=config.voice_stand_by, progress=lambda *_: None)
    except VoiceFailed as failure:
        log.warning("no voice of this machine stands by: %s", failure.code)
        return None
    return synthesiser


async def open_hearing(config: Config, clock: Clock, progress: Progress) -> tuple[Recogniser, str]:
    """The recogniser, and one sentence that says why this one. Raises: HearingFailed, ConfigRejected."""
    if config.hearing == "openai":
        endpoint = _endpoint(config, "HEARING", config.hearing_key)
        return await _opened_hearing(endpoint, clock, progress)
    return await open_recogniser(Folders(config.data_dir).models, wanted=config.hearing, progress=progress)


def azure_voice_settings(config: Config) -> AzureVoiceSettings:
    """What is set about Azure Speech. Raises: ConfigRejected, naming what is missing."""
    if config.azure_speech_url is None:
        raise ConfigRejected(
            "SPARRING_VOICE=azure also needs SPARRING_AZURE_SPEECH_URL, such as https://NAME.cognitiveservices.azure.com."
        )
    return AzureVoiceSettings(
        url=config.azure_speech_url,
        key=config.azure_speech_key,
        resource_id=config.azure_speech_resource_id,
        temperature=config.azure_speech_temperature,
        warm=config.azure_speech_warm,
    )


def _endpoint(config: Config, part: Literal["VOICE", "HEARING"], key: str | None) -> Endpoint:
    url, model = address_and_model(config, part, because=f"SPARRING_{part}=openai")
    if find_spec("openai") is None:
        raise ConfigRejected(f"SPARRING_{part}=openai needs the package openai: install the extra `model`.")
    endpoint = Endpoint(url, model, key)
    refuse_bare_secrets(endpoint, prefix=f"{PREFIX}{part}")
    return endpoint


async def _opened_voice(endpoint: Endpoint, progress: Progress) -> tuple[Synthesiser, str]:
    from sparring.adapters.voice.openai_voice import OpenAIVoice  # noqa: PLC0415 - the extra's

    voice = OpenAIVoice(endpoint)
    try:
        await voice.start(progress)
    except BaseException:
        await voice.close()
        raise
    return voice, f"{endpoint.model} at {endpoint.host} speaks, because the setting asks for it."


async def _opened_hearing(endpoint: Endpoint, clock: Clock, progress: Progress) -> tuple[Recogniser, str]:
    from sparring.adapters.hearing.openai_hearing import OpenAIHearing  # noqa: PLC0415 - the extra's

    hearing = OpenAIHearing(endpoint, clock)
    try:
        await hearing.start(progress)
    except BaseException:
        await hearing.close()
        raise
    return hearing, f"{endpoint.model} at {endpoint.host} hears, because the setting asks for it."
