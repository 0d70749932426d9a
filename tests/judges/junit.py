"""JUnit XML, as Jenkins and as the strict schema of Ant have it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import xmlschema


def schemas(data: Path) -> list[xmlschema.XMLSchema]:
    """Return both schemas, from the folder of official schemas and real records."""
    folder = data / "standards"
    return [xmlschema.XMLSchema(folder / f"junit-{name}.xsd") for name in ("jenkins", "strict")]


def parsed(text: str) -> ET.Element:
    """Return the suites of a report."""
    return ET.fromstring(text)  # noqa: S314 -- written a moment ago


def failing(text: str) -> int:
    """Return how many failures and errors a CI server counts."""
    return sum(each.tag in ("failure", "error") for each in parsed(text).iter())
