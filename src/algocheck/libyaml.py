"""What the parser of YAML does by itself, whoever reads with it."""

_TOO_DEEP = "exceeded maximum nesting depth"
"""What it says from libyaml 0.2.6 on of depths far beyond ours, before it gives any event."""


def is_too_deep(error: Exception) -> bool:
    """Whether *error* is about a limit of the parser's, not about the text's syntax."""
    return getattr(error, "problem", None) == _TOO_DEEP
