"""JUnit XML: what CI servers show as test results.

One form fits both schemas that are in use, the one of Jenkins and the strict one of Ant: where
one of them asks for an element or an attribute, it is there. A format never changes the verdict,
so what is no reason for exit 1 is never a failure: it is skipped, and says why.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TextIO
from xml.etree import ElementTree as ET

from algocheck.model import Report
from algocheck.report import Style
from algocheck.report.alert_text import rows
from algocheck.report.cases import Case, Result, Suite, places, suites
from algocheck.words.plain import harmless

ELEMENTS = {
    Result.ERROR: "error",
    Result.FAILED: "failure",
    Result.OPEN: "skipped",
    Result.SKIPPED: "skipped",
}
"""What stands in a test case, by its result; in one that passed stands nothing."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report*, a manifest at a time."""
    # No encoding is named: everything is ASCII, and so right in whatever it is saved as.
    stream.write('<?xml version="1.0"?>\n<testsuites>\n')
    for number, suite in enumerate(suites(report, style)):
        element = _suite(suite, number, report, style)
        ET.indent(element, " ", level=1)
        text = ET.tostring(element, "us-ascii", xml_declaration=False).decode("ascii")
        stream.write(f" {text}\n")
    stream.write("</testsuites>\n")


def _suite(suite: Suite, number: int, report: Report, style: Style) -> ET.Element:
    numbers = Counter(ELEMENTS.get(case.result) for case in suite.cases)
    element = ET.Element(
        "testsuite",
        name=harmless(suite.name) if suite.name.strip() else "-",  # a name may not be blank
        package="algocheck",
        id=str(number),
        # Of the day that the check is about: the same report gives the same bytes.
        timestamp=f"{report.today}T00:00:00",
        hostname="localhost",
        tests=str(len(suite.cases)),
        failures=str(numbers["failure"]),
        errors=str(numbers["error"]),
        skipped=str(numbers["skipped"]),
        time="0",
    )
    properties = ET.SubElement(element, "properties")
    for name, value in _properties(suite, report):
        ET.SubElement(properties, "property", name=name, value=harmless(value))
    for case in suite.cases:
        element.append(_case(case, suite, report, style))
    ET.SubElement(element, "system-out").text = "\n".join(map(harmless, suite.about))
    ET.SubElement(element, "system-err")
    return element


def _properties(suite: Suite, report: Report) -> Iterator[tuple[str, str]]:
    """Give in words of machines what the verdict is, or how it was reached."""
    if suite.verdict:
        yield "status", report.status(suite.verdict)
        yield "manifest", suite.verdict.manifest
        return
    yield "passes", str(report.passes).lower()
    yield "fail-on", report.threshold.word
    yield "unknown", "fail" if report.unknown_fails else "warn"
    yield "engine", report.engine
    for bundle in report.bundles:
        yield "bundle", f"{bundle.name} {bundle.revision} sha256:{bundle.digest}"


def _case(case: Case, suite: Suite, report: Report, style: Style) -> ET.Element:
    # The name of the manifest is in it: servers know a test by class and name alone.
    classname = f"{suite.name}.{case.id.partition('/')[0]}"
    names = {"name": harmless(case.name), "classname": harmless(classname), "time": "0"}
    element = ET.Element("testcase", names)
    kind = ELEMENTS.get(case.result)
    if kind:
        about = ET.SubElement(element, kind, message=harmless(case.message))
        if kind != "skipped":
            about.set("type", case.alerts[0].severity.word)
        about.text = "\n".join(map(harmless, _lines(case, report, style)))
    return element


def _lines(case: Case, report: Report, style: Style) -> Iterator[str]:
    yield from places(case, report.threshold, style.language)
    for row in rows(case.alerts[0], style.language) if case.alerts else ():
        yield f"{row.label}: {row.text}"
