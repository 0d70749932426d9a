"""Say why a file, or one record in it, cannot be imported."""

from algocheck.words import Message, Value, message


class Refused(Exception):  # noqa: N818 -- of what is read, no error of ours
    """What cannot be imported; caught where files are read, and reported there."""

    def __init__(self, key: str, position: int | None = None, **values: Value) -> None:
        self.reason: Message = message(key, **values)
        self.position = position
        super().__init__(key)
