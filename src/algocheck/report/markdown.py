"""A page of Markdown: for GitHub's job summary, comments on merge requests, and wikis.

GitHub refuses a summary of more than 1 MiB, so a page stays well below that and says what
it leaves out. What others wrote is escaped: see `markdown_text`.
"""

from collections.abc import Sequence
from typing import TextIO

from algocheck.model import Finding, Report, Verdict
from algocheck.report import Style, phrases
from algocheck.report.footer import DIGITS, caveats, counts
from algocheck.report.markdown_manifest import manifest
from algocheck.report.markdown_points import MOST, fault, listed, rest, word
from algocheck.report.markdown_table import table
from algocheck.report.markdown_text import code, prose
from algocheck.report.summary import badness
from algocheck.words import Language

LIMIT = 512 * 1024
"""How many bytes a page has at most, but for its last lines."""


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write *report* as a page of Markdown; raises OSError where that fails."""
    order = sorted(report.verdicts, key=lambda verdict: badness(report, verdict))
    page = [*_head(report, style.language), *table(report, order, style.language)]
    page += _body(report, order, style, room=LIMIT - _size(page))
    page += _foot(report, style.language)
    stream.write("\n\n".join(page) + "\n")


def _head(report: Report, language: Language) -> list[str]:
    verdict = word("passes" if report.passes else "does-not-pass", language)
    return [f"## {verdict}", f"**{prose(counts(report, language))}**"]


def _body(report: Report, order: Sequence[Verdict], style: Style, room: int) -> list[str]:
    """Tell the run's own findings, then each manifest, as far as there is *room*."""
    told = _of_the_run(report.findings, style.language)
    room -= _size(told)
    for position, verdict in enumerate(order):
        for block in manifest(report, verdict, style):
            room -= _size([block])
            if room < 0:
                left = len(order) - position
                cut = word("cut", style.language, n=left, size=LIMIT // 1024)
                return [*told, f"**{cut}**"]
            told.append(block)
    return told


def _of_the_run(findings: Sequence[Finding], language: Language) -> list[str]:
    if not findings:
        return []
    lines = [line for finding in findings[:MOST] for line in fault(finding, language)]
    return [f"### {word('of-the-run', language)}", *listed(lines), *rest(findings, MOST, language)]


def _foot(report: Report, language: Language) -> list[str]:
    """Say how it was checked; nothing that was passed over goes unsaid."""
    told = [prose(caveat) for caveat in caveats(report, language)]
    findings = (finding for verdict in report.verdicts for finding in verdict.findings)
    if any(phrases.article(law) != law.article for each in findings for law in each.laws):
        told.append(prose(phrases.word("marks", language)))
    for each in report.bundles:
        values = {"name": each.name, "revision": each.revision, "digest": each.digest[:DIGITS]}
        told.append(prose(phrases.word("bundle", language, **values)))
    told += [prose(report.engine), report.today, code(f"exit {0 if report.passes else 1}")]
    return ["---", f"{word('how', language)}:", *listed(told)]


def _size(blocks: Sequence[str]) -> int:
    return sum(len(block.encode("utf-8", "backslashreplace")) + 2 for block in blocks)
