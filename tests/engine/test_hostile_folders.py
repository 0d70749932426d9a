"""A folder of hostile house rules, given to the real command, ends as exit 2 and one sentence."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from policies import RULE, rule
from support import ROOT, Algocheck, clean_environment

Check: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

MANIFEST = ROOT / "manifests/examples/parking-permits.yaml"
DATA = "algocheck/house/sizes/data.json"
IMPORTS = "import data.algocheck.facts.m\nimport data.algocheck.lib.logic\n"

# The command itself, with less patience than it has for people.
IMPATIENT = """\
from algocheck.engine import child, limits
child.Limits = lambda: limits.Limits(seconds=3.0, answer=1024**2)
from algocheck.cli import entry
entry()
"""


def answering(helpers: str, *, imports: str = IMPORTS) -> str:
    """Write a rule the lint has nothing against, but for what *helpers* say of `_answer`."""
    body = (
        "applies := logic.stated(m.kind)\n\nrequires := [{\n"
        '\t"path": ["purpose", "goal"],\n'
        '\t"met": logic.any_of([logic.stated(m.purpose.goal), _answer]),\n'
        f"}}]\n\n{helpers}\n"
    )
    return rule(body, imports=imports)


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check a manifest with a folder `house` that holds the files given."""

    def run(files: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        house = tmp_path / "house"
        for path, text in files.items():
            file = house / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-c", IMPATIENT, "check", MANIFEST, "--policy", "house", "--lang=en"],
            cwd=tmp_path,
            env=clean_environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )

    return run


def complaint(result: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence that the command ended with, without a verdict."""
    assert result.returncode == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def test_without_anything_hostile_there_is_a_verdict(check: Check):
    result = check({RULE: answering('_answer := "no"')})

    assert result.returncode in (0, 1)
    assert "bundle house" in result.stdout


# What the lint refuses, before anything is evaluated.


@pytest.mark.parametrize(
    ("helpers", "sentence"),
    [
        ("_answer := _f(1)\n\n_f(n) := _g(n)\n\n_g(n) := _f(n)", "leads back to itself"),
        ("_answer := _b\n\n_b := _answer", "leads back to itself"),
        (
            "_answer := _r900\n\n_r0 := 1\n"
            + "".join(f"_r{n} := _r{n - 1}\n" for n in range(1, 901)),
            "stands on a pile of more than 32 definitions",
        ),
        (f"_answer := {'[' * 25}{']' * 25}", "nested deeper than 12"),
        (f"_answer := {'{1: ' * 25}1{'}' * 25}", "nested deeper than 12"),
        (f"_answer := {'-' * 1000}1", "operators follow each other"),
        ("_answer := no.such(1)", "`no.such` is not among the builtins"),
        ('_answer := http.send({"method": "get", "url": ""})', "`http.send` is not among"),
        ("_answer := opa.runtime()", "`opa.runtime` is not among"),
        ('_answer := rand.intn("a", 2)', "`rand.intn` is not among"),
        ("_answer := time.now_ns()", "`time.now_ns` is not among"),
        ('_answer := uuid.rfc4122("a")', "`uuid.rfc4122` is not among"),
    ],
)
def test_what_would_crash_or_look_at_the_world_is_refused(
    check: Check, helpers: str, sentence: str
):
    told = complaint(check({RULE: answering(helpers)}))

    assert told.startswith(f"algocheck: bundle house is refused: {RULE}:")
    assert sentence in told


# What no lint can see: it ends within its limits.

SIZES = IMPORTS.replace("lib.logic", "house.sizes\nimport data.algocheck.lib.logic")


def test_an_exponential_join_is_stopped(check: Check):
    joined = "\n".join(f"\tsome {name} in _all" for name in "abcdef")
    helpers = (
        "_all := numbers.range(1, sizes.few)\n\n"
        f'_answer := "yes" if {{\n{joined}\n\ta + b == c + d\n\te + f < 0\n}}'
    )

    told = complaint(check({RULE: answering(helpers, imports=SIZES), DATA: '{"few": 200}'}))

    assert told == (
        "algocheck: bundle house gave no answer within 3 seconds and was stopped; "
        "look for a rule that loops over too much"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_runaway_memory_is_stopped(check: Check):
    helpers = '_answer := "yes" if {\n\tcount(numbers.range(1, sizes.many)) < 0\n}'

    told = complaint(check({RULE: answering(helpers, imports=SIZES), DATA: '{"many": 1000000000}'}))

    assert "bundle house" in told
    assert "memory" in told


def test_an_answer_without_end_is_stopped(check: Check):
    body = (
        "applies := logic.stated(m.kind)\n\nrequires := [requirement |\n"
        "\tsome _ in numbers.range(1, sizes.many)\n"
        '\trequirement := {"path": ["purpose", "goal"], "met": logic.stated(m.purpose.goal)}\n]\n'
    )

    told = complaint(check({RULE: rule(body, imports=SIZES), DATA: '{"many": 25000}'}))

    assert told.startswith("algocheck: bundle house gave an answer of more than 1048576 characters")


def test_data_that_is_too_deep_is_refused(check: Check):
    deep = json.dumps({"few": 1})[:-1] + f', "deep": {"[" * 200}{"]" * 200}}}'

    told = complaint(check({RULE: answering('_answer := "no"'), DATA: deep}))

    assert told.startswith("algocheck: the engine could not evaluate bundle house: recursion limit")


# What is not evaluated at all.


def test_what_stands_in_a_file_of_tests_changes_no_answer(check: Check):
    rules = {RULE: answering('_answer := "no"')}
    before = check(rules)
    beside = RULE.replace(".rego", "_test.rego")

    after = check({**rules, beside: 'package algocheck.rules.theme["defect"]\n\napplies := "no"\n'})

    assert (after.returncode, after.stdout) == (before.returncode, before.stdout)


# What a manifest can do to an engine.


def test_a_number_of_more_than_64_bits_is_said_to_be_one(algocheck: Algocheck, tmp_path: Path):
    text = "manifest_version: 1\nkind: deployment\nalgorithm: {id: a}\n"
    (tmp_path / "big.yaml").write_text(f"{text}monitoring: {{log_retention_months: {2**64}}}\n")

    result = algocheck("check", "big.yaml", "--lang=en")

    assert result.returncode == 1
    assert f"the number {2**64} does not fit in 64 bits" in result.stdout


def test_a_manifest_as_deep_as_can_be_read_gets_a_verdict(algocheck: Algocheck, tmp_path: Path):
    text = "manifest_version: 1\nkind: deployment\nalgorithm: {id: a}\nprovenance:\n  original: "
    for depth in (90, 200):
        (tmp_path / f"{depth}.yaml").write_text(f"{text}{'[' * depth}{']' * depth}\n")

    read, refused = algocheck("check", "90.yaml"), algocheck("check", "200.yaml")

    assert (read.returncode, refused.returncode) == (1, 1)
    assert "NOT SHOWN" in read.stdout
    assert "reading/" in refused.stdout
