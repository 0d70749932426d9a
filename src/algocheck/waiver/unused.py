"""Say of a waiver that covers nothing what it may have been meant for."""

from collections.abc import Iterator, Sequence

from algocheck.manifest.suggest import suggest
from algocheck.model import Question, Report, Verdict, Waiver
from algocheck.waiver.names import QUESTION
from algocheck.waiver.objection import Objection
from algocheck.words import Message, Value, message

_MOST = 3
"""Places to name: who has more of them looks in the report."""


def unused(
    waiver: Waiver, verdicts: Sequence[Verdict], report: Report, *, whole: bool
) -> Iterator[Objection]:
    """Yield the objection that a waiver covers nothing, where *report* can tell."""
    if not verdicts and whole and not report.left_out and not report.since:
        yield Objection("waiver/unused", "manifest", _no_manifest(waiver, report))
    asks = waiver.rule.startswith(QUESTION)
    # Of a file that cannot be read, and of questions of which not every rule was asked,
    # nobody knows what would be open; of two manifests, which of them is meant.
    if len(verdicts) == 1 and verdicts[0].evaluated and not (asks and report.left_out):
        yield Objection("waiver/unused", "place", _nothing_open(waiver, verdicts[0]))


def _no_manifest(waiver: Waiver, report: Report) -> Message:
    similar = suggest(waiver.manifest, {verdict.manifest for verdict in report.verdicts})
    hint: Value = message("waiver.meant", name=similar) if similar else ""
    return message("waiver.no-manifest", manifest=waiver.manifest, hint=hint)


def _nothing_open(waiver: Waiver, verdict: Verdict) -> Message:
    name = waiver.rule
    elsewhere = [point.place for point in verdict.points if point.name == name]
    asking = [
        question for question in verdict.questions if name in {rule.id for rule in question.rules}
    ]
    later = [point.place for point in verdict.later_findings if point.name == name]
    hint: Value = ""
    if elsewhere:
        hint = message("waiver.elsewhere", places=_some(elsewhere))
    elif asking:
        hint = message("waiver.asked", questions=_some([_told(each) for each in asking]))
    elif later:
        hint = message("waiver.later")
    return message("waiver.unused", name=name, place=waiver.place, hint=hint)


def _told(question: Question) -> str:
    return f"{question.name} ({question.place})"


def _some(texts: Sequence[str]) -> str:
    known = list(dict.fromkeys(texts))
    return ", ".join(known[:_MOST]) + (", ..." if len(known) > _MOST else "")
