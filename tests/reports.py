"""Reports made in this process, for tests that need many of them."""

import copy
import io
import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from algocheck.bundles import shipped
from algocheck.judging import judge
from algocheck.manifest.discover import Source
from algocheck.manifest.load import load
from algocheck.model import BundleName, Path, Report
from algocheck.plan import Plan
from algocheck.report import Style, reporter
from algocheck.resources import examples
from algocheck.verdict.asking import Asking
from algocheck.verdict.select import Selection
from manifests import as_json
from support import TODAY


@cache
def _plan(selection: Selection) -> tuple[Plan, Asking]:
    plan = Plan(bundles=(shipped(),), today=TODAY, selection=selection)
    return plan, Asking(plan.asked(1))


def report_on(*texts: str, selection: Selection | None = None) -> Report:
    """Check each of *texts* as a file of its own, all rules by default."""
    plan, asking = _plan(selection or Selection())
    sources = [
        Source(f"{number}.yaml", None, named=True, content=text.encode("utf-8", "surrogatepass"))
        for number, text in enumerate(texts, 1)
    ]
    judged = judge(sources, plan, asking)
    (bundle,) = plan.bundles
    rules = tuple(rule for rule in bundle.rules if plan.selection.takes(rule))
    return Report(
        verdicts=judged.verdicts,
        rules=rules,
        left_out=len(bundle.rules) - len(rules),
        skipped=judged.skipped,
        empty=judged.empty,
        bundles=(BundleName(bundle.name, bundle.revision, bundle.digest),),
        engine=judged.engine or "regorus",
        today=TODAY,
    )


def told(report: Report, name: str = "text", style: Style | None = None) -> str:
    """Return *report* in the format *name*."""
    stream = io.StringIO()
    reporter(name)(report, stream, style or Style())
    return stream.getvalue()


@cache
def example_texts() -> tuple[str, ...]:
    """Return the example manifests, by name."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(examples().glob("*.yaml")))


@cache
def example_documents() -> tuple[Any, ...]:
    """Return what stands in the example manifests, by name."""
    sources = [Source("-", None, named=True, content=text.encode()) for text in example_texts()]
    return tuple(load(source).documents[0].value for source in sources)


def thinned(number: int) -> Iterator[str]:
    """Yield *number* manifests, made from the examples by leaving statements out; always the same.

    Half of them state less than half of what the example states, as people begin.
    """
    chance = random.Random(0)  # noqa: S311 -- the same manifests at every run
    for _ in range(number):
        manifest = copy.deepcopy(chance.choice(example_documents()))
        places = [path for path in _statements(manifest) if path[0] not in _FRAME]
        for path in chance.sample(places, chance.randrange(len(places))):
            _leave_out(manifest, path)
        yield as_json(manifest)


_FRAME = ("manifest_version", "kind", "algorithm")


def _statements(node: Any, path: Path = ()) -> Iterator[Path]:
    children: Sequence[Any] = ()
    if isinstance(node, dict):
        children = list(node)
    elif isinstance(node, list):
        children = range(len(node))
    for step in children:
        if isinstance(step, str):
            yield (*path, step)
        yield from _statements(node[step], (*path, step))


def _leave_out(manifest: Any, path: Path) -> None:
    node = manifest
    for step in path[:-1]:
        if isinstance(node, dict) and step not in node:
            return  # it went with the block that it stood in
        node = node[step]
    if isinstance(node, dict):
        node.pop(path[-1], None)
