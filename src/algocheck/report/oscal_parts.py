"""The small parts that OSCAL is made of: identifiers, days, properties, references."""

import re
import uuid
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from algocheck.model import BundleName, Location, Rule
from algocheck.report.markdown_text import prose
from algocheck.words.plain import harmless

Part = dict[str, Any]

NAMESPACE = "urn:algocheck:report:v1"
"""Whose properties they are: of our JSON report, in whose words they are told."""

ROOT = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)


def identifier(*names: object) -> str:
    """Return the same UUID for the same *names*, on every machine and every day."""
    text = "\0".join(map(str, names))
    return str(uuid.uuid5(ROOT, text.encode("utf-8", "backslashreplace").decode()))


def token(rule: str) -> str:
    """Return a rule's id as OSCAL's identifiers are written: theme.defect."""
    return re.sub(r"[^A-Za-z0-9_.-]", "_", rule.replace("/", "."))


def objective(rule: str) -> str:
    """Return the identifier of what a rule requires, as in NIST's own catalogues."""
    return f"{token(rule)}_obj"


def bundle(name: BundleName) -> str:
    """Return the identifier of a bundle among the resources."""
    return identifier("bundle", name.name, name.revision)


def moment(day: str) -> str:
    """Return the start of an ISO *day*: a check has a day, and no hour."""
    return f"{day}T00:00:00Z"


def line(text: str, otherwise: str) -> str:
    """Return *text* as one line of OSCAL's Markdown; *otherwise* where there is none."""
    return prose(text.strip() or otherwise)


def properties(**values: object) -> list[Part]:
    """Return a property for each of *values* that says anything; _ in a name becomes -."""
    told = {name: harmless(str(value)).strip() for name, value in values.items()}
    return [
        {"name": name.replace("_", "-"), "ns": NAMESPACE, "value": value}
        for name, value in told.items()
        if value
    ]


def evidence(location: Location) -> Part:
    """Refer to a place in a file, in the way in which services link to a line."""
    file = quote(location.file.encode("utf-8", "surrogatepass"), safe="/")
    return {
        "href": f"{file}#L{location.line}",
        "description": prose(location.address),
        **some(
            props=properties(
                pointer=location.pointer,
                document=location.document if location.document > 1 else "",
            )
        ),
    }


def related(key: str, identifiers: Iterable[str]) -> list[Part]:
    """Refer to other parts of the document by their UUIDs."""
    return [{key: each} for each in identifiers]


def controls(rules: Iterable[Rule]) -> list[Part]:
    """Name *rules* as controls, each once."""
    return [{"control-id": each} for each in sorted({token(rule.id) for rule in rules})]


def some(**parts: Sequence[Any]) -> Part:
    """Return those of *parts* in which something stands: OSCAL knows no empty list."""
    return {name.replace("_", "-"): part for name, part in parts.items() if part}
