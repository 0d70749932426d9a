"""Check with what may stay open: the files of waivers and of the baseline, read and applied."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from algocheck import pipeline
from algocheck.errors import UsageError
from algocheck.manifest.discover import STDIN, printable
from algocheck.model import Report
from algocheck.plan import Plan, own_files
from algocheck.policy.bundle import Bundle

if TYPE_CHECKING:
    from algocheck.baseline.entries import Baseline

# Waivers and baseline are imported where they are needed: most checks have neither.

_HERE = Path()


def check(
    paths: Sequence[str],
    plan: Plan,
    *,
    root: Path,
    waivers: Path | None = None,
    baseline: Path | None = None,
) -> Report:
    """Check as `pipeline.check` does, and cover what *waivers* and *baseline* cover.

    Both are files relative to *root*, as *paths* are. Raises as `pipeline.check` does,
    `UsageError` for one of them that is not there, and `ConfigError` for a file that is no
    baseline; what is wrong with waivers is told in the report.
    """
    if waivers and not os.path.lexists(root / waivers):
        raise UsageError("waiver.no-such-file", path=printable(waivers))
    if baseline and not os.path.lexists(root / baseline):
        raise UsageError("baseline.no-such-file", file=printable(baseline))
    # Before the check: that it is no baseline should not be told after minutes of work.
    held = _read(root / baseline, printable(baseline)) if baseline else None
    plan = plan._replace(own=own_files(waivers, baseline, root=root))
    report = pipeline.check(paths, plan, root=root)
    report = waived(report, waivers, paths, plan.bundles, root=root)
    return baselined(report, held, plan.bundles)


def waived(
    report: Report,
    file: Path | None,
    paths: Sequence[str],
    bundles: Sequence[Bundle],
    *,
    root: Path = _HERE,
) -> Report:
    """Return *report* on *paths* with what the waivers in *file* cover, and what is wrong there."""
    if file is None:
        return report
    from algocheck.waiver.applying import Scope, covered
    from algocheck.waiver.reading import read

    real = [os.path.realpath(root / path) for path in paths if path != STDIN]
    # The folder where it stands, not the one where a link leads, is what it is about.
    folder = Path(os.path.realpath((root / file).parent))
    scope = Scope(
        whole=any(Path(path).is_dir() and folder.is_relative_to(path) for path in real),
        named=os.path.realpath(root / file) in real,
    )
    return covered(report, read(root / file, printable(file)), bundles, scope)


def baselined(report: Report, held: "Baseline | None", bundles: Sequence[Bundle]) -> Report:
    """Return *report* with what the baseline *held* covers, and what is to be said about it."""
    if held is None:
        return report
    from algocheck.baseline.applying import compared

    return compared(report, held, never(bundles))


def _read(path: Path, file: str) -> "Baseline":
    from algocheck.baseline.reading import read

    return read(path)._replace(file=file)


def never(bundles: Sequence[Bundle]) -> frozenset[str]:
    """Return the rules that *bundles* let nobody leave as they are, by id."""
    from algocheck.waiver.limits import limits_of

    return frozenset().union(*(each.never for each in limits_of(bundles).values()))
