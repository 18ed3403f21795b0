"""Bodies as Azure Event Grid sends them (learn.microsoft.com/azure/event-grid/event-schema-blob-storage)."""

from typing import Any

TOPIC = "/subscriptions/0000/resourceGroups/sparring/providers/Microsoft.Storage/storageAccounts/sparring"
_EVENT_ID = "831e1650-001e-001b-66ab-eeb76e069631"
_TIME = "2026-11-25T15:00:00.9584103Z"


def blob_created(name: str, *, container: str = "air-gap", event_id: str = _EVENT_ID) -> dict[str, Any]:
    """One written blob in Event Grid's own schema."""
    return {
        "topic": TOPIC,
        "subject": f"/blobServices/default/containers/{container}/blobs/{name}",
        "eventType": "Microsoft.Storage.BlobCreated",
        "eventTime": _TIME,
        "id": event_id,
        "data": _data(name, container),
        "dataVersion": "",
        "metadataVersion": "1",
    }


def cloud_event(name: str, *, container: str = "air-gap", event_id: str = _EVENT_ID) -> dict[str, Any]:
    """The same as a CloudEvent 1.0."""
    return {
        "source": TOPIC,
        "subject": f"/blobServices/default/containers/{container}/blobs/{name}",
        "type": "Microsoft.Storage.BlobCreated",
        "time": _TIME,
        "id": event_id,
        "data": _data(name, container),
        "specversion": "1.0",
    }


def validation(code: str) -> dict[str, Any]:
    """The handshake when a subscription is made."""
    return {
        "id": "2d1781af-3a4c-4d7c-bd0c-e34b19da4e66",
        "topic": TOPIC,
        "subject": "",
        "data": {"validationCode": code, "validationUrl": "https://rp-eastus.eventgrid.azure.net:553/validate"},
        "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
        "eventTime": _TIME,
        "metadataVersion": "1",
        "dataVersion": "1",
    }


def _data(name: str, container: str) -> dict[str, Any]:
    return {
        "api": "PutBlob",
        "clientRequestId": "6d79dbfb-0e37-4fc4-981f-442c9ca65760",
        "requestId": "831e1650-001e-001b-66ab-eeb76e000000",
        "eTag": "0x8D4BCC2E4835CD0",
        "contentType": "application/octet-stream",
        "contentLength": 524_288,
        "blobType": "BlockBlob",
        "url": f"https://sparring.blob.core.windows.net/{container}/{name}",
        "sequencer": "00000000000004420000000000028963",
        "storageDiagnostics": {"batchId": "b68529f3-68cd-4744-baa4-3c0498ec19f0"},
    }
