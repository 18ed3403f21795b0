"""The root of the error tree, and what may be logged of any failure."""


class SparringError(Exception):
    """Root of every error raised on purpose. `sentence`: what happened and what to do, without anyone's words."""

    code = "sparring"
    retryable = False
    http_status = 500

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def code_of(error: BaseException) -> str:
    """What may be logged of any failure: our code, or the name of its type; never what it says."""
    return error.code if isinstance(error, SparringError) else type(error).__name__
