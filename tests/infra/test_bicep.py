"""The infrastructure as text: it parses, its parts fit one another, and it sets what the program reads.

Resource types and properties are beyond an offline parser: the compiler checks them, where there is one.
"""

import json
import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import tree_sitter
import tree_sitter_bicep
from functions.function_app import CONNECTION, QUEUE
from pycep import BicepParser

from sparring.adapters.results.cosmos.address import CONTAINER, PARTITION_KEY, parse_cosmos_address
from sparring.adapters.retry import EVENT_GRID
from sparring.config import PREFIX, Config, read_config
from sparring.transcript import object_name
from tests.fakes.documents import a_transcript

ROOT = Path(__file__).parents[2]
INFRA = ROOT / "infra"
FILES = sorted(INFRA.rglob("*.bicep"))
NAMES = [file.relative_to(INFRA).as_posix() for file in FILES]
KNOWN = {PREFIX + field.name.upper() for field in fields(Config)}
ADDRESS = "postgresql://id-grader@x.postgres.database.azure.com/sparring?sslmode=require"
SHARED = {PREFIX + name for name in ("STORE", "EVENTS", "RESULTS", "BASE_URL")}
MADE_UP = {"store": "az://staccount/air-gap", "events": f"azq://staccount/{QUEUE}"}


def text_of(name: str) -> str:
    return (INFRA / name).read_text("utf-8")


def parsed(name: str) -> dict[str, Any]:
    return dict(BicepParser().parse(text=text_of(name)))


def declared(name: str, kind: str) -> set[str]:
    """Names of a file's `param` or `output` lines."""
    return set(re.findall(rf"^{kind} (\w+) ", text_of(name), re.MULTILINE))


ROLES = {
    "3913510d-42f4-4e42-8a64-420c390055eb": "Monitoring Metrics Publisher",
    "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
    "974c5e8b-45b9-4653-ba55-5f855dd0fb88": "Storage Queue Data Contributor",
    "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3": "Storage Table Data Contributor",
    "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a": "Storage Queue Data Message Sender",
    "7f951dda-4ed3-4680-a7ca-43fe172d538d": "AcrPull",
    "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd": "Cognitive Services OpenAI User",
    "09976791-48a7-449e-bb21-39d1a415f350": "Communication and Email Service Owner",
    "00000000-0000-0000-0000-000000000002": "Cosmos DB Built-in Data Contributor",
}
"""Azure's own ids of its roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles."""
ROLE_ID = re.compile(r"'([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})'")
MODULE = re.compile(r"^module (\w+) '(.+?)' = (?:if \(.+?\) )?\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)


def modules() -> dict[str, tuple[str, set[str]]]:
    """Symbol to the module's file and the parameters it is given."""
    found = {}
    for symbol, path, body in MODULE.findall(text_of("main.bicep")):
        block = body.partition("params: {")[2].partition("}\n")[0]
        found[symbol] = (path, set(re.findall(r"(?:^|[\s{,])(\w+): ", block)))
    return found


def required(path: str) -> set[str]:
    """Parameters without a default."""
    optional = set(re.findall(r"^param (\w+) \w+ =", text_of(path), re.MULTILINE))
    return declared(path, "param") - optional


def settings(name: str) -> dict[str, str]:
    """Settings of ours that a file gives the program, as they are written."""
    if name.endswith("actor.bicep"):
        return dict(re.findall(rf"name: '({PREFIX}\w+)', value: (.+?) \}}", text_of(name)))
    return dict(re.findall(rf"^ +({PREFIX}\w+): (.+)$", text_of(name), re.MULTILINE))


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_bicep(name: str) -> None:
    """Two parsers of their own agree that there is no mistake in it."""
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))
    assert not parser.parse((INFRA / name).read_bytes()).root_node.has_error
    assert parsed(name)["globals"]


def test_a_mistake_is_noticed() -> None:
    """The check can fail."""
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))
    assert parser.parse(b"resource x 'y' = {{").root_node.has_error


def test_the_compiler_has_nothing_to_say() -> None:
    """Neither an error nor a warning."""
    compiler = shutil.which("bicep") or shutil.which("bicep", path=Path.home() / ".azure" / "bin")
    if compiler is None:
        pytest.skip("there is no bicep on this machine: `az bicep install` brings it")
    command = [compiler, "build", "--stdout", str(INFRA / "main.bicep")]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (built.returncode, built.stderr) == (0, "")
    assert json.loads(built.stdout)["resources"]


def test_what_may_not_be_there_is_read_as_such() -> None:
    """Outputs of a module under a condition are asserted: the compiler warns of any other reading."""
    text = text_of("main.bicep")
    conditional = re.findall(r"^module (\w+) '.+?' = if ", text, re.MULTILINE)
    assert conditional
    for symbol in conditional:
        assert not re.search(rf"\b{symbol}\.outputs", text), symbol


def test_every_module_is_there_and_gets_what_it_needs() -> None:
    """Each file is used once, with every parameter that has no default and none it does not know."""
    used = modules()
    assert sorted(path for path, _ in used.values()) == [name for name in NAMES if name != "main.bicep"]
    for path, given in used.values():
        assert required(path) <= given <= declared(path, "param"), path


def test_every_output_that_is_read_exists() -> None:
    """`module.outputs.name` names an output of that module."""
    used = modules()
    for symbol, name in re.findall(r"(\w+)!?\.outputs\.(\w+)", text_of("main.bicep")):
        assert name in declared(used[symbol][0], "output"), f"{symbol}.{name}"


@pytest.mark.parametrize("name", ["modules/grader.bicep", "modules/actor.bicep"])
def test_settings_are_ones_the_program_knows(name: str) -> None:
    """A setting that is none would keep it from starting."""
    assert settings(name).keys() <= KNOWN
    assert settings(name).keys() >= SHARED


def configured(name: str) -> Config:
    """The settings of a file, with what is only known once it is deployed made up. Raises: ConfigRejected."""
    values = {key: text.strip("'") for key, text in settings(name).items()}
    urls = {"judgeUrl": "https://x.openai.azure.com/", "mailEndpoint": "https://x.communication.azure.com"}
    known = {**MADE_UP, **urls, "judgeDeployment": "judge", "judgeFamily": "auto", "mailFrom": "a@example.org"}
    insights = "InstrumentationKey=k;IngestionEndpoint=https://x.in.applicationinsights.azure.com/"
    known |= {"baseUrl": "https://x.example.org", "results": ADDRESS, "insightsConnectionString": insights}
    known |= {"https://${name}.${environment.properties.defaultDomain}": "https://x.example.org"}
    known |= {"resultStream": "az://staccount/results", "keepDays": "400"}
    made_up = {key: known.get(text, text) for key, text in values.items()}
    assert not [text for text in made_up.values() if "${" in text]
    return read_config(made_up)


def test_the_function_starts_with_its_settings() -> None:
    """As far as they are known before anything is deployed, they are a configuration."""
    config = configured("modules/grader.bicep")
    assert config.grader == "model"
    assert config.acs_endpoint
    assert config.keep_days == 400


def test_the_container_starts_with_its_settings() -> None:
    """Brain 1 behind the platform's log-in, with the air gap, the events and the results of brain 2."""
    actor, grader = configured("modules/actor.bicep"), configured("modules/grader.bicep")
    assert (actor.host, actor.trusted_network) == ("0.0.0.0", True)
    shared = ("store", "events", "results", "result_stream", "insights", "base_url")
    assert [getattr(actor, name) for name in shared] == [getattr(grader, name) for name in shared]


@pytest.mark.parametrize("name", NAMES)
def test_every_role_is_assigned_and_stands_in_the_manual(name: str) -> None:
    """Whoever deploys this knows what they hand out; a role that is named and not used is none."""
    text, manual = text_of(name), (ROOT / "docs" / "operator.md").read_text("utf-8")
    for role in ROLE_ID.findall(text):
        assert f"*{ROLES[role]}*" in manual
    for variable in re.findall(rf"^var (\w+) = {ROLE_ID.pattern}", text, re.MULTILINE):
        assert len(re.findall(rf"\b{variable[0]}\b", text)) > 1
    assert ("oleAssignments@" in text) == bool(ROLE_ID.findall(text))


@pytest.mark.parametrize("name", NAMES)
def test_no_role_reaches_further_than_one_resource(name: str) -> None:
    """None on the resource group or the subscription, and none to a person."""
    for block in re.findall(r"'Microsoft.Authorization/roleAssignments@.*?\n\}", text_of(name), re.DOTALL):
        scope = re.search(r"^  scope: ([\w:]+)$", block, re.MULTILINE)
        assert scope
        assert scope[1] not in ("group", "resourceGroup", "subscription")
        assert "principalType: 'ServicePrincipal'" in block


@pytest.mark.parametrize("name", NAMES)
def test_no_output_is_a_secret(name: str) -> None:
    """Outputs stand in the deployment's history for everybody who may read it."""
    outputs = re.findall(r"^output (\w+) \w+ = (.+)$", text_of(name), re.MULTILINE)
    for output, value in outputs:
        assert not re.search(r"key|secret|password|token|credential", output, re.IGNORECASE), output
        assert not re.search(r"list\w+\(|\bkeys?\b|secret|password", value, re.IGNORECASE), output


@pytest.mark.parametrize("name", NAMES)
def test_no_key_is_made_or_read(name: str) -> None:
    """Neither a list of keys nor a connection string with one; where keys can be off, they are."""
    text = text_of(name)
    assert not re.search(r"listKeys|AccountKey|primaryKey|adminUserEnabled: true|accesskey", text, re.IGNORECASE)
    assert "allowSharedKeyAccess: true" not in text
    for kind, off in (
        ("'Microsoft.Storage/storageAccounts@", "allowSharedKeyAccess: false"),
        ("'Microsoft.DBforPostgreSQL/flexibleServers@", "passwordAuth: 'Disabled'"),
        ("'Microsoft.DocumentDB/databaseAccounts@", "disableLocalAuth: true"),
        ("'Microsoft.CognitiveServices/accounts@", "disableLocalAuth: true"),
        ("'Microsoft.Insights/components@", "DisableLocalAuth: true"),
    ):
        made = [line for line in text.splitlines() if kind in line and "existing" not in line]
        assert not made or off in text


def test_the_queue_is_the_functions_own() -> None:
    """Event Grid writes where the function listens, and the poison queue is there for its role."""
    storage = text_of("modules/storage.bicep")
    assert f"var queue = '{QUEUE}'" in storage
    assert "'${queue}-poison'" in storage
    grader = text_of("modules/grader.bicep")
    assert {f"{CONNECTION}__queueServiceUri", f"{CONNECTION}__credential", f"{CONNECTION}__clientId"} <= set(
        re.findall(r"^ +(\w+): ", grader, re.MULTILINE)
    )


def test_event_grid_loses_no_event() -> None:
    """Dead letters are on (not Azure's default), in a container that is made; it retries as our queue does."""
    events, storage = text_of("modules/events.bicep"), text_of("modules/storage.bicep")
    name = re.findall(r"^output deadLetterContainerName string = '(.+)'", storage, re.MULTILINE)
    assert [f"'containers' = {{ name: '{one}'" in storage for one in name] == [True]
    assert "deadLetterContainerName: storage.outputs.deadLetterContainerName" in text_of("main.bicep")
    assert re.search(
        r"deadLetterDestination: \{\s+endpointType: 'StorageBlob'\s+properties: .*deadLetterContainerName", events
    )
    minutes = round(EVENT_GRID.time_to_live_s / 60)
    retry = f"retryPolicy: {{ maxDeliveryAttempts: {EVENT_GRID.max_attempts}, eventTimeToLiveInMinutes: {minutes} }}"
    assert retry in events
    assert "includedEventTypes: ['Microsoft.Storage.BlobCreated']" in events
    assert "blobs/transcripts/'" in events
    assert object_name(a_transcript()).startswith("transcripts/")


def test_the_container_is_the_one_the_program_opens() -> None:
    """Its name and its partition key, and an address that the settings take."""
    text = text_of("modules/cosmos.bicep")
    assert f"name: '{CONTAINER}'" in text
    assert f"paths: [{', '.join(repr(path) for path in PARTITION_KEY)}], kind: 'MultiHash'" in text
    (address,) = re.findall(r"^output address string = '(.+)'", text, re.MULTILINE)
    made = address.replace("${account.name}", "cosmos-abc123").replace("${database}", "sparring")
    assert parse_cosmos_address(made).database == "sparring"


def test_parameters_are_the_templates() -> None:
    """What azd fills in is what the template asks for and nothing else."""
    given = json.loads((INFRA / "main.parameters.json").read_text("utf-8"))["parameters"]
    assert given.keys() == declared("main.bicep", "param")


def test_services_are_tagged_and_where_azd_looks() -> None:
    """Each service of azure.yaml is a folder here and a resource with its tag there."""
    text = (ROOT / "azure.yaml").read_text("utf-8")
    services = set(re.findall(r"^  (\w+):\n    project:", text, re.MULTILINE))
    tagged = {tag for name in NAMES for tag in re.findall(r"'azd-service-name': '(\w+)'", text_of(name))}
    assert services == tagged
    assert services
    for path in re.findall(r"(?:project|path): (\./[\w/]+|infra)", text):
        assert (ROOT / path).exists()
