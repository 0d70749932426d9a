"""Where things are, as SARIF has it: files, regions, and names that survive a moved line."""

from collections.abc import Iterable
from typing import Any

from algocheck.model import Location, Report
from algocheck.report import Style, paths
from algocheck.report.alerts import Alert
from algocheck.words import Language, message, say


class Files:
    """The files that a run is about, in its order; each has a number."""

    def __init__(self, report: Report, alerts: Iterable[Alert], style: Style) -> None:
        self._root = style.root
        self._checked = {verdict.file for verdict in report.verdicts}
        named = dict.fromkeys(verdict.file for verdict in report.verdicts)
        for alert in alerts:
            named[alert.location.file] = None
            if alert.waiver:
                named[alert.waiver.location.file] = None
        self._numbers = {file: number for number, file in enumerate(named)}

    def physical(self, location: Location) -> dict[str, Any]:
        """Return the place of *location* in its file."""
        place = self._place(location.file) | {"index": self._numbers[location.file]}
        region = {"startLine": location.line, "startColumn": location.column}
        return {"artifactLocation": place, "region": region}

    def artifacts(self, language: Language) -> Iterable[dict[str, Any]]:
        """Yield the files, by number."""
        for file in self._numbers:
            place = self._place(file)
            if file == paths.STDIN:
                place["description"] = {"text": say(message("scanning.stdin"), language)}
            artifact: dict[str, Any] = {"location": place}
            if file in self._checked:
                artifact["roles"] = ["analysisTarget"]
            kind = "json" if file.lower().endswith(".json") else "yaml"
            yield artifact | {"mimeType": f"application/{kind}"}

    def _place(self, file: str) -> dict[str, Any]:
        seen = paths.relative(file, self._root)
        place = {"uri": paths.uri(seen)}
        if not (paths.is_absolute(seen) or file == paths.STDIN):
            place["uriBaseId"] = paths.BASE
        return place


def logical(alert: Alert) -> dict[str, Any]:
    """Return where *alert* is in the manifest, whatever its lines: algorithm#/pointer."""
    pointer = alert.location.pointer
    last = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    place = {
        "name": last or alert.manifest,
        "fullyQualifiedName": f"{alert.manifest}#{pointer}",
    }
    # What stands at a position of a list may be of any kind.
    return place if last.isdecimal() else place | {"kind": "property" if last else "object"}
