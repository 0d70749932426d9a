"""Tell what became of a baseline: what it holds, what left it, and what is not in it."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from algocheck.baseline.entries import Baseline, Entry
from algocheck.baseline.keep import Kept
from algocheck.model import Finding, Question, Severity
from algocheck.words import Language, Message, message, say
from algocheck.words.plain import written_out

_MOST = 12
"""Of what is named one by one."""
_WIDTH = 80


def tell_created(kept: Kept, language: Language) -> str:
    """Return what `create` did."""
    nothing = "empty" if kept.comparison.barred else "holds-nothing"
    return _page((holds(kept.baseline, nothing), *_barred(kept)), language)


def tell_updated(kept: Kept, language: Language) -> str:
    """Return what `update` did, and what it refused."""
    comparison = kept.comparison
    new, solved, removed = comparison.new, comparison.solved, comparison.inadmissible
    lapsed = [point for _, point in comparison.lapsed]
    lines = [
        holds(kept.baseline, "empty"),
        *_listed("was-solved", map(_of_entry, solved), sum(entry.times for entry in solved)),
        *_listed("has-lapsed", map(_of_point, lapsed), len(lapsed)),
        *_listed("was-inadmissible", map(_of_entry, removed), len(removed)),
        *(message(f"baseline.{key}", n=n) for key, n in _left(kept) if n),
        *_listed("accepted" if kept.accepted else "refused", map(_of_point, new), len(new)),
        *_barred(kept),
    ]
    return _page(lines, language)


def holds(baseline: Baseline, nothing: str) -> Message:
    """Say how much *baseline* holds; *nothing* is the text where that is nothing."""
    if not baseline.entries:
        return message(f"baseline.{nothing}", file=baseline.file)
    weights = Counter[Severity]()
    for entry in baseline.entries:
        weights[entry.severity] += entry.times
    return message(
        "baseline.holds",
        file=baseline.file,
        n=baseline.points,
        manifests=message("baseline.manifests", n=baseline.manifests),
        severities=_joined(
            [
                message("baseline.of-severity", n=weights[severity], severity=_word(severity))
                for severity in reversed(Severity)
                if weights[severity]
            ]
        ),
    )


def _joined(parts: Sequence[Message]) -> Message:
    first, *rest = parts
    return message("schema.comma", first=first, last=_joined(rest)) if rest else first


def _word(severity: Severity) -> Message:
    return message(f"report.severity-{severity.word}")


def _left(kept: Kept) -> Iterator[tuple[str, int]]:
    yield "forgotten", kept.forgotten
    yield "unseen", kept.unseen


def _barred(kept: Kept) -> Iterator[Message]:
    barred = kept.comparison.barred
    yield from _listed("barred", map(_of_point, barred), len(barred))
    waiting = sum(len(each.left_to_the_deployer) for each in kept.comparison.report.verdicts)
    if waiting:
        yield message("baseline.deployer", n=waiting)


def _listed(key: str, rows: Iterable[Message], number: int) -> Iterator[Message]:
    """Give a heading and its rows, where there are any."""
    told = list(rows)
    if told:
        yield message(f"baseline.{key}", n=number)
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield message("baseline.more", n=len(told) - _MOST)


def _of_point(point: Finding | Question) -> Message:
    place = written_out(point.location.address)
    return message("baseline.row", place=place, name=written_out(point.name))


def _of_entry(entry: Entry) -> Message:
    return message("baseline.row", place=written_out(entry.manifest), name=written_out(entry.rule))


def _page(lines: Iterable[Message], language: Language) -> str:
    return "".join(f"{_wrapped(say(line, language))}\n" for line in lines)


def _wrapped(line: str) -> str:
    return textwrap.fill(
        line,
        _WIDTH,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
