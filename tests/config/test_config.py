"""Settings, read once."""

from pathlib import Path

import pytest

from sparring.config import Config, read_config
from sparring.errors import ConfigRejected


def test_without_settings_everything_stays_on_this_machine() -> None:
    """The default needs nothing and listens to nobody else."""
    config = read_config({"PATH": "/bin"})
    assert config == Config()
    assert config.host == "127.0.0.1"
    assert config.public_url() == "http://localhost:8000"


def test_values_are_cast_and_empty_ones_are_left_out() -> None:
    """A whole number, a folder, a yes; an empty value is no value."""
    config = read_config(
        {
            "SPARRING_PORT": "9000",
            "SPARRING_DATA_DIR": "/srv/sparring",
            "SPARRING_TRUSTED_NETWORK": "YES",
            "SPARRING_HOST": "0.0.0.0",
            "SPARRING_VOICE": "",
        }
    )
    assert (config.port, config.data_dir, config.voice) == (9000, Path("/srv/sparring"), "auto")
    assert config.hosts() == ("*",)


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("SPARRING_PORT", "eighty", "a whole number from 1 to 65535"),
        ("SPARRING_PORT", "70000", "a whole number from 1 to 65535"),
        ("SPARRING_HEARING", "ears", "one of auto, whisper-base"),
        ("SPARRING_TENANT", "Acme Inc", "lower-case"),
        ("SPARRING_SMTP_URL", "mail.example.org", "smtp:// or smtps://"),
        ("SPARRING_BASE_URL", "ftp://x", "https:// or http://"),
        ("SPARRING_TRUSTED_NETWORK", "maybe", "yes or no"),
        ("SPARRING_GRADER", "oracle", "one of rules, model"),
        ("SPARRING_JUDGE_FAMILY", "gpt", "one of auto, o-series, gpt-5, gpt-5.1, gpt-5.x, gpt-5.6, gpt-6, gpt-4, chat"),
        ("SPARRING_JUDGE_EFFORT", "most", "one of none, minimal, low, medium, high, xhigh, max"),
        ("SPARRING_JUDGE_SAMPLES", "0", "a whole number from 1 to 9"),
        ("SPARRING_JUDGE_MODEL", "two words", "a name"),
        ("SPARRING_IDENTITY_PROXIES", "10.0.0.0/24, proxy.example.org", "addresses or networks"),
        ("SPARRING_IDENTITY_PROXIES", "10.0.0.7/24", "addresses or networks"),
        ("SPARRING_IDENTITY_PROXIES", "0.0.0.0/0", "not everywhere"),
    ],
)
def test_a_wrong_value_names_key_value_and_what_was_wanted(key: str, value: str, wanted: str) -> None:
    """The sentence can be acted on."""
    with pytest.raises(ConfigRejected) as refused:
        read_config({key: value})
    assert key in refused.value.sentence
    assert wanted in refused.value.sentence


def test_a_secret_is_not_shown_with_the_other_settings() -> None:
    """Whoever prints the settings shows neither keys nor the addresses that hold one."""
    shown = repr(
        Config(
            smtp_url="smtp://user:hunter2@host",
            buyer_url="https://user:hunter2@host",
            judge_url="https://user:hunter2@host",
            otlp_url="https://user:hunter2@host",
            livekit_key="hunter2",
            livekit_secret="hunter2",
            manager_key="hunter2",
        )
    )
    assert "host=" in shown
    assert "hunter2" not in shown


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("SPARRING_SMTP_URL", "http://user:secret@host"),
        ("SPARRING_JUDGE_KEY", "secret with blanks"),
        ("SPARRING_JUDGE_URL", "ftp://user:secret@host"),
    ],
)
def test_a_secret_is_not_repeated(key: str, value: str) -> None:
    """A wrong value may hold one."""
    with pytest.raises(ConfigRejected) as refused:
        read_config({key: value})
    assert "secret" not in refused.value.sentence


def test_a_name_that_is_no_setting_is_refused_with_the_nearest_one() -> None:
    """A typing error is not silently ignored."""
    with pytest.raises(ConfigRejected, match="Did you mean SPARRING_PORT"):
        read_config({"SPARRING_PROT": "9000"})


def test_other_machines_are_let_in_only_on_purpose() -> None:
    """There is no log-in: listening to others needs a second word."""
    with pytest.raises(ConfigRejected, match="SPARRING_TRUSTED_NETWORK"):
        read_config({"SPARRING_HOST": "0.0.0.0"})


def test_the_public_address_decides_which_names_a_browser_may_use() -> None:
    """The configured one and this machine's own, nothing else."""
    hosts = read_config({"SPARRING_BASE_URL": "https://practice.example.org/"}).hosts()
    assert "practice.example.org" in hosts
    assert "*" not in hosts
