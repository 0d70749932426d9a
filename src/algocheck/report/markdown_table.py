"""The table of a page of Markdown: each manifest with its status and its counts."""

from collections.abc import Iterable, Sequence

from algocheck.model import Finding, Outcome, Report, Status, Verdict
from algocheck.report import phrases
from algocheck.report.markdown_points import word
from algocheck.report.markdown_text import cell, code, told
from algocheck.words import Language

ROWS = 200
"""How many manifests the table has at most, the worst first."""

TITLE = 60
"""How many characters of a title are shown."""

SIGNS = {
    Status.UNEVALUATED: "\u26d4",
    Status.NOT_COMPLIANT: "\u274c",
    Status.NOT_SHOWN: "\u2753",
    Status.WAIVED: "\u2611\ufe0f",
    Status.BASELINED: "\u2611\ufe0f",
    Status.COMPLIANT: "\u2705",
}
"""Beside the word, for who looks at the table from afar."""


def table(report: Report, order: Sequence[Verdict], language: Language) -> list[str]:
    """Return the table of all manifests in *order*, and what it leaves out."""
    rows = [_numbers(verdict) for verdict in order]
    columns = ["findings", "questions", "upcoming"]
    columns += [key for key in ("waived", "baselined") if any(row[key] for row in rows)]
    lines = [
        _line(word(key, language) for key in ("manifest", "verdict", *columns)),
        _line(["---", "---", *("--:" for _ in columns)]),
    ]
    for verdict, numbers in zip(order[:ROWS], rows, strict=False):
        status = report.status(verdict)
        titles = [told(verdict.title, TITLE)] if verdict.evaluated else []
        cells = [
            " ".join([code(verdict.address), *titles]),
            f"{SIGNS[status]} {phrases.word(f'status-{status}', language)}",
            *(str(numbers[key] or "-") for key in columns),
        ]
        lines.append(_line(map(cell, cells)))
    left = len(order) - ROWS
    more = [phrases.word("more-manifests", language, n=left)] if left > 0 else []
    return ["\n".join(lines), *more]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _numbers(verdict: Verdict) -> dict[str, int]:
    open_ = [point for point in verdict.points if not point.covered]
    findings = sum(isinstance(point, Finding) for point in open_)
    waived = sum(point.waiver is not None for point in verdict.points)
    return {
        "findings": findings,
        "questions": len(open_) - findings,
        "upcoming": verdict.number_of(Outcome.UPCOMING),
        "waived": waived,
        "baselined": len(verdict.points) - len(open_) - waived,
    }
