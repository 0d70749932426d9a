"""What a person reads, with a quarter of an hour to spare: the verdict first, then what to do."""

from typing import TextIO

from algocheck.model import Report, Status
from algocheck.report import Style
from algocheck.report.footer import footer
from algocheck.report.manifest_page import manifest_page
from algocheck.report.of_the_run import findings_of_the_run
from algocheck.report.page import Page

FEW = 3
"""Up to this number of manifests, each is told in full; above it, a summary comes first."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report* as text of `style.width` columns; raises OSError where that fails."""
    page = Page(style.width)
    if style.everything or len(report.verdicts) <= FEW:
        order = list(Status)
        for verdict in sorted(report.verdicts, key=lambda each: order.index(report.status(each))):
            manifest_page(page, report, verdict, style)
    if len(report.verdicts) > FEW:
        from algocheck.report.summary import summary

        summary(page, report, style)
    findings_of_the_run(page, report, style)
    footer(page, report, style)
    page.write(stream, colour=style.colour)
