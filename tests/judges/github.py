"""What the runner of GitHub takes for commands in the output of a step."""

import re
from typing import NamedTuple

from algocheck.report.alerts import Level
from algocheck.report.github import COMMANDS, IN_PROPERTY, IN_TEXT


class Command(NamedTuple):
    """What that runner understands a line to be."""

    name: str
    properties: dict[str, str]
    message: str

    @property
    def level(self) -> Level:
        """Return the level of the alert that the command is about."""
        return {name: level for level, name in COMMANDS.items()}[self.name]


def understood(line: str) -> Command | None:
    """Read *line* as that runner does: in the newer form, else in the older one, anywhere."""
    line = line.lstrip()
    end = line.find("::", 2)
    if line.startswith("::") and end >= 0:
        name, _, rest = line[2:end].partition(" ")
        pairs = (each.partition("=") for each in rest.strip().split(",") if each)
        properties = {
            key.strip(): unescaped(value, IN_PROPERTY) for key, _, value in pairs if value
        }
        return Command(name, properties, unescaped(line[end + 2 :], IN_TEXT))
    older = re.search(r"##\[([^\]]*)\](.*)", line)
    return Command(older[1], {}, older[2]) if older else None


def unescaped(text: str, escapes: dict[str, str]) -> str:
    """Undo the escapes in the order of that runner: the percent sign last."""
    for sign, written in sorted(escapes.items(), key=lambda pair: pair[0] == "%"):
        text = text.replace(written, sign)
    return text


def commands(text: str) -> list[Command]:
    """Return the commands in *text*, which has nothing else."""
    # Everything that some reader might take for the end of a line.
    found = [understood(line) for line in text.splitlines()]
    assert None not in found, "each line is a command"
    return [command for command in found if command]


def failing(text: str) -> int:
    """Return how many errors annotate the change."""
    return sum(each.name == "error" for each in commands(text))
