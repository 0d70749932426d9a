"""What the agent of Azure DevOps takes for commands in the output of a step."""

from typing import NamedTuple


class Command(NamedTuple):
    """What that agent understands a line to be."""

    name: str
    properties: dict[str, str]
    message: str


def understood(line: str) -> Command | None:
    """Read *line* as that agent does: a command may begin anywhere in it, and ends at ``]``."""
    start = line.find("##vso[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, rest = line[start + len("##vso[") : end].partition(" ")
    if len([part for part in name.split(".") if part]) != 2:
        return None
    pairs = (pair.partition("=") for pair in rest.split(";") if pair)
    properties = {key: unescaped(value) for key, _, value in pairs if key and value}
    return Command(name, properties, unescaped(line[end + 1 :]))


def unescaped(text: str) -> str:
    """Undo the escapes in the order of that agent: the percent sign last."""
    for sign, written in ((";", "%3B"), ("\r", "%0D"), ("\n", "%0A"), ("]", "%5D")):
        text = text.replace(written, sign)
    return text.replace("%AZP25", "%")


def commands(text: str) -> list[Command]:
    """Return the commands in *text*."""
    # Everything that some reader might take for the end of a line.
    return [command for line in text.splitlines() if (command := understood(line))]


def failing(text: str) -> int:
    """Return how many errors the page of the run shows."""
    return sum(
        (each.name, each.properties["type"]) == ("task.logissue", "error")
        for each in commands(text)
    )
