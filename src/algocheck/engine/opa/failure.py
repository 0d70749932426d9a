"""Why a server is of no use just now: no error yet, for another may do its work."""

from algocheck.errors import reason
from algocheck.words import Message, Value, message
from algocheck.words.plain import on_one_line

LONGEST = 300


class Failure(Exception):  # noqa: N818 -- it is no error yet
    """What one server did wrong; *again* where asking once more may help."""

    def __init__(self, key: str, /, *, again: bool = False, **values: Value) -> None:
        self.message: Message = message(key, **values)
        self.again = again
        super().__init__(key)


def why(error: BaseException) -> Value:
    """Return what *error* says: in our words where it is the system that refuses."""
    # What has no words of the system may be a server's own.
    return reason(error) if isinstance(error, OSError) and error.strerror else plain(error)


def plain(text: object) -> str:
    """Return *text*, which a server may have written, on one line without its full stop."""
    return on_one_line(str(text), LONGEST).rstrip(".")
