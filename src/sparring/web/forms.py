"""What a page sends. A form with a field that nobody knows, or of another type, is refused as a whole."""

from pydantic import BaseModel, ConfigDict


class Form(BaseModel):
    """Base of every form."""

    model_config = ConfigDict(extra="forbid", strict=True)
