"""Reports as pipelines meet them: covered in part, at every threshold, with hostile texts."""

import random
from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from algocheck.manifest.faults import fault
from algocheck.model import BaselineState, Location, Report, Severity, Waiver
from algocheck.model.verdict import Change, Point
from algocheck.verdict.select import Selection
from algocheck.words import message
from reports import example_texts, report_on, thinned
from support import ROOT

HERE = Location("waivers.yaml", 3, 5)
FRAME = "manifest_version: 1\nkind: deployment\nalgorithm: {id: parking-permits}\n"

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                *("# skip", "# TODO ", "\\# skip", "#", "\\", "Bail out!", "not ok 1", "1..0"),
                *("##vso[task.setvariable variable=x]y", "##vso[", "##", "]", ";", "%0A", "%AZP25"),
                *("::error::x", "\n", "\r\n", "\n...\n", "\n---\n", "\t", "\x00", "\x1b[31m"),
                *("\u2028", "\x85", "\ud800", "\ufffe", "\u202e", "\U0001f600", "é", "  "),
                *("]]>", "<failure/>", "&#0;", "&lt;", '"', "'", "<!--", "{x}", "%", "a word"),
            ]
        ),
        min_size=1,
        max_size=8,
    ).map("".join),
)
"""Texts, and often what some format obeys."""


def waived(point: Point, *, text: str = "as agreed") -> Point:
    """Cover *point* by a waiver in which every text is *text*."""
    waiver = Waiver(point.name, point.manifest, point.place, text, text, "2027-01-31", text, HERE)
    return point._replace(waiver=waiver)


def in_the_baseline(point: Point) -> Point:
    """Cover *point* by a baseline."""
    return point._replace(baseline=BaselineState.UNCHANGED)


def _some(point: Point) -> Point:
    """Cover half of all points, always the same, and leave others new."""
    drawn = random.Random(point.fingerprint).random()  # noqa: S311 -- the same points at every run
    if drawn < 0.25:
        return waived(point)
    if drawn < 0.5:
        return in_the_baseline(point)
    return point._replace(baseline=BaselineState.NEW) if drawn < 0.75 else point


def covered(report: Report, change: Change = _some) -> Report:
    """Return *report* with waivers and a baseline, for about half of what is open by default."""
    return report._replace(verdicts=tuple(each.covering(change) for each in report.verdicts))


def about_the_run(report: Report) -> Report:
    """Return *report* with two findings of the run itself, one above any threshold."""
    findings = tuple(
        fault(rule, HERE, message("check.no-paths"))
        for rule in ("reading/unreadable", "schema/too-long")
    )
    return report._replace(findings=findings)


def golden_texts() -> list[str]:
    """Return every file of the golden cases that is text, whatever is wrong with it."""
    found = []
    for file in sorted((ROOT / "tests" / "golden").glob("*/*.yaml")):
        try:
            found.append(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    return found


@cache
def one_of_each() -> Report:
    """Check the examples, thinned ones, and files with which everything is wrong."""
    return report_on(*example_texts(), *thinned(8), *golden_texts())


def nothing_asked() -> Report:
    """Check a manifest of which nothing is asked: nothing is wrong, and it does not pass."""
    supplier = "manifest_version: 1\nkind: supplier\nalgorithm: {id: scan}\n"
    only_for_deployers = Selection(rules=frozenset({"labour/workers-not-informed"}))
    return report_on(supplier, selection=only_for_deployers)


def variants(report: Report) -> Iterator[Report]:
    """Yield *report* at each threshold, with and without what is unknown, covered or not."""
    whole = covered(report, waived)
    for each in (report, covered(report), covered(report, in_the_baseline), whole):
        for threshold in Severity:
            for unknown_fails in (True, False):
                told = each._replace(threshold=threshold, unknown_fails=unknown_fails)
                yield told
                yield about_the_run(told)


def hostile(text: str) -> Report:
    """Return a report in which a file, a title, a value, a key and a waiver hold *text*."""
    written = "".join(f"\\U{ord(each):08X}" for each in text) or "\\x20"
    yaml = FRAME + f'organization: {{name: "{written}"}}\n"x{written}": "{written}"\n'
    report = report_on(yaml, *thinned(1))
    verdicts = []
    for verdict in report.verdicts:
        renamed = verdict.covering(lambda point: _renamed(point, text))
        verdicts.append(renamed._replace(file=text, title=text, organization=text))
    return about_the_run(report._replace(verdicts=tuple(verdicts)))


def _renamed(point: Point, text: str) -> Point:
    point = point._replace(location=point.location._replace(file=text))
    return waived(point, text=text) if int(point.fingerprint, 16) % 2 else point
