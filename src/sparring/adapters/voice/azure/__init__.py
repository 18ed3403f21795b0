"""Azure Speech as the buyer's voice: warm connections, the first clause at once, one pinned voice a person."""

from sparring.adapters.voice.azure.factory import AzureVoiceSettings, open_azure_voice

__all__ = ["AzureVoiceSettings", "open_azure_voice"]
