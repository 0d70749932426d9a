"""The few ways in which algocheck itself cannot go on; none is a finding."""

import errno

from algocheck.words import Message, Value, message, say, texts


class AlgocheckError(Exception):
    """No verdict: exit 2. Its message exists in both languages."""

    def __init__(self, key: str, /, **values: Value) -> None:
        self.message: Message = message(key, **values)
        super().__init__(key)

    def __str__(self) -> str:
        return say(self.message, "en")

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross the border between worker processes.
        return _again, (type(self), self.message)


def _again(kind: type[AlgocheckError], message: Message) -> AlgocheckError:
    return kind(message.key, **dict(message.values))


class UsageError(AlgocheckError):
    """What was asked cannot be done: a path that is not there, a rule that is unknown."""


class ConfigError(AlgocheckError):
    """A configuration file says something that cannot be meant."""


class BundleError(AlgocheckError):
    """A bundle is incomplete, inconsistent, not portable or not trusted."""


class EngineError(AlgocheckError):
    """An engine did not answer, or did not answer everything."""


def reason(error: Exception) -> Message:
    """Say why the system refuses: in our languages where we know it, else in its own words."""
    if not isinstance(error, OSError):
        return message("system.other", reason=str(error))
    # Libraries number what they refuse (a certificate, the name of a host) in their own way.
    number = error.errno if type(error).__module__ == "builtins" else 0
    # Windows has other numbers for the same where it concerns a network.
    name = errno.errorcode.get(number or 0, "").removeprefix("WSA")
    if name in texts("system"):
        return message(f"system.{name}")
    return message("system.other", reason=error.strerror or str(error))
