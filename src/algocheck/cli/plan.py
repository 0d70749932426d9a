"""Options that say how to check, and the Plan that they make: for every command that checks."""

import datetime as dt
import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from algocheck import pipeline
from algocheck.bundles import with_house_rules
from algocheck.cli.options import PLACE, Choice, Day, Number
from algocheck.cli.progress import Progress
from algocheck.cli.server import server_options
from algocheck.engine import ENGINES
from algocheck.engine.settings import Server, Settings
from algocheck.errors import UsageError
from algocheck.manifest import limits
from algocheck.model import Report
from algocheck.plan import Plan
from algocheck.policy.bundle import Bundle
from algocheck.verdict.select import select
from algocheck.words import Language

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class How(NamedTuple):
    """What the options of `plan_options` say together; nothing is read before `plan` is called."""

    policies: tuple[Path, ...]
    engine: str | None
    verify: str | None
    server: Server
    opa: str
    today: str  # ISO day
    jobs: int | None

    def plan(
        self,
        paths: Sequence[str],
        *,
        party: str | None = None,
        themes: Sequence[str] = (),
        rules: Sequence[str] = (),
    ) -> Plan:
        """Return the plan to check *paths*; raises `UsageError` where there is none to check."""
        if not paths:
            raise UsageError("check.no-paths")
        if "" in paths:
            raise UsageError("check.empty-path")
        bundles = with_house_rules(self.policies)
        cache = _cache(bundles, paths, (self.engine, self.verify))
        return Plan(
            bundles=bundles,
            today=self.today,
            engine=self.engine or "",
            verify=self.verify or "",
            settings=Settings(cache=cache, opa=self.opa, server=self.server),
            selection=select(bundles, party=party, themes=themes, names=rules),
            jobs=self.jobs or os.cpu_count() or 1,
        )


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to check to *command*, which is given `how`: a `How`."""

    @functools.wraps(command)
    def with_how(**values: Any) -> Any:
        given = {name: values.pop(name) for name in How._fields}
        given["today"] = given["today"] or today_here()
        return command(how=How(**given), **values)

    return _with(with_how, *_WHAT_JUDGES, server_options, *_WHEN_AND_WHERE)


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules to *command*: `party`, `themes` and `rules`."""
    return _with(command, *_SELECTION)


def run_plan(
    paths: Sequence[str],
    plan: Plan,
    language: Language,
    *,
    narrow: pipeline.Narrow | None = None,
) -> Report:
    """Check *paths*, here and as *plan* says, and show on a terminal how far it is."""
    with Progress(language) as progress:
        stdin = sys.stdin.buffer.read(limits.BYTES + 1) if "-" in paths else b""
        return pipeline.check(
            paths, plan, root=Path.cwd(), stdin=stdin, narrow=narrow, progress=progress
        )


def today_here() -> str:
    """Return the ISO day here, as people mean it."""
    return dt.date.today().isoformat()  # noqa: DTZ011 -- no other zone is meant


def _with(command: Callable[..., Any], *decorators: Decorator) -> Callable[..., Any]:
    # From the last to the first, as if they stood above it.
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def _cache(
    bundles: Sequence[Bundle], paths: Sequence[str], engines: Sequence[str | None]
) -> Path | None:
    """Return where compiled forms are kept; None where surely nobody will look there."""
    one_file = len(paths) == 1 and not Path(paths[0]).is_dir()
    if not any(bundle.compiled for bundle in bundles) or (one_file and "wasm" not in engines):
        return None
    # Imported here: most checks are of one manifest, and compile nothing.
    from platformdirs import user_cache_path

    return user_cache_path("algocheck", appauthor=False) / "compiled"


_SELECTION = (
    click.option("--as", "party", type=Choice(["supplier", "deployer"]), envvar="ALGOCHECK_AS"),
    click.option("--theme", "themes", multiple=True, metavar="THEME", envvar="ALGOCHECK_THEME"),
    click.option("--rule", "rules", multiple=True, metavar="RULE", envvar="ALGOCHECK_RULE"),
)
_WHAT_JUDGES = (
    click.option(
        "--policy", "policies", multiple=True, type=PLACE, metavar="DIR", envvar="ALGOCHECK_POLICY"
    ),
    click.option("--engine", type=Choice(list(ENGINES)), envvar="ALGOCHECK_ENGINE"),
    click.option(
        "--verify-engine", "verify", type=Choice(list(ENGINES)), envvar="ALGOCHECK_VERIFY_ENGINE"
    ),
)
_WHEN_AND_WHERE = (
    click.option("--at", "today", type=Day(), metavar="DATE"),
    click.option("--jobs", type=Number(1), metavar="N", envvar="ALGOCHECK_JOBS"),
)
