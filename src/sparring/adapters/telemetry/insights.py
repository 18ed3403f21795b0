"""Exporters to Application Insights: what was told goes to the resource's own address, and nothing goes elsewhere.

Flows in: the resource's connection string, which names address and resource and opens nothing by itself where the
resource takes identities alone. Flows out: Azure Monitor's exporters, with what they do besides switched off.
"""

import os
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from sparring.adapters.azure.connection_string import parse_connection_string
from sparring.errors import ConfigRejected

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricExporter
    from opentelemetry.sdk.trace.export import SpanExporter

PARTS: Final = ("InstrumentationKey", "IngestionEndpoint")
_LIMIT_S: Final = 5.0
_BESIDES: Final = (
    "APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL",  # statistics of the exporter's use, to its maker
    "APPLICATIONINSIGHTS_SDKSTATS_DISABLED",  # the same, to the resource
    "APPLICATIONINSIGHTS_CONTROLPLANE_DISABLED",  # asks its maker for features to switch
    "APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED",
)


def who_tells(service: str) -> dict[str, str]:
    """Attributes in the place of the machine's name, which the exporters would send: it may be a person's."""
    return {"service.instance.id": service, "device.id": service}


def insights_exporters(connection_string: str, *, identity: bool) -> "tuple[SpanExporter, MetricExporter]":
    """Of spans and of metrics. Both block, and are called by the telemetry thread alone.

    Args:
        connection_string: `InstrumentationKey=…;IngestionEndpoint=https://…`.
        identity: Microsoft Entra vouches, with the role Monitoring Metrics Publisher; else the key alone.

    Raises: ConfigRejected without the package.
    """
    parse_connection_string(connection_string, needs=PARTS)
    for name in _BESIDES:
        os.environ[name] = "true"  # read when the exporters are made; they have no other switch
    try:
        from azure.monitor.opentelemetry.exporter import (  # noqa: PLC0415
            AzureMonitorMetricExporter,
            AzureMonitorTraceExporter,
        )
    except ImportError:
        raise ConfigRejected(
            "Application Insights needs azure-monitor-opentelemetry-exporter: install Sparring with the extra "
            "`insights`."
        ) from None
    # what cannot be sent is lost: nothing is kept in the temporary folder for later
    options: dict[str, Any] = {"disable_offline_storage": True, "timeout": _LIMIT_S, "retry_total": 1}
    if identity:
        options["credential"] = _entra()
    return (
        AzureMonitorTraceExporter(connection_string=connection_string, **options),
        AzureMonitorMetricExporter(connection_string=connection_string, **options),
    )


def read_insights(text: str) -> str:
    """The connection string as it is. Raises: ValueError when it lacks a part, or would go out in the clear."""
    address = urlsplit(parse_connection_string(text, needs=PARTS)["IngestionEndpoint"])
    if address.scheme != "https" and address.hostname not in ("127.0.0.1", "localhost"):
        raise ValueError("IngestionEndpoint")
    return text


def _entra() -> Any:
    try:
        from azure.identity import DefaultAzureCredential  # noqa: PLC0415
    except ImportError:
        raise ConfigRejected(
            "Application Insights by Microsoft Entra needs azure-identity: install Sparring with the extra `insights`, "
            "or set SPARRING_INSIGHTS_IDENTITY=no."
        ) from None
    return DefaultAzureCredential()
