"""How much is shown, and in which colours; no colour says what the words do not."""

from collections.abc import Sequence
from typing import TypeVar

from algocheck.model import Severity, Status
from algocheck.report import Style, phrases
from algocheck.report.page import Page

STATUS = {
    Status.UNEVALUATED: "bold red",
    Status.NOT_COMPLIANT: "bold red",
    Status.NOT_SHOWN: "bold yellow",
    Status.WAIVED: "bold cyan",
    Status.BASELINED: "bold cyan",
    Status.COMPLIANT: "bold green",
}
SEVERITY = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "",
}

FINDINGS = 10
QUESTIONS = 12
"""How many are shown unless everything is asked for: what a person can act on at one sitting."""

Item = TypeVar("Item")


def first(items: Sequence[Item], number: int, style: Style) -> Sequence[Item]:
    """Return what is shown of *items*: *number* of them, or all where that is asked."""
    return items if style.everything else items[:number]


def rest(page: Page, key: str, number: int, style: Style) -> None:
    """Say how many more there are, if any."""
    if number > 0:
        page.text(phrases.word(key, style.language, n=number), indent=2)
