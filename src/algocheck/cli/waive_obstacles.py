"""What stands in the way of a waiver, each thing named at the option that says it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, NoReturn

from algocheck.errors import UsageError
from algocheck.model import Location, Waiver
from algocheck.waiver.proposing import Proposing
from algocheck.waiver.writing import KEYS
from algocheck.words import Message, message, texts

Said = Mapping[str, str]
"""What a waiver says, by option; what nobody said yet is not in it."""

MAY_BE_EMPTY = ("place", "reference")


class Obstacle(NamedTuple):
    """One thing that cannot be."""

    option: str
    problem: Message

    @property
    def message(self) -> Message:
        """Say at which option it stands, and why it cannot be."""
        return message("waive.at", option=f"--{self.option}", problem=self.problem)


def taken(option: str, text: str) -> str:
    """Return *text* as a waiver has it; `UsageError` where no waiver can say that at *option*."""
    if option == "expires":
        try:
            return dt.date.fromisoformat(text).isoformat()
        except ValueError as no_day:
            raise UsageError("waive.no-day", found=text) from no_day
    if not text.strip() and option not in MAY_BE_EMPTY:
        raise UsageError("waive.empty")
    # A manifest and a place are what they are called, to the space.
    return text if option in {"manifest", "place"} else " ".join(text.split())


def waiver_of(said: Said, proposing: Proposing) -> Waiver:
    """Return the waiver that says all of that, and nothing else."""
    fields = {key: said.get(_option(key), "") for key in KEYS}
    return proposing.judge.named(Waiver(**fields, location=Location("", 1, 1)))


def obstacles(said: Said, proposing: Proposing) -> list[Obstacle]:
    """Return all that is wrong with what is said; what is not said may still become right."""
    found = proposing.objections(waiver_of(said, proposing))
    told = [Obstacle(_option(each.key), _with_a_way_out(each.problem)) for each in found]
    return [each for each in told if each.option in said]


def in_order(found: Iterable[Obstacle]) -> list[Message]:
    """Say each of what was *found*, in the order in which a waiver says it."""
    options = [_option(key) for key in KEYS]
    return [each.message for each in sorted(found, key=lambda each: options.index(each.option))]


def refuse(found: Sequence[Message]) -> None:
    """Raise `UsageError` that tells all that was *found*, if anything was."""
    if found:
        raise UsageError("waive.refused", problems=_lines(found))


def refuse_for(problem: Message) -> NoReturn:
    """Raise `UsageError` for *problem* alone."""
    raise UsageError(problem.key, **dict(problem.values))


def _option(key: str) -> str:
    return "role" if key == "decided_by_role" else key


def _with_a_way_out(problem: Message) -> Message:
    """Add what to do, where the sentence that a report has of it leaves that to the report."""
    way_out = f"do-{problem.key.partition('.')[2]}"
    if way_out not in texts("waive"):
        return problem
    values = dict(problem.values)
    return message("waive.so", problem=problem, do=message(f"waive.{way_out}", **values))


def _lines(found: Sequence[Message]) -> Message:
    if len(found) == 1:
        return message("waive.line", problem=found[0])
    half = len(found) // 2  # a file may have thousands: no sentence is as deep as that
    return message("waive.lines", first=_lines(found[:half]), more=_lines(found[half:]))
