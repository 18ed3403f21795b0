"""Who words what the buyer's mind decides: the persona's own lines, or the model that is set."""

import asyncio
from contextlib import aclosing

from sparring.adapters.buyer_model.factory import open_chat_buyer, open_realtime_buyer
from sparring.adapters.openai.endpoint import Endpoint
from sparring.bootstrap.endpoint_settings import address_and_model, advice
from sparring.call.line import TYPED_ENGINES
from sparring.config import Config
from sparring.errors import ModelFailed
from sparring.ports import BuyerModel, BuyerPrompt, PromptTurn

PROBE_LIMIT_S = 10.0
_PROBE = BuyerPrompt("You are on the telephone.", (PromptTurn("rep", "Hello?"),), "Say hello in one word.")
_MOST_LABEL_CHARS = 100


def buyer_endpoint(config: Config) -> Endpoint:
    """What is set about the model. Raises: ConfigRejected, naming what is missing."""
    url, model = address_and_model(config, "BUYER", because=f"SPARRING_BUYER={config.buyer}")
    return Endpoint(
        url=url,
        model=model,
        key=config.buyer_key,
        api_version=config.buyer_api_version,
        family=config.buyer_family,
    )


def open_buyer(config: Config) -> BuyerModel | None:
    """The model of `SPARRING_BUYER`; None: the persona's own lines. Raises: ConfigRejected."""
    return None if config.buyer == "mind" else _opened(config)


def buyer_engine(model: BuyerModel | None) -> str:
    """For the record of a call."""
    return (
        TYPED_ENGINES.buyer if model is None else f"{TYPED_ENGINES.buyer}, worded by {model.name}"[:_MOST_LABEL_CHARS]
    )


async def examine_buyer(config: Config) -> tuple[bool, str]:
    """Ask for one word for real: whether it came, and a sentence about that. Raises: ConfigRejected."""
    model = _opened(config)
    try:
        async with asyncio.timeout(PROBE_LIMIT_S), aclosing(model.word(_PROBE)) as words:
            said = "".join([word async for word in words])
    except TimeoutError:
        return False, f"The model's service did not answer in time. {advice('BUYER', 'timed_out', key=None)}"
    except ModelFailed as failure:
        return False, f"{failure.sentence} {advice('BUYER', failure.outcome, key=config.buyer_key)}".rstrip()
    finally:
        await model.close()
    return (True, f"Answers as {model.name}.") if said.strip() else (False, "The model says nothing.")


def _opened(config: Config) -> BuyerModel:
    opener = open_realtime_buyer if config.buyer == "realtime" else open_chat_buyer
    return opener(buyer_endpoint(config))
