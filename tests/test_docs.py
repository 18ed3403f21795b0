"""The documentation says what is so: commands, links, settings, errors, decisions and paths as the code has them."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer.main
from bench.__main__ import NAMES as BENCHES

from sparring import errors
from sparring.adapters.voice.azure.factory import proof_of
from sparring.bootstrap.buyer import buyer_endpoint
from sparring.bootstrap.realtime import hears_in_session
from sparring.bootstrap.rooms import livekit_access
from sparring.bootstrap.speech import azure_voice_settings
from sparring.bootstrap.unused_settings import leftovers
from sparring.cli import app
from sparring.config import PREFIX, Config, read_config
from sparring.errors import SparringError
from sparring.grade.human.scores import parse_human_scores, refuse_foreign_levels
from sparring.rubric import find_rubric

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))
ADR_PARTS = ["Context", "Decision", "Measured", "What would change our mind"]

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:^|[\s=])(?:\./run|(?:\.venv/bin/)?sparring)(?: (.*))?$")
SETTING = re.compile(rf"^\| `({PREFIX}\w+)` \| (?:`([^`]*)`|(unset)) \|", re.MULTILINE)
ERROR_ROW = re.compile(r"^\| `(\w+)` \| (\d+) \| (yes|no) \|", re.MULTILINE)
WEB_ERROR = re.compile(r'_error\((\d+), "(\w+)"')
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)+/?")
MADE_AT_RUN_TIME = (".uv", "air-gap", "outbox", "models", "data", "my_personas")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|usr|var|Users|opt)/")
MOST_PICTURE_BYTES = 300_000


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def prose_of(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def slug_of(heading: str) -> str:
    """As GitHub makes anchors: lower case, marks dropped, blanks to hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors_of(page: Path) -> set[str]:
    return {slug_of(heading) for heading in re.findall(r"^#+ (.+)$", prose_of(page), re.MULTILINE)}


def commands_of(page: Path) -> Iterator[list[str]]:
    """Words after `./run` or `sparring`, from fences and code spans."""
    fenced = [line for _, body in FENCE.findall(text_of(page)) for line in body.splitlines()]
    for line in [*fenced, *SPAN.findall(prose_of(page))]:
        found = COMMAND.search(line.split("#")[0].split(">")[0].rstrip())
        if found:
            yield shlex.split(found[1] or "")


def misuse(words: list[str]) -> str | None:
    """What is wrong with a command line of ours, if anything."""
    if not words or not words[0].islower() or words[0] in ("--help", "test"):
        return None
    if words[0] == "bench":
        name = next((word for word in words[1:] if word.islower() and not word.startswith("-")), None)
        return None if name is None or name in BENCHES else f"no bench {name}"
    command: Any = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    if getattr(command, "commands", None):
        return f"no command {' '.join(words)}"
    options = {option for parameter in command.params for option in parameter.opts}
    return next((f"no option {word}" for word in words if word.startswith("--") and word not in options), None)


def error_classes(kind: type[SparringError] = SparringError) -> Iterator[type[SparringError]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith(f"{errors.__name__}."):
            yield below
            yield from error_classes(below)


@pytest.mark.parametrize("name", NAMES)
def test_commands_exist(name: str) -> None:
    """Every command and option that a page shows is one of ours."""
    wrong = {" ".join(words): why for words in commands_of(ROOT / name) if (why := misuse(words))}
    assert wrong == {}


def test_a_command_that_does_not_exist_is_noticed() -> None:
    """The check of commands can fail: it knows commands, options and benches that are not there."""
    assert misuse(["fly"])
    assert misuse(["doctor", "--quickly"])
    assert misuse(["bench", "nothing"])
    assert misuse(["persona", "show", "somebody", "--json"]) is None


@pytest.mark.parametrize("name", NAMES)
def test_links_inside_the_repository_resolve(name: str) -> None:
    """Every relative link leads to a file, and every anchor to a heading of it."""
    page, broken = ROOT / name, []
    for target in LINK.findall(prose_of(page)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors_of(there)):
            broken.append(target)
    assert broken == []


def test_every_setting_is_documented_with_its_default() -> None:
    """The tables of settings and `Config` name the same variables, in the same order, with the same defaults."""
    documented = {name: default for name, default, _ in SETTING.findall(text_of(DOCS / "operator.md"))}
    settings = {PREFIX + field.name.upper(): shown(field.default) for field in fields(Config)}
    assert list(documented.items()) == list(settings.items())


def test_the_way_from_an_empty_subscription_is_whole_and_needs_no_key_of_azure_s() -> None:
    """Its settings are all that the doctor asks for, none is set in vain, and only LiveKit is shown a key."""
    section = text_of(DOCS / "operator.md").split("### From an empty subscription")[1].split("\n### ")[0]
    lines = re.findall(rf"^({PREFIX}\w+)=(\S+)$", section.replace("…", "x" * 40), re.MULTILINE)
    config = read_config(dict(lines))
    assert livekit_access(config) is not None
    assert hears_in_session(config)
    assert proof_of(azure_voice_settings(config))
    assert buyer_endpoint(config).way_in == "Microsoft Entra"
    assert list(leftovers(config)) == []
    shown_keys = [name for name, _ in lines if re.search("KEY|SECRET|CONNECTION|PASSWORD", name)]
    assert shown_keys == ["SPARRING_LIVEKIT_KEY", "SPARRING_LIVEKIT_SECRET"]


def shown(default: Any) -> str:
    """A default as the operator would write it; nothing when it is unset."""
    if isinstance(default, tuple):
        return ", ".join(map(str, default))
    return {True: "yes", False: "no"}[default] if isinstance(default, bool) else "" if default is None else str(default)


@pytest.mark.parametrize("name", NAMES)
def test_settings_that_pages_mention_exist(name: str) -> None:
    """No page speaks of a setting that there is not."""
    known = {PREFIX + field.name.upper() for field in fields(Config)}
    assert set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", text_of(ROOT / name))) <= known


def test_every_error_is_explained() -> None:
    """docs/errors.md lists each code of errors/ and of the web with its HTTP status and whether to try again."""
    explained = {code: (int(status), again == "yes") for code, status, again in rows(DOCS / "errors.md")}
    ours = {kind.code: (kind.http_status, kind.retryable) for kind in error_classes()}
    web = WEB_ERROR.findall((ROOT / "src/sparring/web/app.py").read_text("utf-8"))
    assert explained == ours | {code: (int(status), False) for status, code in web}


def rows(page: Path) -> list[tuple[str, str, str]]:
    return ERROR_ROW.findall(text_of(page))


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_decisions_have_their_four_parts(page: Path) -> None:
    """Each decision has a numbered title and the four parts, in order, each with something in it, on one page."""
    text = text_of(page)
    assert text.startswith(f"# {page.name[:4]} ")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    assert parts[1::2] == ADR_PARTS
    assert all(len(body.split()) >= 10 for body in parts[2::2])
    assert len(text.split()) <= 500


def test_decisions_are_numbered_and_indexed() -> None:
    """Numbers run without a gap, and the index lists every decision once, by its title."""
    assert [page.name[:4] for page in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    titles = [text_of(page).splitlines()[0].removeprefix("# ").split(" ", 1) for page in DECISIONS]
    expected = [
        f"| {number} | [{title}]({page.name}) |" for (number, title), page in zip(titles, DECISIONS, strict=True)
    ]
    index = text_of(DOCS / "adr" / "README.md").splitlines()
    assert sorted(line for line in index if line.startswith("| 0")) == expected


def test_pictures_made_of_text_can_be_read_aloud() -> None:
    """Every Mermaid fence has content, a title and a description; the README has the picture of the two brains."""
    drawn = {page: [body for kind, body in FENCE.findall(text_of(page)) if kind == "mermaid"] for page in PAGES}
    assert drawn[ROOT / "README.md"]
    for body in (body for bodies in drawn.values() for body in bodies):
        assert re.search(r"accTitle: \S", body)
        assert re.search(r"accDescr: \S", body)
        assert "-->" in body


def test_screenshots_are_small_and_described() -> None:
    """Every picture that a page shows exists, has words for those who cannot see it, and is quick to load."""
    shown_at = [(page, *found) for page in PAGES for found in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text_of(page))]
    assert any(page.name == "README.md" for page, _, _ in shown_at)
    assert all(len(words) > 20 for _, words, _ in shown_at)
    pictures = {(page.parent / target).resolve() for page, _, target in shown_at} | set((DOCS / "images").iterdir())
    assert {path.name: path.stat().st_size for path in pictures if path.stat().st_size > MOST_PICTURE_BYTES} == {}


@pytest.mark.parametrize("name", [*NAMES, "NOTICE"])
def test_pages_speak_of_no_particular_machine(name: str) -> None:
    """No page names a path of somebody's machine."""
    assert MACHINE_PATH.findall(text_of(ROOT / name)) == []


def test_paths_in_the_notice_exist() -> None:
    """Whoever looks a licence up finds the file that it is about."""
    named = re.findall(r"\bsrc/[\w./*-]*\w", text_of(ROOT / "NOTICE"))
    assert named
    assert [path for path in named if not any(ROOT.glob(path))] == []


@pytest.mark.parametrize("name", NAMES)
def test_paths_in_pages_exist(name: str) -> None:
    """Every file or folder that a page names is there, in the repository or in the package."""
    named = [span for span in SPAN.findall(prose_of(ROOT / name)) if PATH.fullmatch(span)]
    places = (ROOT, ROOT / "src" / "sparring")
    missing = [
        span
        for span in named
        if span.split("/")[0] not in MADE_AT_RUN_TIME and not any(any(place.glob(span)) for place in places)
    ]
    assert missing == []


def test_the_example_of_scores_is_one_that_can_be_used_now() -> None:
    """A coach who copies it names the rubric's present version, and criteria and levels that it has."""
    (example,) = re.findall(
        r"```json\n(\{\"schema_version.*?\})\n```", (DOCS / "manager.md").read_text("utf-8"), re.DOTALL
    )
    scores = parse_human_scores(example.encode(), source="manager.md")
    refuse_foreign_levels(scores, find_rubric(scores.rubric), source="manager.md")
