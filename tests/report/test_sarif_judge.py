"""Microsoft's SARIF Multitool judges what code scanning gets, with GitHub's rules for it."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from algocheck.model import Report
from algocheck.report import Style
from hostile import (
    about_the_run,
    covered,
    hostile,
    in_the_baseline,
    nothing_asked,
    one_of_each,
    waived,
)
from judges import sarif
from judges.sarif import TOLERATED
from reports import report_on, thinned, told

Judge: TypeAlias = Callable[[str], Counter[tuple[str, str]]]


@pytest.fixture
def judged(sarif_multitool: Path, tmp_path: Path) -> Judge:
    """Return what the Multitool says of a text, by rule and message."""

    def judge(text: str) -> Counter[tuple[str, str]]:
        given = tmp_path / "given.sarif"
        given.write_text(text, encoding="utf-8")
        return sarif.judged(sarif_multitool, given)

    return judge


REPORTS: dict[str, Callable[[], Report]] = {
    "everything": lambda: about_the_run(covered(one_of_each())),
    "plain": lambda: report_on(*thinned(5)),
    "waived": lambda: covered(report_on(*thinned(2)), waived),
    "in the baseline": lambda: covered(report_on(*thinned(2)), in_the_baseline),
    "nothing asked": nothing_asked,
    "no results": lambda: nothing_asked()._replace(verdicts=()),
    "hostile": lambda: hostile("{0} [a](b) {x} %SRCROOT% ::error::\u202e\x1b[31m\n\ud800</a>"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_judge_finds_nothing_but_what_is_tolerated(judged: Judge, name: str) -> None:
    assert set(judged(told(REPORTS[name](), "sarif"))) == TOLERATED


def test_the_judge_finds_nothing_in_dutch_and_with_paths_of_every_kind(judged: Judge) -> None:
    report = report_on(*thinned(5))
    files = ["my map/é a.yaml", "/repo/a#b.json", "/elsewhere/50%.yaml", "../x.yaml", "<stdin>"]
    verdicts = tuple(
        verdict.covering(
            lambda point, file=file: point._replace(location=point.location._replace(file=file))
        )._replace(file=file)
        for verdict, file in zip(report.verdicts, files, strict=True)
    )
    moved = report._replace(verdicts=verdicts)

    assert set(judged(told(moved, "sarif", Style("nl", root="/repo")))) == TOLERATED


def _far_away(run: Any) -> None:
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    place["uri"] = "https://example.nl/a.yaml"


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (_far_away, "SARIF1004"),
        (lambda run: run["results"][0].pop("locations"), "GH1015"),
        (lambda run: run["tool"]["driver"]["rules"][0].pop("help"), "GH2012"),
    ],
    ids=["address", "location", "help"],
)
def test_the_judge_does_judge(judged: Judge, broken: Callable[[Any], object], rule: str) -> None:
    document = json.loads(told(report_on(*thinned(1)), "sarif"))
    broken(document["runs"][0])

    assert rule in {name for name, _ in judged(json.dumps(document))}
